import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { KNEE_TO_KNEE, KNEES_MOTION, pelvisLift, tooFast } from './knee-to-knee.ts';
import { EASY_REPS_PRESETS } from '../presets.ts';

/** Start: both feet flat and wide on the floor, knees up. Both legs work. */
export const PLANTED_FEET_MEASURE: DrillDefinition['measure'] = {
  posture: {
    pelvis: { yaw: 0, pitch: -90, roll: 0 },
    thorax: { yaw: 0, pitch: -90, roll: 0 },
    working: { flexion: 45, abduction: 27, internalRotation: 0, knee: 97 },
    other: { flexion: 45, abduction: 27, internalRotation: 0, knee: 97 },
    height: { of: 'mid-hip', metres: 0.1 },
  },
  // Pelvis rotation cannot be seen from here and can add 10° or more to the range of one hip, so the error band is
  // wide. The priors of pelvis and root let a lift of 2 to 5 cm, with the pitch about the shoulders, lie within one
  // standard deviation.
  motion: { ...KNEES_MOTION, pelvisSd: 8, rootSd: 0.06, hipSdScale: 0.95, rotationSdScale: 0.6 },
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
  surface: null,
  neverSeen: ['back-arch', 'pelvis-twist', 'pelvis-obliquity', 'pelvis-yaw', 'knee-chase'],
};

/** Adds the leg network: BlazePose sees only half the rotation of the near leg, whose thigh points at the lens. */
const measure: DrillDefinition['measure'] = {
  ...PLANTED_FEET_MEASURE,
  legsModel: 'knee-to-knee-floor',
  // Pixels. Error with true joints and 4 px of noise (n = 7 rendered people): near hip 2.6°, far hip 1.0°; 2.8° and
  // 1.5° at 8 px.
  motion: { ...PLANTED_FEET_MEASURE.motion, withLegNetwork: { landmarkSd: 5 } },
};

export const kneeToKneeFloor = {
  ...KNEE_TO_KNEE,
  id: 'knee-to-knee-floor',
  title: 'Knee to knee, feet on the floor',
  variant: { of: 'knee-to-knee', id: 'floor', name: 'Feet on the floor' },
  summary:
    'On your back with the feet planted wide, both knees fall towards each other and come back. Gentle and slow.',
  steps: [
    'Lie on your back. Plant both feet wider than your hips, knees up.',
    'Let both knees fall towards each other by themselves. Wait a breath, then bring them back.',
    'Take two seconds for each way. Nothing is pushed and nothing bounces.',
    'Keep both sit bones heavy and the feet where they are. The arms rest on the floor.',
  ],
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
    where: 'Straight to one side, either one, 2.1 to 2.5 m from your hips',
    lens: 'Chest high, about 1.4 m: a chest of drawers, or books on a table',
    tilt: 'Fold the screen forward until your head, both knees and both feet are in the picture.',
    avoid: 'Never at your feet, and not on a chair: from low down the near leg hides the far one.',
    blind: 'From here the camera cannot see your pelvis twist or list or your back arch; none of them is watched.',
  },
  measure,
  presets: EASY_REPS_PRESETS,
  rules: [pelvisLift, tooFast],
  instrument: { frameRate: 12, model: 'full' },
} as const satisfies DrillDefinition;
