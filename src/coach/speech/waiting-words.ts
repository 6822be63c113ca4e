import type { Seconds } from '../../instrument/geometry/units.ts';

/** A sentence that may wait for a quiet moment, and is left out when none comes in time. */
interface Waiting {
  /** Each is said once a set. */
  readonly key: string;
  readonly text: string;
  readonly until: Seconds;
}

/** What is worth a word but never worth talking over something else. */
export interface WaitingWords {
  readonly waiting: readonly Waiting[];
  /** Keys of what has been said. */
  readonly said: readonly string[];
}

export const noWords: WaitingWords = { waiting: [], said: [] };
