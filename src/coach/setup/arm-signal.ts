import type { Seconds, Share } from '../../instrument/geometry/units.ts';

/** Held up for this long, a raised arm is a signal. Nobody holds an arm up for so long by chance. */
const HELD: Seconds = 2;
/** A shorter gap in which the arm is not seen does not end the signal. */
const GAP: Seconds = 0.5;
/** After a signal the arm must be down for this long before the next one counts. */
const DOWN: Seconds = 0.8;

/** State of the arm signal, which pauses and resumes a set. */
export interface ArmSignal {
  /** Since when the arm has been up; null: it is down. */
  readonly since: Seconds | null;
  readonly seenAt: Seconds;
  /** True: the signal was given, so nothing more happens until the arm was down. */
  readonly spent: boolean;
}

export const armDown: ArmSignal = { since: null, seenAt: Number.NEGATIVE_INFINITY, spent: false };

/**
 * Feeds one reading. `given` is true once, when the arm has been up for two seconds.
 * @param raised whether an arm is clearly seen to point up
 */
export function stepArm(
  signal: ArmSignal,
  time: Seconds,
  raised: boolean,
): { readonly signal: ArmSignal; readonly given: boolean } {
  if (!raised) {
    const down = time - signal.seenAt > (signal.spent ? DOWN : GAP);
    return { signal: down ? armDown : signal, given: false };
  }
  const since = signal.since !== null && time - signal.seenAt <= DOWN ? signal.since : time;
  const given = !signal.spent && time - since >= HELD;
  return { signal: { since, seenAt: time, spent: signal.spent || given }, given };
}

/** Progress of the signal for the screen, 0 to 1; null: none. */
export const armProgress = ({ since, seenAt, spent }: ArmSignal): Share | null =>
  since === null || spent ? null : Math.min(1, (seenAt - since) / HELD);
