import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import type { SkinPoint, SubjectBody } from '../contract.ts';

/** Joint centres of an average adult in the rest pose, metres; paired joints are those of the left side. */
const CENTRAL: Readonly<Record<string, Vec3>> = {
  spine05: [0, 0.121, 0.007],
  spine04: [0, 0.209, -0.025],
  spine03: [0, 0.279, -0.016],
  neck01: [0, 0.686, 0.015],
  neck02: [0, 0.709, 0.019],
  neck03: [0, 0.745, 0.029],
  head: [0, 0.783, 0.047],
};
const LEFT: Readonly<Record<string, Vec3>> = {
  upperleg01: [0.11, 0.115, -0.004],
  lowerleg01: [0.153, -0.311, 0.031],
  foot: [0.196, -0.746, 0.019],
  clavicle: [0.023, 0.611, 0.027],
  upperarm01: [0.188, 0.582, 0.021],
  lowerarm01: [0.355, 0.39, 0.019],
  wrist: [0.488, 0.263, 0.207],
  eye: [0.029, 0.822, 0.13],
  'finger5-1': [0.547, 0.19, 0.254],
  'finger2-1': [0.519, 0.223, 0.313],
  'finger1-2': [0.467, 0.248, 0.28],
};
const SKIN: Readonly<Record<string, readonly [Vec3, string]>> = {
  heel: [[0.198, -0.776, -0.044], 'foot'],
  toe: [[0.171, -0.804, 0.218], 'foot'],
  ear: [[0.088, 0.816, 0.039], 'head'],
  mouth: [[0.027, 0.751, 0.146], 'head'],
};
const BONES = [
  'root',
  ...Object.keys(CENTRAL),
  ...Object.keys(LEFT).flatMap((name) => [`${name}.L`, `${name}.R`]),
  'upperleg02.L',
  'upperleg02.R',
];

const mirror = ([x, y, z]: Vec3): Vec3 => [-x, y, z];

const onBone = (at: Vec3, bone: string): SkinPoint => ({
  at,
  weights: [1, 0, 0, 0],
  bones: [BONES.indexOf(bone), 0, 0, 0],
});

function joints(): Record<string, Vec3> {
  const central = Object.entries(CENTRAL).map(([name, at]) => [`${name}____head`, at]);
  const sides = Object.entries(LEFT).flatMap(([name, at]) => [
    [`${name}.L____head`, at],
    [`${name}.R____head`, mirror(at)],
  ]);
  return Object.fromEntries([...central, ...sides]) as Record<string, Vec3>;
}

function skinPoints(): Record<string, SkinPoint> {
  const pairs = Object.entries(SKIN).flatMap(([name, [at, bone]]) => {
    const limb = bone !== 'head';
    return [
      [`${name}.L`, onBone(at, limb ? `${bone}.L` : bone)],
      [`${name}.R`, onBone(mirror(at), limb ? `${bone}.R` : bone)],
    ];
  });
  const nose = ['nose', onBone([0, 0.78, 0.176], 'head')];
  return Object.fromEntries([...pairs, nose]) as Record<string, SkinPoint>;
}

/** A skeleton without skin, 1.75 m tall, for tests of movement that need no assets. */
export const averageBody: SubjectBody = {
  id: 'average',
  sex: 'male',
  height: 1.75,
  dorsal: 0.105,
  boneNames: BONES,
  joints: joints(),
  skinPoints: skinPoints(),
  meshes: [],
};
