import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { packFrames, unpackFrames } from '../../../src/storage/frames/packed-frames.ts';
import { distFolder } from '../../../tools/shared/paths.mjs';

// Every byte that a visit left in the browser, and whether any of it is or could be a picture.

/** A stored value that JSON cannot hold. */
interface Binary {
  readonly binary: string;
  readonly base64: string;
}

interface Place {
  /** For example "IndexedDB truehip/sets". */
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
}

interface Collected {
  readonly stores: readonly { readonly name: string; readonly rows: readonly unknown[] }[];
  readonly texts: readonly { readonly name: string; readonly value: string }[];
  readonly cached: readonly {
    readonly cache: string;
    readonly url: string;
    readonly bytes: number;
    readonly hash: string;
  }[];
  readonly files: readonly string[];
}

export interface StoredBytes {
  readonly places: readonly Place[];
  /** "where: why" of everything that is or could be a picture, or that nobody knows. */
  readonly suspects: readonly string[];
}

/** Characters: the longest text that the app accepts. */
const LONGEST_TEXT = 4000;
/** The longest list of numbers in a record is the stick figure of earlier versions, with 16. A picture of 16 × 16 has 256. */
const LONGEST_NUMBERS = 200;
/** Bytes of a packed frame. The smallest recognisable picture needs more. */
const MOST_BYTES_A_FRAME = 250;

/** Bytes of packed frames that are no frame: names of fields that no frame has. */
const MOST_BYTES_BESIDES = 200;

