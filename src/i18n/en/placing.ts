import type { Side } from '../../instrument/geometry/units.ts';
import { lowerFirst } from '../phrasing.ts';
import { wordsOf } from '../speaking.ts';
import { leg } from './coach.ts';

/** The check of the laptop's place, and the texts while loading. */
export const placing = {
  states: {
    ok: 'Good',
    fair: 'Will do',
    bad: 'Change this',
    unknown: 'Checking',
  },
  inWords: 'Where to put it',
  /** The laptop on an ordinary table. Metres, degrees. */
  table: {
    label: 'On a table',
    works: (from: string, to: string, tilt: number) =>
      `Camera at table height: put it ${from === to ? from : `${from} to ${to}`} m away, screen ${tilt >= 10 ? `folded ${tilt}° forward` : 'upright'}.`,
    fair: 'The numbers are less exact from there.',
    tooLow: 'A table is too low for this drill: use something chest high.',
    tooHigh: 'A table is too high for this drill: use a chair or a low table.',
  },
  leg: (side: Side): string => lowerFirst(leg[side]),
  loading: {
    backend: 'Preparing',
    weights: 'Loading body tracking',
    'warm-up': 'Warming up',
    choosing: 'Choosing body tracking',
    ready: 'Opening the picture',
  },
  sources: {
    camera: 'Allow the camera.',
    demo: 'The demo runs without a camera.',
    none: 'Nothing is opened.',
  },
  stalled: 'The download has stopped. Trying again.',
  loaded: (part: string, whole: string) => `${part} of ${whole}`,
};

export const placingWords = wordsOf('placing', placing);
