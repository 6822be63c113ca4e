import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubjectBody } from '../contract.ts';
import { readBody, writeBody } from './body-file.ts';

const BODY: SubjectBody = {
  id: 'one-triangle',
  sex: 'female',
  height: 1.7,
  dorsal: 0.1,
  boneNames: ['root'],
  joints: { root____head: [0, 1, 0] },
  skinPoints: { nose: { at: [0, 1.6, 0.1], weights: [1, 0, 0, 0], bones: [0, 0, 0, 0] } },
  meshes: [
    {
      name: 'body',
      positions: Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0),
      uv: Float32Array.of(0, 0, 1, 0, 0, 1),
      triangles: Uint32Array.of(0, 1, 2),
      weights: Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0),
      bones: new Uint16Array(12),
      zone: Float32Array.of(0.5, 2.5, 9),
      // Three bytes: the next array must still start at a multiple of four.
      covered: Uint8Array.of(1, 0, 1),
      texture: 'skins/one.png',
    },
    {
      name: 'hair',
      positions: Float32Array.of(0, 2, 0),
      uv: Float32Array.of(0, 0),
      triangles: new Uint32Array(0),
      weights: Float32Array.of(1, 0, 0, 0),
      bones: new Uint16Array(4),
      zone: null,
      covered: null,
      texture: null,
    },
  ],
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'truehip-body-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a built body', () => {
  it('is the same after writing and reading its two files', () => {
    const file = join(folder, 'body');
    writeBody(file, BODY);
    expect(readBody(file)).toEqual(BODY);
    expect(readdirSync(folder).sort()).toEqual(['body.bin', 'body.json']);
  });
});
