import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  apply,
  dot,
  fromRotationVector,
  length,
  type Mat3,
  mirrored,
  multiply,
  rotationX,
  rotationY,
  subtract,
  transpose,
  type Vec3,
} from '../../../src/instrument/geometry/rotation.ts';
import {
  bodyOf,
  boneLengths,
  JOINT,
  POSE_SIZE,
  type ReferenceOrientations,
} from '../../../src/instrument/geometry/skeleton.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import { bookAngles, poseOf, swingTwist } from '../../../lab/made/book-angles.ts';

const BONES = boneLengths(1.72);
const UPRIGHT: ReferenceOrientations = { pelvis: rotationX(0), thorax: rotationX(0) };
const SIDES = ['left', 'right'] as const;
const sides = fc.constantFrom<Side>(...SIDES);
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const leg = fc.record({
  flexion: between(-20, 120),
  abduction: between(-30, 65),
  internalRotation: between(-70, 70),
  knee: between(30, 140),
});
const orientation: fc.Arbitrary<Mat3> = fc
  .tuple(between(-170, 170), between(-80, 80), between(-80, 80))
  .map(([y, x, z]) => multiply(rotationY(y), fromRotationVector(x, 0, z)));

/** Degrees; rounding alone. */
const EXACT = 1e-6;

describe('the angles of a posed leg, computed from its joint centres by their definition', () => {
  it('are the four angles of the pose on both sides, for any orientation of the pelvis', () => {
    fc.assert(
      fc.property(sides, leg, orientation, (side, wanted, pelvis) => {
        const body = bodyOf(poseOf(side, wanted), { pelvis, thorax: pelvis }, BONES);
        const read = bookAngles(body, side);
        for (const name of ['flexion', 'abduction', 'internalRotation', 'knee'] as const)
          expect(Math.abs(read[name] - wanted[name])).toBeLessThan(EXACT);
      }),
    );
  });

  it.each(SIDES)('have no hip rotation at 90° of flexion and 20° of abduction (%s)', (side) => {
    const pose = poseOf(side, { flexion: 90, abduction: 20, internalRotation: 0, knee: 90 });
    const body = bodyOf(pose, UPRIGHT, BONES);
    expect(bookAngles(body, side).internalRotation).toBeCloseTo(0, 9);
    // Swing–twist from standing would call the same leg 20° rotated: 2·atan(tan 45° · tan 10°).
    expect(Math.abs(swingTwist(body, side))).toBeCloseTo(20, 9);
  });

  it('differ from swing–twist by 2·atan(tan(flexion/2)·tan(abduction/2)) if the hip is not rotated', () => {
    const half = (degrees: number) => Math.tan((degrees * Math.PI) / 360);
    fc.assert(
      fc.property(between(0, 120), between(0, 60), (flexion, abduction) => {
        const body = bodyOf(poseOf('left', { flexion, abduction, internalRotation: 0, knee: 90 }), UPRIGHT, BONES);
        const gap = (2 * Math.atan(half(flexion) * half(abduction)) * 180) / Math.PI;
        expect(Math.abs(Math.abs(swingTwist(body, 'left')) - gap)).toBeLessThan(EXACT);
      }),
    );
  });
});

describe('signs of the joint angles', () => {
  /** A joint's place along the person's own axes, outwards positive on both sides. */
  const placed = (side: Side, of: 'Knee' | 'Ankle', pose: Parameters<typeof poseOf>[1]) => {
    const body = bodyOf(poseOf(side, pose), UPRIGHT, BONES);
    const [x, y, z] = subtract(body.joints[JOINT[`${side}${of}`]] as Vec3, body.joints[JOINT[`${side}Hip`]] as Vec3);
    return { out: side === 'left' ? x : -x, up: y, front: z };
  };

  it.each(SIDES)('internal rotation takes the foot of a bent knee outwards (%s)', (side) => {
    const still = { flexion: 90, abduction: 0, internalRotation: 0, knee: 90 };
    expect(placed(side, 'Ankle', still).out).toBeCloseTo(0, 9);
    expect(placed(side, 'Ankle', { ...still, internalRotation: 30 }).out).toBeCloseTo(BONES.shank / 2, 9);
    expect(placed(side, 'Ankle', { ...still, internalRotation: -30 }).out).toBeCloseTo(-BONES.shank / 2, 9);
  });

  it.each(SIDES)('flexion brings the knee forward, abduction outwards, knee flexion the heel back (%s)', (side) => {
    const straight = { flexion: 0, abduction: 0, internalRotation: 0, knee: 0 };
    expect(placed(side, 'Knee', { ...straight, flexion: 90 }).front).toBeCloseTo(BONES.thigh, 9);
    expect(placed(side, 'Knee', { ...straight, abduction: 30 }).out).toBeCloseTo(BONES.thigh / 2, 9);
    expect(placed(side, 'Ankle', { ...straight, knee: 90 }).front).toBeCloseTo(-BONES.shank, 9);
  });
});

