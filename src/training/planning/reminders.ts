import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import { type CivilDay, padded, type Weekday, weekdayOf, yearMonthDay } from './civil-day.ts';
import type { PastSet } from './parts-done.ts';
import type { ClockTime, DayEntry } from './week.ts';
import { isStop } from '../review/after-set.ts';

/** Minutes from a reminder to the planned time. */
export const REMINDER_LEADS: readonly number[] = [0, 5, 15, 30, 60];

export interface Reminder {
  readonly programme: DayEntry['programme'];
  readonly at: ClockTime;
}

/**
 * Whether training is over for today, because a set was ended by a symptom or hurt much. Then there is no reminder of another
 * programme either.
 * @param ofDay the person's sets of the day, with the pain that was told after each; null: not told
 */
export const isOverForToday = (
  ofDay: readonly (Pick<PastSet, 'ended'> & { readonly pain: number | null })[],
): boolean => ofDay.some(isStop);

/**
 * The reminders that fall due after `from` and not after `to`, both in minutes of the same day. Nothing is said of what is
 * done, nor of a programme that a symptom has ended. Empty if the day has changed in between (`to` before `from`).
 * @param lead minutes before the planned time
 */
export const remindersDue = (
  entries: readonly DayEntry[],
  from: ClockTime,
  to: ClockTime,
  lead: number,
): readonly Reminder[] =>
  entries
    .filter(({ state }) => state === 'due' || state === 'begun')
    .flatMap(({ programme, at, done }) =>
      at
        .toSorted((one, other) => one - other)
        // The first times are done already.
        .slice(done)
        .filter((time) => time - lead > from && time - lead <= to)
        .map((time) => ({ programme, at: time })),
    );

export interface RecurringEvent {
  /** The same in every file for the same event, so that a calendar replaces the event instead of adding one. */
  readonly uid: string;
  readonly title: string;
  readonly text: string;
  /** The first day on which it may take place. */
  readonly from: CivilDay;
  readonly days: readonly Weekday[];
  readonly at: ClockTime;
  readonly length: Seconds;
}

/** By weekday, from Monday. */
const BYDAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const LONGEST_LINE = 75;

const dateText = (day: CivilDay): string => {
  const { year, month, day: ofMonth } = yearMonthDay(day);
  return `${padded(year, 4)}${padded(month)}${padded(ofMonth)}`;
};

/** Without a time zone: 07:30 stays 07:30 wherever the person is, also when the clocks change. */
const floatingTime = (day: CivilDay, at: ClockTime): string =>
  `${dateText(day)}T${padded(Math.floor(at / 60))}${padded(at % 60)}00`;

const utcTime = (moment: Milliseconds): string => {
  const seconds = Math.floor(moment / 1000);
  const day = Math.floor(seconds / 86_400);
  const rest = seconds - day * 86_400;
  const time = [rest / 3600, (rest / 60) % 60, rest % 60].map((part) => padded(Math.floor(part)));
  return `${dateText(day)}T${time.join('')}Z`;
};

/** RFC 5545, 3.3.11. Control characters other than the line break are removed. */
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

/** RFC 5545, 3.1: lines have at most 75 octets, and a character is never split. */
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

/**
 * The first day of the event from `from` on. The standard does not define a start on a day that the rule does not name.
 */
const firstDay = ({ from, days }: RecurringEvent): CivilDay => {
  const wait = Math.min(...days.map((day) => (((day - weekdayOf(from)) % 7) + 7) % 7));
  return from + wait;
};

const weekdaysOf = ({ days }: RecurringEvent): string =>
  days
    .toSorted((one, other) => one - other)
    .map((day) => BYDAY[day])
    .join(',');

/** RFC 5545, 3.6.6: a reminder that shows a text, some time before the start of each event. */
const alarmLines = ({ title }: RecurringEvent, before: number | null): readonly string[] =>
  before === null
    ? []
    : ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, `TRIGGER:-PT${before}M`, 'END:VALARM'];

const eventLines = (event: RecurringEvent, stamp: string, before: number | null): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(event.uid)}`,
  `DTSTAMP:${stamp}`,
  `DTSTART:${floatingTime(firstDay(event), event.at)}`,
  `DURATION:PT${Math.max(1, Math.ceil(event.length / 60))}M`,
  `RRULE:FREQ=WEEKLY;WKST=MO;BYDAY=${weekdaysOf(event)}`,
  `SUMMARY:${escaped(event.title)}`,
  `DESCRIPTION:${escaped(event.text)}`,
  'TRANSP:TRANSPARENT',
  ...alarmLines(event, before),
  'END:VEVENT',
];

/**
 * The text of an iCalendar file (RFC 5545). Times have no zone, so they follow the local clock. Events without a day
 * are left out.
 * @param stamp when the file is made, milliseconds since 1970
 * @param before minutes from the reminder to the start of each event; null: no reminder
 */
export const calendarFile = (events: readonly RecurringEvent[], stamp: Milliseconds, before: number | null): string => {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Truehip//Week//EN',
    'CALSCALE:GREGORIAN',
    ...events.filter(({ days }) => days.length > 0).flatMap((event) => eventLines(event, utcTime(stamp), before)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
};
