import { wordsOf } from '../speaking.ts';

/** The replay of a set as a drawn body, and the person's note. */
export const replay = {
  heading: 'Watch it again',
  none: 'There is no replay of this set: it was kept before Truehip kept the drawn body, or nobody was measured in it.',
  noVideo: 'Drawn from what was measured. No video is kept.',
  still: 'Your machine asks for less motion: go through it step by step.',
  time: 'Time in the set',
  pause: 'Pause',
  play: 'Play',
  back: 'One second back',
  on: 'One second on',
  of: (now: string, whole: string) => `${now} of ${whole}`,
  noFlags: {
    whole: 'Nothing was flagged.',
    part: (share: string) => `Nothing was flagged in the ${share} of the time that could be watched.`,
    hardly: 'Hardly anything could be watched, so nothing was flagged.',
  },
  span: (from: string, to: string) => `${from} to ${to}`,
  goTo: 'Flags: go to one',
  own: (angle: string, band: number) => `Own ${angle} ± ${band}°`,
  noReading: 'No reading',
  nothingFlagged: 'Nothing flagged',
  pelvisUnseen: 'Pelvis not seen',
  borrowed: (angle: string) => `Borrowed ${angle}`,
  atLeast: (angle: string) => `Borrowed at least ${angle}`,
  note: 'Note',
  yourNote: 'Your note on this set',
  kept: 'Kept.',
  lost: 'Your note could not be stored. It is gone when the tab closes.',
};

export const replayWords = wordsOf('replay', replay);
