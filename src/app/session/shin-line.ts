import type { LegByPhone } from '../../coach/record/set-record.ts';
import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import { onClock, type PhoneSample } from '../../instrument/input/phone-sample.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import { ShinWatch } from '../../instrument/phone/shin-watch.ts';
import type { PhoneFeed, ShinLine } from './phone-feed.ts';

/** The start may have been held this long before the set listens. */
const BEFORE: Seconds = 8;

/** A phone on the shin in a hip test, on the clock of the set. It counts from each start position that the camera has. */
export class ShinOfSet implements ShinLine {
  readonly #watch = new ShinWatch();
  readonly #setNow: () => Seconds;
  readonly #pageNow: () => Milliseconds;
  readonly #stop: () => void;
  #startAt: Seconds | null = null;

  constructor(feed: PhoneFeed, setNow: () => Seconds, pageNow: () => Milliseconds) {
    this.#setNow = setNow;
    this.#pageNow = pageNow;
    this.#take(feed.recent(pageNow() / 1000 - BEFORE));
    this.#stop = feed.onSamples((samples) => this.#take(samples));
  }

  observe({ referencePose }: Pick<Reading, 'referencePose'>): void {
    if (referencePose.kind !== 'set' || referencePose.at === this.#startAt) return;
    this.#startAt = referencePose.at;
    this.#watch.zero(this.#setNow());
  }

  mostIn(from: Seconds, to: Seconds): LegByPhone | null {
    const most = this.#watch.mostIn(from, to);
    return most && { value: most.value, sd: most.sd, ...(most.askew ? { askew: true } : {}) };
  }

  close(): void {
    this.#stop();
  }

  #take(samples: readonly PhoneSample[]): void {
    this.#watch.take(onClock(samples, this.#setNow() - this.#pageNow() / 1000));
  }
}
