import type { CataloguedDrill } from '../../drills/index.ts';
import { wordsOf } from '../speaking.ts';

/** A side check has no card. */
type CardDrill = Exclude<CataloguedDrill['id'], `${string}-side`>;

/** What a drill is and how it differs from its neighbours, one line for its card. */
const lines: Readonly<Record<CardDrill, string>> = {
  'supine-sleeper': 'Lying down. One knee falls in: push out, pull in, relax deeper.',
  'supine-ir-pulses-feet-lifted': 'Lying down, feet in the air. Press a block, swing both feet out.',
  'supine-ir-pulses-feet-flat': 'Lying down, feet on the floor. Press both knees into a block.',
  'knee-to-knee-wall': 'Lying down, feet wide on a wall. Both knees sink together. Kind to the back.',
  'knee-to-knee-floor': 'Lying down, feet wide on the floor. Both knees sink together.',
  'ninety-ninety-pails-rails': 'Press the back foot down, pull it up, turn deeper. For strength.',
  'ninety-ninety-stretch': 'Only turn and breathe. The easiest of the five.',
  'ninety-ninety-contract-relax': 'Turn, press, ease off slowly, turn further. A few times over.',
  'ninety-ninety-lift-off': 'Sit tall and lift the back leg by itself. Counted.',
  'ninety-ninety-lift-off-hinge': 'Fold forward first, then lift. The hardest of the five.',
  'quadruped-band-ir': 'On hands and knees. A band pulls the foot out; you pull it back.',
  'standing-hamstring': 'Standing, heel on a box. Fold at the hip: press down, lift, fold deeper.',
  'hip-movement-sequence': 'Standing. One leg moves in every direction, the rest stays still.',
  'soft-tissue-ball': 'Sitting on a ball, to loosen the buttocks. A timer, no camera.',
  'soft-tissue-roller': 'A roller under the thigh, to loosen the back of the thigh. A timer, no camera.',
};

/** The first page. */
export const home = {
  heading: 'Train hip rotation. See when your pelvis moves instead.',
  pitch:
    'A coach talks you through each drill. The camera of your laptop shows what the hip does by itself, and week by week whether it gets better. The picture never leaves this device.',
  demo: 'Watch a 20-second demo',
  demoNote: 'No camera, no account. The person is computer-made, the numbers are measured.',
  camera: 'Use my camera',
  find: 'Which drill is for me?',
  picture: 'A laptop’s picture of somebody on a mat, one knee fallen in, with the fitted body drawn over hips and legs',
  example: 'Example: the leg turned 34°. Of that, 26° came from the hip alone.',
  passport: 'Hip passport: test both hips, get your programme',
  pick: 'All drills',
  more: 'More',
  programmes: 'Programmes',
  week: 'Plan your week',
  goals: 'Goals',
  offline: 'Use it offline',
  yourData: 'Your data',
  lines,
  onHold: 'On hold: have it checked first',
  length: (goal: string, length: string) => `${goal}, about ${length}`,
};

export const homeWords = wordsOf('home', home);
