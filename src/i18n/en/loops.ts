import { wordsOf } from '../speaking.ts';

/** The demonstration loops and the drawing of the laptop's place. */
export const loops = {
  names: { right: 'Right', cheat: 'The usual cheat' },
  /** After "Right:". */
  caption: (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`,
  play: 'Play',
  pause: 'Pause',
  theLoop: (name: string) => `the loop “${name}”`,
  start: 'Start position',
  above: 'From above (arc: good)',
  side: 'From the side',
  fromAbove: (where: string) => `Seen from above: ${where}`,
  fromSide: (lens: string, tilt: string) => `Seen from the side: ${lens} ${tilt}`,
};

export const loopWords = wordsOf('loops', loops);

const turnsBehind = 'The trunk turns towards the foot behind. The large number is the hip of that leg.';
const upright = 'Keep an eye on the trunk: it should stay upright.';

/** What somebody who watches the demo sees, by drill: first, and later in a phase without parts. */
const moves: Readonly<Record<string, readonly string[]>> = {
  'supine-sleeper': ['The knee falls in. The large number is the hip alone, without the pelvis.'],
  'supine-ir-pulses-feet-lifted': [
    'The feet swing out and back, the knees press the block.',
    'Keep an eye on the pelvis: it should lie still.',
  ],
  'supine-ir-pulses-feet-flat': [
    'The knees press the block, with both feet flat.',
    'Keep an eye on seat and feet: they should stay where they are.',
  ],
  'knee-to-knee-wall': [
    'Both knees fall in. The large number is the hip alone.',
    'Keep an eye on the seat: it should stay on the floor.',
  ],
  'knee-to-knee-floor': [
    'Both knees fall in. The seat should stay down.',
    'Keep an eye on the pace: it should be slow.',
  ],
  'ninety-ninety-pails-rails': [turnsBehind],
  'ninety-ninety-stretch': [turnsBehind, 'Keep an eye on the trunk: it should turn, not lean.'],
  'ninety-ninety-contract-relax': ['The trunk turns part of the way. The large number is the hip behind.'],
  'ninety-ninety-lift-off': [
    'The foot behind lifts, is held and comes down. The large number is the hip of that leg.',
    upright,
  ],
  'ninety-ninety-lift-off-hinge': [
    'The trunk folds forward. There the leg behind lifts and is held.',
    'Keep an eye on the trunk: it should not tip to the side.',
  ],
  'quadruped-band-ir': [
    'The band draws the foot out; the hip slows it down and pulls it back.',
    'Keep an eye on the pelvis: it should stay where it is.',
  ],
  'standing-hamstring': ['The trunk tips forward from the hips. The large number is how far the hip bends.'],
  'hip-movement-sequence': [
    'The leg goes up, back, to the side and across. The large number is how far the hip bends.',
    upright,
  ],
};

/** What the viewer of the demo of a drill is told. */
export const demo = {
  start: 'You only watch. The coach talks to the person in the picture.',
  moves,
  push: 'A push against something that does not give. Nothing should move now.',
  pull: 'Now a pull the other way. Keep an eye on what else moves.',
  /** @param fault such as "pelvis lifts" */
  caught: (fault: string) => `There: ${fault}. The coach says so, and this part does not count.`,
  sink: 'Relaxing deeper. In a moment you see how far the hip itself went.',
};

export const demoWords = wordsOf('demo', demo);
