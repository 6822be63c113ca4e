import type { ViewPlan } from '../../instrument/input/measurement-plan.ts';
import { type Degrees, leadingSide, angleDifference, type WorkingSide } from '../../instrument/geometry/units.ts';

/** Where the laptop must move, along the person's axes. Of a person who lies, front is towards the feet. */
export type Way = 'front' | 'back' | 'left' | 'right';

export type ViewMove =
  /** A short way round the person: a step in this direction. */
  | { readonly kind: 'step'; readonly way: Way }
  /** A long way round, so the place is named instead of a direction. Azimuth 0 to 360 for this person, not mirrored. */
  | { readonly kind: 'place'; readonly azimuth: Degrees }
  /** The camera is too low to look down at the hips. */
  | { readonly kind: 'higher' };

/** The target lies this far inside the good range, so that small errors do not matter. */
const INSIDE: Degrees = 6;
/** Up to this angle a direction is given, beyond it a place. */
const STEP: Degrees = 60;

const modulo = (azimuth: Degrees): Degrees => ((azimuth % 360) + 360) % 360;

/** The angle from `a` to `b` the short way round, −180 to 180. */
const signedAngle = (a: Degrees, b: Degrees): Degrees => modulo(b - a + 180) - 180;

/** The good ranges of azimuth for this side. Drills are written for the left side. */
const goodRanges = (view: ViewPlan, side: WorkingSide): readonly (readonly [Degrees, Degrees])[] =>
  leadingSide(side) === 'left' ? view.good : view.good.map(([from, to]) => [360 - to, 360 - from] as const);

/** The nearest azimuth from which the drill is seen well. */
export function nearestGoodAzimuth(view: ViewPlan, side: WorkingSide, azimuth: Degrees): Degrees {
  const targets = goodRanges(view, side).map(([from, to]): Degrees => {
    const middle = (from + to) / 2;
    const half = Math.max(0, (to - from) / 2 - INSIDE);
    const off = signedAngle(middle, azimuth);
    return modulo(middle + Math.max(-half, Math.min(half, off)));
  });
  return targets.reduce((best, one) => (angleDifference(one, azimuth) < angleDifference(best, azimuth) ? one : best));
}

/**
 * How the laptop must move to see the drill well; null: it stands right. Azimuth: 0 front or feet, 90 the person's
 * left.
 * @param lens position of the camera as the instrument measures it, degrees
 */
export function viewMove(
  view: ViewPlan,
  side: WorkingSide,
  lens: { readonly azimuth: Degrees; readonly lookingDown: Degrees },
): ViewMove | null {
  const azimuth = modulo(lens.azimuth);
  const inside = goodRanges(view, side).some(
    ([from, to]) => angleDifference(azimuth, (from + to) / 2) <= (to - from) / 2,
  );
  if (inside) return lens.lookingDown < view.lookingDown ? { kind: 'higher' } : null;
  const target = nearestGoodAzimuth(view, side, azimuth);
  const turn = signedAngle(azimuth, target);
  if (Math.abs(turn) > STEP) return { kind: 'place', azimuth: target };
  return { kind: 'step', way: wayOf(azimuth, turn) };
}

/**
 * The person's axis nearest to the tangent in the middle of the way. It is at most 45° off that tangent, so for turns
 * below 90° the step never leads away from the target.
 */
function wayOf(azimuth: Degrees, turn: Degrees): Way {
  const middle = ((azimuth + turn / 2) * Math.PI) / 180;
  const front = -Math.sin(middle) * Math.sign(turn);
  const left = Math.cos(middle) * Math.sign(turn);
  if (Math.abs(front) > Math.abs(left)) return front > 0 ? 'front' : 'back';
  return left > 0 ? 'left' : 'right';
}
