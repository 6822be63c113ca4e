import type { Milliseconds } from '../../instrument/geometry/units.ts';

export interface SleepWatchOptions {
  readonly pageNow: () => Milliseconds;
  readonly wallNow: () => Milliseconds;
}

/** A gap between two looks that no busy page leaves. */
const LEAST: Milliseconds = 4000;
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
    const { pageNow, wallNow } = this.#options;
    const page = pageNow() - this.#page;
    const ahead = wallNow() - this.#wall - page;
    this.#page += page;
    this.#wall += ahead + page;
    const asleep = ahead >= LEAST && ahead < CLOCK_SET ? ahead : 0;
    const silent = page - heard;
    const stopped = silent >= LEAST ? silent : 0;
    return asleep + stopped > 0 ? asleep + stopped : null;
  }
}
