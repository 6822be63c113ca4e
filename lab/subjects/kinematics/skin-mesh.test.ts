import { describe, expect, it } from 'vitest';
import { rotationZ } from '../../../src/instrument/geometry/rotation.ts';
import type { BodyMesh, BoneMotion } from '../contract.ts';
import { skinMesh } from './skin-mesh.ts';

const still: BoneMotion = { rotation: rotationZ(0), pivot: [0, 0, 0], place: [0, 0, 0] };
const turned: BoneMotion = { rotation: rotationZ(90), pivot: [1, 0, 0], place: [1, 0, 2] };

const mesh = (weights: readonly number[]): BodyMesh => ({
  name: 'body',
  positions: new Float32Array([2, 0, 0]),
  uv: new Float32Array(2),
  triangles: new Uint32Array(0),
  weights: new Float32Array(weights),
  bones: new Uint16Array([0, 1, 0, 0]),
  zone: null,
  covered: null,
  texture: null,
});

describe('skinning', () => {
  it('moves a vertex with its bone', () => {
    // Single precision.
    const [x, y, z] = skinMesh(mesh([0, 1, 0, 0]), [still, turned]);
    expect(x).toBeCloseTo(1, 6);
    expect(y).toBeCloseTo(1, 6);
    expect(z).toBeCloseTo(2, 6);
  });

  it('interpolates linearly between two bones', () => {
    const [x, y, z] = skinMesh(mesh([0.5, 0.5, 0, 0]), [still, turned]);
    expect([x, y, z].map((value) => Math.round((value ?? 0) * 1e6) / 1e6)).toEqual([1.5, 0.5, 1]);
  });

  it('writes into the given array', () => {
    const out = new Float32Array(3);
    expect(skinMesh(mesh([1, 0, 0, 0]), [still, turned], out)).toBe(out);
    expect([...out]).toEqual([2, 0, 0]);
  });
});
