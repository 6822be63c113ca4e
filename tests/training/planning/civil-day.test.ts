import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDay, dayInZone, mondayOf, weekdayOf, yearMonthDay } from '../../../src/training/planning/civil-day.ts';

const DAY_MS = 24 * 3600 * 1000;

test('calendar days follow the Gregorian calendar for a thousand years in both directions', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400_000, max: 400_000 }), (day) => {
      const date = new Date(day * DAY_MS);
      const given = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      expect(yearMonthDay(day)).toEqual(given);
      expect(civilDay(given)).toBe(day);
      expect(weekdayOf(day)).toBe((date.getUTCDay() + 6) % 7);
      expect(weekdayOf(mondayOf(day))).toBe(0);
      expect(day - mondayOf(day)).toBeLessThan(7);
    }),
  );
});

const berlin = dayInZone('Europe/Berlin');
const dayOf = (year: number, month: number, day: number) => civilDay({ year, month, day });

test.each([
  ['one second before midnight in winter', '2026-01-09T22:59:59Z', dayOf(2026, 1, 9)],
  ['midnight in winter', '2026-01-09T23:00:00Z', dayOf(2026, 1, 10)],
  ['one second before midnight in summer', '2026-07-09T21:59:59Z', dayOf(2026, 7, 9)],
  ['midnight in summer', '2026-07-09T22:00:00Z', dayOf(2026, 7, 10)],
  ['the first half past two of the night in October', '2026-10-25T00:30:00Z', dayOf(2026, 10, 25)],
  ['the second half past two of that night', '2026-10-25T01:30:00Z', dayOf(2026, 10, 25)],
  ['the end of the day of 25 hours', '2026-10-25T22:59:59Z', dayOf(2026, 10, 25)],
  ['the end of the day of 23 hours', '2026-03-29T21:59:59Z', dayOf(2026, 3, 29)],
  ['the Monday after it', '2026-03-29T22:00:00Z', dayOf(2026, 3, 30)],
])('%s falls on the day that a calendar in Berlin shows', (_, moment, day) => {
  expect(berlin(Date.parse(moment))).toBe(day);
});

test('the same moment can fall on different days in two zones', () => {
  const moment = Date.parse('2026-11-20T12:00:00Z');
  expect(dayInZone('Pacific/Kiritimati')(moment) - dayInZone('Pacific/Pago_Pago')(moment)).toBe(1);
});

test('an unknown zone is refused', () => {
  expect(() => dayInZone('Europe/Atlantis')).toThrow(RangeError);
});
