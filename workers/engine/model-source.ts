import { io } from '@tensorflow/tfjs-core';
import type { Milliseconds } from '../../src/instrument/geometry/units.ts';
import { codedError, messageOf } from '../coded-error.ts';
import type { ModelSize } from '../pose.api.ts';

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

/** One row of `models/manifest.json`. */
export interface WeightFile {
  readonly file: string;
  readonly bytes: number;
  /** Hexadecimal, lower case. */
  readonly sha256: string;
}

export interface ModelSourceOptions {
  readonly files: readonly WeightFile[];
  /** A longer file is served in parts of this length. */
  readonly partBytes: number;
  /** Addresses of each file's parts, by its name. A file that did not exist at build time has none. */
  readonly urls: Readonly<Record<string, readonly string[]>>;
  /** For tests. Absent: the global `fetch`. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** For tests. Absent: the defaults of `steadyDownload`. */
  readonly times?: Pick<DownloadOptions, 'patience' | 'pause'>;
}

type Network = 'detector' | ModelSize;
type ProgressCallbacks = Pick<DownloadOptions, 'onBytes' | 'onWaiting'>;

const NO_PROGRESS: ProgressCallbacks = { onBytes: () => undefined };

/**
 * Provides BlazePose's weights from the app's own origin. Every file is checked against the length, and in a secure context
 * the SHA-256, of the manifest before use. Errors: `weights-missing` (not built in, not served), `weights-stalled` (the download stopped),
 * `weights-corrupt` (other content).
 */
export class ModelSource {
  readonly #options: ModelSourceOptions;
  readonly #loading = new Map<string, Promise<ArrayBuffer>>();
  /** Bytes of each file so far. */
  readonly #arrived = new Map<string, number>();
  readonly #stopped = new Set<string>();
  /** Whoever waits for files is told of every byte, also of those that somebody else asked for. */
  readonly #watching = new Set<() => void>();

  constructor(options: ModelSourceOptions) {
    this.#options = options;
  }

  /** First characters of the weights' hash: identifies in a record the weights that it was made with. */
  fingerprint(network: Network): string {
    return this.#row(`blazepose-${network}.bin`).sha256.slice(0, 8);
  }

  /**
   * Downloads networks and keeps them.
   * @param onProgress gets the bytes so far and in total, over all files, and whether a download has stopped and is
   * being resumed
   */
  async prepare(
    networks: readonly Network[],
    onProgress: (loaded: number, total: number, waiting: boolean) => void,
  ): Promise<void> {
    const rows = networks.flatMap(filesOf).map((file) => this.#row(file));
    const total = rows.reduce((sum, row) => sum + row.bytes, 0);
    const report = () => {
      const loaded = rows.reduce((sum, { file }) => sum + (this.#arrived.get(file) ?? 0), 0);
      onProgress(
        loaded,
        total,
        rows.some(({ file }) => this.#stopped.has(file)),
      );
    };
    report();
    this.#watching.add(report);
    try {
      await Promise.all(rows.map((row) => this.#content(row)));
    } finally {
      this.#watching.delete(report);
    }
    onProgress(total, total, false);
  }

  #callbacksOf({ file }: WeightFile): ProgressCallbacks {
    const tell = () => {
      for (const report of this.#watching) report();
    };
    this.#arrived.set(file, 0);
    this.#stopped.delete(file);
    return {
      onBytes: (bytes) => {
        this.#arrived.set(file, (this.#arrived.get(file) ?? 0) + bytes);
        tell();
      },
      onWaiting: (waiting) => {
        if (waiting) this.#stopped.add(file);
        else this.#stopped.delete(file);
        tell();
      },
    };
  }

  /** Loader for TensorFlow.js and for the `…ModelUrl` options of pose-detection. */
  handler(network: Network): io.IOHandler {
    return {
      load: async () => {
        const [topology, weights] = await Promise.all(filesOf(network).map((file) => this.#content(this.#row(file))));
        const model = JSON.parse(new TextDecoder().decode(topology)) as io.ModelJSON;
        return io.getModelArtifactsForJSON(model, async (manifest) => [
          manifest.flatMap((group) => group.weights),
          weights ?? new ArrayBuffer(0),
        ]);
      },
    };
  }

  #row(file: string): WeightFile {
    const row = this.#options.files.find((candidate) => candidate.file === file);
    if (!row) throw codedError('weights-missing', `${file} is not in the manifest`);
    return row;
  }

  #content(row: WeightFile): Promise<ArrayBuffer> {
    const known = this.#loading.get(row.file);
    if (known) return known;
    const loading = pinnedContent(row, (cache) =>
      this.#fetch(row, cache, cache === 'default' ? this.#callbacksOf(row) : NO_PROGRESS),
    );
    this.#loading.set(row.file, loading);
    // A failure is not kept: the next attempt downloads again.
    loading.catch(() => this.#loading.delete(row.file));
    return loading;
  }

  async #fetch(row: WeightFile, cache: RequestCache, callbacks: ProgressCallbacks): Promise<ArrayBuffer> {
    const { urls, partBytes, fetch: get = (url, init) => fetch(url, init), times } = this.#options;
    const { file, bytes } = row;
    const parts = (urls[file] ?? []).map((url, i) => ({ url, bytes: Math.min(partBytes, bytes - i * partBytes) }));
    if (parts.length !== Math.ceil(bytes / partBytes))
      throw codedError('weights-missing', `${file} is not in this build`);
    return steadyDownload({ parts, file, cache, fetch: get, ...callbacks, ...times });
  }
}

const filesOf = (network: Network): readonly string[] => [`blazepose-${network}.json`, `blazepose-${network}.bin`];

/**
 * The file of a row, checked. The browser's cache may hold a broken copy, so the server is asked once more.
 * @throws `weights-corrupt`
 */
export async function pinnedContent(
  row: WeightFile,
  fetchFile: (cache: 'default' | 'reload') => Promise<ArrayBuffer>,
): Promise<ArrayBuffer> {
  for (const cache of ['default', 'reload'] as const) {
    const content = await fetchFile(cache);
    if (await hasPinnedHash(content, row)) return content;
  }
  throw codedError('weights-corrupt', `${row.file} differs from its pinned SHA-256`);
}

const hasPinnedHash = async (content: ArrayBuffer, row: WeightFile): Promise<boolean> => {
  if (content.byteLength !== row.bytes) return false;
  // Only a secure context has `crypto.subtle`. Elsewhere whoever could change a file could change this check as well.
  if (!globalThis.crypto?.subtle) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === row.sha256;
};

/**
 * Addresses of the weights that existed at build time, by file name, with those of all parts. A glob, so that a build without weights
 * still works and can say so.
 */
export const weightUrls = (): Record<string, readonly string[]> => {
  const found: Record<string, string> = import.meta.glob('../../models/weights/blazepose-*', {
    query: '?url',
    import: 'default',
    eager: true,
  });
  const urls: Record<string, string[]> = {};
  for (const [path, url] of Object.entries(found).sort(([a], [b]) => partOf(a) - partOf(b))) {
    const file = (path.split('/').at(-1) ?? path).replace(PART, '');
    (urls[file] ??= []).push(url);
  }
  return urls;
};

/** In the name of a part, before the ending (`models/fetch-weights.ts`). */
const PART = /\.part(\d+)/;

const partOf = (path: string): number => Number(PART.exec(path)?.[1] ?? 1);
