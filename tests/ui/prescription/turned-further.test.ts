import { expect, test } from 'vitest';
import { turnedFurther } from '../../../src/ui/prescription/th-prescription.ts';
import { makeItem } from '../../training/prescription/make-prescription.ts';
import { makeOverview } from '../make-overview.ts';

const NOW = Date.parse('2026-11-29T12:00:00.000Z');

const hip = (side: 'left' | 'right', value: number, watched = true) =>
  ({ side, range: { value, sd: 2 }, watched, view: 'good', azimuth: 0 }) as const;

const set = makeOverview({
  id: 'a',
  startedAt: '2026-11-27T08:00:00.000Z',
  drill: 'supine-sleeper',
  hips: [hip('left', 31.2), hip('right', 25.3)],
});

test('says how far a hip went beyond its new limit, and nothing where it did not', () => {
  expect(turnedFurther(makeItem({ side: 'both' }), [set], NOW)).toEqual({ left: 31, right: null });
  expect(turnedFurther(makeItem({ side: 'right' }), [set], NOW)).toBeNull();
  expect(turnedFurther(makeItem({ limit: 40 }), [set], NOW)).toBeNull();
  expect(turnedFurther(makeItem({ limit: null }), [set], NOW)).toBeNull();
});

test('counts only what was seen as the hip’s own, in this drill, before the limit', () => {
  expect(turnedFurther(makeItem(), [{ ...set, hips: [hip('left', 31, false)] }], NOW)).toBeNull();
  expect(turnedFurther(makeItem({ drill: 'knee-to-knee-wall' }), [set], NOW)).toBeNull();
  expect(turnedFurther(makeItem(), [set], Date.parse('2026-11-26T12:00:00.000Z'))).toBeNull();
});
