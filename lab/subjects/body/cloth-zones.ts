import { dot, subtract, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';

type Joints = Readonly<Record<string, Vec3>>;

/** Zone of the parts that no garment covers: head, hands, feet. */
const BARE = 9;

const clampShare = (x: number) => Math.max(0, Math.min(0.999, x));
const jointAt = (joints: Joints, name: string): Vec3 => joints[`${name}____head`] ?? [0, 0, 0];

function alongLimb(joints: Joints, from: string, to: string, p: Vec3): number {
  const start = jointAt(joints, from);
  const limb = subtract(jointAt(joints, to), start);
  return clampShare(dot(subtract(p, start), limb) / dot(limb, limb));
}

/**
 * The zone of a vertex, from which garments are cut: 0+u trunk (u 0 crotch … 1 neck),
 * 2+u leg (0 hip … 1 ankle), 4+u arm (0 shoulder … 1 wrist), `BARE`.
 * @param bone the bone with the largest weight
 */
export function zoneOf(bone: string, p: Vec3, joints: Joints): number {
  const side = bone.endsWith('.R') ? 'R' : 'L';
  if (/^(upperleg|lowerleg)/.test(bone)) {
    return 2 + alongLimb(joints, `upperleg01.${side}`, `foot.${side}`, p);
  }
  if (/^(upperarm|lowerarm)/.test(bone)) {
    return 4 + alongLimb(joints, `upperarm01.${side}`, `wrist.${side}`, p);
  }
  if (!/^(root|pelvis|spine|breast|clavicle|shoulder|neck01)/.test(bone)) return BARE;
  // The crotch lies 6 cm below the hip joints.
  const bottom = jointAt(joints, 'upperleg01.L')[1] - 0.06;
  const top = jointAt(joints, 'neck01')[1];
  return clampShare((p[1] - bottom) / (top - bottom));
}
