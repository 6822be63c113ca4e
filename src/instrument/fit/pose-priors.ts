import type { MeasurementPlan } from '../input/measurement-plan.ts';
import { INTERNAL_ROTATION, LEG_START, PELVIS, POSE_SIZE, ROOT, THORAX } from '../geometry/skeleton.ts';
import { legParameters } from '../reference-pose/start-pose.ts';
import { otherSide, type Seconds, type Side } from '../geometry/units.ts';

/** How fast the body may move between frames (standard deviations a second): a random walk that only bridges noise. */
const SPEED = { root: 0.2, pelvis: 40, leg: 90, rotation: 140, thorax: 40 } as const;

/** Standard deviation of each of the 17 numbers about the neutral, as the drill allows it. */
export function priorDeviations(plan: MeasurementPlan, working: Side): Float64Array {
  const { motion } = plan;
  const sd = new Float64Array(POSE_SIZE).fill(motion.rootSd);
  sd.fill(motion.pelvisSd, PELVIS, PELVIS + 3);
  sd[PELVIS] = motion.pelvisTiltSd ?? motion.pelvisSd;
  sd.set(legParameters(motion.workingSd), LEG_START[working]);
  const other = plan.side === 'both' ? motion.workingSd : motion.otherSd;
  sd.set(legParameters(other), LEG_START[otherSide(working)]);
  sd.fill(motion.thoraxSd, THORAX, THORAX + 3);
  return sd;
}

/** Standard deviation of each number's step from one frame to the next. */
export function walkDeviations(elapsed: Seconds): Float64Array {
  const walk = new Float64Array(POSE_SIZE).fill(SPEED.leg * elapsed);
  walk.fill(SPEED.root * elapsed, ROOT, ROOT + 3);
  walk.fill(SPEED.pelvis * elapsed, PELVIS, PELVIS + 3);
  walk.fill(SPEED.thorax * elapsed, THORAX, THORAX + 3);
  for (const k of [LEG_START.left, LEG_START.right]) walk[k + INTERNAL_ROTATION] = SPEED.rotation * elapsed;
  return walk;
}
