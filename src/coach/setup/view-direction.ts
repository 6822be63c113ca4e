import type { ViewPlan } from '../../instrument/input/measurement-plan.ts';
import { type Degrees, leadingSide, turnBetween, type WorkingSide } from '../../instrument/geometry/units.ts';

/** The way along the person's own axes in which the laptop goes; the feet are the front of somebody who lies. */
export type Way = 'front' | 'back' | 'left' | 'right';

export type ViewMove =
  /** A part of the way round: a step in this direction. */
  | { readonly kind: 'step'; readonly way: Way }
  /** Most of the way round: which way does not matter, the place does. 0…360, of this person, not mirrored. */
  | { readonly kind: 'place'; readonly azimuth: Degrees }
  /** The lens is too low to look down at the hips. */
  | { readonly kind: 'higher' };

/** The good place that is aimed at lies so far inside its range that nobody stops at its edge. */
const INSIDE: Degrees = 6;
/** Up to here a direction is worth more than the name of a place. */
const STEP: Degrees = 60;

const modulo = (azimuth: Degrees): Degrees => ((azimuth % 360) + 360) % 360;

/** From `a` to `b` the short way round, −180 … 180, positive going up. */
const turnFrom = (a: Degrees, b: Degrees): Degrees => modulo(b - a + 180) - 180;

/** The drill's good ranges for this side: they are written for the left. */
const goodRanges = (view: ViewPlan, side: WorkingSide): readonly (readonly [Degrees, Degrees])[] =>
  leadingSide(side) === 'left' ? view.good : view.good.map(([from, to]) => [360 - to, 360 - from] as const);

/** The nearest place from which the drill is well seen. */
export function nearestGoodAzimuth(view: ViewPlan, side: WorkingSide, azimuth: Degrees): Degrees {
  const targets = goodRanges(view, side).map(([from, to]): Degrees => {
    const middle = (from + to) / 2;
    const half = Math.max(0, (to - from) / 2 - INSIDE);
    const off = turnFrom(middle, azimuth);
    return modulo(middle + Math.max(-half, Math.min(half, off)));
  });
  return targets.reduce((best, one) => (turnBetween(one, azimuth) < turnBetween(best, azimuth) ? one : best));
}

/**
 * Which way the laptop has to go from where it stands to where the drill is well seen; null when it stands there.
 * Azimuth: 0 front or feet, 90 the person's left.
 * @param lens where the instrument finds the lens, degrees
 */
export function viewMove(
  view: ViewPlan,
  side: WorkingSide,
  lens: { readonly azimuth: Degrees; readonly lookingDown: Degrees },
): ViewMove | null {
  const azimuth = modulo(lens.azimuth);
  const inside = goodRanges(view, side).some(([from, to]) => turnBetween(azimuth, (from + to) / 2) <= (to - from) / 2);
  if (inside) return lens.lookingDown < view.lookingDown ? { kind: 'higher' } : null;
  const target = nearestGoodAzimuth(view, side, azimuth);
  const turn = turnFrom(azimuth, target);
  if (Math.abs(turn) > STEP) return { kind: 'place', azimuth: target };
  return { kind: 'step', way: wayOf(azimuth, turn) };
}

/**
 * The axis along the tangent half-way: at most 45° off it, and half the turn off the tangent where the laptop stands, so a step
 * along it never leads away as long as the turn is below 90°.
 */
function wayOf(azimuth: Degrees, turn: Degrees): Way {
  const middle = ((azimuth + turn / 2) * Math.PI) / 180;
  const front = -Math.sin(middle) * Math.sign(turn);
  const left = Math.cos(middle) * Math.sign(turn);
  if (Math.abs(front) > Math.abs(left)) return front > 0 ? 'front' : 'back';
  return left > 0 ? 'left' : 'right';
}
