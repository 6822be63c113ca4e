import { expect, test } from 'vitest';
import type { EndReason } from '../../../src/coach/record/set-record.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { kneeToKneeFloor } from '../../../src/drills/knee-to-knee/knee-to-knee-floor.ts';
import { kneeToKneeWall } from '../../../src/drills/knee-to-knee/knee-to-knee-wall.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { allowed } from '../../../src/training/safety/allowed.ts';
import { stopKey } from '../../../src/training/safety/person.ts';
import { lockOf, mayBeginByItself, personNow } from '../../../src/ui/safety/person-now.ts';
import type { SetOverview } from '../../../src/storage/storage-contract.ts';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { DEFAULT_SETTINGS } from '../../../src/storage/validate-settings.ts';
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

const lock = (sets: readonly SetOverview[], drill: DrillDefinition = supineSleeper, symptomChecked = {}) =>
  lockOf(drill, DRILLS, sets, { ...DEFAULT_SETTINGS, symptomChecked }, NOW);

test('a drill is on hold after two sets were ended by the same symptom, and another drill is not', () => {
  const sets = [stopped(1), stopped(3)];
  expect(lock(sets)?.symptom).toBe('pinch');
  expect(lock(sets, kneeToKneeWall)).toBeNull();
});

test('the variants of a drill are locked and unlocked together', () => {
  const sets = [stopped(1, 'knee-to-knee-wall'), stopped(3, 'knee-to-knee-floor')];
  expect(lock(sets, kneeToKneeWall)).not.toBeNull();
  expect(lock(sets, kneeToKneeFloor)).not.toBeNull();
  expect(lock(sets, kneeToKneeFloor, { 'knee-to-knee': new Date(NOW).toISOString() })).toBeNull();
});

test('a side check and its drill, which are the same movement, are locked and unlocked together', () => {
  const sets = [stopped(1, 'supine-sleeper-side'), stopped(3, 'supine-sleeper')];
  expect(lock(sets)).not.toBeNull();
  expect(lock(sets, supineSleeper, { 'supine-sleeper': new Date(NOW).toISOString() })).toBeNull();
});

test('a hold by sets dated ahead of the clock ends with a confirmation of these sets, and of no moment', () => {
  const sets = [stopped(-2000), stopped(-2001)];
  const found = lock(sets);
  expect(found).not.toBeNull();
  expect(lock(sets, supineSleeper, { 'supine-sleeper': new Date(NOW).toISOString() })).not.toBeNull();
  expect(lock(sets, supineSleeper, { 'supine-sleeper': new Date(found?.second ?? 0).toISOString() })).not.toBeNull();
  const confirmed = [found?.first ?? 0, found?.second ?? 0].map(
    (startedAt) => [stopKey({ family: 'supine-sleeper', startedAt }), new Date(NOW).toISOString()] as const,
  );
  expect(lock(sets, supineSleeper, Object.fromEntries(confirmed))).toBeNull();
});

test('symptoms in the demo and in sets without a date do not lock a drill', () => {
  expect(lock([stopped(1, 'supine-sleeper', 'demo'), stopped(2, 'supine-sleeper', 'demo')])).toBeNull();
  expect(lock([stopped(1), { ...stopped(2), startedAt: null }])).toBeNull();
});

test('a set with an unknown source counts, to be on the safe side', () => {
  expect(lock([stopped(1, 'supine-sleeper', undefined), stopped(2)])).not.toBeNull();
});

test('no set of a drill begins by itself within a week of a stop, or after its last set hurt', () => {
  const begins = (sets: readonly SetOverview[], symptomChecked = {}) => {
    const person = personNow(DRILLS, { ...DEFAULT_SETTINGS, symptomChecked }, sets, NOW);
    return mayBeginByItself(allowed(supineSleeper, person, NOW));
  };
  const finished = (daysAgo: number, pain?: number) => ({
    ...stopped(daysAgo, 'supine-sleeper', 'camera', 'finished'),
    ...(pain === undefined ? {} : { pain }),
  });
  expect(begins([])).toBe(true);
  expect(begins([stopped(0)])).toBe(false);
  expect(begins([stopped(8)])).toBe(true);
  expect(begins([stopped(0)], { 'supine-sleeper': new Date(NOW).toISOString() })).toBe(true);
  expect([begins([finished(0, 5)]), begins([finished(0, 3)]), begins([finished(0, 2)])]).toEqual([false, false, true]);
  expect(begins([stopped(0, 'supine-sleeper', 'demo')])).toBe(true);
});
