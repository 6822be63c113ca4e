import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { ViewGrade } from '../checks/view-check.ts';
import type { LegModel } from './leg-model.ts';

/**
 * The plan where the legs are the network's. What is known of how landmarks stray from their joints is known of the pose model's
 * points, so nothing strays. How much narrower its bands may be is known of the drill's good places only.
 */
export function planForLegNetwork(
  plan: MeasurementPlan,
  { fit, slants: outOfPlaneAngles }: Pick<LegModel, 'fit' | 'slants'>,
  view: ViewGrade = 'good',
): MeasurementPlan {
  const { motion } = plan;
  const earned = (times: number): number => (view === 'good' ? times : Math.max(1, times));
  return {
    ...plan,
    motion: {
      ...motion,
      // What a fair place lets go of, nobody has measured.
      ...(view === 'good' ? motion.sharp : {}),
      ankleLead: 0,
      hipLag: 0,
      kneeLag: 0,
      spread: earned(fit.spread) * motion.spread,
      rotationSpread: earned(fit.rotationSpread ?? 1) * (motion.rotationSpread ?? 1),
      ...(outOfPlaneAngles && { meanOutOfPlaneAngles: true }),
    },
  };
}
