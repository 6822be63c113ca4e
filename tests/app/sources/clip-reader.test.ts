import { describe, expect, it } from 'vitest';
import { openClip } from '../../../src/app/sources/clip-reader.ts';

/** A box of an MP4 file. */
const box = (type: string, content: string): number[] => [
  0,
  0,
  0,
  8 + content.length,
  ...new TextEncoder().encode(type + content),
];

const START = box('ftyp', 'isom    isom');

const openBytes = (...parts: readonly (readonly number[])[]) => openClip(new Blob([Uint8Array.from(parts.flat())]));

describe('a clip', () => {
  it.each([
    ['after its first box', START],
    ['in its pictures', [...START, ...box('mdat', 'x'.repeat(100)).slice(0, 60)]],
    ['before its index', [...START, ...box('mdat', 'x'.repeat(100))]],
    ['in its index', [...START, ...box('mdat', 'x'.repeat(100)), ...box('moov', 'x'.repeat(100)).slice(0, 60)]],
  ])('that ends %s is broken off', async (_where, bytes) => {
    await expect(openBytes(bytes)).rejects.toMatchObject({ name: 'file-broken-off' });
  });

  it.each([
    ['text', [...new TextEncoder().encode('Dear physiotherapist,')]],
    ['nothing', []],
  ])('that is %s is no video', async (_what, bytes) => {
    await expect(openBytes(bytes)).rejects.toMatchObject({ name: 'file-not-video' });
  });
});
