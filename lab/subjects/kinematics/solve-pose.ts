import { add, scale, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import type { BoneMotion, SkinPoint, SolvedPose, SubjectBody, SubjectPose } from '../contract.ts';
import { type Rig, rigOf } from './rig.ts';
import { motionOf, moved, type Segments, segmentsOf } from './segments.ts';

/** Position of a skin point that is moved by its bones. */
function skinned(point: SkinPoint, bones: readonly BoneMotion[]): Vec3 {
  return point.weights.reduce<Vec3>(
    (sum, weight, index) => {
      const bone = bones[point.bones[index] ?? -1];
      return bone && weight > 0 ? add(sum, scale(moved(bone, point.at), weight)) : sum;
    },
    [0, 0, 0],
  );
}

/** @throws {Error} when the body lacks the point. */
function skinPoint(body: SubjectBody, name: string, bones: readonly BoneMotion[]): Vec3 {
  const point = body.skinPoints[name];
  if (!point) throw new Error(`The body "${body.id}" has no skin point "${name}".`);
  return skinned(point, bones);
}

function sideLandmarks(body: SubjectBody, rig: Rig, segments: Segments, bones: readonly BoneMotion[], side: Side) {
  const limb = rig[side];
  const letter = side === 'left' ? 'L' : 'R';
  const limbs = segments[side];
  const { hand } = limbs;
  return {
    eye: moved(segments.head, limb.eye),
    ear: skinPoint(body, `ear.${letter}`, bones),
    mouth: skinPoint(body, `mouth.${letter}`, bones),
    body: [
      limbs.upperArm.place,
      limbs.forearm.place,
      hand.place,
      moved(hand, limb.littleFinger),
      moved(hand, limb.indexFinger),
      moved(hand, limb.thumb),
      limbs.thigh.place,
      limbs.shank.place,
      limbs.foot.place,
      skinPoint(body, `heel.${letter}`, bones),
      skinPoint(body, `toe.${letter}`, bones),
    ],
  };
}

/**
 * All 33 landmarks in BlazePose's order: nose, three per eye, ears, mouth, then left and right in turn from shoulder to
 * toe.
 */
function landmarksOf(body: SubjectBody, rig: Rig, segments: Segments, bones: readonly BoneMotion[]): Vec3[] {
  const left = sideLandmarks(body, rig, segments, bones, 'left');
  const right = sideLandmarks(body, rig, segments, bones, 'right');
  return [
    skinPoint(body, 'nose', bones),
    left.eye,
    left.eye,
    left.eye,
    right.eye,
    right.eye,
    right.eye,
    left.ear,
    right.ear,
    left.mouth,
    right.mouth,
    ...left.body.flatMap((place, index) => [place, right.body[index] ?? place]),
  ];
}

/**
 * Bones and landmarks of a body in a pose of anatomical angles (degrees). The mid-hip lies at `base` (metres).
 * @throws {Error} when the body lacks a joint or a skin point.
 */
export function solvePose(body: SubjectBody, pose: SubjectPose): SolvedPose {
  const rig = rigOf(body);
  const segments = segmentsOf(rig, pose);
  const bones = rig.segmentOfBone.map((bone) => motionOf(segments, bone));
  return {
    bones,
    landmarks: landmarksOf(body, rig, segments, bones),
    pelvis: segments.pelvis.rotation,
    thorax: segments.chest.rotation,
  };
}
