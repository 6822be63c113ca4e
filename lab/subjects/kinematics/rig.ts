import {
  apply,
  type Mat3,
  midpoint,
  subtract,
  transpose,
  type Vec3,
} from '../../../src/instrument/geometry/rotation.ts';
import type { BySide, Side } from '../../../src/instrument/geometry/units.ts';
import type { SubjectBody } from '../contract.ts';
import { frameAlong } from '../vectors.ts';

export type CentralSegment = 'pelvis' | 'spine5' | 'spine4' | 'chest' | 'neck1' | 'neck2' | 'neck3' | 'head';

export type LimbSegment = 'thighTop' | 'thigh' | 'shank' | 'foot' | 'clavicle' | 'upperArm' | 'forearm' | 'hand';

/** The segment that moves a bone. */
export type BoneSegment =
  | { readonly side: null; readonly segment: CentralSegment }
  | { readonly side: Side; readonly segment: LimbSegment };

/** Joint centres of a side in the rest pose, and the inverse rest orientations of its segments. */
export interface LimbRig {
  readonly hip: Vec3;
  readonly knee: Vec3;
  readonly ankle: Vec3;
  readonly clavicle: Vec3;
  readonly shoulder: Vec3;
  readonly elbow: Vec3;
  readonly wrist: Vec3;
  readonly eye: Vec3;
  readonly littleFinger: Vec3;
  readonly indexFinger: Vec3;
  readonly thumb: Vec3;
  readonly unthigh: Mat3;
  readonly unshank: Mat3;
  readonly unupperArm: Mat3;
  readonly unforearm: Mat3;
}

/** The parts of a body that the kinematics need, computed once per body. */
export interface Rig extends BySide<LimbRig> {
  readonly hipCentre: Vec3;
  readonly spine5: Vec3;
  readonly spine4: Vec3;
  readonly spine3: Vec3;
  readonly neck1: Vec3;
  readonly neck2: Vec3;
  readonly neck3: Vec3;
  readonly head: Vec3;
  /** In the order of the body's bones. */
  readonly segmentOfBone: readonly BoneSegment[];
}

const SIDE_LETTER: BySide<string> = { left: 'L', right: 'R' };

/** @throws {Error} when the body lacks the joint. */
function headOf(body: SubjectBody, bone: string): Vec3 {
  const joint = body.joints[`${bone}____head`];
  if (!joint) throw new Error(`The body "${body.id}" has no joint "${bone}".`);
  return joint;
}

function limbRig(body: SubjectBody, side: Side): LimbRig {
  const at = (bone: string): Vec3 => headOf(body, `${bone}.${SIDE_LETTER[side]}`);
  const [hip, knee, ankle] = [at('upperleg01'), at('lowerleg01'), at('foot')];
  const [shoulder, elbow, wrist] = [at('upperarm01'), at('lowerarm01'), at('wrist')];
  const across: Vec3 = [1, 0, 0];
  const thigh = frameAlong(subtract(hip, knee), across);
  const shank = frameAlong(subtract(knee, ankle), apply(thigh, across));
  const upperArm = frameAlong(subtract(shoulder, elbow), across);
  const forearm = frameAlong(subtract(elbow, wrist), apply(upperArm, across));
  return {
    hip,
    knee,
    ankle,
    shoulder,
    elbow,
    wrist,
    clavicle: at('clavicle'),
    eye: at('eye'),
    littleFinger: at('finger5-1'),
    indexFinger: at('finger2-1'),
    thumb: at('finger1-2'),
    unthigh: transpose(thigh),
    unshank: transpose(shank),
    unupperArm: transpose(upperArm),
    unforearm: transpose(forearm),
  };
}

/**
 * Segment for each pattern of a bone's name without its side; the first match counts. Other bones belong to the head.
 */
const CENTRAL_BONES: readonly (readonly [RegExp, CentralSegment])[] = [
  [/^(root|pelvis)$/, 'pelvis'],
  [/^spine05$/, 'spine5'],
  [/^spine04$/, 'spine4'],
  [/^(spine0[123]|breast)$/, 'chest'],
  [/^neck01$/, 'neck1'],
  [/^neck02$/, 'neck2'],
  [/^neck03$/, 'neck3'],
];
const LIMB_BONES: readonly (readonly [RegExp, LimbSegment])[] = [
  [/^(clavicle|shoulder01)$/, 'clavicle'],
  [/^upperleg01$/, 'thighTop'],
  [/^upperleg02$/, 'thigh'],
  [/^lowerleg/, 'shank'],
  [/^(foot$|toe)/, 'foot'],
  [/^upperarm/, 'upperArm'],
  [/^lowerarm/, 'forearm'],
  [/^(wrist|finger|metacarpal)/, 'hand'],
];

function segmentOf(bone: string): BoneSegment {
  const name = bone.replace(/\.[LR]$/, '');
  const limb = LIMB_BONES.find(([pattern]) => pattern.test(name))?.[1];
  if (limb) return { side: bone.endsWith('.L') ? 'left' : 'right', segment: limb };
  const central = CENTRAL_BONES.find(([pattern]) => pattern.test(name))?.[1];
  return { side: null, segment: central ?? 'head' };
}

const rigs = new WeakMap<SubjectBody, Rig>();

/** @throws {Error} when the body lacks a joint that the kinematics need. */
export function rigOf(body: SubjectBody): Rig {
  const known = rigs.get(body);
  if (known) return known;
  const left = limbRig(body, 'left');
  const right = limbRig(body, 'right');
  const rig: Rig = {
    left,
    right,
    hipCentre: midpoint(left.hip, right.hip),
    spine5: headOf(body, 'spine05'),
    spine4: headOf(body, 'spine04'),
    spine3: headOf(body, 'spine03'),
    neck1: headOf(body, 'neck01'),
    neck2: headOf(body, 'neck02'),
    neck3: headOf(body, 'neck03'),
    head: headOf(body, 'head'),
    segmentOfBone: body.boneNames.map(segmentOf),
  };
  rigs.set(body, rig);
  return rig;
}
