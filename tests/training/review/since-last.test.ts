import { describe, expect, it } from 'vitest';
import type { ComparableSet, HipBest } from '../../../src/training/review/compare-sets.ts';
import { realChangeLine } from '../../../src/coach/progress/real-change.ts';
import {
  lastBest,
  type MeasuredNow,
  sinceFirstWeeks,
  sinceLast,
  spokenSinceLast,
} from '../../../src/training/review/since-last.ts';
import { coach as german } from '../../../src/i18n/de/coach.ts';
import { coach } from '../../../src/i18n/en/coach.ts';
import { chanceOf } from '../../../lab/subjects/chance.ts';
import { hip } from './made-hip.ts';

const set = (day: number, ...hips: readonly HipBest[]): ComparableSet => ({
  id: `set-${day}`,
  startedAt: `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`,
  drill: 'supine-sleeper',
  hips,
});
const said = (newestFirst: readonly ComparableSet[], words = coach.result.since) =>
  spokenSinceLast(sinceLast(newestFirst[0]?.id ?? '', newestFirst), words, (newestFirst[0]?.hips?.length ?? 0) > 1);

describe('the end of a set says how it compares', () => {
  it('with the last comparable set, and whether a week lies between', () => {
    expect(said([set(20, hip(33)), set(18, hip(25)), set(3, hip(12))])).toBe('8 degrees more than last time.');
    expect(said([set(20, hip(25)), set(18, hip(33))])).toBe('8 degrees less than last time.');
    expect(said([set(20, hip(26)), set(18, hip(25))])).toBe('The same as last time. That is normal within a week.');
    expect(said([set(20, hip(26)), set(3, hip(25))])).toBe('The same as last time.');
  });

  it('in steps of five, where the range itself is told so', () => {
    const coarse = (value: number) => hip(value, { range: { value, sd: 5 } });
    expect(said([set(20, coarse(42)), set(18, coarse(18))])).toBe('25 degrees more than last time.');
  });

  it('for each hip by its name, where they differ', () => {
    const right = (value: number) => hip(value, { side: 'right' });
    const sets = [set(20, hip(26), right(40)), set(18, hip(25), right(30))];
    expect(said(sets)).toBe('Left hip: the same as last time. Right hip: 10 degrees more than last time.');
    expect(said(sets, german.result.since)).toMatch(/^Linke Hüfte: so weit wie .* Rechte Hüfte: 10 Grad mehr/);
  });

  it('not where nothing can be compared, nor of a range too small to measure', () => {
    expect(said([set(20, hip(33))])).toBeNull();
    expect(said([set(20, hip(33)), set(18, hip(25, { azimuth: 90 }))])).toBeNull();
    expect(said([set(20, hip(1)), set(18, hip(0))])).toBeNull();
  });

  it('for hip and pelvis together where nobody saw the pelvis, but never with a set in which it was seen', () => {
    const unseen = (value: number) => hip(value, { watched: false });
    const last = sinceLast('set-20', [set(20, unseen(33)), set(19, hip(30)), set(18, unseen(20))]);
    expect(last).toMatchObject([{ isTold: false, last: { before: 20, change: { kind: 'more' } } }]);
  });

  it('and with the middle of the first week, once that is over', () => {
    const first = (...sets: readonly ComparableSet[]) =>
      sinceLast(
        'set-20',
        sets,
        sinceFirstWeeks(sets.map((one) => ({ ...one, at: Date.parse(one.startedAt ?? '') }))).get('set-20'),
      ).map((one) => [one.last?.change.kind, one.first?.change.kind]);
    const [now, last, start] = [set(20, hip(30)), set(18, hip(29)), set(1, hip(15))];
    expect(first(now, last, start)).toEqual([['about-the-same', 'more']]);
    expect(first(now, last)).toEqual([['about-the-same', undefined]]);
    // One bad set of the first week is no gain.
    const week = [set(18, hip(29)), set(6, hip(29)), set(4, hip(28)), set(1, hip(15))];
    expect(first(now, ...week)).toEqual([['about-the-same', 'about-the-same']]);
    const recent = [set(18, hip(29)), set(16, hip(12)), set(14, hip(12))];
    expect(first(now, ...recent)).toEqual([['about-the-same', undefined]]);
  });
});

/** Two sets of one hip whose true change is known, each with an error drawn from its own standard deviation. */
function generated(seed: number, gainInLines: number): boolean {
  const chance = chanceOf(`ending ${seed}`);
  const sds = [chance.between(1, 4), chance.between(1, 4)] as const;
  const before = chance.between(10, 45);
  const line = realChangeLine({ value: 0, sd: sds[0] }, { value: 0, sd: sds[1] });
  const one = (truth: number, sd: number) => hip(0, { range: { value: truth + sd * chance.normal(), sd } });
  const sets = [set(20, one(before + gainInLines * line, sds[1])), set(10, one(before, sds[0]))];
  return /more than last time/.test(said(sets) ?? '');
}

