import { beforeEach, describe, expect, it } from 'vitest';
import { FrameClock, lacksIndex, looksLikeVideo, SIGNATURE_BYTES } from '../../../src/app/sources/video-source.ts';

let clock: FrameClock;
beforeEach(() => void (clock = new FrameClock()));

describe('the time of a frame', () => {
  it('is the camera’s capture time, in seconds', () => {
    expect(clock.timeOf({ captureTime: 1500, mediaTime: 7, presentationTime: 1530 })).toBe(1.5);
  });

  it('is the media time where there is no capture time', () => {
    expect(clock.timeOf({ mediaTime: 0.25, presentationTime: 99_000 })).toBe(0.25);
  });

  it('is null for a frame that is not newer than the last one', () => {
    const times = [0.1, 0.1, 0.2, 0.15, 0.3].map((mediaTime) => clock.timeOf({ mediaTime, presentationTime: 0 }));
    expect(times).toEqual([0.1, null, 0.2, null, 0.3]);
  });

  it('stays on the same clock when a capture time is missing', () => {
    clock.timeOf({ captureTime: 1000, mediaTime: 50, presentationTime: 1040 });
    // 40 ms from capture to presentation, as for the frame before.
    expect(clock.timeOf({ mediaTime: 50.1, presentationTime: 1140 })).toBeCloseTo(1.1, 9);
    expect(clock.timeOf({ captureTime: 1200, mediaTime: 50.2, presentationTime: 1245 })).toBe(1.2);
  });

  it('stays on the media time when a capture time appears later', () => {
    clock.timeOf({ mediaTime: 3, presentationTime: 40_000 });
    expect(clock.timeOf({ captureTime: 40_080, mediaTime: 3.1, presentationTime: 40_100 })).toBe(3.1);
  });
});

describe('a source whose clock begins again', () => {
  it('goes on from the last time after ten frames, and never goes back', () => {
    const media = [8, 8.1, 8.2, ...Array.from({ length: 20 }, (_, i) => i / 10)];
    const times = media.map((mediaTime) => clock.timeOf({ mediaTime, presentationTime: 0 }));
    const given = times.filter((time) => time !== null);
    expect(times.slice(3, 12).every((time) => time === null)).toBe(true);
    expect(given).toHaveLength(14);
    expect(given.every((time, i) => i === 0 || time > (given[i - 1] ?? 0))).toBe(true);
    expect(given.at(-1)).toBeCloseTo(8.2 + 1.1, 6);
  });

  it('is not meant by frames that come in any order', () => {
    const media = [5, 1, 4, 2, 3, 1, 4, 2, 3, 1, 4, 2, 3, 1, 4, 2, 5.1];
    const times = media.map((mediaTime) => clock.timeOf({ mediaTime, presentationTime: 0 }));
    expect(times.filter((time) => time !== null)).toEqual([5, 5.1]);
  });
});

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

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part)),
  );

const transportStream = () => {
  const head = new Uint8Array(SIGNATURE_BYTES);
  for (const at of [0, 188, 376]) head[at] = 0x47;
  return head;
};

describe('looksLikeVideo', () => {
  it.each([
    ['MP4', bytes([0, 0, 0, 32], 'ftypisom')],
    ['MOV of an old camera', bytes([0, 0, 0, 8], 'wide')],
    ['WebM', bytes([0x1a, 0x45, 0xdf, 0xa3])],
    ['AVI', bytes('RIFF', [0, 0, 0, 0], 'AVI ')],
    ['MPEG transport stream', transportStream()],
  ])('recognises a video: %s', (_kind, head) => {
    expect(looksLikeVideo(head)).toBe(true);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['text', bytes('Dear physiotherapist,')],
    ['PNG', bytes([0x89], 'PNG')],
    ['WebP picture', bytes('RIFF', [0, 0, 0, 0], 'WEBP')],
    ['an iPhone photograph', bytes([0, 0, 0, 32], 'ftypheic')],
    ['M4A sound', bytes([0, 0, 0, 32], 'ftypM4A ')],
    ['a G that begins like a transport stream', bytes('Good morning')],
  ])('rejects a file that is no video: %s', (_kind, head) => {
    expect(looksLikeVideo(head)).toBe(false);
  });
});
