import type { FrameLandmarks } from './frame-fit.ts';
import type { Degrees, Estimate } from './units.ts';

const [LEFT_SHOULDER, RIGHT_SHOULDER] = [11, 12] as const;
/** Standard deviation of the shoulders' width in the picture over its neutral, in people who keep facing the lens: clips of the seat. */
const WIDTH_SD = 0.012;
/** Below this turn the width hardly changes with it: its spread is that of this turn. */
const LEAST_SHOWN: Degrees = 10;
const DEG = 180 / Math.PI;

function width({ points }: Pick<FrameLandmarks, 'points'>): number {
  const at = (landmark: number, c: 0 | 1): number => points[2 * landmark + c] ?? 0;
  return Math.hypot(
    at(LEFT_SHOULDER, 0) - at(RIGHT_SHOULDER, 0),
    at(LEFT_SHOULDER, 1) - at(RIGHT_SHOULDER, 1),
  );
}

/**
 * How far the chest has turned from facing the lens, either way (≥ 0, degrees), from how much narrower the shoulders look than
 * in the neutral. The eight fitted joints do not tell: seen from the front, a shoulder line that turns stands where one that is
 * drawn in does, and the fit takes the pelvis for what moves. Null: there is no width to compare.
 */
export function shoulderTurn(
  still: Pick<FrameLandmarks, 'points'>,
  now: Pick<FrameLandmarks, 'points'>,
): Estimate<Degrees> | null {
  const before = width(still);
  if (!(before > 0)) return null;
  const turn = Math.acos(Math.min(1, width(now) / before)) * DEG;
  return { value: turn, sd: (WIDTH_SD / Math.sin(Math.max(turn, LEAST_SHOWN) / DEG)) * DEG };
}
