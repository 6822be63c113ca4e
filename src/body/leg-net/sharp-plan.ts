import type { MeasurementPlan } from '../measurement-plan.ts';
import type { LegModel } from './leg-model.ts';

/**
 * The plan where the legs are the network's. What is known of how landmarks stray from their joints is known of the pose model's
 * points, so nothing strays.
 */
export function sharpPlan(
  plan: MeasurementPlan,
  { fit: { spread }, slants }: Pick<LegModel, 'fit' | 'slants'>,
): MeasurementPlan {
  const motion = slants ? { ...plan.motion, slantsTold: true as const } : plan.motion;
  return {
    ...plan,
    motion: { ...motion, ankleLead: 0, hipLag: 0, kneeLag: 0, spread: spread * motion.spread },
  };
}
