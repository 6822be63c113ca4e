import { wordsOf } from '../speaking.ts';

/** The replay of a set as a drawn body, and the person's note. */
export const replay = {
  heading: 'Watch it again',
  none: 'There is no replay of this set: nobody was measured in it, or it is from an older version.',
  noVideo: 'Drawn from the measurement. No video is kept.',
  still: 'Your device asks for less motion, so step through it yourself.',
  time: 'Time in the set',
  pause: 'Pause',
  play: 'Play',
  back: 'One second back',
  on: 'One second forward',
  of: (now: string, whole: string) => `${now} of ${whole}`,
  noFlags: {
    whole: 'Nothing was flagged.',
    part: (share: string) => `Nothing was flagged in the ${share} of the time that was watched.`,
    hardly: 'Hardly anything could be watched, so nothing could be flagged.',
  },
  span: (from: string, to: string) => `${from} to ${to}`,
  goTo: 'Go to a flag',
  /** @param angle "24° ± 4°" */
  own: (angle: string) => `Hip alone: ${angle}`,
  noReading: 'No reading',
  nothingFlagged: 'Nothing flagged',
  pelvisUnseen: 'Pelvis not seen',
  borrowed: (angle: string) => `From the pelvis: ${angle}`,
  atLeast: (angle: string) => `From the pelvis: ${angle} or more`,
  note: 'Note',
  yourNote: 'Your note on this set',
  kept: 'Saved.',
  lost: 'Your note could not be saved. It is gone when the tab closes.',
};

export const replayWords = wordsOf('replay', replay);
