import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import type { Transition } from '../../coach/planning/transition.ts';
import { countdownWords } from '../../i18n/en/countdown.ts';
import { fetchText } from './programme-words.ts';

/** The time between two parts of a programme. */
export interface Countdown {
  /** On the page's clock; null while it is held. */
  readonly endsAt: Milliseconds | null;
  /** When it was started or held. */
  readonly left: Seconds;
}

/** Nobody gets back to the mat in less. */
const SHORTEST: Seconds = 10;

/** The rest that the programme asks for, or the time to fetch and to move things where that is longer. */
export const countdownLength = ({ length }: Transition): Seconds => Math.max(SHORTEST, length);

export const startCountdown = (left: Seconds, now: Milliseconds): Countdown => ({
  endsAt: now + 1000 * left,
  left,
});

export const secondsLeft = ({ endsAt, left }: Countdown, now: Milliseconds): Seconds =>
  endsAt === null ? left : Math.max(0, (endsAt - now) / 1000);

/** Holds it, or lets it go on from where it was held. */
export const toggled = (countdown: Countdown, now: Milliseconds): Countdown =>
  countdown.endsAt === null ? startCountdown(countdown.left, now) : { endsAt: null, left: secondsLeft(countdown, now) };

/** A sentence that is spoken when so much is left. */
interface Call {
  readonly left: Seconds;
  readonly text: string;
}

/** What is said on the way: what comes and what to fetch at once, then the time, so that nobody has to look. */
export function countdownCalls(title: string, transition: Transition): readonly Call[] {
  const length = countdownLength(transition);
  const fetch = fetchText(transition);
  const words = countdownWords();
  const opening = [
    words.next(title, spokenLength(length)),
    ...(fetch === null ? [] : [fetch]),
    ...(transition.laptop === null ? [] : [words.laptop]),
  ].join(' ');
  const later: readonly Call[] = [
    { left: 30, text: words.thirty },
    { left: 10, text: words.ten(title) },
  ];
  // The opening takes its time: nothing is said over it.
  return [{ left: length, text: opening }, ...later.filter(({ left }) => left <= length - 15)];
}

const spokenLength = (length: Seconds): string => {
  const whole = Math.round(length);
  const minutes = Math.floor(whole / 60);
  return countdownWords().length(minutes, whole - 60 * minutes);
};

/** What is due between two moments; of several the last one, since what is over is no news. */
export const dueCall = (calls: readonly Call[], before: Seconds, now: Seconds): string | null =>
  calls.findLast(({ left }) => left < before && left >= now)?.text ?? null;
