import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { SessionSnapshot } from './session-contract.ts';
import type { Timers } from './session-clock.ts';

/** The snapshot of a session that has nothing open. `muted` is kept from session to session. */
export const IDLE_SNAPSHOT: Omit<SessionSnapshot, 'muted'> = {
  stage: 'idle',
  source: null,
  plan: null,
  load: null,
  engine: null,
  gauge: null,
  reading: null,
  gate: null,
  error: null,
  notice: null,
  blind: null,
  arm: null,
  recordId: null,
  workerRestarts: 0,
  frames: { measured: 0, dropped: 0, perSecond: 0 },
};

/**
 * Least time between two publications of what changes all the time (ms). A person reads no faster, and rendering costs
 * time.
 */
const INTERVAL: Milliseconds = 100;

/**
 * Holds the newest snapshot of a session and publishes it to the screens. This is the only place that limits how often
 * a screen renders.
 */
export class SnapshotBoard {
  readonly #timers: Timers;
  readonly #pageNow: () => Milliseconds;
  readonly #listeners = new Set<() => void>();
  #snapshot: SessionSnapshot;
  #publishedAt: Milliseconds = Number.NEGATIVE_INFINITY;
  #timer: number | null = null;

  constructor(first: SessionSnapshot, timers: Timers, pageNow: () => Milliseconds) {
    this.#snapshot = first;
    this.#timers = timers;
    this.#pageNow = pageNow;
  }

  get snapshot(): SessionSnapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Publishes at once. For changes that a person waits for, such as a new stage. */
  change(part: Partial<SessionSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    this.#publish();
  }

  /**
   * Publishes at most every `INTERVAL`. For values that change with every frame. `read` is called when the publication
   * is due.
   */
  touch(read: () => Partial<SessionSnapshot>): void {
    if (this.#timer !== null) return;
    const wait = this.#publishedAt + INTERVAL - this.#pageNow();
    if (wait <= 0) this.change(read());
    else this.#timer = this.#timers.set(() => this.change(read()), wait);
  }

  #publish(): void {
    if (this.#timer !== null) this.#timers.clear(this.#timer);
    this.#timer = null;
    this.#publishedAt = this.#pageNow();
    const troubles: unknown[] = [];
    // One that throws keeps no other from its news.
    for (const listener of this.#listeners) {
      try {
        listener();
      } catch (error) {
        troubles.push(error);
      }
    }
    if (troubles.length > 0) throw troubles[0];
  }
}