/** How the base64 of JPEG, PNG, GIF, WebP, BMP, MP4 and WebM begins. */
const PICTURES = /(?:^|[,"'\s])(?:\/9j\/|iVBORw0KGgo|R0lGOD|UklGR|Qk[0-9A-Za-z]{6}|AAAA[A-Za-z]{2}Z0eXA|GkXfo)/;

const isBinary = (value: object): value is Binary => 'binary' in value && 'base64' in value;

function suspectText(text: string): string | null {
  if (/\b(?:data|blob):/.test(text)) return 'a data or blob address';
  if (PICTURES.test(text)) return 'begins like a picture';
  return text.length > LONGEST_TEXT ? `a text of ${text.length} characters` : null;
}

/** Suspects in a value, by path. Binary values are suspects, except frames that `packed` says are packed. */
export function suspectsIn(value: unknown, path: string): string[] {
  if (typeof value === 'string') {
    const why = suspectText(value);
    return why ? [`${path}: ${why}`] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (isBinary(value)) return [`${path}: ${value.binary}`];
  if (Array.isArray(value) && value.length > LONGEST_NUMBERS && value.every((one) => typeof one === 'number'))
    return [`${path}: ${value.length} numbers in a row`];
  return Object.entries(value).flatMap(([key, inner]) =>
    suspectsIn(inner, Array.isArray(value) ? path : `${path}.${key}`),
  );
}

const unpacked = async (bytes: Uint8Array): Promise<Buffer> =>
  Buffer.from(
    await new Response(
      new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('deflate-raw')),
    ).arrayBuffer(),
  );

/** Packed frames hold frames and nothing else: what was unpacked is packed again to as many bytes. */
async function suspectsInPacked(packed: Binary, path: string): Promise<string[]> {
  const bytes = new Uint8Array(Buffer.from(packed.base64, 'base64'));
  const frames = await unpackFrames(bytes);
  const again = await unpacked(await packFrames(frames as never));
  const found = suspectsIn(frames, path);
  const more = (await unpacked(bytes)).length - again.length;
  if (more > MOST_BYTES_BESIDES) found.push(`${path}: ${more} bytes more than the frames`);
  if (bytes.length > MOST_BYTES_A_FRAME * frames.length)
    found.push(`${path}: ${bytes.length} bytes for ${frames.length} frames`);
  return found;
}

async function suspectsInRow(row: unknown, path: string): Promise<string[]> {
  const { packed, ...rest } = row as { readonly packed?: unknown };
  if (path !== 'IndexedDB truehip/frames' || typeof packed !== 'object' || packed === null || !isBinary(packed))
    return suspectsIn(row, path);
  return [...suspectsIn(rest, path), ...(await suspectsInPacked(packed, path))];
}

/** A cached answer must be a file of the build, byte for byte. */
function suspectInCache({ cache, url, hash, bytes }: Collected['cached'][number]): string[] {
  const path = new URL(url).pathname.slice(1) || 'index.html';
  const file = join(distFolder, path);
  if (path === 'offline-wanted' && bytes === 0) return [];
  // A counter.
  if (path === 'was-active' && bytes < 8) return [];
  const known = existsSync(file) && createHash('sha256').update(readFileSync(file)).digest('hex') === hash;
  return known ? [] : [`Cache ${cache} ${path}: not a file of the app`];
}

/** Looks at everything that the page's origin has stored. */
export async function storedBytes(page: Page): Promise<StoredBytes> {
  const { stores, texts, cached, files } = await page.evaluate(collect);
  const inStores = await Promise.all(stores.flatMap(({ name, rows }) => rows.map((row) => suspectsInRow(row, name))));
  const caches = [...new Set(cached.map(({ cache }) => cache))];
  const cookies = await page.context().cookies();
  return {
    places: [
      ...stores.map(({ name, rows }) => ({ name, rows: rows.length, bytes: JSON.stringify(rows).length })),
      ...caches.map((name) => {
        const own = cached.filter(({ cache }) => cache === name);
        return { name: `Cache ${name}`, rows: own.length, bytes: own.reduce((sum, { bytes }) => sum + bytes, 0) };
      }),
    ],
    suspects: [
      ...inStores.flat(),
      ...cached.flatMap(suspectInCache),
      // The app keeps one mark outside its database, which tells that sets were lost. Whatever else is there is suspect.
      ...texts.filter(({ name }) => name !== 'localStorage truehip-mark').map(({ name }) => `${name}: nobody knows it`),
      ...files.map((name) => `private file ${name}: nobody knows it`),
      ...cookies.map(({ name }) => `cookie ${name}: nobody knows it`),
    ],
  };
}

/** Runs in the page. */
async function collect(): Promise<Collected> {
  const base64 = async (blob: Blob): Promise<string> => {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
  };
  const plain = async (value: unknown): Promise<unknown> => {
    if (typeof value !== 'object' || value === null) return value;
    const binary = value.constructor?.name ?? 'no prototype';
    if (value instanceof Blob) return { binary, base64: await base64(value) };
    if (ArrayBuffer.isView(value))
      return { binary, base64: await base64(new Blob([value as ArrayBufferView<ArrayBuffer>])) };
    if (value instanceof ArrayBuffer) return { binary, base64: await base64(new Blob([value])) };
    if (Array.isArray(value)) return Promise.all(value.map(plain));
    if (binary !== 'Object') return { binary, base64: '' };
    const entries = Object.entries(value).map(async ([key, inner]) => [key, await plain(inner)] as const);
    return Object.fromEntries(await Promise.all(entries));
  };
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('not readable'));
    });
  const stores: { name: string; rows: unknown[] }[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const rows = await done(database.transaction(store).objectStore(store).getAll());
      stores.push({ name: `IndexedDB ${name}/${store}`, rows: await Promise.all(rows.map(plain)) });
    }
    database.close();
  }
  const texts = Object.entries({ localStorage, sessionStorage }).flatMap(([place, storage]) =>
    Object.entries(storage).map(([key, value]) => ({ name: `${place} ${key}`, value: String(value) })),
  );
  const cached: Collected['cached'][number][] = [];
  for (const cache of await caches.keys()) {
    const opened = await caches.open(cache);
    for (const request of await opened.keys()) {
      const body = await (await opened.match(request))?.arrayBuffer();
      const digest = await crypto.subtle.digest('SHA-256', body ?? new ArrayBuffer(0));
      const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      cached.push({ cache, url: request.url, bytes: body?.byteLength ?? 0, hash });
    }
  }
  const files: string[] = [];
  const folder = (await navigator.storage.getDirectory()) as unknown as { keys(): AsyncIterable<string> };
  for await (const name of folder.keys()) files.push(name);
  return { stores, texts, cached, files };
}
