import type { PelvisAngle } from '../../../training/review/pelvis-agreement.ts';
import { plural } from '../../phrasing.ts';
import { wordsOf } from '../../speaking.ts';

/** Which way the camera is off: where camera − phone is positive, and where it is negative. */
type Ways = Readonly<Record<PelvisAngle, readonly [over: string, under: string]>>;

const tilt = ['forwards', 'backwards'] as const;

/** In drills of one leg at a time; in drills of both legs together. */
const ways: Readonly<Record<'leg' | 'both', Ways>> = {
  leg: {
    twist: ['towards your working leg', 'away from your working leg'],
    obliquity: ['up on the working side', 'down on the working side'],
    tilt,
  },
  both: { twist: ['to the left', 'to the right'], obliquity: ['up on the left', 'up on the right'], tilt },
};

/** How well the camera reads the pelvis, told by a phone that lies on it. Angles are passed as "1.2°". */
export const agreement = {
  heading: 'The camera beside your phone',
  link: 'Compare camera and phone',
  lead: 'While your phone lies on your pelvis, the camera guesses the pelvis too, twice a second and without the phone’s help. Here you see how far apart the two are on you.',
  reading: 'Reading your sets …',
  done: (at: number, of: number) => `${at} of ${of}`,
  none: 'Nothing to compare yet. It takes a set in which phone and camera both saw your pelvis for five seconds.',
  unreadable: 'Your sets could not be loaded.',
  angles: { twist: 'Turn of the pelvis', obliquity: 'Lean to the side', tilt: 'Tilt' },
  ways,
  off: (by: string, way: string, sets: number) =>
    `In your ${sets === 1 ? 'set' : 'sets'} the camera read ${by} too far ${way} on average.`,
  level: (sets: number) => `In your ${sets === 1 ? 'set' : 'sets'} camera and phone agreed on average.`,
  single: (within: string) => `For a single moment it is within ± ${within} of the phone (95%).`,
  few: (sets: number) =>
    `${sets === 1 ? 'One set is no evidence: the next may be different' : 'Two sets are little evidence'}. For a single moment I can tell from three sets on.`,
  figures: {
    bias: 'Average difference, camera minus phone',
    read: 'Of 5° or more on the phone, the camera reads',
  },
  nothing: 'nothing',
  plot: (angle: string, sentence: string) => `${angle}: camera minus phone, by angle. ${sentence}`,
  moment: 'a moment',
  about: 'How to read this',
  notes: [
    'Each difference holds both errors: the camera’s, and up to 2.5° of the phone’s own from its start, your breath and your clothes.',
    'This is about how well the app measures you. It is no medical examination and no diagnosis.',
  ],
  older: (sets: number) => `${plural(sets, 'older set')} left out: the app measured differently then.`,
  newest: (sets: number) => `Your newest ${sets} sets with a phone count.`,
  unread: (sets: number) => `${plural(sets, 'set')} could not be read.`,
};

export const agreementWords = wordsOf('agreement', agreement);
