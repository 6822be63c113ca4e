import { expect, test } from 'vitest';
import { dayInZone } from '../../../src/training/planning/civil-day.ts';
import { daysSince, planAdvice, restUntil } from '../../../src/training/planning/rest-advice.ts';
import { PROGRAMMES } from './english-programmes.ts';
import { usualWeek, type WeekEntry, type WeekInput } from '../../../src/training/planning/week.ts';
import { made } from './make-week.ts';

const strengthPlan = (days: WeekEntry['days']): WeekEntry[] => [{ programme: 'hip-ir-strength', days, at: [1080] }];
const adviceOn = (plan: readonly WeekEntry[], goal: WeekInput['goal'] = 'prep') =>
  planAdvice({ plan, programmes: PROGRAMMES, goal });

test('two consecutive strength days are advised against, also from Sunday to Monday', () => {
  expect(adviceOn(strengthPlan([0, 2, 4])).pairs).toEqual([]);
  expect(adviceOn(strengthPlan([0, 1, 4])).pairs).toEqual([{ first: 0, second: 1 }]);
  expect(adviceOn(strengthPlan([0, 3, 6])).pairs).toEqual([{ first: 6, second: 0 }]);
});

test('a plan with too many strength or build days is advised against; prep work may come every day', () => {
  expect(adviceOn(strengthPlan([0, 2, 4, 6])).tooOften).toMatchObject([{ days: 4, most: 3 }]);
  const care = [{ programme: 'hamstring-care', days: [0, 1, 2, 3] as const, at: [600] }];
  expect(adviceOn(care).tooOften).toMatchObject([{ programme: { id: 'hamstring-care' }, days: 4, most: 3 }]);
  expect(adviceOn(usualWeek('every-day'), 'strength')).toEqual({ pairs: [], tooOften: [] });
});

test('after strength work the next one waits for 48 elapsed hours, also when the clocks change', () => {
  const berlin = dayInZone('Europe/Berlin');
  const saturday = made('supine-sleeper', '2026-03-28T17:00:00Z', { goal: 'strength' });
  const rest = (now: string) => restUntil([saturday], Date.parse(now), berlin);
  // The first set of a session does not block the session.
  expect(rest('2026-03-28T18:00:00Z')).toBeNull();
  expect(rest('2026-03-29T08:00:00Z')).toBe(Date.parse('2026-03-30T17:00:00Z'));
  // Monday at 06:00 is one hour short of 48, because that weekend lost an hour.
  expect(rest('2026-03-30T16:00:00Z')).not.toBeNull();
  expect(rest('2026-03-30T17:00:00Z')).toBeNull();
});

test('prep sets require no rest', () => {
  const light = [made('supine-sleeper', '2026-11-19T17:00:00Z')];
  expect(restUntil(light, Date.parse('2026-11-20T08:00:00Z'), dayInZone('Europe/Berlin'))).toBeNull();
});

test('days since the last set are counted by the calendar, not by hours', () => {
  const berlin = dayInZone('Europe/Berlin');
  const sets = [made('supine-sleeper', '2026-11-17T22:30:00Z')];
  expect(daysSince(sets, Date.parse('2026-11-17T22:50:00Z'), berlin)).toBe(0);
  expect(daysSince(sets, Date.parse('2026-11-17T23:10:00Z'), berlin)).toBe(1);
  expect(daysSince([], 0, berlin)).toBeNull();
});

test('a hip test is no training to come back to', () => {
  const berlin = dayInZone('Europe/Berlin');
  const hipTest = made('hip-test-seated', '2026-11-17T22:30:00Z');
  const now = Date.parse('2026-11-27T12:00:00Z');
  expect(daysSince([hipTest], now, berlin)).toBeNull();
  expect(daysSince([made('supine-sleeper', '2026-11-15T12:00:00Z'), hipTest], now, berlin)).toBe(12);
});
