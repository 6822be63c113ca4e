import { expect, it } from 'vitest';
import { isOverForToday, remindersDue } from '../../../src/training/planning/reminders.ts';
import type { DayEntry } from '../../../src/training/planning/week.ts';

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
