import {
  type Mat3,
  multiply,
  rotationX,
  rotationY,
  rotationZ,
  type Vec3,
} from '../../../src/instrument/geometry/rotation.ts';
import type { BySide, Side } from '../../../src/instrument/geometry/units.ts';
import type { BoneMotion, LimbPose, SubjectPose } from '../contract.ts';
import { carry, mixRotations, product } from '../vectors.ts';
import { hipRotation } from './hip-angles.ts';
import { clonePose } from './pose.ts';
import type { BoneSegment, CentralSegment, LimbRig, LimbSegment, Rig } from './rig.ts';

/** Motion of every segment: the trunk's by name, the limbs' under `left` and `right`. */
export type Segments = Readonly<Record<CentralSegment, BoneMotion>> & BySide<Readonly<Record<LimbSegment, BoneMotion>>>;

/** Share of the thigh's rotation that the skin at the groin follows; skin twists less than bone. */
const GROIN_TWIST = 0.45;
/** The shoulder blade lifts the shoulder by this share of the arm's elevation above 30°, at most by 25°. */
const CLAVICLE_SHARE = 0.18;

export const moved = (bone: BoneMotion, point: Vec3): Vec3 => carry(bone.rotation, bone.pivot, bone.place, point);

/** A segment that turns about a joint of its parent. */
const hinge = (parent: BoneMotion, pivot: Vec3, rotation: Mat3): BoneMotion => ({
  rotation,
  pivot,
  place: moved(parent, pivot),
});

function pelvisMotion(rig: Rig, { base, pelvis }: SubjectPose): BoneMotion {
  const rotation = product(
    rotationY(base.ry),
    rotationX(base.rx),
    rotationZ(base.rz),
    rotationY(pelvis.twist),
    rotationX(pelvis.tilt),
    rotationZ(pelvis.obliquity),
  );
  return { rotation, pivot: rig.hipCentre, place: [base.x, base.y, base.z] };
}

/** Motions of spine and head. Lumbar and neck angles are divided evenly among three joints each. */
function spineMotions(rig: Rig, pelvis: BoneMotion, { lumbar, neck }: SubjectPose) {
  const third = product(rotationX(-lumbar.extension / 3), rotationZ(lumbar.side / 3), rotationY(lumbar.rotation / 3));
  const bend = product(rotationX(neck.flexion / 3), rotationZ(neck.side / 3), rotationY(neck.rotation / 3));
  const spine5 = hinge(pelvis, rig.spine5, multiply(pelvis.rotation, third));
  const spine4 = hinge(spine5, rig.spine4, multiply(spine5.rotation, third));
  const chest = hinge(spine4, rig.spine3, multiply(spine4.rotation, third));
  const neck1 = hinge(chest, rig.neck1, multiply(chest.rotation, bend));
  const neck2 = hinge(neck1, rig.neck2, multiply(neck1.rotation, bend));
  const neck3 = hinge(neck2, rig.neck3, multiply(neck2.rotation, bend));
  const head = hinge(neck3, rig.head, neck3.rotation);
  return { pelvis, spine5, spine4, chest, neck1, neck2, neck3, head };
}

function legMotions(rig: LimbRig, pelvis: BoneMotion, limb: LimbPose, side: Side) {
  const hip = { flexion: limb.hipFlexion, abduction: limb.hipAbduction };
  const internalRotation = limb.hipInternalRotation;
  const femur = multiply(pelvis.rotation, hipRotation(side, { ...hip, internalRotation }));
  const groin = hipRotation(side, { ...hip, internalRotation: internalRotation * GROIN_TWIST });
  const thigh = hinge(pelvis, rig.hip, multiply(femur, rig.unthigh));
  const thighTop = hinge(pelvis, rig.hip, product(pelvis.rotation, groin, rig.unthigh));
  const tibia = multiply(femur, rotationX(limb.kneeFlexion));
  const shank = hinge(thigh, rig.knee, multiply(tibia, rig.unshank));
  const free = product(tibia, rotationX(-limb.ankleDorsiflexion), rig.unshank);
  const planted = limb.footRotation && mixRotations(free, limb.footRotation, limb.footKeep);
  const foot = hinge(shank, rig.ankle, planted ?? free);
  return { thigh, thighTop, shank, foot };
}

