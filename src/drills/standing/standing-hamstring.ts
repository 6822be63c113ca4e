import type { DrillDefinition, RuleDefinition } from '../../coach/drill-definition.ts';
import { backRoundRule, driftRule, turnRule } from '../common-rules.ts';
import { GOAL_PRESETS } from '../presets.ts';

/** What truly stays. */
const PLANTED: DrillDefinition['measure']['motion']['contacts'] = [
  { joint: 'working ankle', sd: 0.01 },
  { joint: 'other ankle', sd: 0.01 },
  { joint: 'other knee', sd: 0.02 },
];
const LEG_SD = { flexion: 30, abduction: 3, internalRotation: 3, knee: 15 };

/** What the instrument needs: upright over the right foot, the LEFT heel on a box in front. */
const measure: DrillDefinition['measure'] = {
  posture: {
    pelvis: { yaw: 0, pitch: 0, roll: 0 },
    thorax: { yaw: 0, pitch: 0, roll: 0 },
    working: { flexion: 66, abduction: 3, internalRotation: 0, knee: 8 },
    other: { flexion: 0, abduction: 3, internalRotation: 0, knee: 4 },
    height: { of: 'lowest-joint', metres: 0.08 },
  },
  motion: {
    // Legs that overlap in the picture are taken for each other, or for something between them: both knees hardly move.
    contacts: [...PLANTED, { joint: 'working knee', sd: 0.04 }],
    workingSd: LEG_SD,
    otherSd: LEG_SD,
    pelvisSd: 15,
    rootSd: 0.1,
    thoraxSd: 30,
    landmarkSd: 8,
    spread: 0.34,
    leanLimit: null,
    flexionFrom: 'trunk',
    least: { knee: 2 },
    internalRotationFloor: -12,
    // Held so, a knee that bends by 37° was read as 28° by true joints.
    sharp: {
      contacts: PLANTED,
      workingSd: { ...LEG_SD, knee: 30 },
      landmarkSd: 5,
    },
  },
  view: {
    recommended: 90,
    good: [
      [78, 102],
      [258, 300],
    ],
    fair: [
      [70, 110],
      [250, 330],
    ],
    lensHeight: 1,
    distance: 2.8,
    lookingDown: -10,
  },
  surface: null,
  // In the picture, the four shipped people begin within 4° of upright by true points and within 5 by the pose model's; in the passive
  // stretch they lean 16–26°, in the pull up to 35.
  uprightWithin: 12,
  legsModel: 'standing-hamstring',
  range: 'hip-flexion',
  // The shirt over a bent trunk turns through more than the spine does.
  outline: { until: 0.95, response: 1.2, sd: 6, averagedOver: 0.5 },
  neverSeen: [
    'pelvis-twist',
    'pelvis-obliquity',
    'pelvis-yaw',
    'pelvis-lift',
    'knee-chase',
    'trunk-turn',
    'ankle-dorsiflexion',
    'knee-extension',
  ],
};

/** What this place does not show. The app says so before and after the set, and they stay silent. */
const UNSEEN_RULES = [
  turnRule({
    armed: { rails: 1 },
    cue: 'Face forward. Both shoulders to the wall in front.',
    explanation: 'Your trunk turned, so the pull went past the back of the thigh.',
  }),
  {
    // A knee bent by 6° reads anything from -1° to 8°: straight and slightly bent are the same here.
    id: 'knee-lock',
    channel: 'knee-extension',
    direction: 'positive',
    enter: 5,
    red: 10,
    falseMotion: 8,
    armed: { passive: 1, pails: 1, rails: 1, sink: 1 },
    cue: 'Soft knee. Keep a hint of a bend.',
    explanation: 'The knee was locked, which pulls behind the knee instead of in the muscle.',
  },
  {
    // The toe points follow a drop of 30°, but wander by up to 23° while the toes stay, and jump to the other foot.
    id: 'toes-drop',
    channel: 'ankle-dorsiflexion',
    direction: 'negative',
    enter: 15,
    red: 25,
    falseMotion: 23,
    armed: { passive: 1, pails: 1, rails: 1, sink: 1 },
    cue: 'Toes up, towards your nose.',
    explanation: 'Your toes dropped, which takes calf and thigh off the stretch.',
  },
] as const satisfies readonly RuleDefinition[];

