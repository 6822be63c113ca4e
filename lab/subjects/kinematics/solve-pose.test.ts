import { describe, expect, it } from 'vitest';
import { apply, length, rotationX, subtract, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import type { SolvedPose } from '../contract.ts';
import { averageBody } from './average-body.ts';
import { hipAnglesOf, hipFromCentres, hipRotation } from './hip-angles.ts';
import { jointOf, type JointName } from './joint-landmarks.ts';
import { clonePose, createPose, mirrorPose, type PosePatch } from './pose.ts';
import { solvePose } from './solve-pose.ts';

const SIDES: readonly Side[] = ['left', 'right'];
const posed = (patch: PosePatch = {}): SolvedPose => solvePose(averageBody, createPose(patch));
const at = (solved: SolvedPose, joint: JointName, side: Side): Vec3 => jointOf(solved, joint, side);
const outwards = (side: Side): number => (side === 'left' ? 1 : -1);

describe('signs of the trunk', () => {
  it('positive twist turns the front of the pelvis to the left and the left hip backward', () => {
    const solved = posed({ pelvis: { twist: 10 } });
    expect(solved.pelvis[2]).toBeGreaterThan(0);
    expect(at(solved, 'hip', 'left')[2]).toBeLessThan(at(solved, 'hip', 'right')[2]);
  });

  it('positive obliquity lifts the left hip towards the head', () => {
    const solved = posed({ pelvis: { obliquity: 10 } });
    expect(at(solved, 'hip', 'left')[1]).toBeGreaterThan(at(solved, 'hip', 'right')[1]);
  });

  it('positive tilt moves the top of the pelvis forward', () => {
    expect(posed({ pelvis: { tilt: 10 } }).pelvis[7]).toBeGreaterThan(0);
  });

  it('lumbar extension moves the chest backward', () => {
    const straight = at(posed(), 'shoulder', 'left')[2];
    expect(at(posed({ lumbar: { extension: 20 } }), 'shoulder', 'left')[2]).toBeLessThan(straight);
  });

  it('positive side bend lifts the left shoulder, positive rotation turns the chest to the left', () => {
    const bent = posed({ lumbar: { side: 10 } });
    expect(at(bent, 'shoulder', 'left')[1]).toBeGreaterThan(at(bent, 'shoulder', 'right')[1]);
    const turned = posed({ lumbar: { rotation: 10 } });
    expect(at(turned, 'shoulder', 'left')[2]).toBeLessThan(at(turned, 'shoulder', 'right')[2]);
  });
});

describe.each(SIDES)('signs of the %s hip', (side) => {
  it('internal rotation swings the foot of a bent leg outwards', () => {
    const solved = posed({ [side]: { hipFlexion: 90, kneeFlexion: 90, hipInternalRotation: 20 } });
    const swing = at(solved, 'ankle', side)[0] - at(solved, 'knee', side)[0];
    // A shank of 0.44 m swings 0.15 m with 20°.
    expect(outwards(side) * swing).toBeGreaterThan(0.05);
  });

  it('abduction moves the knee outwards', () => {
    const solved = posed({ [side]: { hipFlexion: 40, hipAbduction: 20, kneeFlexion: 90 } });
    const way = at(solved, 'knee', side)[0] - at(solved, 'hip', side)[0];
    expect(outwards(side) * way).toBeGreaterThan(0.05);
  });

  it('joint centres alone give its angles', () => {
    const given = { flexion: 63, abduction: 21, internalRotation: 34 };
    const solved = posed({
      base: { rx: -90, ry: 20 },
      pelvis: { twist: 12, obliquity: -7, tilt: 5 },
      [side]: {
        hipFlexion: given.flexion,
        hipAbduction: given.abduction,
        hipInternalRotation: given.internalRotation,
        kneeFlexion: 80,
      },
    });
    const found = hipFromCentres(solved, side);
    // Exact except for rounding.
    expect(found.flexion).toBeCloseTo(given.flexion, 6);
    expect(found.abduction).toBeCloseTo(given.abduction, 6);
    expect(found.internalRotation).toBeCloseTo(given.internalRotation, 6);
    expect(found.knee).toBeCloseTo(80, 6);
  });

  it('the rotation of the thigh gives its angles', () => {
    const given = { flexion: 80, abduction: 40, internalRotation: -25 };
    const found = hipAnglesOf(side, hipRotation(side, given));
    expect(found.flexion).toBeCloseTo(given.flexion, 9);
    expect(found.abduction).toBeCloseTo(given.abduction, 9);
    expect(found.internalRotation).toBeCloseTo(given.internalRotation, 9);
  });
});

describe('a posed body', () => {
  it('has all 33 landmarks and bones of constant length', () => {
    const [rest, bent] = [posed(), posed({ left: { hipFlexion: 70, kneeFlexion: 100 } })];
    expect(bent.landmarks).toHaveLength(33);
    const thigh = (solved: SolvedPose): number =>
      length(subtract(at(solved, 'hip', 'left'), at(solved, 'knee', 'left')));
    expect(thigh(bent)).toBeCloseTo(thigh(rest), 12);
  });

  it('is the mirror image of the mirrored pose', () => {
    const pose = createPose({
      base: { rx: -90, ry: 10, x: 0.1 },
      pelvis: { twist: 12, obliquity: 5 },
      lumbar: { side: 4, rotation: -6 },
      neck: { rotation: 20 },
      left: {
        hipFlexion: 50,
        hipInternalRotation: 30,
        kneeFlexion: 90,
        footKeep: 0.7,
        footRotation: rotationX(20),
      },
    });
    const [one, other] = [solvePose(averageBody, pose), solvePose(averageBody, mirrorPose(pose))];
    for (const joint of ['shoulder', 'wrist', 'hip', 'knee', 'ankle', 'toe'] as const) {
      const [x, y, z] = at(one, joint, 'left');
      at(other, joint, 'right').forEach((value, axis) => {
        expect(value).toBeCloseTo([-x, y, z][axis] ?? Number.NaN, 12);
      });
    }
  });

  it('keeps the orientation of a planted foot while the leg moves', () => {
    const planted = { footKeep: 1, footRotation: rotationX(15) } as const;
    const foot = averageBody.boneNames.indexOf('foot.L');
    const bone = posed({ left: { ...planted, hipFlexion: 50, kneeFlexion: 70 } }).bones[foot];
    apply(bone?.rotation ?? rotationX(0), [0, 0, 1]).forEach((value, axis) => {
      expect(value).toBeCloseTo(apply(rotationX(15), [0, 0, 1])[axis] ?? Number.NaN, 9);
    });
  });

  it('does not depend on an earlier pose of the same body', () => {
    const pose = createPose({ left: { hipFlexion: 30 } });
    const first = solvePose(averageBody, pose).landmarks;
    const other = clonePose(pose);
    other.left.hipFlexion = 60;
    other.pelvis.twist = 9;
    solvePose(averageBody, other);
    expect(solvePose(averageBody, pose).landmarks).toEqual(first);
  });

  it('reports a missing joint by name', () => {
    const { foot, ...joints } = { ...averageBody.joints, foot: averageBody.joints['foot.L____head'] };
    expect(foot).toBeDefined();
    const lame = { ...averageBody, joints: { ...joints, 'foot.L____head': undefined } };
    expect(() => solvePose(lame as never, createPose())).toThrow('no joint "foot.L"');
  });
});
