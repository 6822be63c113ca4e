import { expect, test } from 'vitest';
import type { EndReason } from '../../src/coach/record/set-record.ts';
import { DRILLS } from '../../src/drills/index.ts';
import { kneeToKneeFloor } from '../../src/drills/knee-to-knee/knee-to-knee-floor.ts';
import { kneeToKneeWall } from '../../src/drills/knee-to-knee/knee-to-knee-wall.ts';
import { supineSleeper } from '../../src/drills/supine-sleeper/supine-sleeper.ts';
import { lastSymptom, lockOf } from '../../src/ui/home-and-drill/plan-choice.ts';
import type { StoredSetItem } from '../../src/ui/shell/services.ts';

const DAY = 24 * 3600 * 1000;
const NOW = Date.parse('2026-11-20T12:00:00Z');

const stopped = (
  daysAgo: number,
  drill = 'supine-sleeper',
  source: StoredSetItem['source'] = 'camera',
  ended: EndReason = 'pinch',
): StoredSetItem => ({
  id: `${ended}-${daysAgo}`,
  startedAt: new Date(NOW - daysAgo * DAY).toISOString(),
  drill,
  side: 'left',
  goal: 'prep',
  ended,
  source,
  clean: null,
  sd: null,
  flags: 0,
  saved: true,
});

const lock = (sets: readonly StoredSetItem[], drill = supineSleeper, symptomChecked = {}) =>
  lockOf(drill, DRILLS, sets, { symptomChecked });

test('a drill stopped twice for the same symptom is on hold, and another drill is not', () => {
  const sets = [stopped(1), stopped(3)];
  expect(lock(sets)?.symptom).toBe('pinch');
  expect(lockOf(kneeToKneeWall, DRILLS, sets, { symptomChecked: {} })).toBeNull();
});

test('all ways of a drill are held together, and freed together', () => {
  const sets = [stopped(1, 'knee-to-knee-wall'), stopped(3, 'knee-to-knee-floor')];
  const check = (drill: typeof kneeToKneeWall | typeof kneeToKneeFloor, symptomChecked = {}) =>
    lockOf(drill, DRILLS, sets, { symptomChecked });
  expect(check(kneeToKneeWall)).not.toBeNull();
  expect(check(kneeToKneeFloor)).not.toBeNull();
  expect(check(kneeToKneeFloor, { 'knee-to-knee': new Date(NOW).toISOString() })).toBeNull();
});

test('a side check and its drill are held together: it is the same movement', () => {
  const sets = [stopped(1, 'supine-sleeper-side'), stopped(3, 'supine-sleeper')];
  expect(lock(sets)).not.toBeNull();
  expect(lock(sets, supineSleeper, { 'supine-sleeper': new Date(NOW).toISOString() })).toBeNull();
});

test('a confirmation that an older version kept under the drill’s own id still counts', () => {
  const checked = { 'supine-sleeper': new Date(NOW).toISOString() };
  expect(lock([stopped(1), stopped(3)], supineSleeper, checked)).toBeNull();
});

test('nobody is held for a key pressed in the demo, nor for a set without a date', () => {
  expect(lock([stopped(1, 'supine-sleeper', 'demo'), stopped(2, 'supine-sleeper', 'demo')])).toBeNull();
  expect(lock([stopped(1), { ...stopped(2), startedAt: null }])).toBeNull();
});

test('a set whose source was not kept counts: rather held once too often', () => {
  expect(lock([stopped(1, 'supine-sleeper', undefined), stopped(2)])).not.toBeNull();
});

const last = (sets: readonly StoredSetItem[], symptomChecked = {}) =>
  lastSymptom(supineSleeper, DRILLS, sets, { symptomChecked });

test('a symptom in the last set is remembered before the next one, until a set went well or it was checked', () => {
  expect(last([stopped(1)])).toBe('pinch');
  expect(last([stopped(3), stopped(1, 'supine-sleeper', 'camera', 'finished')])).toBeNull();
  expect(last([stopped(1, 'supine-sleeper', 'camera', 'finished'), stopped(3)])).toBeNull();
  expect(last([stopped(1)], { 'supine-sleeper': new Date(NOW).toISOString() })).toBeNull();
  expect(last([stopped(1, 'supine-sleeper', 'demo')])).toBeNull();
  expect(last([stopped(1, 'quadruped-band-ir')])).toBeNull();
});
