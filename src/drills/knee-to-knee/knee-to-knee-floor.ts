import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { KNEE_STEPS, KNEE_TO_KNEE, KNEES_MEASURE, KNEES_MOTION } from './knee-to-knee.ts';
import { lying } from '../postures.ts';
import { arrow, ring } from '../loop-marks.ts';

/** Start: both feet flat and wide on the floor, knees up. Both legs work. */
export const PLANTED_FEET_MEASURE: DrillDefinition['measure'] = {
  ...KNEES_MEASURE,
  posture: lying({ flexion: 45, abduction: 27, internalRotation: 0, knee: 97 }),
  // Pelvis rotation cannot be seen from here and can add 10° or more to the range of one hip, so the error band is
  // wide. The prior sds of pelvis and root are as large as a lift of 2 to 5 cm and the pitch about the shoulders that
  // comes with it.
  motion: { ...KNEES_MOTION, pelvisSd: 8, rootSd: 0.06, hipSdScale: 0.95, rotationSdScale: 0.55 },
  view: {
    recommended: 90,
    good: [
      [75, 110],
      [250, 285],
    ],
    fair: [
      [60, 130],
      [230, 300],
    ],
    lensHeight: 1.4,
    distance: 2.3,
    lookingDown: 20,
  },
};

export const kneeToKneeFloor = {
  ...KNEE_TO_KNEE,
  id: 'knee-to-knee-floor',
  title: 'Knee to knee, feet on the floor',
  variant: { of: 'knee-to-knee', id: 'floor', name: 'Feet on the floor' },
  line: 'Lying down, feet wide on the floor. Both knees sink together.',
  summary:
    'On your back with the feet planted wide, both knees fall towards each other and come back. Gentle and slow.',
  steps: ['Lie on your back. Plant both feet wider than your hips, knees up.', ...KNEE_STEPS],
  loopMarks: {
    right: [ring(52, 27), arrow([70, 52], [59, 50]), arrow([24, 36], [35, 42])],
    // There and back: the knees bounce.
    cheat: [arrow([61, 64], [51, 58]), arrow([51, 58], [61, 64]), arrow([28, 62], [37, 57]), arrow([37, 57], [28, 62])],
  },
  demonstration: {
    right: {
      caption: 'Feet wide, seat heavy on the floor. Let both knees fall towards each other, slowly.',
      description:
        'Lying on the back with both feet flat and wider than the hips, both knees sink slowly towards each other, stay a moment and come back. Feet and pelvis stay where they are.',
    },
    cheat: {
      caption: 'The knees are thrown together and bounce. Slow down; nothing to force here.',
      description:
        'In the same position the knees drop together and spring apart five times, each time within a second.',
    },
  },
  placement: {
    id: 'side',
    title: 'Beside you, level with your hips',
    where: 'Straight to your left or right, 2.1 to 2.5 m from your hips',
    lens: 'Chest high, about 1.4 m: a chest of drawers, or books on a table',
    tilt: 'Fold the screen forward until your head, both knees and both feet are in the picture.',
    avoid: 'Never at your feet, and not on a chair: from low down the near leg hides the far one.',
    blind: 'Keep pelvis and lower back still: I can’t see them turn.',
  },
  // With the lens at 0.9 m the rotation was read 5.6 to 7.3° wrong instead of 3.7 to 4.1°.
  pose: 'lying',
  table: 'too-low',
  measure: PLANTED_FEET_MEASURE,
} as const satisfies DrillDefinition;
