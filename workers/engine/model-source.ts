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
  /** Where each file is served, by its name; absent when it was not there at build time. */
  readonly urls: Readonly<Record<string, string>>;
  /** For tests; the global one when absent. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** For tests; `steadyDownload`'s own when absent. */
  readonly times?: Pick<DownloadOptions, 'patience' | 'pause'>;
}

type Network = 'detector' | ModelSize;
type Watched = Pick<DownloadOptions, 'onBytes' | 'onWaiting'>;

const NOBODY: Watched = { onBytes: () => undefined };

/**
 * The weights, from the app's own origin, each checked against the SHA-256 of the manifest before it is used.
 * Errors: `weights-missing` (not built in, not served), `weights-stalled` (no more bytes come), `weights-corrupt` (another
 * content).
 */
export class ModelSource {
  readonly #options: ModelSourceOptions;
  readonly #loading = new Map<string, Promise<ArrayBuffer>>();

  constructor(options: ModelSourceOptions) {
    this.#options = options;
  }

  /** First characters of the hash of a network's weights, to name the very weights a record was made with. */
  fingerprint(network: Network): string {
    return this.#row(`blazepose-${network}.bin`).sha256.slice(0, 8);
  }

  /**
   * Brings networks in; `onProgress` gets the bytes of all of them so far, and in all, and whether one of them has stopped and is
   * asked for again. What is in is kept.
   */
  async prepare(
    networks: readonly Network[],
    onProgress: (loaded: number, total: number, waiting: boolean) => void,
  ): Promise<void> {
    const rows = networks.flatMap(filesOf).map((file) => this.#row(file));
    const total = rows.reduce((sum, row) => sum + row.bytes, 0);
    let loaded = 0;
    const stopped = new Set<WeightFile>();
    const report = () => onProgress(loaded, total, stopped.size > 0);
    report();
    const watched = (row: WeightFile): Watched => ({
      onBytes: (bytes) => {
        loaded += bytes;
        report();
      },
      onWaiting: (waiting) => {
        if (waiting) stopped.add(row);
        else stopped.delete(row);
        report();
      },
    });
    await Promise.all(rows.map((row) => this.#content(row, watched(row))));
    onProgress(total, total, false);
  }

  /** For pose-detection's `…ModelUrl`. */
  handler(network: Network): io.IOHandler {
    return {
      load: async () => {
        const [topology, weights] = await Promise.all(
          filesOf(network).map((file) => this.#content(this.#row(file), NOBODY)),
        );
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

  #content(row: WeightFile, watched: Watched): Promise<ArrayBuffer> {
    const known = this.#loading.get(row.file);
    if (known) return known;
    const loading = this.#fetchChecked(row, watched);
    this.#loading.set(row.file, loading);
    // A failure must not be kept: the next attempt asks again.
    loading.catch(() => this.#loading.delete(row.file));
    return loading;
  }

  async #fetchChecked(row: WeightFile, watched: Watched): Promise<ArrayBuffer> {
    const first = await this.#fetch(row, 'default', watched);
    if (await isAsPinned(first, row)) return first;
    // A broken copy in the browser's cache would stay broken for ever; ask the server once.
    const second = await this.#fetch(row, 'reload', NOBODY);
    if (await isAsPinned(second, row)) return second;
    throw codedError('weights-corrupt', `${row.file} differs from its pinned SHA-256`);
  }

  async #fetch(row: WeightFile, cache: RequestCache, watched: Watched): Promise<ArrayBuffer> {
    const { urls, fetch: get = (url, init) => fetch(url, init), times } = this.#options;
    const { file, bytes } = row;
    const url = urls[file];
    if (!url) throw codedError('weights-missing', `${file} is not part of this build`);
    return steadyDownload({ url, file, bytes, cache, fetch: get, ...watched, ...times });
  }
}

const filesOf = (network: Network): readonly string[] => [`blazepose-${network}.json`, `blazepose-${network}.bin`];

const isAsPinned = async (content: ArrayBuffer, row: WeightFile): Promise<boolean> => {
  if (content.byteLength !== row.bytes) return false;
  // `crypto.subtle` is only there in secure contexts; elsewhere the length is all that can be checked.
  if (!globalThis.crypto?.subtle) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === row.sha256;
};
