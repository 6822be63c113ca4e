import { describe, expect, it } from 'vitest';
import { looksLikeVideo, SIGNATURE_BYTES } from '../../../src/app/sources/video-source.ts';

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
