import { describe, expect, it } from 'vitest';
import { compareTests, lastComparable } from '../../../src/training/assessment/retest.ts';
import { hipTestOfSet } from '../../../src/training/assessment/hip-test-of-set.ts';
import { sittingsIn } from '../../../src/training/assessment/hip-test.ts';
import { rangeState } from '../../../src/training/planning/goals.ts';
import { PART_COLUMNS, partsOf } from '../../../src/coach/record/csv.ts';
import { changesSince, differencesBetween, hipsOf, measuredAnew } from '../../../src/training/review/compare-sets.ts';
import { lastBest } from '../../../src/training/review/since-last.ts';
import { personalBests } from '../../../src/training/review/hip-story.ts';
import { partsOfTrend, seamOf, trendsOf } from '../../../src/training/review/trends.ts';
import { INSTRUMENT_VERSION } from '../../../src/instrument/instrument-version.ts';
import { validateRecord } from '../../../src/storage/validate-record.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';
import { hipTest } from '../assessment/make-hip-test.ts';
import { setOf, turnsTo } from '../assessment/made-test-set.ts';
import { hip } from './made-hip.ts';

const DAY = 24 * 3600 * 1000;

const set = (day: number, value: number, instrument: number | undefined, pelvisModel = 'a') => ({
  id: `day-${day}`,
  at: day * DAY,
  startedAt: new Date(day * DAY).toISOString(),
  drill: 'supine-sleeper',
  source: 'camera' as const,
  hips: [hip(value, { instrument, pelvisModel })],
});

/** Two sets of the old instrument, and two of the new one, in order of time. */
const sets = [
  set(1, 50, undefined, 'a+legs'),
  set(2, 58, undefined, 'a+legs'),
  set(3, 30, INSTRUMENT_VERSION),
  set(4, 31, INSTRUMENT_VERSION),
];
const newestFirst = sets.toReversed();

describe('sets that different versions of the instrument measured', () => {
  it('differ in the instrument alone, whatever networks each had', () => {
    expect(differencesBetween(hip(30, { instrument: 2, pelvisModel: 'a' }), hip(30, { instrument: 1 }))).toEqual([
      'instrument',
    ]);
    expect(differencesBetween(hip(30, { instrument: 2, pelvisModel: 'a' }), hip(30, { instrument: 2 }))).toEqual([
      'pelvis-model',
    ]);
  });

  it('are not compared with the last one, and it is said since when', () => {
    expect(changesSince('day-3', newestFirst)).toEqual([]);
    expect(measuredAnew('day-3', newestFirst)).toBe(sets[2]?.startedAt);
    expect(changesSince('day-4', newestFirst)).toMatchObject([{ before: 30 }]);
    for (const id of ['day-4', 'day-2', 'day-1', 'unknown']) expect(measuredAnew(id, newestFirst)).toBeNull();
  });

  it('give the first day of the new way of measuring, also where another drill had it first', () => {
    const other = { ...set(3, 20, INSTRUMENT_VERSION), id: 'other', drill: 'another' };
    const late = set(9, 32, INSTRUMENT_VERSION);
    expect(measuredAnew('day-9', [late, other, ...newestFirst.slice(2)])).toBe(other.startedAt);
  });

  it('make no new best, and no older best stands in the way of one', () => {
    const bests = personalBests([...sets, set(5, 45, INSTRUMENT_VERSION)]);
    expect([...bests.keys()]).toEqual(['day-2', 'day-5']);
    expect(bests.get('day-5')).toMatchObject([{ before: { value: 31 } }]);
  });

  it('of an older one, give nothing to aim at in the set that runs', () => {
    const present = { drill: 'supine-sleeper', side: 'left', source: 'camera' } as const;
    expect(lastBest(sets, present)).toBe(31);
    expect(lastBest(sets.slice(0, 2), present)).toBeNull();
  });

  it('stand in one trend with a seam', () => {
    const trends = trendsOf(sets, 'supine-sleeper');
    expect(trends).toHaveLength(1);
    const [trend] = trends;
    if (!trend) throw new Error('there is a trend');
    expect(seamOf(trend)).toBe(3 * DAY);
    expect(partsOfTrend(trend).map((points) => points.map(({ range }) => range.value))).toEqual([
      [50, 58],
      [30, 31],
    ]);
  });

  it('draw no seam where the place differs too, and none among themselves', () => {
    const moved = sets.map((one, i) => (i < 2 ? { ...one, hips: [hip(50, { instrument: 1, azimuth: 180 })] } : one));
    const trends = trendsOf(moved, 'supine-sleeper');
    expect(trends.map((one) => [seamOf(one), one.apart])).toEqual([
      [null, []],
      [null, ['place', 'instrument']],
    ]);
    expect(trendsOf(sets.slice(0, 2), 'supine-sleeper').map(seamOf)).toEqual([null]);
  });

  it('of one version with two networks, leave the older network a line of its own', () => {
    const trends = trendsOf([set(0, 40, 1, 'b'), ...sets], 'supine-sleeper');
    expect(trends.map(({ otherwise, apart }) => [otherwise.length, apart])).toEqual([
      [1, []],
      [0, ['instrument']],
    ]);
  });

  it('do not reach a goal for each other', () => {
    const goal = { kind: 'range', id: 'g', side: 'left', drill: 'supine-sleeper', degrees: 45, since: 0 } as const;
    expect(rangeState(goal, sets)).toMatchObject({ kind: 'on-the-way', best: { value: 31 }, anew: 3 * DAY });
    expect(rangeState(goal, sets.slice(0, 2))).toMatchObject({ kind: 'reached' });
    expect(rangeState(goal, sets.slice(0, 2))).not.toHaveProperty('anew');
  });
});

