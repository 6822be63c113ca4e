import { describe, expect, it } from 'vitest';
import type { ComparableSet, HipBest } from '../../../src/training/review/compare-sets.ts';
import { realChangeLine } from '../../../src/coach/progress/real-change.ts';
import { sinceFirstWeeks, sinceLast, spokenSinceLast } from '../../../src/training/review/since-last.ts';
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
