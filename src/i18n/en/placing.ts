import { wordsOf } from '../speaking.ts';
import { lowerFirst } from '../phrasing.ts';

/** The check of the laptop's place, and the texts while loading. */
export const placing = {
  states: {
    ok: 'Good',
    fair: 'Will do',
    bad: 'Change this',
    unknown: 'Checking',
  },
  looking: 'Looking for you',
  lookingTodo: 'Get into the start position.',
  tilt: 'Move or tilt the laptop until all of you is in the picture.',
  willDo: 'This will do',
  better: (where: string) => `Better: ${lowerFirst(where)}`,
  ready: 'I can see all of you',
  readyTodo: 'Press Start when you are ready.',
  rows: { body: 'Body', light: 'Light', view: 'View' },
  waiting: 'waiting for the picture',
  wholeBody: 'all of you is in the picture',
  enoughLight: 'enough',
  views: {
    good: 'good place',
    fair: 'fair: the error band is wider',
    poor: 'wrong place: the numbers would be wrong',
    unknown: 'checked once you are in the start position',
  },
  /** A text as part of a row: "Light: too dark". */
  within: (text: string) => lowerFirst(text),
  inWords: 'Where to put it',
  asPlaced: 'The laptop stays as the programme placed it.',
  /** The laptop on an ordinary table. Metres, degrees. */
  table: {
    label: 'On a table',
    works: (from: string, to: string, tilt: number) =>
      `Camera at table height: put it ${from === to ? from : `${from} to ${to}`} m away, screen ${tilt >= 10 ? `folded ${tilt}° forward` : 'upright'}.`,
    fair: 'The error band is wider from there.',
    tooLow: 'A table is too low for this drill: use something chest high.',
    tooHigh: 'A table is too high for this drill: use a chair or a low table.',
  },
  leg: (side: 'left' | 'right'): string => (side === 'left' ? 'left leg' : 'right leg'),
  loading: {
    backend: 'Finding the fastest engine on this device',
    weights: 'Loading body tracking',
    'warm-up': 'Warming up',
    choosing: 'Choosing the best body tracking for this device',
    ready: 'Opening the picture',
  },
  sources: {
    camera: 'Click “Allow” when the browser asks for the camera.',
    file: 'The video stays on this device.',
    demo: 'The demo runs without a camera.',
    none: 'Nothing is opened.',
  },
  starting: 'Starting',
  stalled: 'The download has stopped. Trying again.',
  cancel: 'Cancel',
  loaded: (part: string, whole: string) => `${part} of ${whole}`,
};

export const placingWords = wordsOf('placing', placing);
