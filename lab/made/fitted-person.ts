import type { FittedBodyInput } from '../../src/instrument/fit/fitted-body.ts';
import type { FrameFit } from '../../src/instrument/fit/frame-fit.ts';
import type { MeasurementPlan } from '../../src/instrument/input/measurement-plan.ts';
import type { ReferencePoseFit } from '../../src/instrument/reference-pose/reference-pose-fit.ts';
import { findReferencePose } from '../../src/instrument/reference-pose/reference-pose-search.ts';
import { blindPelvis, type PelvisObservation } from '../../src/instrument/fit/pelvis-observation.ts';
import { multiply, pelvisRotation, transpose } from '../../src/instrument/geometry/rotation.ts';
import { bodyOf, type Pose, POSE_SIZE } from '../../src/instrument/geometry/skeleton.ts';
import { type ClipName, clipOf, planOf, type Seen, stillOf } from './truth-landmarks.ts';

/** The plan and reference pose of a clip. Tests create frames by changing this pose. */
export interface FittedPerson {
  readonly plan: MeasurementPlan;
  readonly referencePose: ReferencePoseFit;
}

export function fittedPerson(name: ClipName, seen: Seen = 'as filmed'): FittedPerson {
  const clip = clipOf(name);
  const plan = planOf(clip, seen);
  return { plan, referencePose: findReferencePose(plan, stillOf(clip, seen)).fit };
}

/** A fit that found exactly this change of pose, with a standard deviation of 2° (root: 2 cm) for every value. */
function fitOf({ referencePose }: FittedPerson, change: (pose: Pose) => void = () => {}): FrameFit {
  const pose = Float64Array.from(referencePose.pose);
  change(pose);
  const body = bodyOf(pose, referencePose.reference, referencePose.bones);
  return {
    pose,
    body,
    sd: new Float64Array(POSE_SIZE).fill(2),
    pelvis: pelvisRotation(multiply(transpose(referencePose.reference.pelvis), body.pelvis)),
    cost: 0,
    normalisedResidualRms: 0.5,
    swapped: false,
  };
}

/** A pelvis observation with this twist in degrees. */
export const twisted = (value: number): PelvisObservation => ({ twist: { value, sd: 1 }, unseen: null });
export const LOST = blindPelvis('pelvis-lost');

export const inputOf = (
  person: FittedPerson,
  change?: (pose: Pose) => void,
  more: Partial<FittedBodyInput> = {},
): FittedBodyInput => ({
  ...person,
  fit: fitOf(person, change),
  pelvis: twisted(0),
  widening: 1,
  footSlide: null,
  reasons: [],
  valid: true,
  ...more,
});
