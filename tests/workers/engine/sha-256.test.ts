import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../workers/engine/sha-256.ts';

const expected = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('our own SHA-256', () => {
  it('gives the known hash of “abc”', () => {
    expect(sha256(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('agrees with Node for every length around the ends of blocks, and for a large file', () => {
    for (const length of [...Array.from({ length: 140 }, (_, i) => i), 100_003]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 131 + length) & 255);
      expect(sha256(bytes)).toBe(expected(bytes));
    }
  });
});
