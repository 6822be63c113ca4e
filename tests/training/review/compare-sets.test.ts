import { describe, expect, it, test } from 'vitest';
import {
  bestOfSides,
  changesSince,
  type ComparableSet,
  type DatedSet,
  type HipBest,
  hipsOf,
  sidePair,
} from '../../../src/training/review/compare-sets.ts';
import type { ReferencePoseRecord } from '../../../src/coach/record/set-record.ts';
import { bandRecord, sleeperRecord } from '../../browser/lib/fake-record.ts';
import { hip } from './made-hip.ts';
import { endTimeWeeks, trendsOf } from '../../../src/training/review/trends.ts';
import { civilDay, isoDay, parseIsoDay } from '../../../src/training/planning/civil-day.ts';

const set = (day: number, ...hips: readonly HipBest[]): ComparableSet & DatedSet => ({
  id: `set-${day}`,
  at: Date.UTC(2026, 10, day, 9),
  startedAt: `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`,
  drill: 'supine-sleeper',
  hips,
});
/** The changes of the first set since those after it. */
const kinds = (...newestFirst: readonly ComparableSet[]) =>
  changesSince(newestFirst[0]?.id ?? '', newestFirst).map(({ side, before, change }) => [side, before, change.kind]);

describe('a set compared with the one before', () => {
  it('is compared with the last earlier set of its drill', () => {
    const other = { ...set(19, hip(10)), drill: 'quadruped-band-ir' };
    const others = [other, set(18, hip(20)), set(12, hip(12))];
    expect(kinds(set(20, hip(30)), ...others)).toEqual([['left', 20, 'more']]);
    expect(kinds(set(20, hip(24)), ...others)).toEqual([['left', 20, 'about-the-same']]);
    const later = set(21, hip(50));
    expect(changesSince('set-20', [later, set(20, hip(30)), ...others])).toMatchObject([{ before: 20 }]);
  });

  it('skips sets from another place, with another pelvis network or of the other hip', () => {
    const other = [
      hip(40, { side: 'right' }),
      hip(41, { watched: false }),
      hip(42, { view: 'fair' }),
      hip(43, { azimuth: 290 }),
    ];
    const others = [...other.map((one, i) => set(19 - i, one)), set(3, hip(30))];
    expect(kinds(set(20, hip(31)), ...others)).toEqual([['left', 30, 'about-the-same']]);
  });

  it('measures the angle between two places the short way round', () => {
    const [now, before] = [hip(30, { azimuth: 5 }), hip(30, { azimuth: 350 })];
    expect(kinds(set(20, now), set(1, before))).toHaveLength(1);
  });

  it('compares each hip with the same hip', () => {
    const now = set(20, hip(30), hip(30, { side: 'right' }));
    expect(kinds(now, set(15, hip(20, { side: 'right' })), set(9, hip(29)))).toEqual([
      ['left', 29, 'about-the-same'],
      ['right', 20, 'more'],
    ]);
  });

  it('is not compared without a date, without a range or without an earlier set', () => {
    const before = set(1, hip(20));
    const { hips: _none, ...bare } = set(20);
    expect(kinds({ ...set(20, hip(30)), startedAt: null }, before)).toEqual([]);
    expect(kinds(bare, before)).toEqual([]);
    expect(kinds(set(20, hip(30)))).toEqual([]);
    expect(changesSince('no-such-set', [before])).toEqual([]);
  });
});

describe('the comparable part of a set', () => {
  it('is the best range of each hip with the place of the camera', () => {
    expect(hipsOf(sleeperRecord)).toEqual([hip(28.3, { range: { value: 28.3, sd: 2.3 } })]);
  });

  it('is empty for a demo, for a video and for an invalidated reference pose', () => {
    expect(hipsOf({ ...sleeperRecord, source: { ...sleeperRecord.source, kind: 'demo' } })).toEqual([]);
    const referencePoses: readonly ReferencePoseRecord[] = bandRecord.neutrals.map((one) => ({
      ...one,
      refuted: true,
    }));
    expect(hipsOf({ ...sleeperRecord, neutrals: referencePoses })).toEqual([]);
  });

  it('has no hip that was worked in front of two places, because nobody knows which of them its range is from', () => {
    const [pose] = sleeperRecord.neutrals;
    const [phase] = sleeperRecord.summary.phases;
    if (!pose || !phase) throw new Error('no reference pose');
    const movedAt = (at: number, azimuth: number) =>
      hipsOf({ ...sleeperRecord, neutrals: [pose, { ...pose, at, azimuth }] }).length;
    const during = (phase.start + phase.end) / 2;
    expect(movedAt(during, pose.azimuth + 40)).toBe(0);
    expect(movedAt(during, pose.azimuth + 5)).toBe(1);
    // Moved before the work began.
    const early = { ...pose, at: pose.at - 5, azimuth: pose.azimuth + 40 };
    expect(hipsOf({ ...sleeperRecord, neutrals: [early, pose] })).toHaveLength(1);
  });
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

test('days are written and read in ISO form, and anything else is refused', () => {
  expect(isoDay(parseIsoDay('2024-02-29') ?? 0)).toBe('2024-02-29');
  for (const text of ['2026-02-29', '2026-13-01', '20-1-1', '', 'dated-1']) expect(parseIsoDay(text)).toBeNull();
});

const DAY = 24 * 3600 * 1000;
const dayOf = (moment: number) => Math.floor(moment / DAY);
/** A Thursday. */
const TODAY = civilDay({ year: 2026, month: 11, day: 26 });
const MONDAY = TODAY - 3;
const setOn = (day: number, left?: number, right?: number) => ({
  at: day * DAY,
  drill: 'supine-sleeper',
  ...(left === undefined
    ? {}
    : {
        endTimes: [
          { side: 'left' as const, seconds: left },
          ...(right === undefined ? [] : [{ side: 'right' as const, seconds: right }]),
        ],
      }),
});

it('adds the seconds of each hip up by week, newest first', () => {
  const weeks = endTimeWeeks([setOn(MONDAY, 40, 30), setOn(TODAY, 10), setOn(MONDAY - 1, 25, 5)], TODAY, dayOf);
  expect(weeks).toEqual([
    { monday: MONDAY, left: 50, right: 30, unknown: 0 },
    { monday: MONDAY - 7, left: 25, right: 5, unknown: 0 },
  ]);
});

it('counts sets of which it is not known, and adds nothing for them', () => {
  expect(endTimeWeeks([setOn(TODAY), setOn(TODAY, 10)], TODAY, dayOf)).toEqual([
    { monday: MONDAY, left: 10, right: 0, unknown: 1 },
  ]);
});

it('shows this week without a dated, and leaves out weeks that are long past or to come', () => {
  expect(endTimeWeeks([setOn(MONDAY - 42, 40), setOn(MONDAY + 7, 40)], TODAY, dayOf)).toEqual([
    { monday: MONDAY, left: 0, right: 0, unknown: 0 },
  ]);
  expect(endTimeWeeks([setOn(MONDAY - 35, 40)], TODAY, dayOf)).toHaveLength(2);
});

it('leaves out hip tests, which are no training', () => {
  const hipTest = { at: (MONDAY - 7) * DAY, drill: 'hip-test-seated' };
  expect(endTimeWeeks([hipTest], TODAY, dayOf)).toEqual([{ monday: MONDAY, left: 0, right: 0, unknown: 0 }]);
});
