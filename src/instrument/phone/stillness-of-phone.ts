import { angleOf, type Quaternion, upIn } from '../geometry/quaternion.ts';
import { add, angleBetween, unit, type Vec3 } from '../geometry/rotation.ts';
import type { Degrees, Seconds } from '../geometry/units.ts';
import type { PhoneSample } from '../input/phone-sample.ts';

/** A breath tips a phone on the belly by 1 to 2°, so a phone on a still body stays within this. */
const BREATH: Degrees = 2.5;

export const meanUp = (samples: readonly PhoneSample[]): Vec3 =>
  unit(samples.reduce<Vec3>((sum, { orientation }) => add(sum, upIn(orientation)), [0, 0, 0]));

/**
 * The mean "up" of a stretch in which the phone was still on a body; null: it was not, or samples are missing.
 * @param within how far a sample may be from the mean
 */
export function stillUp(
  samples: readonly PhoneSample[],
  from: Seconds,
  to: Seconds,
  within: Degrees = BREATH,
): Vec3 | null {
  const during = samples.filter(({ time }) => time >= from && time <= to);
  if (during.length < 8 * (to - from)) return null;
  const up = meanUp(during);
  return during.every(({ orientation }) => angleBetween(up, upIn(orientation)) < within) ? up : null;
}

/** Below this the samples are those of a thing that nobody wears: on a body every breath shows. */
const DEAD: Degrees = 0.06;

/** Whether nothing at all moved in a stretch, as on a table, or in a sensor that hangs. */
export function isDead(samples: readonly PhoneSample[], from: Seconds): boolean {
  const within = samples.filter(({ time }) => time >= from);
  const first: Quaternion | undefined = within[0]?.orientation;
  if (first === undefined || within.length < 10) return false;
  return within.every(({ orientation }) => angleOf(first, orientation) < DEAD);
}
