import { wordsOf } from '../speaking.ts';
import { lowerFirst } from '../phrasing.ts';

/** The check of the laptop's place, and the texts while loading. */
export const placing = {
  states: {
    ok: 'Good',
    fair: 'Will do',
    bad: 'To change',
    unknown: 'Not known yet',
  },
  looking: 'Looking for you',
  lookingTodo: 'Take up the start position.',
  tilt: 'Move or tilt the laptop until it is in.',
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
    fair: 'fair: expect a wider error band',
    poor: 'poor: the numbers would be wrong from here',
    unknown: 'seen once you are in the start position',
  },
  /** A text as part of a row: "Light: too dark". */
  within: (text: string) => lowerFirst(text),
  inWords: 'The place in words',
  leg: (side: 'left' | 'right'): string => (side === 'left' ? 'left leg' : 'right leg'),
  loading: {
    backend: 'Finding the fastest engine on this machine',
    weights: 'Loading the model',
    'warm-up': 'Warming up',
    choosing: 'Choosing the best model for this machine',
    ready: 'Opening the picture',
  },
  sources: {
    camera: 'If the browser asks for the camera at the top of the window, choose “Allow”.',
    file: 'The video stays on this machine.',
    demo: 'The demo runs without a camera.',
    none: 'Nothing is opened.',
  },
  starting: 'Starting',
  stalled: 'No data is coming. I have asked for it again.',
  cancel: 'Cancel',
  loaded: (part: string, whole: string) => `${part} of ${whole}`,
};

export const placingWords = wordsOf('placing', placing);
