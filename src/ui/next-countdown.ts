import type { Milliseconds, Seconds } from '../body/units.ts';
import type { Transition } from '../coach/programmes/transition.ts';
import { formatLength } from './format.ts';
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
  countdown.endsAt === null
    ? startCountdown(countdown.left, now)
    : { endsAt: null, left: secondsLeft(countdown, now) };

/** A sentence that is spoken when so much is left. */
interface Call {
  readonly left: Seconds;
  readonly text: string;
}

/** What is said on the way: what comes and what to fetch at once, then the time, so that nobody has to look. */
export function countdownCalls(title: string, transition: Transition): readonly Call[] {
  const length = countdownLength(transition);
  const fetch = fetchText(transition);
  const opening = [
    `Next: ${title}, in ${formatSpoken(length)}.`,
    ...(fetch === null ? [] : [fetch]),
    ...(transition.laptop === null ? [] : ['The laptop moves.']),
  ].join(' ');
  const later: readonly Call[] = [
    { left: 30, text: 'Thirty seconds.' },
    { left: 10, text: `Ten seconds. Then ${title}.` },
  ];
  // The opening takes its time: nothing is said over it.
  return [{ left: length, text: opening }, ...later.filter(({ left }) => left <= length - 15)];
}

const formatSpoken = (length: Seconds): string =>
  formatLength(length)
    .replace(/ min\b/, length >= 120 ? ' minutes' : ' minute')
    .replace(/ s$/, ' seconds');

/** What is due between two moments; of several the last one, since what is over is no news. */
export const dueCall = (calls: readonly Call[], before: Seconds, now: Seconds): string | null =>
  calls.findLast(({ left }) => left < before && left >= now)?.text ?? null;
