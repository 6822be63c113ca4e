import { describe, expect, test } from 'vitest';
import type { EndReason } from '../../../src/coach/record/set-record.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { kneeToKneeFloor } from '../../../src/drills/knee-to-knee/knee-to-knee-floor.ts';
import { kneeToKneeWall } from '../../../src/drills/knee-to-knee/knee-to-knee-wall.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { lastSymptom, lockOf, mayBeginByItself } from '../../../src/ui/home-and-drill/plan-choice.ts';
import type { SetOverview } from '../../../src/storage/storage-contract.ts';
import { makeOverview } from '../make-overview.ts';

const DAY = 24 * 3600 * 1000;
const NOW = Date.parse('2026-11-20T12:00:00Z');

const stopped = (
  daysAgo: number,
  drill = 'supine-sleeper',
  source: SetOverview['source'] = 'camera',
  ended: EndReason = 'pinch',
): SetOverview =>
  makeOverview({
    id: `${ended}-${daysAgo}`,
    startedAt: new Date(NOW - daysAgo * DAY).toISOString(),
    drill,
    source,
    ended,
  });

const lock = (sets: readonly SetOverview[], drill = supineSleeper, symptomChecked = {}) =>
  lockOf(drill, DRILLS, sets, { symptomChecked });

test('a drill is on hold after two sets were ended by the same symptom, and another drill is not', () => {
  const sets = [stopped(1), stopped(3)];
  expect(lock(sets)?.symptom).toBe('pinch');
  expect(lockOf(kneeToKneeWall, DRILLS, sets, { symptomChecked: {} })).toBeNull();
});

test('the variants of a drill are locked and unlocked together', () => {
  const sets = [stopped(1, 'knee-to-knee-wall'), stopped(3, 'knee-to-knee-floor')];
  const check = (drill: typeof kneeToKneeWall | typeof kneeToKneeFloor, symptomChecked = {}) =>
    lockOf(drill, DRILLS, sets, { symptomChecked });
  expect(check(kneeToKneeWall)).not.toBeNull();
  expect(check(kneeToKneeFloor)).not.toBeNull();
  expect(check(kneeToKneeFloor, { 'knee-to-knee': new Date(NOW).toISOString() })).toBeNull();
});

test('a side check and its drill, which are the same movement, are locked and unlocked together', () => {
  const sets = [stopped(1, 'supine-sleeper-side'), stopped(3, 'supine-sleeper')];
  expect(lock(sets)).not.toBeNull();
  expect(lock(sets, supineSleeper, { 'supine-sleeper': new Date(NOW).toISOString() })).toBeNull();
});

test('a confirmation that an older version stored under the drill’s own id still counts', () => {
  const checked = { 'supine-sleeper': new Date(NOW).toISOString() };
  expect(lock([stopped(1), stopped(3)], supineSleeper, checked)).toBeNull();
});

test('a hold by sets dated ahead of the clock ends with a confirmation of the later one', () => {
  const sets = [stopped(-2000), stopped(-2001)];
  const found = lock(sets);
  expect(found).not.toBeNull();
  expect(lock(sets, supineSleeper, { 'supine-sleeper': new Date(NOW).toISOString() })).not.toBeNull();
  expect(lock(sets, supineSleeper, { 'supine-sleeper': new Date(found?.second ?? 0).toISOString() })).toBeNull();
});

test('symptoms in the demo and in sets without a date do not lock a drill', () => {
  expect(lock([stopped(1, 'supine-sleeper', 'demo'), stopped(2, 'supine-sleeper', 'demo')])).toBeNull();
  expect(lock([stopped(1), { ...stopped(2), startedAt: null }])).toBeNull();
});

test('a set with an unknown source counts, to be on the safe side', () => {
  expect(lock([stopped(1, 'supine-sleeper', undefined), stopped(2)])).not.toBeNull();
});

const last = (sets: readonly SetOverview[], symptomChecked = {}) =>
  lastSymptom(supineSleeper, DRILLS, sets, { symptomChecked }, NOW);

test('the symptom of the last set is reported until a set is finished or the symptom is checked', () => {
  expect(last([stopped(1)])).toBe('pinch');
  expect(last([stopped(3), stopped(1, 'supine-sleeper', 'camera', 'finished')])).toBeNull();
  expect(last([stopped(1, 'supine-sleeper', 'camera', 'finished'), stopped(3)])).toBeNull();
  expect(last([stopped(1)], { 'supine-sleeper': new Date(NOW).toISOString() })).toBeNull();
  expect(last([stopped(1, 'supine-sleeper', 'demo')])).toBeNull();
  expect(last([stopped(1, 'quadruped-band-ir')])).toBeNull();
});

test('no set of a drill begins by itself after its last set was ended by a symptom or hurt much', () => {
  const begins = (sets: readonly SetOverview[], symptomChecked = {}) =>
    mayBeginByItself(supineSleeper, DRILLS, sets, { symptomChecked }, NOW);
  const finished = (daysAgo: number, pain?: number) => ({
    ...stopped(daysAgo, 'supine-sleeper', 'camera', 'finished'),
    ...(pain === undefined ? {} : { pain }),
  });
  expect(begins([])).toBe(true);
  expect(begins([stopped(0)])).toBe(false);
  expect(begins([stopped(0)], { 'supine-sleeper': new Date(NOW + 1).toISOString() })).toBe(true);
  expect([begins([finished(0, 5)]), begins([finished(0, 4)])]).toEqual([false, true]);
  expect(begins([finished(0, 0), finished(1, 7)])).toBe(true);
  expect(begins([stopped(0, 'knee-to-knee-wall'), stopped(0, 'supine-sleeper', 'demo')])).toBe(true);
});

describe('the last set of a drill', () => {
  const finished = (daysAgo: number, part: Partial<SetOverview> = {}): SetOverview => ({
    ...stopped(daysAgo, 'supine-sleeper', 'camera', 'finished'),
    ...part,
  });
  const begins = (sets: readonly SetOverview[]) =>
    mayBeginByItself(supineSleeper, DRILLS, sets, { symptomChecked: {} }, NOW);

  test('is found by one rule: a set without a date is the oldest, and alone it counts, for symptom and pain alike', () => {
    const undated = { ...stopped(0), startedAt: null };
    expect([last([undated]), begins([undated])]).toEqual(['pinch', false]);
    expect([last([undated, finished(9)]), begins([undated, finished(9)])]).toEqual([null, true]);
    expect(last([undated], { 'supine-sleeper': new Date(NOW).toISOString() })).toBeNull();
    expect(begins([{ ...finished(0, { pain: 8 }), startedAt: null }])).toBe(false);
  });

  test('is no set that is dated ahead of the clock', () => {
    const ahead = finished(-2000);
    expect([last([ahead, stopped(1)]), begins([ahead, stopped(1)])]).toEqual(['pinch', false]);
    expect(last([finished(-0.5), stopped(1)])).toBeNull();
  });

  test('from a file adds a stop, but does not answer one that was made here', () => {
    const later = finished(0, { imported: true, pain: 0 });
    expect([last([later, stopped(1)]), begins([later, stopped(1)])]).toEqual(['pinch', false]);
    expect(begins([later, finished(1, { pain: 7 })])).toBe(false);
    expect(last([{ ...stopped(0), imported: true }, finished(1)])).toBe('pinch');
    const both = [later, { ...stopped(1), imported: true }];
    expect([last(both), begins(both)]).toEqual([null, true]);
    expect(last([finished(0), { ...stopped(1), imported: true }])).toBeNull();
  });
});
