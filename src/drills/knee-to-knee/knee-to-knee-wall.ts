import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { KNEE_STEPS, KNEE_TO_KNEE, KNEES_MEASURE, KNEES_MOTION } from './knee-to-knee.ts';
import { lying } from '../postures.ts';
import { arrow, ring } from '../loop-marks.ts';

/** Start: both feet wide on the wall, hips and knees at right angles. Both legs work. */
const measure: DrillDefinition['measure'] = {
  ...KNEES_MEASURE,
  posture: lying({ flexion: 85, abduction: 24, internalRotation: 0, knee: 90 }),
  motion: { ...KNEES_MOTION, hipSdScale: 0.38 },
  view: {
    recommended: 152,
    good: [
      [140, 168],
      [192, 220],
    ],
    fair: [[125, 235]],
    lensHeight: 1.4,
    distance: 2.5,
    lookingDown: 18,
  },
};

export const kneeToKneeWall = {
  ...KNEE_TO_KNEE,
  id: 'knee-to-knee-wall',
  demands: ['lies-flat', 'bent-in'],
  title: 'Knee to knee, feet on the wall',
  variant: { of: 'knee-to-knee', id: 'wall', name: 'Feet on the wall' },
  line: 'Lying down, feet wide on a wall. Both knees sink together. Kind to the back.',
  summary:
    'On your back with the feet wide on a wall, both knees fall towards each other and come back. Gentle, slow, and kinder to the back than on the floor.',
  steps: ['Lie on your back in front of a wall, feet wide on it, hips and knees at right angles.', ...KNEE_STEPS],
  equipment: ['mat', 'free wall'],
  loopMarks: {
    right: [ring(46, 60), arrow([55, 24], [46, 31]), arrow([30, 24], [38, 31])],
    cheat: [ring(46, 53, 9), arrow([46, 86], [46, 70])],
  },
  demonstration: {
    right: {
      caption: 'Feet stay on the wall. Let both knees fall towards each other, slowly.',
      description:
        'Lying on the back with the feet wide on a wall, hips and knees at right angles, both knees sink slowly towards each other, stay a moment and come back. The pelvis stays on the mat.',
    },
    cheat: {
      caption: 'The feet push off and the pelvis lifts. Your hips turn no further.',
      description:
        'With the feet on the wall, the knees fall inwards while the feet push and the pelvis comes off the mat, then sinks back.',
    },
  },
  placement: {
    id: 'beyond-head-oblique',
    title: 'Behind your head, a step aside',
    where: 'About 30° off the line beyond your head, 2.3 to 2.7 m from your hips',
    lens: 'Chest high, about 1.4 m: a chest of drawers, or books on a table',
    tilt: 'Fold the screen forward until your head, both knees and both feet are in the picture.',
    avoid: 'Not level with your hips: the near leg hides the far one.',
    blind: 'Keep pelvis and lower back still: I can’t see them turn.',
  },
  // With the lens at 0.9 m the legs were taken for each other in every sixth picture.
  pose: 'lying',
  table: 'too-low',
  measure,
} as const satisfies DrillDefinition;
