const PREFIX = 'truehip-set:';

/** The part of `navigator.locks` that is used. */
export interface Locks {
  request(name: string, work: () => Promise<unknown>): Promise<unknown>;
  query(): Promise<{ readonly held?: readonly { readonly name?: string }[] }>;
}

/**
 * Distinguishes a set that another tab is recording from one that a closed tab left unfinished, by a lock for each
 * running set: the browser releases the locks of a closed tab. Without locks (an old browser) every running set counts
 * as left unfinished; a recording that goes on corrects this with its next chunk.
 */
export class RunningSets {
  readonly #locks: Locks | undefined;
  readonly #release = new Map<string, () => void>();

  constructor(locks: Locks | undefined = globalThis.navigator?.locks) {
    this.#locks = locks;
  }

  hold(setId: string): void {
    if (this.#locks === undefined || this.#release.has(setId)) return;
    const held = new Promise<void>((resolve) => this.#release.set(setId, resolve));
    // Without its lock (refused while the page closes) the set only counts as left unfinished.
    this.#locks.request(PREFIX + setId, () => held).catch(() => undefined);
  }

  release(setId: string): void {
    this.#release.get(setId)?.();
    this.#release.delete(setId);
  }

  /** Ids of the sets that are being recorded, in this tab or another. */
  async held(): Promise<ReadonlySet<string>> {
    const state = await this.#locks?.query().catch(() => undefined);
    const names = (state?.held ?? []).map((lock) => lock.name ?? '');
    return new Set(names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length)));
  }
}
