import { KEPT_CACHE, type KeepableFile, LIST_PATH, type OfflineList, WANTED_PATH } from '../../workers/offline.api.ts';

export interface KeptFilesDeps {
  readonly caches: Pick<CacheStorage, 'open' | 'delete'>;
  readonly fetch: typeof fetch;
  /** The address of the app's folder, with a slash at the end. */
  readonly home: string;
}

/** How much of the files for use without a network is on this machine, in bytes. */
export interface KeptStatus {
  readonly kept: number;
  readonly total: number;
  /** The person has asked for all files. A new version then fetches the changed ones by itself. */
  readonly wanted: boolean;
}

/**
 * `stopped`: by the person. `broken`: network or server failed. `full`: no room left. Files that arrived stay in every
 * case.
 */
export type KeepOutcome = 'all' | 'stopped' | 'broken' | 'full';

/** Bytes. A larger file is fetched in pieces of this size, so that a broken connection costs one piece at most. */
const PIECE = 4 * 1024 * 1024;

interface Piece {
  readonly url: string;
  readonly from: number;
  /** The last byte, inclusive. */
  readonly to: number;
}

/** The cache from which the service worker serves weights, WASM, clips and pictures. */
export class KeptFiles {
  readonly #deps: KeptFilesDeps;
  #list: Promise<OfflineList> | null = null;

  constructor(deps: KeptFilesDeps) {
    this.#deps = deps;
  }

  /** Rejects where the app has no list of files (the development server). */
  async status(): Promise<KeptStatus> {
    const { keepable } = await this.#read();
    const cache = await this.#deps.caches.open(KEPT_CACHE);
    const there = new Set((await cache.keys()).map(({ url }) => url));
    const bytesOf = (file: KeepableFile): number =>
      there.has(this.#at(file.path))
        ? file.bytes
        : this.#pieces(file)
            .filter(({ url }) => there.has(url))
            .reduce((sum, { from, to }) => sum + to - from + 1, 0);
    return {
      kept: keepable.reduce((sum, file) => sum + bytesOf(file), 0),
      total: keepable.reduce((sum, { bytes }) => sum + bytes, 0),
      wanted: there.has(this.#at(WANTED_PATH)),
    };
  }

  /** Number of stored files, parts of a file included. */
  async count(): Promise<number> {
    const keys = await (await this.#deps.caches.open(KEPT_CACHE)).keys();
    return keys.filter(({ url }) => url !== this.#at(WANTED_PATH)).length;
  }

  /** Fetches the missing files one after the other, and resumes an interrupted one. */
  async keep(onProgress: (status: KeptStatus) => void, signal: AbortSignal): Promise<KeepOutcome> {
    try {
      const { keepable } = await this.#read();
      const cache = await this.#deps.caches.open(KEPT_CACHE);
      for (const file of keepable) {
        if (await cache.match(this.#at(file.path))) continue;
        await this.#keepFile(cache, file, signal, async () => onProgress(await this.status()));
        onProgress(await this.status());
      }
      await cache.put(this.#at(WANTED_PATH), new Response(null));
      onProgress(await this.status());
      return 'all';
    } catch (error) {
      if (signal.aborted) return 'stopped';
      return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'broken';
    }
  }

  /** Deletes the cache. Files are cached again as they are used. */
  async remove(): Promise<void> {
    await this.#deps.caches.delete(KEPT_CACHE);
  }

  #at(path: string): string {
    return new URL(path, this.#deps.home).href;
  }

  async #read(): Promise<OfflineList> {
    const { fetch } = this.#deps;
    this.#list ??= fetch(this.#at(LIST_PATH)).then((answer) => {
      if (!answer.ok) throw new Error(`${LIST_PATH}: ${answer.status}`);
      return answer.json() as Promise<OfflineList>;
    });
    this.#list.catch(() => (this.#list = null));
    return this.#list;
  }

  #pieces({ path, bytes }: KeepableFile): readonly Piece[] {
    if (bytes <= PIECE) return [];
    return Array.from({ length: Math.ceil(bytes / PIECE) }, (_, i) => ({
      url: this.#at(`${path}?piece=${i}`),
      from: i * PIECE,
      to: Math.min((i + 1) * PIECE, bytes) - 1,
    }));
  }

  async #keepFile(cache: Cache, file: KeepableFile, signal: AbortSignal, onPiece: () => Promise<void>): Promise<void> {
    const url = this.#at(file.path);
    const pieces = this.#pieces(file);
    if (pieces.length === 0) {
      const answer = await this.#deps.fetch(url, { signal });
      await cache.put(url, await exactly(answer, file.bytes));
      return;
    }
    for (const piece of pieces) {
      if (await cache.match(piece.url)) continue;
      const headers = { Range: `bytes=${piece.from}-${piece.to}` };
      const answer = await this.#deps.fetch(piece.url, { headers, signal, cache: 'no-store' });
      // A server without range requests sends the whole file.
      if (answer.status === 200) return cache.put(url, await exactly(answer, file.bytes));
      await cache.put(piece.url, await exactly(answer, piece.to - piece.from + 1));
      await onPiece();
    }
    await joinPieces(cache, url, pieces, file.bytes);
  }
}

/** Null where the browser offers no caches: they need https or localhost. */
export const keptFiles = (): KeptFiles | null =>
  'caches' in globalThis && 'serviceWorker' in navigator
    ? new KeptFiles({
        caches,
        fetch: (...request) => fetch(...request),
        home: new URL('./', document.baseURI).href,
      })
    : null;

/** The answer as a complete one, as the cache requires. Throws when its size is wrong. */
async function exactly(answer: Response, bytes: number): Promise<Response> {
  if (answer.status !== 200 && answer.status !== 206) throw new Error(`${answer.url}: ${answer.status}`);
  return wholeAnswer(await answer.blob(), answer.headers, bytes);
}

function wholeAnswer(body: Blob, from: Headers, bytes: number): Response {
  if (body.size !== bytes) throw new Error(`${body.size} bytes in place of ${bytes}`);
  const headers = new Headers(from);
  headers.delete('Content-Range');
  headers.set('Content-Length', String(bytes));
  return new Response(body, { headers });
}

async function joinPieces(cache: Cache, url: string, pieces: readonly Piece[], bytes: number): Promise<void> {
  const answers = await Promise.all(pieces.map((piece) => cache.match(piece.url)));
  const there = answers.filter((answer) => answer !== undefined);
  const blobs = await Promise.all(there.map((answer) => answer.blob()));
  await cache.put(url, wholeAnswer(new Blob(blobs), there[0]?.headers ?? new Headers(), bytes));
  await Promise.all(pieces.map((piece) => cache.delete(piece.url)));
}
