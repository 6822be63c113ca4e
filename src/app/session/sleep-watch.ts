import type { Milliseconds } from '../../instrument/geometry/units.ts';

export interface SleepWatchOptions {
  readonly pageNow: () => Milliseconds;
  readonly wallNow: () => Milliseconds;
  readonly isHidden: () => boolean;
}

/** A gap between two looks that no busy page leaves. */
const LEAST: Milliseconds = 4000;
/** A wall clock that runs ahead by more than this was set, because no set is slept through for so long. */
const CLOCK_SET: Milliseconds = 24 * 3600 * 1000;
/** Longer than between two looks of a page that has its turns. A computer that goes to sleep and wakes takes longer. */
const ON_TIME: Milliseconds = 250;
/** A screen that goes dark or a lid that is closed hides the page, and the computer sleeps soon after that. */
const SOON: Milliseconds = 60_000;

/**
 * Whether the wall clock was set: it runs ahead, but the page had its turns all the time and was in front. No clock of a page tells a
 * short nap from it for certain, so that in doubt the computer slept.
 * @param hidden how long ago the page was hidden last
 */
const wasClockSet = (ahead: Milliseconds, page: Milliseconds, hidden: Milliseconds): boolean =>
  ahead >= CLOCK_SET || (page <= ON_TIME && hidden > SOON);

/**
 * Notices that the page stood still: the computer slept, or the browser stopped the page. Some computers stop the page's clock
 * while they sleep, so the wall clock is compared with it.
 */
export class SleepWatch {
  readonly #options: SleepWatchOptions;
  #page: Milliseconds;
  #wall: Milliseconds;
  /** On the page's clock. */
  #hiddenAt: Milliseconds = -Infinity;

  constructor(options: SleepWatchOptions) {
    this.#options = options;
    this.#page = options.pageNow();
    this.#wall = options.wallNow();
  }

  /**
   * Call several times a second.
   * @param heard how long since the last call the tones laid ahead have sounded: so long the set went on without the page
   * @returns how long everything stood still since then; null: it did not
   */
  look(heard: Milliseconds = 0): Milliseconds | null {
    const { pageNow, wallNow, isHidden } = this.#options;
    const page = pageNow() - this.#page;
    const ahead = wallNow() - this.#wall - page;
    this.#page += page;
    this.#wall += ahead + page;
    if (isHidden()) this.#hiddenAt = this.#page;
    const asleep = ahead >= LEAST && !wasClockSet(ahead, page, this.#page - this.#hiddenAt) ? ahead : 0;
    const silent = page - heard;
    const stopped = silent >= LEAST ? silent : 0;
    return asleep + stopped > 0 ? asleep + stopped : null;
  }
}
