import { describe, expect, it } from 'vitest';
import { lastBest, type MeasuredNow } from '../../../src/training/review/since-last.ts';
import { INSTRUMENT_VERSION } from '../../../src/instrument/instrument-version.ts';
import type { HipBest } from '../../../src/training/review/compare-sets.ts';

const hip = (side: 'left' | 'right', value: number, watched = true, more: Partial<HipBest> = {}): HipBest => ({
  side,
  range: { value, sd: 2 },
  watched,
  view: 'good',
  azimuth: 30,
  pelvisModel: 'one',
  instrument: INSTRUMENT_VERSION,
  ...more,
});
const set = (startedAt: string, hips: HipBest[], more = {}) => ({
  startedAt,
  drill: 'supine-sleeper',
  source: 'camera' as const,
  hips,
  ...more,
});
const NOW = { drill: 'supine-sleeper', side: 'left', source: 'camera' } as const;

describe('what to aim at in a set', () => {
  it('is the best range of the same hip in the last set of the drill', () => {
    const past = [
      set('2026-11-20T09:00:00Z', [hip('left', 31)]),
      set('2026-11-24T09:00:00Z', [hip('left', 27), hip('right', 35)]),
      set('2026-11-25T09:00:00Z', [hip('left', 50)], { drill: 'standing-hamstring' }),
    ];
    expect(lastBest(past, NOW)).toBe(27);
    expect(lastBest(past, { ...NOW, side: 'right' })).toBe(35);
  });

  it('goes by the moment, also between sets of different time zones', () => {
    const past = [
      set('2026-11-20T08:00:00.000+09:00', [hip('left', 31)]),
      set('2026-11-19T20:00:00.000-08:00', [hip('left', 27)]),
    ];
    expect(lastBest(past, NOW)).toBe(27);
    expect(lastBest(past.toReversed(), NOW)).toBe(27);
  });

  it('is nothing where the drill was never done, or only by the other hip', () => {
    expect(lastBest([], NOW)).toBeNull();
    expect(lastBest([set('2026-11-20T09:00:00Z', [hip('right', 31)])], NOW)).toBeNull();
  });

  it('is nothing where the last set showed no more than its own error', () => {
    const past = [set('2026-11-20T09:00:00Z', [hip('left', 31)]), set('2026-11-24T09:00:00Z', [hip('left', 3)])];
    expect(lastBest(past, NOW)).toBeNull();
  });

  it('leaves out a range in which nobody watched the pelvis, except where the pelvis may move', () => {
    const unwatched = [hip('left', 44, false)];
    const past = [set('2026-11-20T09:00:00Z', [hip('left', 31)]), set('2026-11-24T09:00:00Z', unwatched)];
    expect(lastBest(past, NOW)).toBe(31);
    expect(lastBest([set('2026-11-24T09:00:00Z', unwatched, { range: 'hip-flexion' })], NOW)).toBe(44);
  });

  it('leaves out sets of another source, since a demo or a clip is somebody else', () => {
    expect(lastBest([set('2026-11-20T09:00:00Z', [hip('left', 31)], { source: 'demo' })], NOW)).toBeNull();
  });

  const now: MeasuredNow = { pose: { view: 'good', azimuth: 40, pelvisModel: 'one' } };
  const apart: readonly (readonly [string, Partial<HipBest>])[] = [
    ['another place of the camera', { azimuth: 75 }],
    ['another view', { view: 'fair' }],
    ['another network for the pelvis', { pelvisModel: 'two' }],
    ['another strictness', { strictness: 'strict' }],
  ];

  it.each(apart)('leaves out a set with %s, as every other comparison does', (_name, more) => {
    const other = set('2026-11-24T09:00:00Z', [hip('left', 44, true, more)]);
    expect(lastBest([other], { ...NOW, now })).toBeNull();
    expect(lastBest([set('2026-11-20T09:00:00Z', [hip('left', 31)]), other], { ...NOW, now })).toBe(31);
  });

  it('is nothing while it is not known how this set is measured', () => {
    expect(lastBest([set('2026-11-20T09:00:00Z', [hip('left', 31)])], { ...NOW, now: null })).toBeNull();
  });
});
