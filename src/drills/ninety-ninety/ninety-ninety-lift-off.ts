import type { DrillDefinition } from '../../coach/drill-definition.ts';
import {
  FRONT_PLACEMENT,
  leanRule,
  LIFTING_MOTION,
  LIFTING_SEAT,
  SEAT_CAUTION,
  SEAT_INSTRUMENT,
  SEAT_STEP,
  UNSEEN_CHEST,
} from './ninety-ninety-seat.ts';
import { GOAL_PRESETS } from '../presets.ts';

/** The rear leg is free, the rest of the body sits still. */
const measure: DrillDefinition['measure'] = {
  ...LIFTING_SEAT,
  motion: { ...LIFTING_MOTION, hipSdScale: 0.28 },
};

const presets: DrillDefinition['presets'] = {
  prep: { ...GOAL_PRESETS.prep, reps: 8 },
  build: { ...GOAL_PRESETS.build, rest: 30, reps: 10 },
  strength: { ...GOAL_PRESETS.strength, rest: 45, reps: 12 },
};

export const ninetyNinetyLiftOff = {
  id: 'ninety-ninety-lift-off',
  title: '90/90 lift-offs',
  summary:
    'Seated with both knees at right angles. Lift the leg behind off the floor, hold it there, and lower it slowly.',
  steps: [
    SEAT_STEP,
    'Sit tall. Hands on the floor only for balance.',
    'Lift the foot behind, then the knee if you can, as high as the trunk stays still.',
    'Hold it up for two or three seconds and lower it without a sound.',
  ],
  caution: SEAT_CAUTION,
  demonstration: {
    right: {
      caption: 'Trunk tall. Foot up, then the knee if it comes; hold, and lower without a sound.',
      description:
        'Sitting with one leg in front and one behind, the lower leg and knee of the leg behind rise a hand’s breadth, stay up, and sink slowly. The trunk does not move.',
    },
    cheat: {
      caption: 'The trunk leans away and hoists the leg. Lift less, stay tall.',
      description:
        'In the same position the trunk tips far over the front leg while the leg behind comes up, and comes back as it sinks.',
    },
  },
  placement: {
    ...FRONT_PLACEMENT,
    blind:
      'From here the camera cannot see whether a sit bone lifts, pelvis or chest turn or your back rounds, so none of these is watched.',
  },
  measure,
  phases: [
    {
      kind: 'reps',
      title: 'Lift-offs',
      instruction: 'Lift the leg behind, hold until the sound, and lower it slowly. The trunk stays where it is.',
    },
  ],
  presets,
  reps: {
    towards: 'internal',
    minimumAmplitude: 10,
    holdInternal: 2,
    holdExternal: 0,
    words: {
      flagged: 'The trunk leaned with the leg.',
      small: 'Lift the foot a little higher.',
      shortExternal: 'Start with the foot on the floor.',
      shortInternal: 'It came down early. Hold it up until the sound.',
    },
  },
  rules: [
    leanRule({
      phaseFactors: { reps: 1 },
      cue: 'Lift less, stay tall. Shirt buttons over your front thigh.',
      explanation: 'Your trunk leaned away and hoisted the leg, so the hip had less to do.',
    }),
  ],
  blindSpots: [UNSEEN_CHEST],
  instrument: SEAT_INSTRUMENT,
  turnsForOtherSide: false,
  footSlideLimit: null,
} as const satisfies DrillDefinition;
