import { expect, it } from 'vitest';
import { civilDay } from '../../../src/training/planning/civil-day.ts';
import { endTimeWeeks } from '../../../src/training/review/trends.ts';

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

it('shows this week without a set, and leaves out weeks that are long past or to come', () => {
  expect(endTimeWeeks([setOn(MONDAY - 42, 40), setOn(MONDAY + 7, 40)], TODAY, dayOf)).toEqual([
    { monday: MONDAY, left: 0, right: 0, unknown: 0 },
  ]);
  expect(endTimeWeeks([setOn(MONDAY - 35, 40)], TODAY, dayOf)).toHaveLength(2);
});

it('leaves out hip tests, which are no training', () => {
  const hipTest = { at: (MONDAY - 7) * DAY, drill: 'hip-test-seated' };
  expect(endTimeWeeks([hipTest], TODAY, dayOf)).toEqual([{ monday: MONDAY, left: 0, right: 0, unknown: 0 }]);
});
