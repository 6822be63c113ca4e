import { type CivilDay, civilDay, mondayOf, yearMonthDay } from '../planning/civil-day.ts';

export interface Month {
  readonly year: number;
  /** 1…12 */
  readonly month: number;
}

const DAYS_PER_WEEK = 7;

export const monthOf = (day: CivilDay): Month => {
  const { year, month } = yearMonthDay(day);
  return { year, month };
};

/** The first of a month `by` months later; negative: before. */
export const firstOf = ({ year, month }: Month, by = 0): CivilDay => {
  const months = year * 12 + (month - 1) + by;
  return civilDay({ year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1, day: 1 });
};

const isSameMonth = (a: Month, b: Month): boolean => a.year === b.year && a.month === b.month;

/** The weeks of a month from Monday to Sunday; null where a day belongs to another month. */
export function monthGrid(month: Month): readonly (readonly (CivilDay | null)[])[] {
  const weeks: (CivilDay | null)[][] = [];
  for (let monday = mondayOf(firstOf(month)); monday < firstOf(month, 1); monday += DAYS_PER_WEEK) {
    const week = Array.from({ length: DAYS_PER_WEEK }, (_, i) => monday + i);
    weeks.push(week.map((day) => (isSameMonth(monthOf(day), month) ? day : null)));
  }
  return weeks;
}

/** The same day of a month `by` months away, or the last one where that month is shorter. */
export function sameDayIn(day: CivilDay, by: number): CivilDay {
  const first = firstOf(monthOf(day), by);
  const last = firstOf(monthOf(first), 1) - 1;
  return Math.min(last, first + yearMonthDay(day).day - 1);
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const padded = (value: number, length: number): string => String(value).padStart(length, '0');

/** "2026-11-20" */
export const isoDay = (day: CivilDay): string => {
  const { year, month, day: ofMonth } = yearMonthDay(day);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(ofMonth, 2)}`;
};

/** The inverse; null for what is no day of the calendar. */
export function parseIsoDay(text: string): CivilDay | null {
  const [, year, month, day] = ISO_DAY.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const civil = civilDay({ year: Number(year), month: Number(month), day: Number(day) });
  return isoDay(civil) === text ? civil : null;
}
