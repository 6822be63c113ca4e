import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  civilDay,
  dayAtPlace,
  dayInZone,
  dayWithSets,
  isoMoment,
  mondayOf,
  parseIsoDay,
  placeTime,
  weekdayOf,
  yearMonthDay,
} from '../../../src/training/planning/civil-day.ts';
import { isoAtPlace } from '../../../src/app/session/set-plans.ts';

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

const MORNING = Date.parse('2026-11-20T08:00:00+09:00');
const day = (text: string): number => parseIsoDay(text) ?? NaN;

it('the start of a set reads as on the clock of its place, and tells its day there', () => {
  expect(placeTime('2026-11-20T08:00:00.000+09:00')).toBe('2026-11-20T08:00:00.000');
  expect(placeTime('2026-11-20T08:00:00.000Z')).toBe('2026-11-20T08:00:00.000Z');
  expect(dayAtPlace('2026-11-20T08:00:00.000+09:00')).toBe(day('2026-11-20'));
  expect(dayAtPlace('2026-11-20T08:00:00.000Z')).toBeUndefined();
  expect(dayAtPlace(null)).toBeUndefined();
});

it('the day of a set is the one on which it was done; of another moment that of the zone', () => {
  const ofSet = dayWithSets(
    [{ startedAt: MORNING, day: day('2026-11-20') }, { startedAt: MORNING + 1 }],
    'America/Los_Angeles',
  );
  expect(ofSet(MORNING)).toBe(day('2026-11-20'));
  expect(ofSet(MORNING + 1)).toBe(day('2026-11-19'));
  expect(ofSet(Date.parse('2026-11-20T10:00:00-08:00'))).toBe(day('2026-11-20'));
});

test('a moment is read as the browser reads it', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }), (moment) => {
      expect(isoMoment(moment.toISOString())).toBeCloseTo(moment.getTime(), 3);
    }),
  );
  for (const text of ['2026-11-26T10:00:00+01:00', '2026-11-26T23:30:00.5-05:30'])
    expect(isoMoment(text)).toBe(Date.parse(text));
});

test('what is no moment has none', () => {
  expect(['', 'yesterday', '2026-11-26', '2026-02-30T10:00:00Z'].map(isoMoment)).toEqual([null, null, null, null]);
});

const TOKYO = 9 * 60;
describe('the start of a set', () => {
  it('is kept with the offset of its place', () => {
    expect(isoAtPlace(new Date(MORNING), TOKYO)).toBe('2026-11-20T08:00:00.000+09:00');
    expect(isoAtPlace(new Date(MORNING), -8 * 60)).toBe('2026-11-19T15:00:00.000-08:00');
    expect(isoAtPlace(new Date(MORNING), 5 * 60 + 45)).toBe('2026-11-20T04:45:00.000+05:45');
    expect(isoAtPlace(new Date(MORNING), -3.5 * 60)).toBe('2026-11-19T19:30:00.000-03:30');
    expect(isoAtPlace(new Date(MORNING), 0)).toBe('2026-11-19T23:00:00.000+00:00');
  });

  it('is the same moment again, whatever the offset', () => {
    const moments = fc.integer({ min: 0, max: Date.parse('2099-01-01T00:00:00Z') });
    fc.assert(
      fc.property(moments, fc.integer({ min: -12 * 60, max: 14 * 60 }), (moment, offset) => {
        const iso = isoAtPlace(new Date(moment), offset);
        expect([Date.parse(iso), isoMoment(iso)]).toEqual([moment, moment]);
      }),
    );
  });
});
