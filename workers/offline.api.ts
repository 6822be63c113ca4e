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
