import type { Seconds, Share } from '../../instrument/geometry/units.ts';

/** Held up for this long it is a sign; nobody holds an arm up by chance for so long. */
const HELD: Seconds = 2;
/** A frame or two without the arm do not end a sign. */
const GAP: Seconds = 0.5;
/** Down for this long, the next one may come. */
const DOWN: Seconds = 0.8;

/** Follows an arm that is held up. */
export interface ArmSignal {
  /** Since when it has been up; null: it is down. */
  readonly since: Seconds | null;
  readonly seenAt: Seconds;
  /** The sign has been given: nothing more comes of this arm until it was down. */
  readonly spent: boolean;
}

export const armDown: ArmSignal = { since: null, seenAt: Number.NEGATIVE_INFINITY, spent: false };

/**
 * Takes in one reading. `given` is true once, when the arm has been up for two seconds.
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

/** How much of the sign is there, for the screen; null: none is being given. */
export const armProgress = ({ since, seenAt, spent }: ArmSignal): Share | null =>
  since === null || spent ? null : Math.min(1, (seenAt - since) / HELD);
