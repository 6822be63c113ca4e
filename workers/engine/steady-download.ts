import type { Milliseconds } from '../../src/instrument/geometry/units.ts';
import { codedError, messageOf } from '../coded-error.ts';

/** A download that has brought nothing for so long has stopped: on a slow line bytes come late, but they come. */
const PATIENCE: Milliseconds = 10_000;
/** Before a download that broke off is asked for again. */
const PAUSE: Milliseconds = 1000;
/** So often in a row it may bring nothing. */
const MOST_EMPTY = 3;

export interface DownloadOptions {
  readonly url: string;
  /** Names the file in what is thrown. */
  readonly file: string;
  /** How many it has when it is whole. */
  readonly bytes: number;
  readonly cache: RequestCache;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly onBytes: (bytes: number) => void;
  /** True: nothing comes, and the rest is asked for again. False: it goes on. */
  readonly onWaiting?: (waiting: boolean) => void;
  readonly patience?: Milliseconds;
  readonly pause?: Milliseconds;
}

/**
 * Brings a file in, and goes on where it was when the line breaks off or stands still. An empty buffer when it has another
 * length than it should. Errors: `weights-missing` (not served, nobody answers), `weights-stalled` (no more bytes came).
 */
export const steadyDownload = async (options: DownloadOptions): Promise<ArrayBuffer> => {
  const { file, bytes, pause = PAUSE, onWaiting } = options;
  const content = new Uint8Array(bytes);
  let at = 0;
  let empty = 0;
  for (;;) {
    const before = at;
    const take = (part: Uint8Array) => {
      if (at === before && empty > 0) onWaiting?.(false);
      content.set(part, at);
      at += part.length;
      options.onBytes(part.length);
    };
    const end = await once(options, at, take);
    if (end === 'too-long') return new ArrayBuffer(0);
    // Also when it stood still or broke off after its last byte: there is no rest to ask for.
    if (at === bytes) return content.buffer;
    if (end === 'whole') return new ArrayBuffer(0);
    empty = at > before ? 1 : empty + 1;
    // Nobody there at all: that is known at once, and not by waiting.
    if (at === 0 && end.broke) throw codedError('weights-missing', `${file}: ${end.why}`, end.cause);
    if (empty >= MOST_EMPTY) throw codedError('weights-stalled', `${file} stopped at ${at} bytes: ${end.why}`);
    onWaiting?.(true);
    if (end.broke) await new Promise((resolve) => setTimeout(resolve, pause));
  }
};

interface Stopped {
  /** It broke off; else it stood still. */
  readonly broke: boolean;
  readonly why: string;
  readonly cause?: unknown;
}

/** One request for what is not there yet. */
async function once(
  { url, file, bytes, cache, fetch, patience = PATIENCE }: DownloadOptions,
  from: number,
  take: (part: Uint8Array) => void,
): Promise<'whole' | 'too-long' | Stopped> {
  const watch = new StillnessWatch(patience);
  try {
    // What stopped is not asked of a store: the service worker would fetch the whole before it hands over a part.
    const init: RequestInit = from === 0 ? { cache } : { cache: 'no-store', headers: { Range: `bytes=${from}-` } };
    const response = await watch.moving(fetch(url, { ...init, signal: watch.signal }));
    // A server in trouble may have it in a moment; one that says no will say no again.
    if (response.status >= 500) throw new Error(`the server answered ${response.status}`);
    if (!response.ok || !response.body) throw codedError('weights-missing', `${file}: ${response.status}`);
    // A server that knows no parts sends it all again.
    let skip = response.status === 206 ? 0 : from;
    const reader = response.body.getReader();
    let left = bytes - from;
    for (;;) {
      const { done, value } = await watch.moving(reader.read());
      if (done) return 'whole';
      const part = value.subarray(Math.min(skip, value.length));
      skip -= value.length - part.length;
      left -= part.length;
      if (left < 0) return 'too-long';
      if (part.length > 0) take(part);
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'weights-missing') throw error;
    return { broke: !watch.still, why: messageOf(error), cause: error };
  } finally {
    watch.end();
  }
}

/** Gives up waiting for a request once nothing has moved for a while. */
class StillnessWatch {
  readonly #patience: Milliseconds;
  readonly #control = new AbortController();
  /** Nothing has moved for too long. */
  still = false;

  constructor(patience: Milliseconds) {
    this.#patience = patience;
  }

  get signal(): AbortSignal {
    return this.#control.signal;
  }

  /** Settles as `work` does, or rejects: an engine that hangs may not even heed the signal. */
  async moving<T>(work: Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.still = true;
        reject(new Error(`no bytes for ${this.#patience / 1000} s`));
      }, this.#patience);
    });
    work.catch(() => undefined);
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Whatever is still under way is not wanted any more. */
  end(): void {
    this.#control.abort();
  }
}
