import type { ClockTime, DayEntry } from './week.ts';

/** Minutes from a reminder to the planned time. */
export const REMINDER_LEADS: readonly number[] = [0, 5, 15, 30, 60];

/** A planned time of which the person is reminded. */
export interface Reminder {
  readonly programme: DayEntry['programme'];
  readonly at: ClockTime;
}

/**
 * The reminders that fall due after `from` and not after `to`, both in minutes of the same day. Nothing is said of what is
 * done, nor on a day that a symptom has ended. Empty if the day has changed in between (`to` before `from`).
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
