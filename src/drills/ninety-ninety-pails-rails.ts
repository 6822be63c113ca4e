import type { DrillDefinition, RuleDefinition } from '../coach/drill-definition.ts';
import { GOAL_PRESETS } from './presets.ts';

/** What the instrument needs: start, contacts and prior widths for the LEFT leg behind. */
const measure: DrillDefinition['measure'] = {
  posture: {
    pelvis: { yaw: -10, pitch: 0, roll: 10 },
    thorax: { yaw: 0, pitch: 0, roll: 0 },
    working: { flexion: 45, abduction: 55, internalRotation: 45, knee: 90 },
    other: { flexion: 85, abduction: 30, internalRotation: -80, knee: 100 },
    height: { of: 'mid-hip', metres: 0.13 },
  },
  motion: {
    contacts: [
      { joint: 'working knee', sd: 0.01 },
      { joint: 'working ankle', sd: 0.01 },
      { joint: 'other knee', sd: 0.01 },
      { joint: 'other ankle', sd: 0.01 },
      { joint: 'other hip', sd: 0.01 },
    ],
    workingSd: { flexion: 30, abduction: 30, internalRotation: 50, knee: 15 },
    otherSd: { flexion: 30, abduction: 30, internalRotation: 40, knee: 15 },
    pelvisSd: 25,
    rootSd: 0.2,
    thoraxSd: 20,
    landmarkSd: 4,
    spread: 0.7,
    leanLimit: 8,
    internalRotationFloor: -12,
  },
  view: {
    recommended: 0,
    good: [[-30, 30]],
    fair: [[-60, 60]],
    lensHeight: 0.75,
    distance: 2.1,
    lookingDown: 0,
  },
  surface: null,
  neverSeen: [
    'back-arch',
    'pelvis-twist',
    'pelvis-obliquity',
    'pelvis-lift',
    'pelvis-yaw',
    'knee-chase',
    'foot-slide',
  ],
};

const rules: readonly RuleDefinition[] = [
  {
    id: 'trunk-lean',
    channel: 'trunk-lean',
    direction: 'positive',
    enter: 6,
    red: 10,
    falseMotion: 5,
    dwell: 0.3,
    armed: { passive: 1, pails: 1.3, rails: 0.9, sink: 1 },
    cue: 'Keep your shirt buttons over your front thigh. Sit tall.',
    explanation: 'Your trunk leaned away, which takes the stretch off the hip.',
  },
  {
    id: 'isometric-drift',
    channel: 'hip-internal-rotation',
    reference: 'hold-start',
    direction: 'either',
    enter: 5,
    red: 10,
    falseMotion: 5,
    dwell: 0.3,
    armed: { pails: 1, rails: 1.4 },
    cue: 'Press without moving. Hold the shape.',
    explanation: 'The hip moved while you should have pressed against something that does not give.',
  },
];

export const ninetyNinetyPailsRails = {
  id: 'ninety-ninety-pails-rails',
  title: '90/90 PAILs and RAILs',
  seed: '000',
  summary:
    'Seated with both knees at right angles. The leg behind is the one that works: stretch it, press it down (PAILs), try to lift it (RAILs), sink.',
  steps: [
    'Sit with the front shin across you and the other leg out to the side and behind, both knees at right angles.',
    'Turn your chest and belly towards the ankle behind you until you feel a stretch in that hip.',
    'Press the back foot into the floor, then try to lift it without leaning.',
    'Stay tall. Hands on the floor only for balance.',
  ],
  caution:
    'Pain-free range only. Stop with knee pain, a pinch in the front of the hip, numbness or tingling. Not with a fresh injury, a hip replacement or a recent labral repair: ask a clinician first.',
  demonstration: {
    right: {
      caption: 'Sit tall and turn towards the back foot. Your shirt buttons stay over your front thigh.',
      description:
        'Sitting with one leg bent in front and one behind, the pelvis and trunk turn slowly towards the foot behind and back again. The trunk stays upright.',
    },
    cheat: {
      caption: 'The trunk leans away from the back leg. That lets the stretch out of the hip.',
      description:
        'Sitting with one leg bent in front and one behind, the trunk tips sideways over the front leg, away from the leg behind, and comes back up.',
    },
  },
  placement: {
    id: 'front',
    title: 'Straight in front of you',
    where: 'Facing you, 1.8 to 2.3 m away',
    lens: 'Between a chair seat (0.5 m) and a table (1.0 m)',
    tilt: 'Upright, so that head, both knees and both feet are in the picture.',
    avoid: 'Not beside you and not behind: the legs hide each other.',
    blind:
      'From here the camera cannot see whether a sit bone lifts or your back rounds, so neither is watched. Your pelvis turns by design here.',
  },
  measure,
  phases: [
    {
      kind: 'passive',
      title: 'Passive',
      instruction: 'Turn towards the ankle behind you and rest there. Sit tall and breathe.',
    },
    {
      kind: 'pails',
      title: 'PAILs: press down',
      instruction: 'Press the back foot and shin into the floor. Build slowly. Nothing moves.',
    },
    {
      kind: 'rails',
      title: 'RAILs: lift',
      instruction: 'Try to lift the back foot off the floor. Stay tall, do not lean.',
    },
    {
      kind: 'sink',
      title: 'Sink',
      instruction: 'Let go and turn a little further.',
    },
  ],
  presets: GOAL_PRESETS,
  reps: null,
  rules,
  // From the front the hips barely show; heavy places them better than full (error on rendered people 9 against 4 degrees).
  instrument: { frameRate: 5, model: 'heavy' },
  turnsForOtherSide: false,
  footSlideLimit: null,
} as const satisfies DrillDefinition;
