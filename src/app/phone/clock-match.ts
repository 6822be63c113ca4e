import type { Milliseconds } from '../../instrument/geometry/units.ts';

/** One question and its answer. */
export interface RoundTrip {
  /** When the laptop asked and when it had the answer, on its own clock. */
  readonly sent: Milliseconds;
  readonly received: Milliseconds;
  /** When the phone answered, on the phone's clock. */
  readonly there: Milliseconds;
}

interface Round {
  /** The phone's clock minus the laptop's. */
  readonly ahead: Milliseconds;
  /** `ahead` is wrong by no more than this: half of the round trip, when all of the delay was on one way. */
  readonly bound: Milliseconds;
  readonly at: Milliseconds;
}

/** Two quartz clocks run apart by up to 100 parts in a million: milliseconds in a millisecond. */
const DRIFT = 1e-4;
/** Older rounds say nothing that newer ones do not. */
const KEPT: Milliseconds = 60_000;
/** A round trip that took longer is no measurement. */
const LONGEST: Milliseconds = 1000;

/**
 * Puts times of the phone on the laptop's clock, from round trips. The shortest round bounds the error best; an old one has lost
 * by the drift of the clocks. Where a new round contradicts the old ones, the phone's clock has stood still (asleep), and they
 * are forgotten.
 */
export class ClockMatch {
  #rounds: readonly Round[] = [];
  #best: Round | null = null;

  add({ sent, received, there }: RoundTrip): void {
    const took = received - sent;
    if (!Number.isFinite(there) || !(took >= 0) || took > LONGEST) return;
    const round = { ahead: there - (sent + received) / 2, bound: took / 2, at: received };
    const jumped =
      this.#best !== null && Math.abs(round.ahead - this.#best.ahead) > round.bound + lossOf(this.#best, received) + 1;
    const kept = jumped ? [] : this.#rounds.filter(({ at }) => received - at < KEPT);
    this.#rounds = [...kept, round];
    this.#best = this.#rounds.reduce((a, b) => (lossOf(b, received) <= lossOf(a, received) ? b : a));
  }

  /** The laptop's time of a time on the phone; null: no round trip yet. */
  toHere(there: Milliseconds): Milliseconds | null {
    return this.#best && there - this.#best.ahead;
  }
}

const lossOf = ({ bound, at }: Round, now: Milliseconds): Milliseconds => bound + DRIFT * (now - at);
