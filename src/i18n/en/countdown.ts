import { wordsOf } from '../speaking.ts';

/** The time between two parts of a programme: on the screen, and aloud. */
export const countdown = {
  label: 'Time until the next part',
  hold: 'Hold',
  space: 'Space',
  held: 'Held. It goes on when you press Hold again, or Space.',
  running: 'Then the next part opens by itself.',
  /** Whole minutes and the seconds beside them, as they are spoken; either may be 0. */
  length: (minutes: number, seconds: number) =>
    [
      ...(minutes > 0 ? [`${minutes} minute${minutes === 1 ? '' : 's'}`] : []),
      ...(minutes === 0 || seconds > 0 ? [`${seconds} second${seconds === 1 ? '' : 's'}`] : []),
    ].join(' '),
  next: (title: string, length: string) => `Next: ${title}, in ${length}.`,
  laptop: 'The laptop moves.',
  thirty: 'Thirty seconds.',
  ten: (title: string) => `Ten seconds. Then ${title}.`,
};

export const countdownWords = wordsOf('countdown', countdown);