function armMotions(rig: LimbRig, chest: BoneMotion, limb: LimbPose, side: Side) {
  const raised = Math.max(limb.shoulderAbduction, limb.shoulderFlexion) - 30;
  const lift = Math.min(25, Math.max(0, raised) * CLAVICLE_SHARE) * (side === 'left' ? 1 : -1);
  const clavicle = hinge(chest, rig.clavicle, multiply(chest.rotation, rotationZ(lift)));
  const humerus = multiply(
    chest.rotation,
    hipRotation(side, {
      flexion: limb.shoulderFlexion,
      abduction: limb.shoulderAbduction,
      internalRotation: limb.shoulderRotation,
    }),
  );
  const ulna = multiply(humerus, rotationX(-limb.elbowFlexion));
  const upperArm = hinge(clavicle, rig.shoulder, multiply(humerus, rig.unupperArm));
  const forearm = hinge(upperArm, rig.elbow, multiply(ulna, rig.unforearm));
  const hand = hinge(forearm, rig.wrist, product(ulna, rotationX(limb.wristExtension), rig.unforearm));
  return { clavicle, upperArm, forearm, hand };
}

const LEG_ANGLES = [
  'hipFlexion',
  'hipAbduction',
  'hipInternalRotation',
  'kneeFlexion',
  'ankleDorsiflexion',
  'footKeep',
  'footRotation',
] as const satisfies readonly (keyof LimbPose)[];
const ARM_ANGLES = [
  'shoulderFlexion',
  'shoulderAbduction',
  'shoulderRotation',
  'elbowFlexion',
  'wristExtension',
] as const satisfies readonly (keyof LimbPose)[];

type Leg = ReturnType<typeof legMotions>;

type Arm = ReturnType<typeof armMotions>;

type Trunk = ReturnType<typeof spineMotions>;

/** A solved limb with its inputs: joint angles and parent motion. */
interface SolvedLimb<Motions> {
  readonly parent: BoneMotion;
  readonly limb: LimbPose;
  readonly motions: Motions;
}

/** The limbs of one body as solved last. */
interface LastSolved {
  trunk: { readonly pose: SubjectPose; readonly motions: Trunk } | null;
  readonly legs: Map<Side, SolvedLimb<Leg>>;
  readonly arms: Map<Side, SolvedLimb<Arm>>;
}

/**
 * Cache of the last solution of each body. The contact solver changes one angle at a time, so a limb with unchanged
 * angles and parent is taken from here. This makes a performance several times faster.
 */
const lastSolvedOf = new WeakMap<Rig, LastSolved>();

function memoryOf(rig: Rig): LastSolved {
  const known = lastSolvedOf.get(rig);
  if (known) return known;
  const memory: LastSolved = { trunk: null, legs: new Map(), arms: new Map() };
  lastSolvedOf.set(rig, memory);
  return memory;
}

const sameTrunk = (a: SubjectPose, b: SubjectPose): boolean =>
  sameNumbers(a.base, b.base) &&
  sameNumbers(a.pelvis, b.pelvis) &&
  sameNumbers(a.lumbar, b.lumbar) &&
  sameNumbers(a.neck, b.neck);

function sameNumbers<T extends object>(a: T, b: T): boolean {
  for (const key in a) if (a[key] !== b[key]) return false;
  return true;
}

function trunkOf(rig: Rig, memory: LastSolved, pose: SubjectPose): Trunk {
  if (memory.trunk && sameTrunk(pose, memory.trunk.pose)) return memory.trunk.motions;
  const motions = spineMotions(rig, pelvisMotion(rig, pose), pose);
  memory.trunk = { pose: clonePose(pose), motions };
  return motions;
}

function remembered<Motions>(
  memory: Map<Side, SolvedLimb<Motions>>,
  side: Side,
  angles: readonly (keyof LimbPose)[],
  [parent, limb]: readonly [BoneMotion, LimbPose],
  solve: () => Motions,
): Motions {
  const last = memory.get(side);
  const same = last?.parent === parent && angles.every((name) => last.limb[name] === limb[name]);
  if (same) return last.motions;
  const motions = solve();
  memory.set(side, { parent, limb: { ...limb }, motions });
  return motions;
}

/** Rigid motion of every segment for one pose. The joint angles are exact, because nothing is fitted. */
export function segmentsOf(rig: Rig, pose: SubjectPose): Segments {
  const memory = memoryOf(rig);
  const trunk = trunkOf(rig, memory, pose);
  const leg = (side: Side): Leg =>
    remembered(memory.legs, side, LEG_ANGLES, [trunk.pelvis, pose[side]], () =>
      legMotions(rig[side], trunk.pelvis, pose[side], side),
    );
  const arm = (side: Side): Arm =>
    remembered(memory.arms, side, ARM_ANGLES, [trunk.chest, pose[side]], () =>
      armMotions(rig[side], trunk.chest, pose[side], side),
    );
  return {
    ...trunk,
    left: { ...leg('left'), ...arm('left') },
    right: { ...leg('right'), ...arm('right') },
  };
}

export const motionOf = (segments: Segments, { side, segment }: BoneSegment): BoneMotion =>
  side === null ? segments[segment] : segments[side][segment];
