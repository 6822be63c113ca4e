import type { Milliseconds } from '../../instrument/geometry/units.ts';
import { readSample, type SentSample } from './phone-messages.ts';

/**
 * What became of a message on the channel of samples.
 * - repeated: a sample that was there, or an older one
 * - flood: more than any sensor sends
 */
export type Gated = SentSample | 'unreadable' | 'repeated' | 'flood';

/** Messages a second, twice the fastest sensor, and how many may come at once after a delay. */
const MOST_A_SECOND = 120;
const AT_ONCE = 300;
/**
 * Milliseconds. Browsers round orientation to 0.1°, and a trunk that breathes moves by 1° or 2° every four seconds.
 */
const FROZEN_AFTER: Milliseconds = 8000;

/** A bucket of tokens: so many a second, and so many at once. */
export class RateLimit {
  readonly #perSecond: number;
  readonly #most: number;
  #left: number;
  #at: Milliseconds = Number.NEGATIVE_INFINITY;

  constructor(perSecond: number, most: number) {
    this.#perSecond = perSecond;
    this.#most = most;
    this.#left = most;
  }

  takes(now: Milliseconds): boolean {
    const gained = ((now - this.#at) * this.#perSecond) / 1000;
    this.#left = Math.min(this.#most, this.#left + Math.max(0, gained));
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}

/** Lets through what a phone on a body can send. */
export class SampleGate {
  readonly #rate = new RateLimit(MOST_A_SECOND, AT_ONCE);
  #last: SentSample | null = null;
  #movedAt: Milliseconds = 0;

  /** @param now on the laptop's clock */
  take(data: unknown, now: Milliseconds): Gated {
    if (!this.#rate.takes(now)) return 'flood';
    const sample = readSample(data);
    if (sample === null) return 'unreadable';
    const last = this.#last;
    if (last !== null && (sample.number <= last.number || sample.at <= last.at)) return 'repeated';
    this.#last = sample;
    if (last === null || sample.orientation.some((part, index) => part !== last.orientation[index]))
      this.#movedAt = now;
    return sample;
  }

  /** Whether the orientation has been the same for so long that no body carries the phone. @param now on the laptop's clock */
  isFrozen(now: Milliseconds): boolean {
    return now - this.#movedAt > FROZEN_AFTER;
  }
}
