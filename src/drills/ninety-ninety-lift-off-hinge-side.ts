import type { DrillDefinition } from '../coach/drill-definition.ts';
import { ninetyNinetyLiftOffHinge } from './ninety-ninety-lift-off-hinge.ts';
import { SEAT_STEP } from './ninety-ninety-seat.ts';
import {
  BACK_OUTLINE,
  backRoundRule,
  ONLY_THE_BACK,
  SIDE_CHECK_PRESETS,
  SQUARE_TO_THE_SIDE,
} from './side-check.ts';

const { posture, motion } = ninetyNinetyLiftOffHinge.measure;

const measure: DrillDefinition['measure'] = {
  posture,
  motion: { ...motion, leanLimit: null },
  view: { ...SQUARE_TO_THE_SIDE, recommended: 270, lensHeight: 0.75, distance: 1.9, lookingDown: -5 },
  surface: null,
  outline: BACK_OUTLINE,
  neverSeen: ONLY_THE_BACK,
  range: 'back-arch',
};

export const ninetyNinetyLiftOffHingeSide = {
  id: 'ninety-ninety-lift-off-hinge-side',
  sideCheckOf: 'ninety-ninety-lift-off-hinge',
  title: '90/90 hinge: side check of your back',
  seed: '000',
  summary:
    'The hinge for less than a minute, filmed from the side. I watch whether your back rounds as you fold forward, and nothing else.',
  steps: [
    SEAT_STEP,
    'Sit tall while I take the start: all that follows counts from there.',
    'Fold forward from the hips over the front leg, lift the leg behind, lower it, come up. Twice or three times.',
    'Then move the laptop back to the drill’s own place.',
  ],
  caution: ninetyNinetyLiftOffHinge.caution,
  demonstration: ninetyNinetyLiftOffHinge.demonstration,
  placement: {
    id: 'side-seat',
    title: 'Square to your side',
    where: 'On the side of the front leg, level with your hips, 1.7 to 2.2 m away',
    lens: 'About 0.6 to 0.9 m: a low table or a chair with a book',
    tilt: 'Nearly upright, so that your head, your back and both feet are in the picture.',
    avoid: 'Not from the front. Keep the arm on this side in front of you: beside the back it hides the line.',
    blind: 'From here only the line of your back is watched. Your hip’s rotation, lean and sit bones are not.',
  },
  measure,
  phases: [
    {
      kind: 'hold',
      title: 'Side check',
      instruction: 'Two or three slow hinges. Your back stays as long as it is now.',
    },
  ],
  presets: SIDE_CHECK_PRESETS,
  reps: null,
  rules: [
    backRoundRule({
      cue: 'Chest forward over the shin, long back.',
      explanation: 'Your back rounded as you folded, so the hips had less to fold.',
    }),
  ],
  instrument: { frameRate: 5, model: 'full' },
  turnsForOtherSide: true,
  footSlideLimit: null,
} as const satisfies DrillDefinition;
