import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import { type CivilDay, type Weekday, weekdayOf, yearMonthDay } from './civil-day.ts';
import type { ClockTime } from './week.ts';

/** A time of the week that comes back. */
export interface RecurringEvent {
  /** The same for the same thing in every file, so that a calendar replaces what it has. */
  readonly uid: string;
  readonly title: string;
  readonly text: string;
  /** The first day it may fall on. */
  readonly from: CivilDay;
  readonly days: readonly Weekday[];
  readonly at: ClockTime;
  readonly length: Seconds;
}

const BYDAY: Readonly<Record<Weekday, string>> = {
  0: 'MO',
  1: 'TU',
  2: 'WE',
  3: 'TH',
  4: 'FR',
  5: 'SA',
  6: 'SU',
};

const LONGEST_LINE = 75;

const padded = (value: number, width = 2): string => String(value).padStart(width, '0');

const dateText = (day: CivilDay): string => {
  const { year, month, day: ofMonth } = yearMonthDay(day);
  return `${padded(year, 4)}${padded(month)}${padded(ofMonth)}`;
};

/** Without a zone: half past seven is half past seven wherever the person is, before and after the clocks change. */
const floatingTime = (day: CivilDay, at: ClockTime): string =>
  `${dateText(day)}T${padded(Math.floor(at / 60))}${padded(at % 60)}00`;

const utcTime = (moment: Milliseconds): string => {
  const seconds = Math.floor(moment / 1000);
  const day = Math.floor(seconds / 86_400);
  const rest = seconds - day * 86_400;
  const time = [rest / 3600, (rest / 60) % 60, rest % 60].map((part) => padded(Math.floor(part)));
  return `${dateText(day)}T${time.join('')}Z`;
};

/** RFC 5545, 3.3.11. Control characters have no place in a text but the line break. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');

const octets = (sign: string): number => {
  const point = sign.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x8_00) return 2;
  return point < 0x1_00_00 ? 3 : 4;
};

/** RFC 5545, 3.1: no line is longer than 75 octets; a character is never torn apart. */
const folded = (line: string): string => {
  let result = '';
  let length = 0;
  for (const sign of line) {
    const size = octets(sign);
    if (length + size > LONGEST_LINE) {
      result += '\r\n ';
      length = 1;
    }
    result += sign;
    length += size;
  }
  return result;
};

/** The first of the event's days from `from` on: a first day that the rule does not name is undefined in the standard. */
const firstDay = ({ from, days }: RecurringEvent): CivilDay => {
  const wait = Math.min(...days.map((day) => (((day - weekdayOf(from)) % 7) + 7) % 7));
  return from + wait;
};

const weekdaysOf = ({ days }: RecurringEvent): string =>
  days
    .toSorted((one, other) => one - other)
    .map((day) => BYDAY[day])
    .join(',');

const eventLines = (event: RecurringEvent, stamp: string): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(event.uid)}`,
  `DTSTAMP:${stamp}`,
  `DTSTART:${floatingTime(firstDay(event), event.at)}`,
  `DURATION:PT${Math.max(1, Math.ceil(event.length / 60))}M`,
  `RRULE:FREQ=WEEKLY;WKST=MO;BYDAY=${weekdaysOf(event)}`,
  `SUMMARY:${escaped(event.title)}`,
  `DESCRIPTION:${escaped(event.text)}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/**
 * The text of an iCalendar file (RFC 5545). `stamp`: when it is made, milliseconds since 1970. Times are floating: they
 * follow the clock of the place, so that no zone and no change of clocks can move them. Events without a day are left out.
 */
export const calendarFile = (events: readonly RecurringEvent[], stamp: Milliseconds): string => {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Truehip//Week//EN',
    'CALSCALE:GREGORIAN',
    ...events.filter(({ days }) => days.length > 0).flatMap((event) => eventLines(event, utcTime(stamp))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
};
