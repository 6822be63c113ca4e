const PREFIX = 'truehip-set:';

/** `navigator.locks`, as far as it is needed. */
export interface Locks {
  request(name: string, work: () => Promise<unknown>): Promise<unknown>;
  query(): Promise<{ readonly held?: readonly { readonly name?: string }[] }>;
}

/**
 * Tells a set that another tab is recording now from one that a closed tab has left behind. The browser drops a tab's
 * locks with the tab, however it ends. Without locks (an old browser) every running set counts as left behind; a
 * recording that goes on takes that back with its next chunk.
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
    // A refused lock (a page on its way out) only means that the set counts as left behind.
    this.#locks.request(PREFIX + setId, () => held).catch(() => undefined);
  }

  release(setId: string): void {
    this.#release.get(setId)?.();
    this.#release.delete(setId);
  }

  /** Ids of the sets being recorded, in this tab or another. */
  async held(): Promise<ReadonlySet<string>> {
    const state = await this.#locks?.query().catch(() => undefined);
    const names = (state?.held ?? []).map((lock) => lock.name ?? '');
    return new Set(names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length)));
  }
}
