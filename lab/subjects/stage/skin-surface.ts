import { BufferAttribute, BufferGeometry, type Material, type Mesh } from 'three';
import type { BodyMesh, BoneMotion } from '../contract.ts';
import { skinMesh } from '../kinematics/skin-mesh.ts';
import { thing } from './materials.ts';

/** For each vertex the first vertex at the same position, so that texture seams do not show in the shading. */
function weldOf(positions: Float32Array): Uint32Array {
  const first = new Map<string, number>();
  return Uint32Array.from({ length: positions.length / 3 }, (_, i) => {
    const key = Array.from(positions.subarray(i * 3, i * 3 + 3), (x) => x.toFixed(5)).join();
    const before = first.get(key);
    if (before === undefined) first.set(key, i);
    return before ?? i;
  });
}

/** Adds the area-weighted normal of each triangle to its corners. */
function gatherNormals(
  triangles: Uint32Array,
  weld: Uint32Array,
  positions: Float32Array,
  normals: Float32Array,
): void {
  const p = (i: number) => positions[i] ?? 0;
  const addAt = (vertex: number, x: number, y: number, z: number) => {
    const at = (weld[vertex] ?? 0) * 3;
    normals[at] = (normals[at] ?? 0) + x;
    normals[at + 1] = (normals[at + 1] ?? 0) + y;
    normals[at + 2] = (normals[at + 2] ?? 0) + z;
  };
  for (let i = 0; i < triangles.length; i += 3) {
    const va = triangles[i] ?? 0;
    const vb = triangles[i + 1] ?? 0;
    const vc = triangles[i + 2] ?? 0;
    const a = va * 3;
    const ux = p(vb * 3) - p(a);
    const uy = p(vb * 3 + 1) - p(a + 1);
    const uz = p(vb * 3 + 2) - p(a + 2);
    const vx = p(vc * 3) - p(a);
    const vy = p(vc * 3 + 1) - p(a + 1);
    const vz = p(vc * 3 + 2) - p(a + 2);
    const x = uy * vz - uz * vy;
    const y = uz * vx - ux * vz;
    const z = ux * vy - uy * vx;
    addAt(va, x, y, z);
    addAt(vb, x, y, z);
    addAt(vc, x, y, z);
  }
}

function finishNormals(weld: Uint32Array, normals: Float32Array): void {
  for (let i = 0; i < weld.length; i++) {
    const from = (weld[i] ?? i) * 3;
    const at = i * 3;
    // The first vertex at a position has the smallest index, so its normal already has length one when the others copy
    // it.
    const x = normals[from] ?? 0;
    const y = normals[from + 1] ?? 0;
    const z = normals[from + 2] ?? 0;
    const size = from === at ? Math.hypot(x, y, z) || 1 : 1;
    normals[at] = x / size;
    normals[at + 1] = y / size;
    normals[at + 2] = z / size;
  }
}

/** A mesh of the person that follows the bones. */
export interface SkinSurface {
  readonly mesh: Mesh;
  /** Vertex positions in the present pose, metres, before the shift to the floor. */
  readonly positions: Float32Array;
  readonly follow: (bones: readonly BoneMotion[]) => void;
}

/**
 * @param triangles the triangles to show
 * @param off distance of each vertex along its normal, metres; null: on the skin
 */
export function createSkinSurface(
  source: BodyMesh,
  triangles: Uint32Array,
  material: Material,
  off: Float32Array | null,
  uv: BufferAttribute = new BufferAttribute(source.uv, 2),
): SkinSurface {
  const positions = new Float32Array(source.positions.length);
  const normals = new Float32Array(source.positions.length);
  const geometry = new BufferGeometry();
  const place = new BufferAttribute(positions, 3);
  const normal = new BufferAttribute(normals, 3);
  geometry.setAttribute('position', place);
  geometry.setAttribute('normal', normal);
  geometry.setAttribute('uv', uv);
  geometry.setIndex(new BufferAttribute(triangles, 1));
  const mesh = thing(geometry, material);
  // The bounds change with every pose.
  mesh.frustumCulled = false;
  const weld = weldOf(source.positions);
  const follow = (bones: readonly BoneMotion[]) => {
    skinMesh(source, bones, positions);
    normals.fill(0);
    // Uses all triangles, so that a hem gets the normals of continuous cloth.
    gatherNormals(source.triangles, weld, positions, normals);
    finishNormals(weld, normals);
    if (off) {
      for (let i = 0; i < positions.length; i++) {
        positions[i] = (positions[i] ?? 0) + (normals[i] ?? 0) * (off[Math.floor(i / 3)] ?? 0);
      }
    }
    place.needsUpdate = true;
    normal.needsUpdate = true;
  };
  return { mesh, positions, follow };
}
