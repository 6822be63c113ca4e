import { describe, expect, it } from 'vitest';
import { measurementPlanFor } from '../../../src/app/session/measurement-plan-for.ts';
import { frameFitter, landmarkPoint } from '../../../src/instrument/fit/frame-fit.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import {
  medianOutOfPlaneAngles,
  OUT_OF_PLANE_SEGMENTS,
  type OutOfPlaneAngles,
  outOfPlaneAngleOf,
  outOfPlaneResiduals,
  outOfPlaneZero,
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
import { segmentOutOfPlaneAngles } from '../../lab/pelvis-net/segment-slants.ts';
import { clipOf, seenAt, stillOf } from '../truth-landmarks.ts';

const standing = clipOf('hip-movement-sequence-clean-25');

const EYE: Vec3 = [0, 1, 0];
const ahead = (z: number, x = 0): Vec3 => [x, 1, z];

describe('the slant of a segment', () => {
  it('is 1 straight away from the lens, −1 straight at it, 0 across the view', () => {
    expect(outOfPlaneAngleOf(ahead(-2), ahead(-3), EYE)).toBeCloseTo(1, 9);
    expect(outOfPlaneAngleOf(ahead(-3), ahead(-2), EYE)).toBeCloseTo(-1, 9);
    expect(outOfPlaneAngleOf(ahead(-2, -0.2), ahead(-2, 0.2), EYE)).toBeCloseTo(0, 9);
  });

  it('is the sine of the angle out of the picture', () => {
    const thirty = Math.PI / 6;
    const half: Vec3 = [Math.cos(thirty) / 2, 0, -Math.sin(thirty) / 2];
    const from: Vec3 = [-half[0], 1, -3 - half[2]];
    const to: Vec3 = [half[0], 1, -3 + half[2]];
    expect(outOfPlaneAngleOf(from, to, EYE)).toBeCloseTo(0.5, 9);
  });
});

/** Somebody who stands, and the same with the knee up and the hip turned. */
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
  const told = (value: number): OutOfPlaneAngles => OUT_OF_PLANE_SEGMENTS.map(() => ({ value, sd: 1 }));
  outOfPlaneResiduals(side, referencePose.camera)(body, told(0), off, 0);
  const outOfPlaneAngles: OutOfPlaneAngles = [...off].map((value) => ({ value, sd: 0.06 }));
  /** How far the rotation is read off what it is, degrees, after half a second of looking. */
  const wrongBy = (knows?: OutOfPlaneAngles): number => {
    const sharp = { ...plan, motion: { ...plan.motion, meanOutOfPlaneAngles: true as const } };
    const fitter = frameFitter(sharp, referencePose, standing.width);
    let last = referencePose.pose;
    for (let i = 0; i < 6; i++)
      last = fitter.fit({ ...seenAt(points), ...(knows && { outOfPlaneAngles: knows }) }, last, 0.1).pose;
    const turned = (last[leg + INTERNAL_ROTATION] ?? 0) - (referencePose.pose[leg + INTERNAL_ROTATION] ?? 0);
    return Math.abs(turned - internalRotation);
  };
  return { neutral: referencePose, slants: outOfPlaneAngles, wrongBy };
}

describe.each(['left', 'right'] as const)('the fit of a %s leg that is told its slants', (side) => {
  it('finds a foot that swings in, which their places alone show as a knee that straightens', () => {
    const { slants: outOfPlaneAngles, wrongBy } = kneeUp(side, 25);
    // Degrees. The shin hangs 18° short of what the drill expects: 21 off by the places alone, 2.1 by the slants.
    expect(wrongBy()).toBeGreaterThan(15);
    expect(wrongBy(outOfPlaneAngles)).toBeLessThan(4);
    expect(wrongBy([null, outOfPlaneAngles[1] ?? null, null])).toBeLessThan(4);
  });

  it('loses nothing where the places tell enough', () => {
    const { slants: outOfPlaneAngles, wrongBy } = kneeUp(side, -25);
    // Degrees; .1 without.
    expect(wrongBy(outOfPlaneAngles)).toBeLessThan(1);
  });

  it('reads what it read before where nothing is told of this frame', () => {
    const { wrongBy } = kneeUp(side, 20);
    expect(wrongBy([null, null, null])).toBe(wrongBy());
  });
});

describe.each(['left', 'right'] as const)('the segments of somebody whose %s leg works', (side) => {
  const { neutral: referencePose } = kneeUp(side, 0);
  const { joints } = referencePose.body;
  const eye = referencePose.camera.place;
  const [hip, knee, ankle, otherHip] =
    side === 'left'
      ? [JOINT.leftHip, JOINT.leftKnee, JOINT.leftAnkle, JOINT.rightHip]
      : [JOINT.rightHip, JOINT.rightKnee, JOINT.rightAnkle, JOINT.leftHip];
  const way = (from: number, to: number) => outOfPlaneAngleOf(joints[from] as Vec3, joints[to] as Vec3, eye);
  const expected = [way(hip, knee), way(knee, ankle), way(otherHip, hip)];

  it('go from hip to knee, from knee to ankle, and from the other hip to the working one', () => {
    const out = new Float64Array(OUT_OF_PLANE_SEGMENTS.length);
    const told: OutOfPlaneAngles = expected.map((value) => ({ value, sd: 1 }));
    outOfPlaneResiduals(side, referencePose.camera)(referencePose.body, told, out, 0);
    for (const residual of out) expect(residual).toBeCloseTo(0, 12);
    // Half from the front on the working side the hips' line is far from lying across, so its direction shows.
    expect(Math.abs(expected[2] ?? 0)).toBeGreaterThan(0.3);
  });

  it('are labelled so in what the network learns from', () => {
    const landmarks: Vec3[] = Array.from({ length: 33 }, () => [0, 0, 0]);
    for (const [j, l] of FITTED_LANDMARKS.entries()) landmarks[l] = joints[j] as Vec3;
    const [thigh, , shin, , hips] = segmentOutOfPlaneAngles(landmarks, eye, side);
    expect([thigh, shin, hips]).toEqual(expected);
  });
});

describe('slants told of a hold', () => {
  const told = (value: number): OutOfPlaneAngles => [{ value, sd: 0.1 }, null, { value: -value, sd: 0.2 }];

  it('are their medians, of what was told at all', () => {
    expect(medianOutOfPlaneAngles([told(0.1), told(0.5), told(0.2)])).toEqual(told(0.2));
    expect(medianOutOfPlaneAngles([])).toBeNull();
  });

  it.each(['left', 'right'] as const)('are the zero: as much off as then is not off (%s)', (side) => {
    const { neutral: referencePose, slants: outOfPlaneAngles } = kneeUp(side, 10);
    const still = outOfPlaneAngles.map((said) => said && { ...said, value: 0.3 });
    const zero = outOfPlaneZero(side, referencePose, still);
    const rest = zero(still);
    const out = new Float64Array(OUT_OF_PLANE_SEGMENTS.length);
    outOfPlaneResiduals(side, referencePose.camera)(referencePose.body, rest, out, 0);
    for (const residual of out) expect(residual).toBeCloseTo(0, 9);
  });

  it('take nothing off where nothing was told then', () => {
    const { neutral: referencePose, slants: outOfPlaneAngles } = kneeUp('left', 10);
    expect(outOfPlaneZero('left', referencePose, undefined)(outOfPlaneAngles)).toEqual(outOfPlaneAngles);
    expect(outOfPlaneZero('left', referencePose, [null, null, null])(outOfPlaneAngles)).toEqual(outOfPlaneAngles);
  });
});
