import type { MeasurementPlan } from '../measurement-plan.ts';
import type { LegModel } from './leg-model.ts';

/**
 * The plan where the legs are the network's. What is known of how landmarks stray from their joints is known of the pose model's
 * points, so nothing strays.
 */
export function sharpPlan(
  plan: MeasurementPlan,
  { fit, slants }: Pick<LegModel, 'fit' | 'slants'>,
): MeasurementPlan {
  const { motion } = plan;
  return {
    ...plan,
    motion: {
      ...motion,
      ankleLead: 0,
      hipLag: 0,
      kneeLag: 0,
      spread: fit.spread * motion.spread,
      rotationSpread: (fit.rotationSpread ?? 1) * (motion.rotationSpread ?? 1),
      ...(slants && { slantsTold: true }),
    },
  };
}
