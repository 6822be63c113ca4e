import { expect, test } from 'vitest';
import type { Reading } from '../../../src/instrument/output/reading.ts';
import { isSeveral, onePerson, stepOnePerson } from '../../../src/coach/setup/one-person.ts';
import { makeReading } from '../make-reading.ts';

/** Hips at this share of the picture's width; null: nobody. */
const at = (time: number, x: number | null): Reading => ({
  ...makeReading({ time }),
  landmarks:
    x === null
      ? null
      : {
          points: Float32Array.from({ length: 66 }, (_, i) => (i % 2 === 0 ? 1280 * x : 400)),
          visibility: new Float32Array(33).fill(1),
          world: new Float32Array(99),
          score: 1,
        },
});

/** Places one after the other, so many a second. */
const severalAfter = (places: readonly (number | null)[], perSecond = 10): boolean =>
  isSeveral(places.reduce((memory, x, i) => stepOnePerson(memory, at(i / perSecond, x)), onePerson));

test('somebody the model hops to and from is a second person', () => {
  expect(severalAfter([0.3, 0.3, 0.7, 0.7, 0.3])).toBe(true);
});

test('one hop is none: the model may have begun with a shadow', () => {
  expect(severalAfter([0.1, 0.6, 0.6, 0.61, 0.6])).toBe(false);
});

test('whoever walks through the picture and lies down is one person', () => {
  expect(severalAfter(Array.from({ length: 40 }, (_, i) => 0.1 + 0.02 * i))).toBe(false);
  expect(severalAfter([0.1, 0.35, 0.6, 0.4], 1)).toBe(false);
});

test('hops that are long over do not count', () => {
  const calm = Array.from({ length: 80 }, () => 0.3);
  expect(severalAfter([0.3, 0.7, ...calm, 0.7])).toBe(false);
});

test('somebody who is lost for a while and found elsewhere is still one', () => {
  expect(severalAfter([0.3, ...Array.from({ length: 10 }, () => null), 0.8, 0.8])).toBe(false);
});
