import type { Milliseconds } from '../../instrument/geometry/units.ts';

/** So many deaths … */
const MOST_DEATHS = 3;
/** … within this time, and another restart would not help. */
const WITHIN: Milliseconds = 30_000;

/** Counts the deaths of workers and says when to give up. */
export class RestartPolicy {
  #deaths: Milliseconds[] = [];

  /** `true`: start another; `false`: give up. */
  died(now: Milliseconds): boolean {
    this.#deaths = [...this.#deaths.filter((death) => now - death < WITHIN), now];
    return this.#deaths.length < MOST_DEATHS;
  }

  /** The last one died soon after another: the cause may be the way it computes. */
  get repeated(): boolean {
    return this.#deaths.length > 1;
  }
}

/** The time limit of one frame: the usual answer takes a twentieth of it, a busy computer may be slower. */
const LEAST_LIMIT: Milliseconds = 4000;
const TIMES_THE_MEDIAN = 8;
const REMEMBERED = 32;

/** How long a reply may take, from how long the last ones took. */
export class ReplyTimes {
  #newest: Milliseconds[] = [];

  add(took: Milliseconds): void {
    this.#newest = [...this.#newest.slice(1 - REMEMBERED), took];
  }

  get limit(): Milliseconds {
    const sorted = [...this.#newest].sort((a, b) => a - b);
    return Math.max(LEAST_LIMIT, TIMES_THE_MEDIAN * (sorted[sorted.length >> 1] ?? 0));
  }

  clear(): void {
    this.#newest = [];
  }
}
