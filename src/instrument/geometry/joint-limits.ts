import type { LegPose, MeasurementPlan } from '../input/measurement-plan.ts';
import { LEG_START } from './skeleton.ts';
import { LEG_PARTS } from '../reference-pose/start-pose.ts';
import type { Degrees } from './units.ts';

/** Parameter `k` stays above `at` (sign 1) or below it (sign −1). */
export interface JointLimit {
  readonly k: number;
  readonly sign: 1 | -1;
  readonly at: Degrees;
}

/** The drill's soft limits, for both legs. */
export function jointLimits({ least = {}, most = {} }: MeasurementPlan['motion']): readonly JointLimit[] {
  const limitsOf = (limits: Partial<LegPose>, sign: 1 | -1): JointLimit[] =>
    LEG_PARTS.flatMap((part, offset) => {
      const at = limits[part];
      if (at === undefined) return [];
      return [LEG_START.left, LEG_START.right].map((start) => ({ k: start + offset, sign, at }));
    });
  return [...limitsOf(least, 1), ...limitsOf(most, -1)];
}
