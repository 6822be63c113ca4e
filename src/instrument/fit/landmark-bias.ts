import { ankleLead } from './ankle-lead.ts';
import { hipLag } from './hip-lag.ts';
import { kneeLag } from './knee-lag.ts';
import type { MotionModel } from '../input/measurement-plan.ts';
import type { ReferencePoseFit } from '../reference-pose/reference-pose-fit.ts';
import type { Vec3 } from '../geometry/rotation.ts';
import { type Body, JOINT, type Pose } from '../geometry/skeleton.ts';
import { legJointIndex } from '../reference-pose/start-pose.ts';
import type { Side } from '../geometry/units.ts';

const isKnee = (joint: number): boolean => joint === JOINT.leftKnee || joint === JOINT.rightKnee;

/**
 * How far the landmark of a joint has come off the place that the neutral taught, metres in the room; null: it moves with its joint.
 * The pose model errs alike in every body there, so the fit expects it.
 */
export type LandmarkStrays = (joint: number, body: Body, pose: Pose) => Vec3 | null;

export function landmarkStrays(motion: MotionModel, working: Side, referencePose: ReferencePoseFit): LandmarkStrays {
  const { ankleLead: lead = 0, hipLag: hips = 0, kneeLag: knees = 0 } = motion;
  const { pose: start, body: rest } = referencePose;
  const ankle = legJointIndex('working ankle', working);
  const hip = legJointIndex('working hip', working);
  return (joint, body, pose) => {
    if (joint === ankle && lead !== 0) return ankleLead(body, working, lead, pose, start);
    if (joint === hip && hips !== 0) return hipLag(body, rest, joint, hips);
    return knees !== 0 && isKnee(joint) ? kneeLag(body, rest, joint, knees) : null;
  };
}
