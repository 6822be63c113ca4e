import type { Milliseconds } from '../../src/instrument/geometry/units.ts';
import { codedError, messageOf } from '../coded-error.ts';

/** Without any byte for this long a download counts as stalled. */
const STALL_TIME: Milliseconds = 10_000;
/** Wait before a download that broke off is resumed. */
const RETRY_PAUSE: Milliseconds = 1000;
/** Requests in a row without a byte, after which the download fails. */
const MAX_FRUITLESS = 3;

/** A part of a file that lies on the server as a file of its own. */
export interface FilePart {
  readonly url: string;
  readonly bytes: number;
}

export interface DownloadOptions {
  /** In order. A file that is not in parts is one part. */
  readonly parts: readonly FilePart[];
  /** Name of the file, for error messages. */
  readonly file: string;
  readonly cache: RequestCache;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly onBytes: (bytes: number) => void;
  /** True: no bytes arrive, and the rest is requested again. False: bytes arrive again. */
  readonly onWaiting?: (waiting: boolean) => void;
  readonly patience?: Milliseconds;
  readonly pause?: Milliseconds;
}

/**
 * Downloads a file, part after part, and resumes where it was when the connection breaks off or stalls. Resolves to an empty buffer
 * if a part has another length than expected. Errors: `weights-missing` (not served, no answer), `weights-stalled` (no more bytes
 * arrived).
 */
export const steadyDownload = async (options: DownloadOptions): Promise<ArrayBuffer> => {
  const { file, parts, pause = RETRY_PAUSE, onWaiting } = options;
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  const content = new Uint8Array(bytes);
  let at = 0;
  let fruitless = 0;
  for (;;) {
    const before = at;
    const take = (part: Uint8Array) => {
      if (at === before && fruitless > 0) onWaiting?.(false);
      content.set(part, at);
      at += part.length;
      options.onBytes(part.length);
    };
    const { part, from } = partAt(parts, at);
    const end = await requestRest(options, part, from, take);
    if (end === 'too-long') return new ArrayBuffer(0);
    // Complete, even if the connection stalled or broke off after the last byte.
    if (at === bytes) return content.buffer;
    if (at - before === part.bytes - from) {
      fruitless = 0;
      continue;
    }
    if (end === 'whole') return new ArrayBuffer(0);
    fruitless = at > before ? 1 : fruitless + 1;
    // The server does not answer at all: waiting would not help.
    if (at === 0 && end.brokeOff) throw codedError('weights-missing', `${file}: ${end.why}`, end.cause);
    if (fruitless >= MAX_FRUITLESS) throw codedError('weights-stalled', `${file} stopped at ${at} bytes: ${end.why}`);
    onWaiting?.(true);
    if (end.brokeOff) await new Promise((resolve) => setTimeout(resolve, pause));
  }
};

interface Stopped {
  /** True: the connection broke off. False: it stalled. */
  readonly brokeOff: boolean;
  readonly why: string;
  readonly cause?: unknown;
}

/** The part in which a byte of the file lies, and which of its own bytes that is. */
function partAt(parts: readonly FilePart[], at: number): { readonly part: FilePart; readonly from: number } {
  let from = at;
  for (const part of parts) {
    if (from < part.bytes) return { part, from };
    from -= part.bytes;
  }
  throw new RangeError(`no part has the byte ${at}`);
}

/** One request for what is still missing of a part. */
async function requestRest(
  { file, cache, fetch, patience = STALL_TIME }: DownloadOptions,
  { url, bytes }: FilePart,
  from: number,
  take: (part: Uint8Array) => void,
): Promise<'whole' | 'too-long' | Stopped> {
  const watch = new StallTimeout(patience);
  try {
    // `no-store` bypasses the service worker, which would fetch the whole file before it answers with a part.
    const init: RequestInit = from === 0 ? { cache } : { cache: 'no-store', headers: { Range: `bytes=${from}-` } };
    const response = await watch.orStalled(fetch(url, { ...init, signal: watch.signal }));
    // A server error may be temporary, so it is tried again; any other refusal is final.
    if (response.status >= 500) throw new Error(`the server answered ${response.status}`);
    if (!response.ok || !response.body) throw codedError('weights-missing', `${file}: ${response.status}`);
    // A server without range requests sends the whole file again.
    let skip = response.status === 206 ? 0 : from;
    const reader = response.body.getReader();
    let left = bytes - from;
    for (;;) {
      const { done, value } = await watch.orStalled(reader.read());
      if (done) return 'whole';
      const part = value.subarray(Math.min(skip, value.length));
      skip -= value.length - part.length;
      left -= part.length;
      if (left < 0) return 'too-long';
      if (part.length > 0) take(part);
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'weights-missing') throw error;
    return { brokeOff: !watch.stalled, why: messageOf(error), cause: error };
  } finally {
    watch.end();
  }
}

/** Rejects waits for a request in which no bytes arrive for too long. */
class StallTimeout {
  readonly #patience: Milliseconds;
  readonly #control = new AbortController();
  /** True once a wait was too long. */
  stalled = false;

  constructor(patience: Milliseconds) {
    this.#patience = patience;
  }

  get signal(): AbortSignal {
    return this.#control.signal;
  }

  /** Settles as `work`, or rejects after the stall time: a hanging browser may ignore an abort. */
  async orStalled<T>(work: Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.stalled = true;
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

  /** Aborts what is still under way. */
  end(): void {
    this.#control.abort();
  }
}
