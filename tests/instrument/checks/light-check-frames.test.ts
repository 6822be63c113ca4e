import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkLight } from '../../../src/instrument/checks/light-check.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { seenAt } from '../../../lab/made/truth-landmarks.ts';

/**
 * First frames of three rendered clips, 74 × 42 grey levels each: the samples that the check takes of 960 × 540 pixels.
 */
const { width, height, frames } = JSON.parse(
  readFileSync(new URL('../../golden/light-frames.json', import.meta.url), 'utf8'),
) as { width: number; height: number; frames: Record<string, string> };
const STRIDE = 13;

/** A frame at full size with each grey level changed by `change`; its x and y run over the picture from 0 to 1. */
function frameOf(name: string, change: (luma: number, x: number, y: number) => number): Picture {
  const samples = Buffer.from(frames[name] ?? '', 'base64');
  const [w, h] = [width * STRIDE, height * STRIDE];
  const grey = new Uint8ClampedArray(w * h);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const at = Math.floor(y / STRIDE) * width + Math.floor(x / STRIDE);
      grey[y * w + x] = change(samples[at] ?? 0, x / w, y / h);
    }
  }
  return { width: w, height: h, grey };
}

/** A person in the middle of the picture. */
const PERSON = seenAt(
  Array.from({ length: 66 }, (_, i) =>
    i % 2 === 0 ? width * STRIDE * (0.35 + (0.3 * i) / 66) : 0.55 * height * STRIDE,
  ),
);

/** A window in the upper left, for which the camera darkens the rest of the room. */
const withWindow = (luma: number, x: number, y: number) => (x < 0.45 && y < 0.5 ? 252 : 0.25 * luma);

describe.each(Object.keys(frames))('the light of %s', (name) => {
  it('is sufficient as filmed, with and without a person', () => {
    for (const person of [PERSON, null]) {
      const { problem, remark } = checkLight(
        frameOf(name, (luma) => luma),
        person,
      );
      expect([problem, remark ?? null]).toEqual([null, null]);
    }
  });

  it('is remarked as dim at less than half', () => {
    const half = frameOf(name, (luma) => 0.44 * luma);
    expect(checkLight(half, PERSON)).toMatchObject({ problem: null, remark: 'dim' });
  });

  it('is too dark at a quarter, with and without a person', () => {
    for (const person of [PERSON, null])
      expect(
        checkLight(
          frameOf(name, (luma) => 0.25 * luma),
          person,
        ).problem,
      ).toBe('too-dark');
  });

  it('is that of a covered lens if nearly none is left or all is one grey', () => {
    expect(checkLight(frameOf(name, (luma) => 0.04 * luma)).problem).toBe('lens-covered');
    expect(checkLight(frameOf(name, (luma) => 130 + 0.02 * luma)).problem).toBe('lens-covered');
  });

  it('comes from behind if only a window is bright: a problem without a person, a remark with one', () => {
    const backlit = frameOf(name, withWindow);
    expect(checkLight(backlit).problem).toBe('against-light');
    expect(checkLight(backlit, PERSON)).toMatchObject({ problem: null, remark: 'against-light' });
  });

  it('is sufficient in front of a window if the person is well lit', () => {
    const lit = frameOf(name, (luma, x, y) => (x < 0.45 && y < 0.4 ? 252 : Math.max(80, luma)));
    expect(checkLight(lit, PERSON)).toMatchObject({ problem: null, remark: null });
  });
});
