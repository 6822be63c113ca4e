import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import type { Transition } from '../../training/planning/transition.ts';
import { countdownWords } from '../../i18n/en/programmes.ts';
import { fetchText, spokenLaptop } from './programme-words.ts';

export interface Countdown {
  /** `performance.now()` at the end; null while it is paused. */
  readonly endsAt: Milliseconds | null;
  readonly left: Seconds;
}

/** Time to hear the result of the set and what comes next, and to get back to the mat. */
const MIN_LENGTH: Seconds = 15;

/** The set's result is being said at first, for this long at least. Only the newest sentence waits, so an earlier one would take its place. */
const RESULT_LENGTH: Seconds = 6;

/** The opening may last so long; later sentences must not come before its end. */
const OPENING_LENGTH: Seconds = 15;

/** Time to hear what comes next, after the result. */
const NEXT_LENGTH: Seconds = 9;

/** The length of the transition, but at least as long as result and next part are heard. @param said how long the result is spoken */
export const countdownLength = ({ length }: Transition, said: Seconds = 0): Seconds =>
  Math.max(MIN_LENGTH, Math.ceil(said) + NEXT_LENGTH, length);

export const startCountdown = (left: Seconds, now: Milliseconds): Countdown => ({
  endsAt: now + 1000 * left,
  left,
});

export const secondsLeft = ({ endsAt, left }: Countdown, now: Milliseconds): Seconds =>
  endsAt === null ? left : Math.max(0, (endsAt - now) / 1000);

/** Pauses a running countdown, and lets a paused one continue. */
export const toggleCountdown = (countdown: Countdown, now: Milliseconds): Countdown =>
  countdown.endsAt === null ? startCountdown(countdown.left, now) : { endsAt: null, left: secondsLeft(countdown, now) };

interface Announcement {
  readonly left: Seconds;
  readonly text: string;
}

/** What is spoken during the countdown: the next drill and what to fetch after the result of the set, the remaining time later. */
export function countdownAnnouncements(
  title: string,
  transition: Transition,
  said: Seconds = 0,
): readonly Announcement[] {
  const begin = countdownLength(transition, said) - Math.max(RESULT_LENGTH, Math.ceil(said));
  const fetch = fetchText(transition);
  const words = countdownWords();
  const opening = [
    words.next(title, spokenLength(begin)),
    ...(fetch === null ? [] : [fetch]),
    ...spokenLaptop(transition),
  ].join(' ');
  const later: readonly Announcement[] = [
    { left: 30, text: words.thirty },
    { left: 10, text: words.ten(title) },
  ];
  return [{ left: begin, text: opening }, ...later.filter(({ left }) => left <= begin - OPENING_LENGTH)];
}

/** In steps of 5 s, because the sentence may have to wait for the one before. */
const spokenLength = (length: Seconds): string => {
  const whole = 5 * Math.round(length / 5);
  const minutes = Math.floor(whole / 60);
  return countdownWords().length(minutes, whole - 60 * minutes);
};

/** The sentence that became due between two times; the latest of several. */
export const dueAnnouncement = (announcements: readonly Announcement[], before: Seconds, now: Seconds): string | null =>
  announcements.findLast(({ left }) => left < before && left >= now)?.text ?? null;
