import type { Equipment, Stance, Wish } from '../../coach/planning/drill-finder.ts';
import { wordsOf } from '../speaking.ts';

const wishes: Readonly<Record<Wish, string>> = {
  looser: 'Looser hips',
  stronger: 'Strength in the end position',
  ready: 'Get ready to train',
};

const stances: Readonly<Record<Stance, string>> = {
  lying: 'Lying on my back',
  sitting: 'Sitting on the floor',
  kneeling: 'On hands and knees',
  standing: 'Standing',
};

const equipment: Readonly<Record<Equipment, string>> = {
  nothing: 'Nothing',
  wall: 'A free wall',
  block: 'A yoga block',
  band: 'A band',
  box: 'A firm box',
};

/** Why a drill serves this wish. */
const because: Readonly<Record<Wish, string>> = {
  looser: 'It takes you deeper a little at a time.',
  stronger: 'You push and pull where you are usually weakest.',
  ready: 'It moves the hip without tiring it.',
};

/** The three questions that lead to a drill. */
export const finder = {
  intro: 'Three questions, one or two drills.',
  wish: 'What do you want?',
  wishes,
  stance: 'How is it comfortable for you?',
  stances,
  has: 'What do you have at hand?',
  equipment,
  because,
  answer: (drills: number): string => (drills > 1 ? 'Start with one of these' : 'Start with this'),
  ask: 'Answer all three and your drill stands here.',
  missing: {
    band: 'The drill on hands and knees needs a band. Without one, this comes closest.',
    box: 'The other standing drill needs a firm box. This one needs nothing.',
  },
};

export const finderWords = wordsOf('finder', finder);
