import type { Milliseconds } from '../../instrument/geometry/units.ts';

export const DAY: Milliseconds = 24 * 3600 * 1000;
export const WEEK: Milliseconds = 7 * DAY;

/** A calendar day: days since 1 January 1970. Without time and zone, so the next day is always one more. */
export type CivilDay = number;

/** 0: Monday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const WEEKDAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

export interface YearMonthDay {
  readonly year: number;
  /** 1…12 */
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_ERA = 146_097;
const YEARS_PER_ERA = 400;

/** Days from 1 March of year 0 to 1 January 1970. */
const EPOCH = 719_468;

/** Gregorian calendar. Eras of 400 years begin in March, so that a leap day is the last day of a year. */
export const civilDay = ({ year, month, day }: YearMonthDay): CivilDay => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / YEARS_PER_ERA);
  const yearOfEra = shifted - era * YEARS_PER_ERA;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH;
};

/** The inverse of `civilDay`. */
export const yearMonthDay = (civil: CivilDay): YearMonthDay => {
  const shifted = civil + EPOCH;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
};

/** 1 January 1970 was a Thursday. */
export const weekdayOf = (day: CivilDay): Weekday => ((((day + 3) % 7) + 7) % 7) as Weekday;

export const mondayOf = (day: CivilDay): CivilDay => day - weekdayOf(day);

/**
 * Tells on which calendar day a moment (milliseconds since 1970) falls in a time zone such as "Europe/Berlin". A day
 * there may last 23 or 25 hours.
 * Throws a RangeError for an unknown zone.
 */
export const dayInZone = (zone: string): ((moment: Milliseconds) => CivilDay) => {
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  return (moment) => {
    const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    return civilDay({
      year: Number(parts['year']),
      month: Number(parts['month']),
      day: Number(parts['day']),
    });
  };
};

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
export const padded = (value: number, length = 2): string => String(value).padStart(length, '0');

export const isoDay = (day: CivilDay): string => {
  const { year, month, day: ofMonth } = yearMonthDay(day);
  return `${padded(year, 4)}-${padded(month)}-${padded(ofMonth)}`;
};

/** The inverse of `isoDay`; null if the text is not a calendar day. */
export function parseIsoDay(text: string): CivilDay | null {
  const [, year, month, day] = ISO_DAY.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const civil = civilDay({ year: Number(year), month: Number(month), day: Number(day) });
  return isoDay(civil) === text ? civil : null;
}

/** How the clock of a place differs from UTC, at the end of a date and time. */
const OFFSET = /[+-]\d\d:\d\d$/;

/** The same date and time without the offset, so that it reads as on the clock of its place. One in UTC ("Z") stays. */
export const placeTime = (iso: string): string => iso.replace(OFFSET, '');

// A set keeps its start with the offset of the place where it was done: "2026-11-20T08:00:00.000+09:00". So it stays on its day,
// wherever the person reads it later. Sets of older versions end in "Z": their place is not known, and the reader's zone counts.

/** The day on which a set was done, by the clock of its place; undefined: not kept. */
export const dayAtPlace = (iso: string | null): CivilDay | undefined =>
  iso !== null && OFFSET.test(iso) ? (parseIsoDay(iso.slice(0, 10)) ?? undefined) : undefined;

/** A set's start, and the day on which it was done; absent: not kept. */
export interface DatedSet {
  readonly startedAt: Milliseconds;
  readonly day?: CivilDay | undefined;
}

/** The day of a moment: for the start of one of the sets the day on which it was done, for all else that of the zone. */
export function dayWithSets(sets: readonly DatedSet[], zone: string): (moment: Milliseconds) => CivilDay {
  const kept = new Map(sets.flatMap(({ startedAt, day }) => (day === undefined ? [] : [[startedAt, day] as const])));
  const inZone = dayInZone(zone);
  return (moment) => kept.get(moment) ?? inZone(moment);
}

const ISO_MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const MINUTE: Milliseconds = 60_000;
/** Two clocks may differ by a time zone. A date further ahead comes from a wrong clock. */
const AHEAD: Milliseconds = DAY;

/**
 * The moment itself; 0 for one that is ahead of the clock. Nobody knows when that was, so it counts as older than every other.
 * @param now milliseconds since 1970
 */
export const unlessAhead = (moment: Milliseconds, now: Milliseconds): Milliseconds =>
  moment > now + AHEAD ? 0 : moment;

/** The moment of a text such as "2026-11-26T10:00:00.000Z", in milliseconds since 1970; null: it is no such text. */
export function isoMoment(text: string): Milliseconds | null {
  const [, date = '', hours, minutes, seconds, fraction = '0', sign, offHours = '0', offMinutes = '0'] =
    ISO_MOMENT.exec(text) ?? [];
  const day = parseIsoDay(date);
  if (day === null) return null;
  const ofDay =
    (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000 + Number(`0.${fraction}`) * 1000;
  const offset = (Number(offHours) * 60 + Number(offMinutes)) * MINUTE * (sign === '-' ? -1 : 1);
  return day * DAY + ofDay - offset;
}
