import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { seated } from '../postures.ts';
import { HIP_TEST } from './hip-test.ts';

const LEG = { flexion: 86, abduction: 8, internalRotation: 0, knee: 86 };

/** The shin hangs across the line of sight, so that rotation and a hiked hip lie in the plane of the picture. */
const measure: DrillDefinition['measure'] = {
  posture: seated(LEG),
  uprightStart: true,
  motion: {
    contacts: [],
    // Seen from in front, a bend of the knee only shortens the shin. The pose model's ankle slides along the shin; with 10° the
    // fit takes that for a bend and reads external rotation short.
    workingSd: { flexion: 8, abduction: 6, internalRotation: 40, knee: 5 },
    otherSd: { flexion: 8, abduction: 6, internalRotation: 15, knee: 10 },
    pelvisSd: 15,
    rootSd: 0.03,
    thoraxSd: 10,
    landmarkSd: 6,
    // As in the 90/90 seat: half of the hip's rise. It shows 14 instead of 12 of 18 pelvises that join in, and the errors of
    // rotation stay (n = 8 rendered people; chosen on four others).
    hipLag: 0.5,
    ankleLagOutwards: 0.08,
    hipSdScale: 0.5,
    leanLimit: null,
    thighMayPointAtLens: true,
    internalRotationFloor: -70,
  },
  view: {
    recommended: 0,
    good: [[-18, 18]],
    fair: [[-28, 28]],
    lensHeight: 0.75,
    distance: 2.2,
    lookingDown: -10,
  },
  neverSeen: ['back-arch', 'pelvis-twist', 'pelvis-lift', 'foot-slide'],
};

export const hipTestSeated = {
  ...HIP_TEST,
  id: 'hip-test-seated',
  title: 'Hip test, seated',
  variant: { of: 'hip-test', id: 'seated', name: 'Seated' },
  hipTest: 'seated',
  summary:
    'On the edge of a high seat you turn each hip in and out: three times with the help of a strap, three times by itself. Before training, not after. About twelve minutes for both hips, with setting up.',
  steps: [
    'Sit tall on the edge of a table or a high chair, thighs level, knees at right angles and a little apart, feet off the floor.',
    'Roll a towel and put it under the thigh that is tested, close to the knee. Put a strap or a band round that leg, just above the ankle. Hold its ends with two fingers: no more force than for a cup.',
    'First one practice try, which does not count. Then three tries of each kind; the middle one counts.',
    'Each try: slowly, until the leg stops or your seat wants to lift. Wait a moment, and back. The thigh stays on the towel.',
  ],
  demonstration: {
    right: {
      caption: 'The shin swings, thigh and pelvis stay.',
      description:
        'Sitting tall on the edge of a high seat, one shin swings slowly away from the other like a pendulum, waits, and comes back.',
    },
    cheat: {
      caption: 'The hip hikes off the seat, and the foot seems to go further.',
      description:
        'In the same seat one side of the pelvis comes up at the end of the swing and the trunk bends to the other side.',
    },
  },
  placement: {
    id: 'straight-front',
    title: 'Straight in front of you',
    where: 'Straight ahead, 1.9 to 2.5 m from your hips',
    lens: 'About 0.75 m: a table',
    tilt: 'Upright, so that your head and both feet are in the picture.',
    avoid: 'Not from the side: the thigh would hide the swing of the shin.',
    blind: null,
  },
  pose: 'sitting',
  table: { from: 1.9, to: 2.5, tilt: 15 },
  measure,
} as const satisfies DrillDefinition;
