/** A file of a build, as its service worker knows it. */
export interface ListedFile {
  /** Relative to the app's address, without a leading slash. */
  readonly path: string;
  readonly bytes: number;
  /**
   * The first 16 characters of its SHA-256 in base 64. These 96 bits find every accident of a host; whoever can make another file with
   * the same ones can change the service worker as well.
   */
  readonly hash: string;
}

/** Content of `offline.json`, which the build writes beside the app. */
export interface OfflineList {
  /** Files that every screen needs. They are always stored. */
  readonly shell: readonly ListedFile[];
  /** Files that are stored once they were used, or for use offline: weights, WASM, clips, pictures. */
  readonly keepable: readonly ListedFile[];
  /** The pages among the shell by path, as they were built: hosts redirect them, and CDNs change them. */
  readonly pages: Readonly<Record<string, string>>;
  /** Content type by ending (`.wasm`), whatever the host sends. */
  readonly types: Readonly<Record<string, string>>;
}

/**
 * Why a file could not be stored. `page`: the host answered with a page in its place. `changed`, `cut`: other bytes, fewer bytes.
 * `missing`: the host refuses it. `redirected`: to something else. `network`: no answer, or not to its end. `full`: no room left here.
 */
export type Fault = 'page' | 'changed' | 'cut' | 'missing' | 'redirected' | 'network' | 'full';

/**
 * Names of the caches of an app at this address. One host may have several, such as the projects of a person on GitHub Pages.
 * @param home address of the app's folder, with a trailing slash
 * @returns `kept`: keepable files, shared by all versions, because file names change with their content. `shell`: prefix; each version
 *   has a cache of its own
 */
export const cacheNames = (home: string): { readonly kept: string; readonly shell: string } => {
  const { pathname } = new URL(home);
  const place = `truehip${pathname === '/' ? '-' : pathname}`;
  return { kept: `${place}kept`, shell: `${place}shell-` };
};

export const LIST_PATH = 'offline.json';

/** Entry in the kept cache: the user has asked for everything, so a new version fetches what has changed. */
export const WANTED_PATH = 'offline-wanted';

/** Entries in the kept cache: a file could not be stored. The file's path follows as a query; the content is a `Fault`. */
export const FAULT_PATH = 'offline-fault';

/** Entry in a shell cache: this version was active. Its content is a number, larger for each version that became active. */
export const ACTIVE_PATH = 'was-active';

/** Message to a waiting service worker: the user has asked for the new version. */
export const TAKE_OVER = 'take-over';

type Types = OfflineList['types'];

/** Header of a stored answer: the hash that it was found to have. Answers of earlier versions lack it. */
const MARK = 'X-Truehip-Hash';

/** The longest answer of this share of a file counts as cut off. What a CDN makes of a script that is packed already is longer. */
const CUT_SHARE = 0.95;

const HASH_LENGTH = 16;

/** Headers that describe how the host sent the bytes, not the bytes. */
const OF_TRANSPORT = ['Content-Encoding', 'Content-Length', 'Content-Range', 'Vary'];

async function hashOf(content: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return btoa(String.fromCharCode(...digest)).slice(0, HASH_LENGTH);
}

/** Whether an answer is a page of the host in the place of another file. */
function isPage(answer: Response, content: ArrayBuffer): boolean {
  const start = new TextDecoder().decode(content.slice(0, 100));
  return /^text\/html/i.test(answer.headers.get('Content-Type') ?? '') || /^\s*<(!doctype|html)/i.test(start);
}

/**
 * An answer of the host as it may be stored: the bytes that the build knows, as no redirect, with the right type. Whatever else a host
 * gives is not stored.
 */
export async function checkedAnswer(answer: Response, file: ListedFile, types: Types): Promise<Response | Fault> {
  if (answer.status >= 500) return 'network';
  if (answer.status !== 200) return 'missing';
  const content = await answer.arrayBuffer().catch(() => null);
  if (content === null) return 'network';
  const { path, bytes, hash } = file;
  if ((await hashOf(content)) !== hash) {
    if (answer.redirected) return 'redirected';
    if (!path.endsWith('.html') && isPage(answer, content)) return 'page';
    return content.byteLength < bytes * CUT_SHARE ? 'cut' : 'changed';
  }
  const headers = new Headers(answer.headers);
  for (const name of OF_TRANSPORT) headers.delete(name);
  const type = types[path.slice(path.lastIndexOf('.'))];
  if (type !== undefined) headers.set('Content-Type', type);
  headers.set('Content-Length', String(content.byteLength));
  headers.set(MARK, hash);
  return new Response(content, { headers });
}

/** The stored file. What an earlier version stored without a look is checked, and deleted if it is another file. */
export async function storedFile(
  cache: Cache,
  url: string,
  file: ListedFile,
  types: Types,
): Promise<Response | undefined> {
  const found = await cache.match(url);
  if (!found || found.headers.get(MARK) === file.hash) return found;
  const checked = await checkedAnswer(found, file, types);
  if (typeof checked === 'string') {
    await cache.delete(url);
    return undefined;
  }
  // Where the disk is full, it is checked again next time.
  await cache.put(url, checked.clone()).catch(() => undefined);
  return checked;
}
