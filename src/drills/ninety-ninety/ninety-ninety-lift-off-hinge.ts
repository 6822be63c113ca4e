import type { DrillDefinition, RepDefinition } from '../../coach/drill-definition.ts';
import {
  frontLegMoves,
  leanRule,
  LIFT_PLACEMENT,
  LIFTING_MOTION,
  LIFTING_SEAT,
  liftReps,
  PROPS_STEP,
  SEAT_DRILL,
  SEAT_STEP,
  UNSEEN_CHEST,
} from './ninety-ninety-seat.ts';
import { doseFrom, presetsWith } from '../presets.ts';
import { arrow, ring } from '../loop-marks.ts';

/** The trunk folds forward over both hips. The rear leg is free, the front leg lies still. */
const measure: DrillDefinition['measure'] = {
  ...LIFTING_SEAT,
  // Cost of the fit with the trunk folded by 20°: 0.6 to 2.4 lower with the leg up, 1.7 to 1.8 higher with it down (n =
  // 3).
  startCheck: { ...LIFTING_SEAT.startCheck, folded: { by: 20, costMargin: 0.4 } },
  motion: {
    ...LIFTING_MOTION,
    workingSd: { flexion: 25, abduction: 12, internalRotation: 40, knee: 8 },
    otherSd: { flexion: 25, abduction: 8, internalRotation: 8, knee: 6 },
    pelvisSd: 15,
    rotationSdScale: 0.61,
    leanLimit: 13,
    leanDirection: 'sideways',
    restsOnFloor: true,
  },
};

// Standard deviation of the errors 1.3° under the fold (n = 3 rendered sets): the error of a change stays below 3.5° in
// 95 %.
const LIFTS = liftReps(
  3,
  { counts: 4, fidget: 2.5 },
  'The trunk tipped with the leg.',
  [
    { begin: 'Fold, then lift and hold.', second: 'Lower it. Come up.' },
    { begin: 'Fold again. Lift, hold.', second: 'And down. Then up again.' },
  ],
  { second: 'Fold and lift the foot', back: 'Foot down and come up' },
);

const HINGE_REPS = {
  ...LIFTS,
  // A fold of 24° shortens the trunk's picture by 14 %; the fit itself does not see it and reads no hip flexion. This tells
  // that there was a fold, not how deep it was.
  fold: 0.06,
  words: { ...LIFTS.words, unfolded: 'Fold forward first.' },
} as const satisfies RepDefinition;

export const ninetyNinetyLiftOffHinge = {
  ...SEAT_DRILL,
  id: 'ninety-ninety-lift-off-hinge',
  demands: [...SEAT_DRILL.demands, 'folds'],
  backShape: 'flat',
  title: '90/90 fold and lift-off',
  line: 'Fold forward first, then lift. The hardest of the five.',
  summary:
    'Seated with both knees at right angles. Fold forward over the front leg with a long back, lift the leg behind, hold, lower, come up.',
  steps: [
    SEAT_STEP,
    PROPS_STEP,
    'Fold forward from the hips, chest along the front thigh. The back stays long and flat.',
    'There lift the leg behind and hold it up for three to five seconds. A finger’s breadth is a good start.',
    'Lower it slowly, then come back up.',
  ],
  loopMarks: {
    right: [arrow([22, 20], [22, 48], [16, 34]), arrow([83, 76], [83, 54])],
    cheat: [ring(33, 46, 10), arrow([44, 16], [22, 28], [28, 10])],
  },
  demonstration: {
    right: {
      caption: 'Fold forward with a long back, then lift the leg behind, hold, lower, and come up.',
      description:
        'Sitting with one leg in front and one behind, the trunk folds forward from the hips over the front leg with a straight back. There the leg behind rises, stays up and sinks; then the trunk comes up.',
    },
    cheat: {
      caption: 'The trunk tips aside as the leg lifts. Keep your chest over the front shin.',
      description:
        'After the same fold the trunk tips sideways away from the leg behind while that leg rises, and straightens as it sinks.',
    },
  },
  placement: LIFT_PLACEMENT,
  measure,
  phases: [
    {
      kind: 'reps',
      demands: ['end-loaded'],
      title: 'Fold and lift',
      word: 'Fold and lift the foot',
      instruction: 'Fold forward from the hips. Lift, hold until the tone, lower, come up.',
      lesson: 'Your back stays long.',
      feel: 'Keep your back long.',
      unseen: 'Fold forward from the hips. Lift, hold three seconds, lower, come up.',
    },
  ],
  presets: presetsWith({ prep: { reps: 5 }, build: { rest: 30, reps: 6 }, strength: { rest: 45, reps: 8 } }),
  dose: doseFrom('ours'),
  reps: HINGE_REPS,
  rules: [
    leanRule({
      // Degrees. A fold straight forward reads up to 8° sideways, because the hip landmarks follow the trunk.
      enter: 9.5,
      red: 14,
      falseMotion: 9,
      phaseFactors: { reps: 1 },
      cue: 'Keep your chest over the front shin.',
      explanation: 'Your trunk tipped aside and hoisted the leg, so the hip had less to do.',
    }),
    frontLegMoves,
  ],
  // The trunk hides the back from the front.
  blindSpots: [UNSEEN_CHEST, { id: 'back-round' }],
} as const satisfies DrillDefinition;
