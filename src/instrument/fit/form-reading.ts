import { mean } from '../geometry/mean.ts';
import type { FrameFit } from './frame-fit.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { ReferencePoseFit } from '../reference-pose/reference-pose-fit.ts';
import type { FormReading } from '../output/reading.ts';
import { DEG, subtract, unit, type Vec3 } from '../geometry/rotation.ts';
import { type Body, JOINT, KNEE, LEG_START } from '../geometry/skeleton.ts';
import type { Degrees, Estimate, Metres } from '../geometry/units.ts';

/** What one frame gives the channels that only some drills ask for. */
export interface FormInput {
  readonly plan: Pick<MeasurementPlan, 'form'>;
  readonly referencePose: Pick<ReferencePoseFit, 'body'>;
  readonly fit: Pick<FrameFit, 'body' | 'sd'>;
  readonly widening: number;
  /** Of the nearer planted foot; null: no foot is planted. */
  readonly footShift: Estimate<Metres> | null;
}

const SHINS = [
  [JOINT.leftKnee, JOINT.leftAnkle],
  [JOINT.rightKnee, JOINT.rightAnkle],
] as const;

/** Only what the plan names; undefined where it names nothing. */
export function formReading(input: FormInput): FormReading | undefined {
  const { form } = input.plan;
  if (form === undefined || form.length === 0) return undefined;
  return {
    ...(form.includes('shin-drop') ? { shinDrop: shinDrop(input) } : {}),
    ...(form.includes('foot-shift') ? { footShift: input.footShift } : {}),
  };
}

/** Slope of a shin below the level, downwards to the foot. */
function slope({ joints }: Body, [knee, ankle]: (typeof SHINS)[number]): Degrees {
  const shin = unit(subtract(joints[ankle] as Vec3, joints[knee] as Vec3));
  return -Math.asin(Math.max(-1, Math.min(1, shin[1]))) * DEG;
}

function shinDrop({ referencePose: neutral, fit, widening }: FormInput): Estimate<Degrees> {
  const drops = SHINS.map((shin) => slope(fit.body, shin) - slope(neutral.body, shin));
  const sds = [LEG_START.left, LEG_START.right].map((k) => fit.sd[k + KNEE] ?? Infinity);
  return { value: mean(drops), sd: mean(sds) * widening };
}
