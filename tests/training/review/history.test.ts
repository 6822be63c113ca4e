import { describe, expect, test } from 'vitest';
import {
  type DatedSet,
  bestOfSides,
  sidePair,
  type HipBest,
  differencesBetween,
} from '../../../src/training/review/compare-sets.ts';
import { trendsOf } from '../../../src/training/review/trends.ts';
import { isoDay, parseIsoDay } from '../../../src/training/planning/civil-day.ts';
import { hip } from './made-hip.ts';

const set = (day: number, ...hips: readonly HipBest[]): DatedSet => ({
  id: `set-${day}`,
  at: Date.UTC(2026, 10, day, 9),
  drill: 'supine-sleeper',
  hips,
});

describe('a trend', () => {
  test('holds one hip in one drill, oldest first', () => {
    const sets = [set(20, hip(31)), set(12, hip(24)), set(16, hip(26)), { ...set(14, hip(50)), drill: 'other' }];
    const [trend, ...others] = trendsOf(sets, 'supine-sleeper');
    expect(others).toEqual([]);
    expect(trend?.points.map(({ range }) => range.value)).toEqual([24, 26, 31]);
  });

  test.each([
    ['another place', { azimuth: 200 }, 'place'],
    ['another view', { view: 'fair' }, 'view'],
    ['a pelvis that was not watched', { watched: false }, 'watched'],
    ['another version of the pelvis network', { pelvisModel: '2' }, 'pelvis-model'],
    ['other thresholds', { strictness: 'strict' }, 'strictness'],
  ] as const)('never includes %s: that starts a second trend, which names the difference', (_, part, why) => {
    const trends = trendsOf([set(10, hip(20)), set(11, hip(40, part)), set(12, hip(21))], 'supine-sleeper');
    expect(trends.map(({ points }) => points.length)).toEqual([2, 1]);
    expect(trends[0]?.apart).toEqual([]);
    expect(trends[1]?.apart).toEqual([why]);
  });

  test('keeps left and right apart', () => {
    const both = [hip(20), hip(30, { side: 'right' })];
    const trends = trendsOf([set(10, ...both), set(11, ...both)], 'supine-sleeper');
    expect(trends.map(({ side, points }) => [side, points.length])).toEqual([
      ['left', 2],
      ['right', 2],
    ]);
  });

  test('starts anew once a laptop that moves a little every time is too far from the first place', () => {
    const creeping = [256, 240, 226].map((azimuth, i) => set(10 + i, hip(20, { azimuth })));
    expect(trendsOf(creeping, 'supine-sleeper').map(({ points }) => points.length)).toEqual([1, 2]);
  });
});

describe('left and right', () => {
  const right = (value: number, part: Partial<HipBest> = {}) => hip(value, { side: 'right', ...part });

  test('are compared when filmed from the same or the mirrored place', () => {
    expect(sidePair(hip(20), right(30)).change).toMatchObject({ kind: 'more', by: 10 });
    expect(sidePair(hip(20), right(21, { azimuth: 104 })).change).toMatchObject({ kind: 'about-the-same' });
  });

  test('are not compared when one was filmed differently, and the difference is named', () => {
    expect(sidePair(hip(20), right(30, { azimuth: 180 }))).toMatchObject({
      change: null,
      differences: ['place'],
    });
    expect(sidePair(hip(20), right(30, { watched: false })).differences).toEqual(['watched']);
  });

  test('are each represented by the largest watched range', () => {
    const best = bestOfSides([hip(20), hip(26), hip(40, { watched: false }), right(30, { watched: false })]);
    expect([best.left?.range.value, best.right?.range.value]).toEqual([26, 30]);
    expect(bestOfSides([])).toEqual({ left: null, right: null });
  });
});

test('a range does not differ from itself', () => {
  expect(differencesBetween(hip(20), hip(33, { strictness: 'standard' }))).toEqual([]);
});

test('days are written and read in ISO form, and anything else is refused', () => {
  expect(isoDay(parseIsoDay('2024-02-29') ?? 0)).toBe('2024-02-29');
  for (const text of ['2026-02-29', '2026-13-01', '20-1-1', '', 'set-1']) expect(parseIsoDay(text)).toBeNull();
});