describe('hip tests that different versions of the instrument measured', () => {
  const before = hipTest([30, 28, 40, 38], null, { id: 'old', instrument: 1 });
  const after = hipTest([36, 30, 44, 40], null, { instrument: 2 });

  it('are not compared', () => {
    expect(compareTests(before, after)).toEqual({ kind: 'other-instrument' });
    expect(lastComparable(after, [before])).toBeNull();
    expect(compareTests(hipTest(null, null), before).kind).toBe('compared');
  });

  it('are not one sitting', () => {
    expect(sittingsIn('supine', [before, after], Number.POSITIVE_INFINITY)).toHaveLength(2);
    expect(sittingsIn('supine', [after, { ...after, id: 'next' }], Number.POSITIVE_INFINITY)).toHaveLength(1);
  });

  it('carry the version of their set', () => {
    const record = setOf([{ step: 'internal-passive-1', hip: turnsTo(30) }]);
    expect(hipTestOfSet({ ...record, instrument: undefined })?.instrument).toBe(1);
    expect(hipTestOfSet({ ...record, instrument: 2 })?.instrument).toBe(2);
  });
});

describe('the version in a record', () => {
  const camera = { ...sleeperRecord, source: { ...sleeperRecord.source, kind: 'camera' as const } };

  it('is taken as it is, also a newer one than this app knows', () => {
    const newer = validateRecord({ ...sleeperRecord, instrument: INSTRUMENT_VERSION + 3 });
    expect(newer).toMatchObject({ ok: true, value: { instrument: INSTRUMENT_VERSION + 3 } });
    expect(hipsOf({ ...camera, instrument: INSTRUMENT_VERSION + 3 })[0]?.instrument).toBe(INSTRUMENT_VERSION + 3);
  });

  it('is 1 where none was stored', () => {
    const { instrument: _none, ...old } = camera;
    expect(validateRecord(old).ok).toBe(true);
    expect(hipsOf(old)[0]?.instrument).toBe(1);
  });

  it('is refused if it is no whole number from 1', () => {
    for (const instrument of [0, 1.5, '2', null])
      expect(validateRecord({ ...sleeperRecord, instrument }).ok, String(instrument)).toBe(false);
  });

  it('stands in each row of the table of parts', () => {
    const column = PART_COLUMNS.find(({ name }) => name === 'instrument');
    const rows = partsOf({ ...sleeperRecord, instrument: 2 });
    expect(new Set(rows.map((row) => column?.cell(row)))).toEqual(new Set([2]));
  });
});