const RECORDS = 300;
const shareSaid = (gain: (seed: number) => number): number =>
  Array.from({ length: RECORDS }, (_, seed) => generated(seed, gain(seed))).filter(Boolean).length / RECORDS;

it('“more than last time” is said for most true gains above the real-change line, and hardly for none', () => {
  // From the line itself, where a coin decides by definition, to two and a half lines, which is some 15°.
  const gains = (seed: number) => chanceOf(`gain ${seed}`).between(1, 2.5);
  expect(shareSaid(gains)).toBeGreaterThanOrEqual(0.8);
  expect(shareSaid(() => 0)).toBeLessThanOrEqual(0.05);
});

/** Measured as `now` below is. */
const leg = (value: number, part: Partial<HipBest> = {}) => hip(value, { azimuth: 30, pelvisModel: 'one', ...part });
const past = (startedAt: string, hips: readonly HipBest[], more = {}) => ({
  startedAt,
  drill: 'supine-sleeper',
  source: 'camera' as const,
  hips,
  ...more,
});
const NOW = { drill: 'supine-sleeper', side: 'left', source: 'camera' } as const;

describe('what to aim at in a set', () => {
  it('is the best range of the same hip in the last set of the drill', () => {
    const sets = [
      past('2026-11-20T09:00:00Z', [leg(31)]),
      past('2026-11-24T09:00:00Z', [leg(27), leg(35, { side: 'right' })]),
      past('2026-11-25T09:00:00Z', [leg(50)], { drill: 'standing-hamstring' }),
    ];
    expect(lastBest(sets, NOW)).toBe(27);
    expect(lastBest(sets, { ...NOW, side: 'right' })).toBe(35);
  });

  it('goes by the moment, also between sets of different time zones', () => {
    const sets = [past('2026-11-20T08:00:00.000+09:00', [leg(31)]), past('2026-11-19T20:00:00.000-08:00', [leg(27)])];
    expect(lastBest(sets, NOW)).toBe(27);
    expect(lastBest(sets.toReversed(), NOW)).toBe(27);
  });

  it('is nothing where the drill was never done, or only by the other hip', () => {
    expect(lastBest([], NOW)).toBeNull();
    expect(lastBest([past('2026-11-20T09:00:00Z', [leg(31, { side: 'right' })])], NOW)).toBeNull();
  });

  it('is nothing where the last set showed no more than its own error', () => {
    const sets = [past('2026-11-20T09:00:00Z', [leg(31)]), past('2026-11-24T09:00:00Z', [leg(3)])];
    expect(lastBest(sets, NOW)).toBeNull();
  });

  it('leaves out a range in which nobody watched the pelvis, except where the pelvis may move', () => {
    const unwatched = [leg(44, { watched: false })];
    const sets = [past('2026-11-20T09:00:00Z', [leg(31)]), past('2026-11-24T09:00:00Z', unwatched)];
    expect(lastBest(sets, NOW)).toBe(31);
    expect(lastBest([past('2026-11-24T09:00:00Z', unwatched, { range: 'hip-flexion' })], NOW)).toBe(44);
  });

  it('leaves out sets of another source, since a demo or a clip is somebody else', () => {
    expect(lastBest([past('2026-11-20T09:00:00Z', [leg(31)], { source: 'demo' })], NOW)).toBeNull();
  });

  const now: MeasuredNow = { pose: { view: 'good', azimuth: 40, pelvisModel: 'one' } };
  const apart: readonly (readonly [string, Partial<HipBest>])[] = [
    ['another place of the camera', { azimuth: 75 }],
    ['another view', { view: 'fair' }],
    ['another network for the pelvis', { pelvisModel: 'two' }],
    ['another strictness', { strictness: 'strict' }],
  ];

  it.each(apart)('leaves out a set with %s, as every other comparison does', (_name, more) => {
    const other = past('2026-11-24T09:00:00Z', [leg(44, more)]);
    expect(lastBest([other], { ...NOW, now })).toBeNull();
    expect(lastBest([past('2026-11-20T09:00:00Z', [leg(31)]), other], { ...NOW, now })).toBe(31);
  });

  it('is nothing while it is not known how this set is measured', () => {
    expect(lastBest([past('2026-11-20T09:00:00Z', [leg(31)])], { ...NOW, now: null })).toBeNull();
  });
});
