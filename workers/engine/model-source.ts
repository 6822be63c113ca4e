import { io } from '@tensorflow/tfjs-core';
import { codedError } from '../coded-error.ts';
import type { ModelSize } from '../pose.api.ts';
import { type DownloadOptions, steadyDownload } from './steady-download.ts';

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
