import type { DrillDefinition } from '../../coach/drill-definition.ts';
import {
  leanRule,
  LIFT_PLACEMENT,
  LIFTING_MOTION,
  LIFTING_SEAT,
  liftReps,
  SEAT_DRILL,
  SEAT_STEP,
  UNSEEN_CHEST,
} from './ninety-ninety-seat.ts';
import { presetsWith } from '../presets.ts';

export const ninetyNinetyLiftOff = {
  ...SEAT_DRILL,
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
  placement: LIFT_PLACEMENT,
  measure: { ...LIFTING_SEAT, motion: { ...LIFTING_MOTION, hipSdScale: 0.28 } },
  phases: [
    {
      kind: 'reps',
      title: 'Lift-offs',
      instruction: 'Lift the leg behind, hold until the sound, and lower it slowly. The trunk stays where it is.',
    },
  ],
  presets: presetsWith({ prep: { reps: 8 }, build: { rest: 30, reps: 10 }, strength: { rest: 45, reps: 12 } }),
  reps: liftReps(2, 'The trunk leaned with the leg.'),
  rules: [
    leanRule({
      phaseFactors: { reps: 1 },
      cue: 'Lift less, stay tall. Shirt buttons over your front thigh.',
      explanation: 'Your trunk leaned away and hoisted the leg, so the hip had less to do.',
    }),
  ],
  blindSpots: [UNSEEN_CHEST],
} as const satisfies DrillDefinition;
