import type { MeasurementPlan } from '../measurement-plan.ts';
import type { LegFit } from './leg-model.ts';

/**
 * The plan where the legs are the network's. What is known of how landmarks stray from their joints is known of the pose model's
 * points, so nothing strays; hip points are as good as any.
 */
export function sharpPlan(plan: MeasurementPlan, { spread, landmarkSd }: LegFit): MeasurementPlan {
  const sd = landmarkSd ?? plan.motion.landmarkSd;
  const motion = {
    ...plan.motion,
    ankleLead: 0,
    hipLag: 0,
    kneeLag: 0,
    landmarkSd: sd,
    hipLandmarkSd: sd,
    spread: spread * plan.motion.spread,
  };
  return { ...plan, motion };
}
