import { describe, expect, it } from 'vitest';
import { measurementPlanFor } from '../../../src/app/session/set-plans.ts';
import { frameFitter, landmarkPoint } from '../../../src/instrument/fit/frame-fit.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import {
  medianOutOfPlaneAngles,
  OUT_OF_PLANE_SEGMENTS,
  type OutOfPlaneAngles,
  outOfPlaneAngleOf,
  outOfPlaneResiduals,
  outOfPlaneCorrection,
} from '../../../src/instrument/geometry/out-of-plane-angles.ts';
import {
  bodyOf,
  FITTED_LANDMARKS,
  FLEXION,
  INTERNAL_ROTATION,
  JOINT,
  KNEE,
  LEG_START,
} from '../../../src/instrument/geometry/skeleton.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import { hipMovementSequence } from '../../../src/drills/standing/hip-movement-sequence.ts';
import { segmentOutOfPlaneAngles } from '../../lab/pelvis-net/segment-out-of-plane-angles.ts';
import { clipOf, seenAt, stillOf } from '../support/truth-landmarks.ts';

const standing = clipOf('hip-movement-sequence-clean-25');

const EYE: Vec3 = [0, 1, 0];
const ahead = (z: number, x = 0): Vec3 => [x, 1, z];

describe('the out-of-plane angle of a segment', () => {
  it('is 1 straight away from the lens, −1 straight at it, 0 across the view', () => {
    expect(outOfPlaneAngleOf(ahead(-2), ahead(-3), EYE)).toBeCloseTo(1, 9);
    expect(outOfPlaneAngleOf(ahead(-3), ahead(-2), EYE)).toBeCloseTo(-1, 9);
    expect(outOfPlaneAngleOf(ahead(-2, -0.2), ahead(-2, 0.2), EYE)).toBeCloseTo(0, 9);
  });

  it('is the sine of the angle between segment and picture plane', () => {
    const thirty = Math.PI / 6;
    const half: Vec3 = [Math.cos(thirty) / 2, 0, -Math.sin(thirty) / 2];
    const from: Vec3 = [-half[0], 1, -3 - half[2]];
    const to: Vec3 = [half[0], 1, -3 + half[2]];
    expect(outOfPlaneAngleOf(from, to, EYE)).toBeCloseTo(0.5, 9);
  });
});

/** A standing person whose working knee is up and whose hip is rotated, as landmarks and as out-of-plane angles. */
function kneeUp(side: Side, internalRotation: number) {
  const seen = side === 'left' ? 'as filmed' : 'in a mirror';
  const plan = measurementPlanFor(hipMovementSequence, side, standing.subject.heightMetres);
  const { fit: referencePose } = findReferencePose(plan, stillOf(standing, seen));
  const pose = referencePose.pose.slice();
  const leg = LEG_START[side];
  for (const [part, by] of [
    [FLEXION, 80],
    [KNEE, 62],
    [INTERNAL_ROTATION, internalRotation],
  ] as const)
    pose[leg + part] = (pose[leg + part] ?? 0) + by;
  const body = bodyOf(pose, referencePose.reference, referencePose.bones);
  const points = new Float32Array(66);
  for (const [j, l] of FITTED_LANDMARKS.entries()) {
    const [x, y] = referencePose.camera.project(landmarkPoint(body, referencePose.offsets, j));
    points.set([x, y], 2 * l);
  }
  const off = new Float64Array(OUT_OF_PLANE_SEGMENTS.length);
  const same = (value: number): OutOfPlaneAngles => OUT_OF_PLANE_SEGMENTS.map(() => ({ value, sd: 1 }));
  outOfPlaneResiduals(side, referencePose.camera)(body, same(0), off, 0);
  const outOfPlaneAngles: OutOfPlaneAngles = [...off].map((value) => ({ value, sd: 0.06 }));
  /** Error of the fitted rotation after half a second of frames, degrees. */
  const errorWith = (measured?: OutOfPlaneAngles): number => {
    const withAngles = { ...plan, motion: { ...plan.motion, usesOutOfPlaneAngles: true as const } };
    const fitter = frameFitter(withAngles, referencePose, standing.width);
    let last = referencePose.pose;
    for (let i = 0; i < 6; i++)
      last = fitter.fit({ ...seenAt(points), ...(measured && { outOfPlaneAngles: measured }) }, last, 0.1).pose;
    const rotation = (last[leg + INTERNAL_ROTATION] ?? 0) - (referencePose.pose[leg + INTERNAL_ROTATION] ?? 0);
    return Math.abs(rotation - internalRotation);
  };
  return { referencePose, outOfPlaneAngles, errorWith };
}

