import { describe, expect, it } from 'vitest';
import { dayAtPlace, dayWithSets, parseIsoDay, placeTime } from '../../../src/training/planning/civil-day.ts';

const MORNING = Date.parse('2026-11-20T08:00:00+09:00');
const day = (text: string): number => parseIsoDay(text) ?? NaN;

describe('the start of a set', () => {
  it('reads as on the clock of its place, and tells its day there', () => {
    expect(placeTime('2026-11-20T08:00:00.000+09:00')).toBe('2026-11-20T08:00:00.000');
    expect(placeTime('2026-11-20T08:00:00.000Z')).toBe('2026-11-20T08:00:00.000Z');
    expect(dayAtPlace('2026-11-20T08:00:00.000+09:00')).toBe(day('2026-11-20'));
    expect(dayAtPlace('2026-11-20T08:00:00.000Z')).toBeUndefined();
    expect(dayAtPlace(null)).toBeUndefined();
  });
});

it('the day of a set is the one on which it was done; of another moment that of the zone', () => {
  const dayOf = dayWithSets(
    [{ startedAt: MORNING, day: day('2026-11-20') }, { startedAt: MORNING + 1 }],
    'America/Los_Angeles',
  );
  expect(dayOf(MORNING)).toBe(day('2026-11-20'));
  expect(dayOf(MORNING + 1)).toBe(day('2026-11-19'));
  expect(dayOf(Date.parse('2026-11-20T10:00:00-08:00'))).toBe(day('2026-11-20'));
});
