import type { BodyMesh, SubjectBody } from '../contract.ts';

/** Byte where an array starts in the binary, and its number of elements. */
type Stretch = readonly [number, number];

export interface MeshHead {
  readonly name: BodyMesh['name'];
  readonly texture: string | null;
  readonly positions: Stretch;
  readonly uv: Stretch;
  readonly triangles: Stretch;
  readonly weights: Stretch;
  readonly bones: Stretch;
  readonly zone: Stretch | null;
  readonly covered: Stretch | null;
}

/** The part of a body's file that is text. */
export interface BodyHead extends Omit<SubjectBody, 'meshes'> {
  readonly meshes: readonly MeshHead[];
}

/** Puts a body together from its two files; for Node and for the page. */
export function joinBody(head: BodyHead, bytes: ArrayBuffer): SubjectBody {
  const meshOf = (mesh: MeshHead): BodyMesh => ({
    name: mesh.name,
    texture: mesh.texture,
    positions: new Float32Array(bytes, ...mesh.positions),
    uv: new Float32Array(bytes, ...mesh.uv),
    triangles: new Uint32Array(bytes, ...mesh.triangles),
    weights: new Float32Array(bytes, ...mesh.weights),
    bones: new Uint16Array(bytes, ...mesh.bones),
    zone: mesh.zone && new Float32Array(bytes, ...mesh.zone),
    covered: mesh.covered && new Uint8Array(bytes, ...mesh.covered),
  });
  return { ...head, meshes: head.meshes.map(meshOf) };
}