describe('the body', () => {
  const anyPose = fc
    .tuple(fc.array(between(-40, 60), { minLength: POSE_SIZE, maxLength: POSE_SIZE }), between(-1, 1))
    .map(([values, x]) => Float64Array.from(values).fill(x, 0, 3));

  it('with the other side working is the mirror image, with left and right swapped', () => {
    fc.assert(
      fc.property(anyPose, orientation, (pose, pelvis) => {
        const reference = { pelvis, thorax: multiply(pelvis, rotationX(12)) };
        const other = bodyOf(
          mirrorPose(pose),
          { pelvis: mirrored(reference.pelvis), thorax: mirrored(reference.thorax) },
          BONES,
        );
        bodyOf(pose, reference, BONES).joints.forEach(([x, y, z], j) => {
          const [mx, my, mz] = other.joints[j ^ 1] as Vec3;
          for (const off of [mx + x, my - y, mz - z]) expect(Math.abs(off)).toBeLessThan(1e-9);
        });
      }),
    );
  });

  it('keeps its bone lengths in every pose', () => {
    fc.assert(
      fc.property(anyPose, (pose) => {
        const { joints } = bodyOf(pose, UPRIGHT, BONES);
        const gap = (a: number, b: number) => length(subtract(joints[a] as Vec3, joints[b] as Vec3));
        expect(gap(JOINT.leftHip, JOINT.rightHip)).toBeCloseTo(BONES.hipWidth, 9);
        for (const side of SIDES) {
          expect(gap(JOINT[`${side}Hip`], JOINT[`${side}Knee`])).toBeCloseTo(BONES.thigh, 9);
          expect(gap(JOINT[`${side}Knee`], JOINT[`${side}Ankle`])).toBeCloseTo(BONES.shank, 9);
        }
        expect(gap(JOINT.leftShoulder, JOINT.rightShoulder)).toBeCloseTo(2 * BONES.shoulder[0], 9);
      }),
    );
  });

  it('moves each landmark with its segment', () => {
    const body = bodyOf(poseOf('left', { flexion: 50, abduction: 10, internalRotation: 20, knee: 80 }), UPRIGHT, BONES);
    const along = (segment: number, from: number, to: number) => {
      const bone = subtract(body.joints[to] as Vec3, body.joints[from] as Vec3);
      return dot(apply(transpose(body.segments[segment] as Mat3), bone), [0, -1, 0]);
    };
    expect(along(JOINT.leftKnee, JOINT.leftHip, JOINT.leftKnee)).toBeCloseTo(BONES.thigh, 9);
    expect(along(JOINT.leftAnkle, JOINT.leftKnee, JOINT.leftAnkle)).toBeCloseTo(BONES.shank, 9);
    expect(body.segments[JOINT.leftHip]).toBe(body.pelvis);
    expect(body.segments[JOINT.rightShoulder]).toBe(body.thorax);
  });
});

/** The pose of the mirrored person: legs swapped, sideways and rotations about the up and front axes reversed. */
function mirrorPose(pose: Float64Array): Float64Array {
  const mirror = pose.map((value, k) => ([0, 4, 5, 15, 16].includes(k) ? -value : value));
  mirror.set(pose.subarray(10, 14), 6);
  mirror.set(pose.subarray(6, 10), 10);
  return mirror;
}
