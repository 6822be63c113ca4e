import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import {
  calendarFile,
  isOverForToday,
  type RecurringEvent,
  remindersDue,
} from '../../../src/training/planning/reminders.ts';
import { civilDay, type Weekday, weekdayOf } from '../../../src/training/planning/civil-day.ts';
import { readCalendar } from './read-calendar.ts';
import type { DayEntry } from '../../../src/training/planning/week.ts';

const FRIDAY = civilDay({ year: 2026, month: 11, day: 20 });
const STAMP = Date.parse('2026-11-20T18:30:12.250Z');

const EVENT: RecurringEvent = {
  uid: 'hip-ir-breakout-1@truehip',
  title: 'Hip IR breakout',
  text: 'Band, then stretch; three times.\nLay out: mat, band',
  from: FRIDAY,
  days: [0, 2, 4],
  at: 19 * 60 + 5,
  length: 25 * 60 + 1,
};

const parsed = (event: Partial<RecurringEvent>, before: number | null = 15) =>
  readCalendar(calendarFile([{ ...EVENT, ...event }], STAMP, before));

test('an event has its recurrence, length and text', () => {
  expect(parsed({}).events).toEqual([
    {
      UID: 'hip-ir-breakout-1@truehip',
      DTSTAMP: '20261120T183012Z',
      DTSTART: '20261120T190500',
      DURATION: 'PT26M',
      RRULE: 'FREQ=WEEKLY;WKST=MO;BYDAY=MO,WE,FR',
      SUMMARY: 'Hip IR breakout',
      DESCRIPTION: 'Band, then stretch; three times.\nLay out: mat, band',
      TRANSP: 'TRANSPARENT',
    },
  ]);
  expect(parsed({}).head).toMatchObject({ VERSION: '2.0', CALSCALE: 'GREGORIAN' });
});

test('the time of the reminder is chosen, or there is none', () => {
  expect(parsed({}, 60).alarms[0]?.['TRIGGER']).toBe('-PT60M');
  expect(parsed({}, 0).alarms[0]?.['TRIGGER']).toBe('-PT0M');
  expect(parsed({}, null).alarms).toEqual([]);
});

test('an alarm has the three lines that RFC 5545 asks for (3.6.6), and is closed inside its event', () => {
  const lines = calendarFile([EVENT], STAMP, 15).split('\r\n');
  const from = lines.indexOf('BEGIN:VALARM');
  expect(lines.slice(from, from + 6)).toEqual([
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Hip IR breakout',
    'TRIGGER:-PT15M',
    'END:VALARM',
    'END:VEVENT',
  ]);
});

test('the first day is one that the rule names and is not before the requested day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30_000 }),
      fc.uniqueArray(fc.constantFrom<Weekday>(0, 1, 2, 3, 4, 5, 6), { minLength: 1 }),
      (from, days) => {
        const start = parsed({ from, days }).events[0]?.['DTSTART'] ?? '';
        const first = civilDay({
          year: Number(start.slice(0, 4)),
          month: Number(start.slice(4, 6)),
          day: Number(start.slice(6, 8)),
        });
        expect(days).toContain(weekdayOf(first));
        expect(first).toBeGreaterThanOrEqual(from);
        expect(first).toBeLessThan(from + 7);
      },
    ),
  );
});

test('any text can be read back unchanged; no line is longer than 75 octets or split inside a character', () => {
  const words = fc
    .string({ unit: 'grapheme', maxLength: 400 })
    .filter((text) => !/[\p{Cc}]/u.test(text.replaceAll('\n', '')));
  fc.assert(
    fc.property(words, words, (title, text) => {
      const file = calendarFile([{ ...EVENT, title, text }], STAMP, 15);
      expect(file.endsWith('\r\n')).toBe(true);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(Buffer.from(file).toString()).toBe(file);
      expect(readCalendar(file).events[0]).toMatchObject({ SUMMARY: title, DESCRIPTION: text });
    }),
  );
});

test('a title cannot add a line to the file', () => {
  const title = 'Hips\r\nEND:VEVENT\rBEGIN:VALARM';
  const { events } = parsed({ title });
  expect(events).toHaveLength(1);
  expect(events[0]?.['SUMMARY']).toBe('Hips\nEND:VEVENT\nBEGIN:VALARM');
  expect(parsed({ title }).alarms).toMatchObject([{ ACTION: 'DISPLAY', TRIGGER: '-PT15M' }]);
});

test('an event without a day is left out', () => {
  expect(parsed({ days: [] }).events).toEqual([]);
});

const MORNING = 7 * 60 + 30;
const EVENING = 19 * 60;
const entry = (more: Partial<DayEntry> = {}): DayEntry => ({
  programme: { id: 'own-a', title: 'Mine', summary: '', blocks: [] },
  at: [EVENING, MORNING],
  done: 0,
  planned: 2,
  partsDone: 0,
  parts: 3,
  state: 'due',
  ...more,
});
const timesOf = (entries: readonly DayEntry[], from: number, to: number, lead: number) =>
  remindersDue(entries, from, to, lead).map(({ at }) => at);

it('reminds once, the chosen time before a planned time', () => {
  expect(timesOf([entry()], EVENING - 16, EVENING - 15, 15)).toEqual([EVENING]);
  expect(timesOf([entry()], EVENING - 15, EVENING - 14, 15)).toEqual([]);
  expect(timesOf([entry()], EVENING - 1, EVENING, 0)).toEqual([EVENING]);
});

it('says nothing of what is done, or was stopped for a symptom', () => {
  const day = [0, 24 * 60] as const;
  expect(timesOf([entry({ done: 1, state: 'begun' })], ...day, 5)).toEqual([EVENING]);
  expect(timesOf([entry({ done: 2, state: 'done' })], ...day, 5)).toEqual([]);
  expect(timesOf([entry({ state: 'stopped' })], ...day, 5)).toEqual([]);
  expect(timesOf([entry({ state: 'absent' })], ...day, 5)).toEqual([]);
});

it('says nothing more on a day on which a set was ended by a symptom or hurt much, whatever its programme', () => {
  const finished = { ended: 'finished', pain: null } as const;
  expect(isOverForToday([finished, { ended: 'pinch', pain: null }])).toBe(true);
  expect(isOverForToday([{ ...finished, pain: 5 }, finished])).toBe(true);
  expect(
    isOverForToday([
      { ...finished, pain: 4 },
      { ended: 'stopped', pain: null },
    ]),
  ).toBe(false);
  expect(isOverForToday([])).toBe(false);
});

it('says nothing over midnight', () => {
  expect(timesOf([entry({ at: [2] })], 24 * 60 - 1, 3, 0)).toEqual([]);
});
