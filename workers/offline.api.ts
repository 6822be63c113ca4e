/** A file that is stored once it was used, or for use offline: weights, WASM, clips, pictures. */
export interface KeepableFile {
  /** Relative to the app's address, without a leading slash. */
  readonly path: string;
  readonly bytes: number;
}

/** Content of `offline.json`, which the build writes beside the app. */
export interface OfflineList {
  readonly keepable: readonly KeepableFile[];
}

/** Cache of the keepable files. All versions share it, because file names change with their content. */
export const KEPT_CACHE = 'truehip-kept';

/** Prefix of the names of shell caches. Each version has its own. */
export const SHELL_PREFIX = 'truehip-shell-';

export const LIST_PATH = 'offline.json';

/** Entry in the kept cache: the user has asked for everything, so a new version fetches what has changed. */
export const WANTED_PATH = 'offline-wanted';

/** Entry in a shell cache: this version was active. Its content is a number, larger for each version that became active. */
export const ACTIVE_PATH = 'was-active';

/** Message to a waiting service worker: the user has asked for the new version. */
export const TAKE_OVER = 'take-over';
