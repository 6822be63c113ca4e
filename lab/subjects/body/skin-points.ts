import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';

/** Joint positions by name, metres. */
type Joints = Readonly<Record<string, Vec3>>;

const jointAt = (joints: Joints, name: string): Vec3 => joints[name] ?? [0, 0, 0];

/**
 * Finds the skin vertices for landmarks that are no joints: nose, and on each side ear, mouth corner, heel and toe.
 * The search uses proportions of the face and foot of MakeHuman's base mesh.
 * @param points positions of the visible skin by vertex, metres
 * @returns the vertex for each name
 */
export function findSkinPoints(points: ReadonlyMap<number, Vec3>, joints: Joints): Record<string, number> {
  const lowest = Math.min(...[...points.values()].map((p) => p[1]));
  const eyes = jointAt(joints, 'eye.L____head')[1];
  const best = (within: (p: Vec3) => boolean, score: (p: Vec3) => number) => {
    let found = -1;
    let top = Number.NEGATIVE_INFINITY;
    for (const [vertex, p] of points) {
      if (!within(p)) continue;
      const value = score(p);
      if (value > top) [found, top] = [vertex, value];
    }
    if (found < 0) throw new Error('a landmark of the skin was not found on this body');
    return found;
  };
  const mouth = (side: number) =>
    best(
      (p) => Math.abs(p[1] - (eyes - 0.07)) < 0.012 && p[2] > 0.05,
      (p) => -Math.abs(p[0] - side * 0.026) - Math.abs(p[1] - (eyes - 0.07)) + p[2] * 0.1,
    );
  const ofSide = (side: number, letter: string) => {
    const eye = jointAt(joints, `eye.${letter}____head`);
    const isFoot = (p: Vec3) => p[0] * side > 0 && p[1] < lowest + 0.06;
    const besideEye = (p: Vec3) =>
      Math.abs(p[1] - eye[1] + 0.005) < 0.03 && p[2] < eye[2] - 0.04 && p[2] > eye[2] - 0.14;
    return {
      [`heel.${letter}`]: best(isFoot, (p) => -p[2]),
      [`toe.${letter}`]: best(isFoot, (p) => p[2]),
      [`ear.${letter}`]: best(besideEye, (p) => p[0] * side),
      [`mouth.${letter}`]: mouth(side),
    };
  };
  const underEyes = (p: Vec3) => p[1] < eyes && p[1] > eyes - 0.08 && Math.abs(p[0]) < 0.01;
  return { nose: best(underEyes, (p) => p[2]), ...ofSide(1, 'L'), ...ofSide(-1, 'R') };
}

/** Distance from the hip joints back to the skin that a supine person rests on, metres. */
export function dorsalDepth(points: Iterable<Vec3>, joints: Joints): number {
  const hip = jointAt(joints, 'upperleg01.L____head');
  let rearmost = Number.POSITIVE_INFINITY;
  for (const p of points) {
    // From the buttocks to below the shoulder blades, without the arms.
    if (p[1] > -0.05 && p[1] < 0.62 && Math.abs(p[0]) < 0.2) rearmost = Math.min(rearmost, p[2]);
  }
  // Metres by which soft tissue is compressed.
  const yields = 0.006;
  return hip[2] - rearmost + yields;
}
