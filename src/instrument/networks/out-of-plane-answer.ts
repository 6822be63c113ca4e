import { OUT_OF_PLANE_SEGMENTS, type OutOfPlaneAngles } from '../geometry/out-of-plane-angles.ts';
import type { LegAnswer, SlantScale } from './leg-model.ts';

/** The network's spreads are logs of tenths. */
const TENTH = 0.1;

/** @param said as in `LegAnswer`, in the order of the scales */
export function outOfPlaneAnglesFrom(
  scales: readonly SlantScale[],
  said: NonNullable<LegAnswer['slants']>,
): OutOfPlaneAngles {
  return OUT_OF_PLANE_SEGMENTS.map((segment) => {
    const k = scales.findIndex(({ name }) => name === segment);
    const [scale, value] = [scales[k], said[k]];
    if (!scale || value === undefined) return null;
    const sd = TENTH * Math.exp(said[k + scales.length] ?? Infinity) * scale.spread;
    return { value, sd: Math.max(scale.leastSd, sd) };
  });
}
