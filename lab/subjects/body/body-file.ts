import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { BodyMesh, SubjectBody } from '../contract.ts';
import { type BodyHead, joinBody, type MeshHead } from './body-parts.ts';

/** Bytes. Each array starts at a multiple of this, so that a typed array can view it without a copy. */
const ALIGNMENT = 4;

/**
 * Writes `FILE.json` and `FILE.bin`. An interrupted write leaves no half file under these names.
 * @param file path without ending
 */
export function writeBody(file: string, body: SubjectBody): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const push = (array: Float32Array | Uint32Array | Uint16Array | Uint8Array) => {
    const bytes = Buffer.from(array.buffer, array.byteOffset, array.byteLength);
    const padding = Buffer.alloc((ALIGNMENT - (bytes.length % ALIGNMENT)) % ALIGNMENT);
    const start = length;
    chunks.push(bytes, padding);
    length += bytes.length + padding.length;
    return [start, array.length] as const;
  };
  const headOf = (mesh: BodyMesh): MeshHead => ({
    name: mesh.name,
    texture: mesh.texture,
    positions: push(mesh.positions),
    uv: push(mesh.uv),
    triangles: push(mesh.triangles),
    weights: push(mesh.weights),
    bones: push(mesh.bones),
    zone: mesh.zone && push(mesh.zone),
    covered: mesh.covered ? push(mesh.covered) : null,
  });
  const head: BodyHead = { ...body, meshes: body.meshes.map(headOf) };
  writeFileSync(`${file}.bin.part`, Buffer.concat(chunks));
  writeFileSync(`${file}.json.part`, JSON.stringify(head));
  renameSync(`${file}.bin.part`, `${file}.bin`);
  renameSync(`${file}.json.part`, `${file}.json`);
}

/** @throws Error when a file is missing or damaged */
export function readBody(file: string): SubjectBody {
  const bytes = readFileSync(`${file}.bin`);
  const head = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as BodyHead;
  return joinBody(head, bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}
