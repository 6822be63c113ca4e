import type { Milliseconds } from '../../instrument/geometry/units.ts';

export interface SleepWatchOptions {
  readonly pageNow: () => Milliseconds;
  readonly wallNow: () => Milliseconds;
  /** Whether the tab is hidden: browsers then run its timers only once a minute. */
  readonly isHidden: () => boolean;
}

/** A gap between two looks that no busy page leaves. */
const LEAST: Milliseconds = 4000;
/** The same while the tab is hidden: more than two of the minutes at which a hidden page is woken. */
const LEAST_HIDDEN: Milliseconds = 150_000;
/** A wall clock that runs ahead by more than this was set, because no set is slept through for so long. */
const CLOCK_SET: Milliseconds = 24 * 3600 * 1000;

/**
 * Notices that the page stood still: the computer slept, or the browser stopped the page. Some computers stop the page's clock
 * while they sleep, so the wall clock is compared with it.
 */
export class SleepWatch {
  readonly #options: SleepWatchOptions;
  #page: Milliseconds;
  #wall: Milliseconds;
  #wasHidden: boolean;

  constructor(options: SleepWatchOptions) {
    this.#options = options;
    this.#page = options.pageNow();
    this.#wall = options.wallNow();
    this.#wasHidden = options.isHidden();
  }

  /** Call several times a second. @returns how long the page stood still since the last call; null: it did not */
  look(): Milliseconds | null {
    const { pageNow, wallNow, isHidden } = this.#options;
    const page = pageNow() - this.#page;
    const ahead = wallNow() - this.#wall - page;
    const wasHidden = this.#wasHidden;
    this.#page += page;
    this.#wall += ahead + page;
    this.#wasHidden = isHidden();
    const asleep = ahead >= LEAST && ahead < CLOCK_SET ? ahead : 0;
    const stopped = page >= (wasHidden ? LEAST_HIDDEN : LEAST) ? page : 0;
    return asleep + stopped > 0 ? asleep + stopped : null;
  }
}