const rules = [
  {
    // A pelvis that tips further takes the trunk along slowly; a chest that sinks in the pull is faster and further.
    id: 'chest-drop',
    channel: 'trunk-lean',
    reference: 'phase-start',
    direction: 'positive',
    enter: 8,
    red: 13,
    falseMotion: 6,
    armed: { rails: 1 },
    cue: 'Chest up. Show your shirt buttons to the wall in front.',
    explanation: 'Your chest sank while you pulled, which takes the work off the back of the thigh.',
  },
  // By the outline: a trunk that rounds and one that tips leave shoulders and hips in the same places. From the start of the pull or
  // the sink on, since the start of the set may be 10° off, and the shirt slides while the trunk goes into the stretch. It wavers by
  // 4° while the back is held; from its mean on, nine backs that round by 16–18° read 10–21 in fifteen rendered sets, others 7 at most.
  backRoundRule({
    reference: 'phase-start',
    referenceCutoff: 0.15,
    enter: 8,
    certainty: 1.25,
    armed: { rails: 1, sink: 1 },
    cue: 'Long spine. Grow out of the top of your head.',
    explanation: 'Your back rounded, which bends the spine instead of the hip.',
  }),
  {
    id: 'knee-bend',
    channel: 'knee-flexion',
    direction: 'positive',
    enter: 25,
    red: 35,
    falseMotion: 15,
    armed: { passive: 1, pails: 1, rails: 1, sink: 1 },
    cue: 'Long leg. Push the heel away from you.',
    explanation: 'The knee bent far, which lets the trunk come down without the back of the thigh getting longer.',
  },
  driftRule({
    channel: 'hip-flexion',
    falseMotion: 4,
    armed: { pails: 1 },
    cue: 'Push without moving. Hold the trunk where it is.',
    explanation: 'Your trunk moved while the heel should only have pressed into the box.',
  }),
  ...UNSEEN_RULES,
] as const satisfies readonly RuleDefinition[];

export const standingHamstring = {
  id: 'standing-hamstring',
  title: 'Standing hamstring PAILs and RAILs',
  seed: '004',
  summary:
    'Standing, one heel on a box or chair. Tip the pelvis over the leg, press the heel down (PAILs), try to lift it (RAILs), sink.',
  steps: [
    'Stand tall before a box or a low chair. One heel goes on it, toes up, the knee nearly straight but not locked.',
    'Tip your pelvis forward over that leg, back long and slightly hollow, until the back of the thigh stretches.',
    'Press the heel down into the box, lightly at first. Then try to lift it, chest up and face forward.',
    'Let go and tip a little further. The back stays long all the way.',
  ],
  caution:
    'Pain-free range only. Stop with pain behind the knee or at the sit bone, with back pain, numbness or tingling. Hold on to something if you sway. Not with a fresh injury, a hip replacement or a recent labral repair: ask a clinician first.',
  demonstration: {
    right: {
      caption: 'Tip the pelvis forward over the leg. Long back, chest up, toes up.',
      description:
        'Standing on one leg, the heel of the other one on a box, the trunk tips slowly forward from the hips with a straight back, stays, and comes up. The raised knee stays nearly straight.',
    },
    cheat: {
      caption: 'The back rounds and the head drops. Only the back bends, the hip does not.',
      description:
        'In the same position the back bends and the head sinks towards the knee while the pelvis hardly moves, then comes up.',
    },
  },
  placement: {
    id: 'side',
    title: 'Exactly beside you, at hip height',
    where: 'Square to your side, on the side of the leg on the box, 2.6 to 3.0 m from your hips',
    lens: 'Hip height, 0.9 to 1.4 m: a table, or a table and some books',
    tilt: 'Upright, so that your head and both feet are in the picture, also when you tip forward.',
    avoid: 'Not from the front or behind, and not on a chair seat: the legs are taken for each other.',
    blind:
      'From here the hip bend is read between trunk and thigh, so a back that rounds a little stands in it. A locked knee, dropped toes and a turned trunk are not watched.',
  },
  measure,
  phases: [
    {
      kind: 'passive',
      title: 'Passive',
      instruction: 'Tip the pelvis forward over the leg and stay there. Long back, toes up. Breathe.',
    },
    {
      kind: 'pails',
      title: 'PAILs: press down',
      instruction: 'Press the heel down into the box, lightly at first. Build slowly. Nothing moves.',
    },
    {
      kind: 'rails',
      title: 'RAILs: lift',
      instruction: 'Try to lift the heel off the box. Chest up, long back, face forward.',
    },
    {
      kind: 'sink',
      title: 'Sink',
      instruction: 'Let go and tip a little further from the hips.',
    },
  ],
  presets: GOAL_PRESETS,
  reps: null,
  rules,
  instrument: { frameRate: 12, model: 'full' },
  turnsForOtherSide: true,
  footSlideLimit: null,
} as const satisfies DrillDefinition;
