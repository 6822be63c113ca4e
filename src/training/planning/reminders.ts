import { isStop } from '../review/after-set.ts';
import type { PastSet } from './parts-done.ts';
import type { ClockTime, DayEntry } from './week.ts';

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
