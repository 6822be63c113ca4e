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

const seen = (count: number, place: (i: number) => number | null) => Array.from({ length: count }, (_, i) => place(i));

test('repeated jumps of the position mean a second person', () => {
  expect(severalAfter([0.3, 0.3, 0.7, 0.7, 0.3])).toBe(true);
});

test.each([
  ['one jump, because the model may have begun with a shadow', [0.1, 0.6, 0.6, 0.61, 0.6], 10],
  ['walking through the picture and lying down', seen(40, (i) => 0.1 + 0.02 * i), 10],
  ['the same, seen once a second', [0.1, 0.35, 0.6, 0.4], 1],
  ['jumps that are long over', [0.3, 0.7, ...seen(80, () => 0.3), 0.7], 10],
  ['being lost for a while and found elsewhere', [0.3, ...seen(10, () => null), 0.8, 0.8], 10],
])('one person is not taken for two by %s', (_, places, perSecond) => {
  expect(severalAfter(places, perSecond)).toBe(false);
});
