import { apply, subtract } from '../../../src/instrument/geometry/rotation.ts';
import type { BodyMesh, BoneMotion } from '../contract.ts';

/** Numbers per bone in the table: nine for the rotation, three for the translation. */
const STRIDE = 12;

function boneTable(bones: readonly BoneMotion[]): Float64Array {
  const table = new Float64Array(bones.length * STRIDE);
  bones.forEach(({ rotation, pivot, place }, index) => {
    table.set(rotation, index * STRIDE);
    table.set(subtract(place, apply(rotation, pivot)), index * STRIDE + 9);
  });
  return table;
}

/**
 * Linear-blend skinning with four bones per vertex. An index out of range counts as zero.
 * @param out array for the result, as long as the mesh's positions; a new one when absent
 */
export function skinMesh(
  mesh: BodyMesh,
  bones: readonly BoneMotion[],
  out: Float32Array = new Float32Array(mesh.positions.length),
): Float32Array {
  const table = boneTable(bones);
  const { positions, weights, bones: index } = mesh;
  const entry = (at: number): number => table[at] ?? 0;
  for (let vertex = 0; vertex * 3 < positions.length; vertex += 1) {
    const x = positions[vertex * 3] ?? 0;
    const y = positions[vertex * 3 + 1] ?? 0;
    const z = positions[vertex * 3 + 2] ?? 0;
    const sum = [0, 0, 0];
    for (let slot = vertex * 4; slot < vertex * 4 + 4; slot += 1) {
      const weight = weights[slot] ?? 0;
      if (weight === 0) continue;
      const row = (index[slot] ?? 0) * STRIDE;
      for (let axis = 0; axis < 3; axis += 1) {
        const at = row + axis * 3;
        sum[axis] =
          (sum[axis] ?? 0) + weight * (entry(at) * x + entry(at + 1) * y + entry(at + 2) * z + entry(row + 9 + axis));
      }
    }
    out.set(sum, vertex * 3);
  }
  return out;
}
