import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';

/**
 * The set's time: the source's capture clock where frames come, the page's clock where they stop, so that a timeline goes on
 * without a picture. Never goes back.
 */
export class SessionClock {
  readonly #pageNow: () => Milliseconds;
  /** Set time minus page time, both in seconds. */
  #offset: Seconds;
  #last: Seconds;
  #frozen = false;

  /** Starts at `from`. */
  constructor(pageNow: () => Milliseconds, from: Seconds = 0) {
    this.#pageNow = pageNow;
    this.#last = from;
    this.#offset = from - pageNow() / 1000;
  }

  now(): Seconds {
    if (!this.#frozen) this.#last = Math.max(this.#last, this.#pageNow() / 1000 + this.#offset);
    return this.#last;
  }

  /** A frame captured at set time `time` is on show now. */
  observe(time: Seconds): void {
    if (this.#frozen) return;
    this.#offset = time - this.#pageNow() / 1000;
  }

  /** A file stands still while the set is paused: so does its time. */
  freeze(): void {
    this.now();
    this.#frozen = true;
  }

  thaw(): void {
    if (!this.#frozen) return;
    this.#frozen = false;
    this.#offset = this.#last - this.#pageNow() / 1000;
  }
}
