import { describe, expect, it } from 'vitest';
import type { DatedSet, HipBest } from '../../../src/training/review/compare-sets.ts';
import { personalBests } from '../../../src/training/review/hip-story.ts';

const DAY = 24 * 3600 * 1000;
const setOn = (day: number, value: number, hip: Partial<HipBest> = {}, more: Partial<DatedSet> = {}): DatedSet => ({
  id: `set-${day}`,
  drill: 'supine-sleeper',
  at: day * DAY,
  hips: [{ side: 'left', range: { value, sd: 1 }, watched: true, view: 'good', azimuth: 0, ...hip }],
  ...more,
});
const bestsOf = (...sets: readonly DatedSet[]) => [...personalBests(sets).keys()];

describe('a personal best', () => {
  it('is told only beyond the earlier best by more than the error', () => {
    expect(bestsOf(setOn(1, 30), setOn(2, 35.3))).toEqual([]);
    expect(bestsOf(setOn(1, 30), setOn(2, 35.5))).toEqual(['set-2']);
    expect(bestsOf(setOn(1, 30), setOn(2, 35), setOn(3, 37))).toEqual([]);
  });

  it('is no first set, and no set after a better one', () => {
    expect(bestsOf(setOn(1, 50))).toEqual([]);
    expect(bestsOf(setOn(1, 50), setOn(2, 30), setOn(3, 40))).toEqual([]);
  });

  it('grows with the error of both sets', () => {
    const unsure = { range: { value: 40, sd: 6 } };
    expect(bestsOf(setOn(1, 30), setOn(2, 40))).toEqual(['set-2']);
    expect(bestsOf(setOn(1, 30), setOn(2, 40, unsure))).toEqual([]);
  });

  it('compares only the same drill, hip and place, with the pelvis watched', () => {
    expect(bestsOf(setOn(1, 30), setOn(2, 50, {}, { drill: 'knee-to-knee-wall' }))).toEqual([]);
    expect(bestsOf(setOn(1, 30), setOn(2, 50, { side: 'right' }))).toEqual([]);
    expect(bestsOf(setOn(1, 30), setOn(2, 50, { azimuth: 90 }))).toEqual([]);
    expect(bestsOf(setOn(1, 30, { watched: false }), setOn(2, 50, { watched: false }))).toEqual([]);
    const bend = { range: 'hip-flexion' } as const;
    expect(bestsOf(setOn(1, 30, { watched: false }, bend), setOn(2, 50, { watched: false }, bend))).toEqual(['set-2']);
  });

  it('says what it is better than, and since when, whatever the order of the sets', () => {
    const found = personalBests([setOn(3, 45), setOn(1, 30), setOn(2, 33)]).get('set-3');
    expect(found).toEqual([
      {
        side: 'left',
        range: { value: 45, sd: 1 },
        before: { value: 33, sd: 1 },
        since: 2 * DAY,
        change: { kind: 'more', by: 12, line: 5.4 },
      },
    ]);
  });
});
