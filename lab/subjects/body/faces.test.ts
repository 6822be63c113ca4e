import { describe, expect, it } from 'vitest';
import { readFaces, surfaceOf } from './faces.ts';

/** Bits of the first number: 1 four corners, 2 a material, 8 texture coordinates. */
const TRIANGLE = [2 + 8, 0, 1, 2, 5, 0, 1, 2];
const SQUARE = [1 + 8, 0, 2, 3, 4, 0, 3, 2, 1];

describe('faces of three.js JSON', () => {
  it('are read with corners, material and texture coordinates', () => {
    expect(readFaces([...TRIANGLE, ...SQUARE])).toEqual([
      { vertices: [0, 1, 2], material: 5, uvs: [0, 1, 2] },
      { vertices: [0, 2, 3, 4], material: 0, uvs: [0, 3, 2, 1] },
    ]);
  });

  it('are read without their normals and colours', () => {
    const everything = [2 + 4 + 8 + 16 + 32 + 64 + 128, 0, 1, 2, 7, 9, 0, 1, 2, 9, 9, 9, 9, 9, 9, 9, 9];
    expect(readFaces([...everything, ...TRIANGLE])).toHaveLength(2);
  });
});

describe('a surface', () => {
  const uvs = [0, 0, 1, 0, 1, 1, 0, 1];

  it('splits squares into triangles', () => {
    expect(surfaceOf(readFaces(SQUARE), uvs).triangles).toEqual([0, 1, 2, 0, 2, 3]);
  });

  it('shares a vertex between faces unless its texture coordinate differs', () => {
    const surface = surfaceOf(readFaces([...TRIANGLE, ...SQUARE]), uvs);
    // Vertex 0 is shared; vertex 2 has texture coordinate 2 in one face and 3 in the other.
    expect(surface.source).toEqual([0, 1, 2, 2, 3, 4]);
    expect(surface.uv.slice(4, 8)).toEqual([1, 1, 0, 1]);
  });
});