describe.each(['left', 'right'] as const)('the fit of a %s leg with measured out-of-plane angles', (side) => {
  it('finds a foot that swings in, which the landmarks alone show as a knee that straightens', () => {
    const { outOfPlaneAngles, errorWith } = kneeUp(side, 25);
    // Degrees. The shin hangs 18° less than the drill expects: the error is 21 by the landmarks alone, 2.1 with the
    // angles.
    expect(errorWith()).toBeGreaterThan(15);
    expect(errorWith(outOfPlaneAngles)).toBeLessThan(4);
    expect(errorWith([null, outOfPlaneAngles[1] ?? null, null])).toBeLessThan(4);
  });

  it('loses no accuracy where the landmarks suffice', () => {
    const { outOfPlaneAngles, errorWith } = kneeUp(side, -25);
    // Degrees; 0.1 without the angles.
    expect(errorWith(outOfPlaneAngles)).toBeLessThan(1);
  });

  it('gives the same result without angles in the frame as with none at all', () => {
    const { errorWith } = kneeUp(side, 20);
    expect(errorWith([null, null, null])).toBe(errorWith());
  });
});

describe.each(['left', 'right'] as const)('the segments with the %s leg working', (side) => {
  const { referencePose } = kneeUp(side, 0);
  const { joints } = referencePose.body;
  const eye = referencePose.camera.place;
  const [hip, knee, ankle, otherHip] =
    side === 'left'
      ? [JOINT.leftHip, JOINT.leftKnee, JOINT.leftAnkle, JOINT.rightHip]
      : [JOINT.rightHip, JOINT.rightKnee, JOINT.rightAnkle, JOINT.leftHip];
  const angle = (from: number, to: number) => outOfPlaneAngleOf(joints[from] as Vec3, joints[to] as Vec3, eye);
  const expected = [angle(hip, knee), angle(knee, ankle), angle(otherHip, hip)];

  it('go from hip to knee, from knee to ankle, and from the other hip to the working one', () => {
    const out = new Float64Array(OUT_OF_PLANE_SEGMENTS.length);
    const measured: OutOfPlaneAngles = expected.map((value) => ({ value, sd: 1 }));
    outOfPlaneResiduals(side, referencePose.camera)(referencePose.body, measured, out, 0);
    for (const residual of out) expect(residual).toBeCloseTo(0, 12);
    // In this view the hip line is far from lying across, so a wrong direction would show.
    expect(Math.abs(expected[2] ?? 0)).toBeGreaterThan(0.3);
  });

  it('are the same in the training data of the network', () => {
    const landmarks: Vec3[] = Array.from({ length: 33 }, () => [0, 0, 0]);
    for (const [j, l] of FITTED_LANDMARKS.entries()) landmarks[l] = joints[j] as Vec3;
    const [thigh, , shin, , hips] = segmentOutOfPlaneAngles(landmarks, eye, side);
    expect([thigh, shin, hips]).toEqual(expected);
  });
});

describe('the out-of-plane angles of a hold', () => {
  const angles = (value: number): OutOfPlaneAngles => [{ value, sd: 0.1 }, null, { value: -value, sd: 0.2 }];

  it('are medians of the measured ones', () => {
    expect(medianOutOfPlaneAngles([angles(0.1), angles(0.5), angles(0.2)])).toEqual(angles(0.2));
    expect(medianOutOfPlaneAngles([])).toBeNull();
  });

  it.each(['left', 'right'] as const)('are subtracted later: the same error then leaves no residual (%s)', (side) => {
    const { referencePose, outOfPlaneAngles } = kneeUp(side, 10);
    const still = outOfPlaneAngles.map((angle) => angle && { ...angle, value: 0.3 });
    const correct = outOfPlaneCorrection(side, referencePose, still);
    const corrected = correct(still);
    const out = new Float64Array(OUT_OF_PLANE_SEGMENTS.length);
    outOfPlaneResiduals(side, referencePose.camera)(referencePose.body, corrected, out, 0);
    for (const residual of out) expect(residual).toBeCloseTo(0, 9);
  });

  it('change nothing later if none were measured in the hold', () => {
    const { referencePose, outOfPlaneAngles } = kneeUp('left', 10);
    expect(outOfPlaneCorrection('left', referencePose, undefined)(outOfPlaneAngles)).toEqual(outOfPlaneAngles);
    expect(outOfPlaneCorrection('left', referencePose, [null, null, null])(outOfPlaneAngles)).toEqual(outOfPlaneAngles);
  });
});
