import { describe, expect, it } from 'vitest';
import { lacksIndex } from '../../../src/app/sources/video-source.ts';

/** A box of an MP4 file with this many bytes of content. */
function box(type: string, content: number, wide = false): number[] {
  const header = wide ? 16 : 8;
  const size = header + content;
  const bytes = [...new Uint8Array(new Uint32Array([wide ? 1 : size]).buffer)].reverse();
  const long = wide ? [0, 0, 0, 0, ...[...new Uint8Array(new Uint32Array([size]).buffer)].reverse()] : [];
  return [...bytes, ...Array.from(new TextEncoder().encode(type)), ...long, ...Array<number>(content).fill(7)];
}

const lacks = (bytes: readonly number[], size = bytes.length) =>
  lacksIndex(async (from, to) => Uint8Array.from(bytes.slice(from, Math.min(to, size))), size);

describe('a video file', () => {
  it.each([
    ['in front', [...box('ftyp', 16), ...box('moov', 40), ...box('mdat', 100)]],
    ['at the end', [...box('ftyp', 16), ...box('free', 0), ...box('mdat', 100), ...box('moov', 40)]],
    ['behind a long box', [...box('ftyp', 16), ...box('mdat', 100, true), ...box('moov', 40)]],
  ])('with its index %s is whole', async (_where, bytes) => {
    expect(await lacks(bytes)).toBe(false);
  });

  it.each([
    ['its pictures', [...box('ftyp', 16), ...box('mdat', 100), ...box('moov', 40)], 90],
    ['the end of its pictures', [...box('ftyp', 16), ...box('mdat', 100)], undefined],
    ['its index', [...box('ftyp', 16), ...box('mdat', 100), ...box('moov', 40)], 150],
    ['its first box', box('ftyp', 16), undefined],
  ])('that ends in %s is broken off', async (_where, bytes, size) => {
    expect(await lacks(bytes, size)).toBe(true);
  });

  it('of another kind is not judged', async () => {
    expect(await lacks([0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3, 4, 5, 6, 7, 8])).toBe(false);
    expect(await lacks([1, 2])).toBe(false);
  });
});
