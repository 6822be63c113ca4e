import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { SessionSnapshot } from './session-contract.ts';
import type { Timers } from './set-run.ts';

/** Nothing open. */
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

/** Screens are read, not watched: more would only cost the main thread. */
const INTERVAL: Milliseconds = 100;

/** Holds the newest snapshot and tells who listens, at once or at most ten times a second. */
export class SnapshotBoard {
  readonly #timers: Timers;
  readonly #pageNow: () => Milliseconds;
  readonly #listeners = new Set<() => void>();
  #snapshot: SessionSnapshot;
  #published: Milliseconds = Number.NEGATIVE_INFINITY;
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

  /** Something a person waits for has changed: said at once. */
  change(part: Partial<SessionSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    this.#publish();
  }

  /** Something that changes all the time has changed: said when it is due. `read` is only asked then. */
  touch(read: () => Partial<SessionSnapshot>): void {
    if (this.#timer !== null) return;
    const wait = this.#published + INTERVAL - this.#pageNow();
    if (wait <= 0) this.change(read());
    else this.#timer = this.#timers.set(() => this.change(read()), wait);
  }

  #publish(): void {
    if (this.#timer !== null) this.#timers.clear(this.#timer);
    this.#timer = null;
    this.#published = this.#pageNow();
    for (const listener of this.#listeners) listener();
  }
}
