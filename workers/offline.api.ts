/** One file of the app that is kept only when the person asks for it or has used it: weights, WASM, clips, pictures. */
export interface KeepableFile {
  /** From the app's own address, without a slash before it. */
  readonly path: string;
  readonly bytes: number;
}

/** What the build leaves beside the app as `offline.json`. */
export interface OfflineList {
  readonly keepable: readonly KeepableFile[];
}

/** The cache of everything that is not the shell; it outlives versions, since its names change with the content. */
export const KEPT_CACHE = 'truehip-kept';

/** Every version has a shell cache of its own, with this in front of its name. */
export const SHELL_PREFIX = 'truehip-shell-';

export const LIST_PATH = 'offline.json';

/** Stands in the kept cache once the person has asked for everything, so that a new version fetches what has changed. */
export const WANTED_PATH = 'offline-wanted';

/** Sent to a waiting service worker when the person has asked for the new version. */
export const TAKE_OVER = 'take-over';
