import type { BodyMesh, SubjectBody } from '../contract.ts';

/** Byte offset of an array in the binary file, and its number of elements. */
type ArraySpan = readonly [number, number];

export interface MeshHead {
  readonly name: BodyMesh['name'];
  readonly texture: string | null;
  readonly positions: ArraySpan;
  readonly uv: ArraySpan;
  readonly triangles: ArraySpan;
  readonly weights: ArraySpan;
  readonly bones: ArraySpan;
  readonly zone: ArraySpan | null;
  readonly covered: ArraySpan | null;
}

/** The JSON half of a body's two files. */
export interface BodyHead extends Omit<SubjectBody, 'meshes'> {
  readonly meshes: readonly MeshHead[];
}

/** Joins a body's two files. Used in Node and in the browser page. */
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
