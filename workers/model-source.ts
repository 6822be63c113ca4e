import { io } from '@tensorflow/tfjs-core';
import { codedError, messageOf } from './coded-error.ts';
import type { ModelSize } from './pose.api.ts';

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
}

type Network = 'detector' | ModelSize;
type OnBytes = (bytes: number) => void;

/**
 * The weights, from the app's own origin, each checked against the SHA-256 of the manifest before it is used.
 * Errors: `weights-missing` (not built in, not served), `weights-corrupt` (another content).
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

  /** Brings networks in; `onProgress` gets the bytes of all of them so far, and in all. What is in is kept. */
  async prepare(
    networks: readonly Network[],
    onProgress: (loaded: number, total: number) => void,
  ): Promise<void> {
    const rows = networks.flatMap(filesOf).map((file) => this.#row(file));
    const total = rows.reduce((sum, row) => sum + row.bytes, 0);
    let loaded = 0;
    onProgress(loaded, total);
    const onBytes = (bytes: number) => {
      loaded += bytes;
      onProgress(loaded, total);
    };
    await Promise.all(rows.map((row) => this.#content(row, onBytes)));
    onProgress(total, total);
  }

  /** For pose-detection's `…ModelUrl`. */
  handler(network: Network): io.IOHandler {
    return {
      load: async () => {
        const [topology, weights] = await Promise.all(
          filesOf(network).map((file) => this.#content(this.#row(file), () => undefined)),
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

  #content(row: WeightFile, onBytes: OnBytes): Promise<ArrayBuffer> {
    const known = this.#loading.get(row.file);
    if (known) return known;
    const loading = this.#fetchChecked(row, onBytes);
    this.#loading.set(row.file, loading);
    // A failure must not be kept: the next attempt asks again.
    loading.catch(() => this.#loading.delete(row.file));
    return loading;
  }

  async #fetchChecked(row: WeightFile, onBytes: OnBytes): Promise<ArrayBuffer> {
    const first = await this.#fetch(row, 'default', onBytes);
    if (await isAsPinned(first, row)) return first;
    // A broken copy in the browser's cache would stay broken for ever; ask the server once.
    const second = await this.#fetch(row, 'reload', () => undefined);
    if (await isAsPinned(second, row)) return second;
    throw codedError('weights-corrupt', `${row.file} differs from its pinned SHA-256`);
  }

  async #fetch(row: WeightFile, cache: RequestCache, onBytes: OnBytes): Promise<ArrayBuffer> {
    const url = this.#options.urls[row.file];
    if (!url) throw codedError('weights-missing', `${row.file} is not part of this build`);
    const get = this.#options.fetch ?? fetch;
    const response = await get(url, { cache }).catch((error: unknown) => {
      throw codedError('weights-missing', `${row.file}: ${messageOf(error)}`, error);
    });
    if (!response.ok || !response.body)
      throw codedError('weights-missing', `${row.file}: ${response.status}`);
    return read(response.body, row, onBytes);
  }
}

const filesOf = (network: Network): readonly string[] => [
  `blazepose-${network}.json`,
  `blazepose-${network}.bin`,
];

const read = async (
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  row: WeightFile,
  onBytes: OnBytes,
): Promise<ArrayBuffer> => {
  const content = new Uint8Array(row.bytes);
  let at = 0;
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (at + part.value.length > row.bytes) return new ArrayBuffer(0);
      content.set(part.value, at);
      at += part.value.length;
      onBytes(part.value.length);
    }
  } catch (error) {
    throw codedError('weights-missing', `${row.file} broke off: ${messageOf(error)}`, error);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return at === row.bytes ? content.buffer : new ArrayBuffer(0);
};

const isAsPinned = async (content: ArrayBuffer, row: WeightFile): Promise<boolean> => {
  if (content.byteLength !== row.bytes) return false;
  // `crypto.subtle` is only there in secure contexts; elsewhere the length is all that can be checked.
  if (!globalThis.crypto?.subtle) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === row.sha256;
};
