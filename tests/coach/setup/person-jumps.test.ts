import { expect, test } from 'vitest';
import type { Reading } from '../../../src/instrument/output/reading.ts';
import { looksLikeSeveral, noJumps, stepPersonJumps } from '../../../src/coach/setup/setup-gate.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';
import { seenAt } from '../../../lab/made/truth-landmarks.ts';

/** Hips at this share of the picture's width; null: no person. */
const at = (time: number, x: number | null): Reading => ({
  ...makeReading({ time }),
  landmarks: x === null ? null : seenAt(Array.from({ length: 66 }, (_, i) => (i % 2 === 0 ? 1280 * x : 400))),
});

/** Whether these places, fed in order, look like several people. */
const severalAfter = (places: readonly (number | null)[], perSecond = 10): boolean =>
  looksLikeSeveral(places.reduce((memory, x, i) => stepPersonJumps(memory, at(i / perSecond, x)), noJumps));

test('repeated jumps of the position mean a second person', () => {
  expect(severalAfter([0.3, 0.3, 0.7, 0.7, 0.3])).toBe(true);
});

test('one jump is ignored, because the model may have begun with a shadow', () => {
  expect(severalAfter([0.1, 0.6, 0.6, 0.61, 0.6])).toBe(false);
});

test('a person who walks through the picture and lies down is one person', () => {
  expect(severalAfter(Array.from({ length: 40 }, (_, i) => 0.1 + 0.02 * i))).toBe(false);
  expect(severalAfter([0.1, 0.35, 0.6, 0.4], 1)).toBe(false);
});

test('old jumps do not count', () => {
  const calm = Array.from({ length: 80 }, () => 0.3);
  expect(severalAfter([0.3, 0.7, ...calm, 0.7])).toBe(false);
});

test('a person who is lost for a while and found elsewhere is one person', () => {
  expect(severalAfter([0.3, ...Array.from({ length: 10 }, () => null), 0.8, 0.8])).toBe(false);
});
