import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { ViewGrade } from '../checks/view-check.ts';
import type { LegModel } from './leg-model.ts';

/**
 * The drill's plan while the leg network locates the legs. The landmark biases are those of BlazePose, so they are 0.
 * Standard deviations below the plan's own are used only in good views, because they were validated only there.
 */
export function planForLegNetwork(
  plan: MeasurementPlan,
  { fit, slants: outOfPlaneAngles }: Pick<LegModel, 'fit' | 'slants'>,
  view: ViewGrade = 'good',
): MeasurementPlan {
  const { motion } = plan;
  const ifGoodView = (factor: number): number => (view === 'good' ? factor : Math.max(1, factor));
  return {
    ...plan,
    motion: {
      ...motion,
      // Validated for good views only.
      ...(view === 'good' ? motion.withLegNetwork : {}),
      ankleLead: 0,
      ankleLagOutwards: 0,
      hipLag: 0,
      kneeLag: 0,
      hipSdScale: ifGoodView(fit.spread) * motion.hipSdScale,
      rotationSdScale: ifGoodView(fit.rotationSpread ?? 1) * (motion.rotationSdScale ?? 1),
      ...(outOfPlaneAngles && { usesOutOfPlaneAngles: true }),
    },
  };
}
