import type { BlindSpot, DrillDefinition, RuleDefinition } from '../../coach/drill-definition.ts';
import { backRoundRule, driftRule } from '../common-rules.ts';
import { standing } from '../postures.ts';
import { doseFrom, GOAL_PRESETS } from '../presets.ts';
import { arrow, ring } from '../loop-marks.ts';
import { KEEP_BREATHING, NOT_FOR, STOP_RULE } from '../shared-words.ts';

/** The joints that stay in place. */
const PLANTED: DrillDefinition['measure']['motion']['contacts'] = [
  { joint: 'working ankle', sd: 0.01 },
  { joint: 'other ankle', sd: 0.01 },
  { joint: 'other knee', sd: 0.02 },
];
const LEG_SD = { flexion: 30, abduction: 3, internalRotation: 3, knee: 15 };

/** Start: upright over the right foot, the LEFT heel on a box in front. */
const measure: DrillDefinition['measure'] = {
  posture: standing(
    { flexion: 66, abduction: 3, internalRotation: 0, knee: 8 },
    { flexion: 0, abduction: 3, internalRotation: 0, knee: 4 },
  ),
  motion: {
    // The working knee counts as a contact too: both knees hardly move, and BlazePose mixes up legs that overlap.
    contacts: [...PLANTED, { joint: 'working knee', sd: 0.04 }],
    workingSd: LEG_SD,
    otherSd: LEG_SD,
    pelvisSd: 15,
    rootSd: 0.1,
    thoraxSd: 30,
    landmarkSd: 8,
    hipSdScale: 0.34,
    leanLimit: null,
    flexionReference: 'trunk',
    lowerLimits: { knee: 2 },
    internalRotationFloor: -12,
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
  // Degrees of trunk lean at the start. True starts read within 5° (n = 4 rendered people), the passive stretch 16 to
  // 26°.
  maxStartLean: 12,
  range: 'hip-flexion',
  // The outline of the shirt turns by more than the spine, hence a response above 1.
  outline: { lowerEnd: 0.95, contourPerExtension: 1.2, sd: 6, averagingTime: 0.5 },
  neverSeen: ['pelvis-twist', 'pelvis-obliquity', 'pelvis-lift'],
};

/** In the order in which the app lists them. */
const BLIND_SPOTS: readonly BlindSpot[] = [
  // Nothing measures the thorax against the pelvis.
  { id: 'trunk-turn' },
  {
    id: 'knee-lock',
    // A knee bent by 6° reads −1 to 8°, so a straight knee cannot be told from a slightly bent one.
  },
  {
    id: 'toes-drop',
    // The toe landmarks move by up to 23° while the toes are still, and jump to the other foot.
  },
];

const rules = [
  {
    // From the start of the phase: tilting the pelvis moves the trunk slowly, a sinking chest is faster and further.
    id: 'chest-drop',
    channel: 'trunk-lean',
    reference: 'phase-start',
    direction: 'positive',
    enter: 8,
    red: 13,
    falseMotion: 6,
    phaseFactors: { rails: 1 },
    cue: 'Chest up, spine long.',
    explanation: 'Your chest sank while you pulled, which takes the work off the back of the thigh.',
  },
  // Read from the outline, because shoulders and hips are in the same places whether the trunk rounds or tips. Counted
  // from the start of the phase, because the shirt slides while the trunk goes into the stretch. Backs rounded by 16 to
  // 18° read 10 to 21°, straight backs at most 7° (n = 15 rendered sets).
  backRoundRule({
    reference: 'phase-start',
    referenceCutoff: 0.15,
    enter: 8,
    certainty: 1.25,
    // Degrees. The trunk leans 4 to 5° further when the back has rounded by 5 to 7° (n = 2 rendered sets). The outline of a striped
    // shirt read a rounding of up to 13° while the trunk stayed (n = 1).
    companion: { channel: 'trunk-lean', rise: 3 },
    phaseFactors: { rails: 1, sink: 1 },
    cue: 'Long back. Head far from your hips.',
    explanation: 'Your back rounded, which bends the spine instead of the hip.',
  }),
  {
    id: 'knee-bend',
    channel: 'knee-flexion',
    direction: 'positive',
    enter: 25,
    red: 35,
    falseMotion: 15,
    phaseFactors: { passive: 1, pails: 1, rails: 1, sink: 1 },
    cue: 'Straighten the knee almost all the way.',
    change: 'Come up a little, then straighten the knee almost fully.',
    explanation: 'The knee bent far, which lets the trunk come down without the back of the thigh getting longer.',
  },
  driftRule({
    channel: 'hip-flexion',
    falseMotion: 4,
    phaseFactors: { pails: 1 },
    cue: 'Push without moving. Hold the trunk where it is.',
    explanation: 'Your trunk moved while the heel should only have pressed into the box.',
  }),
] as const satisfies readonly RuleDefinition[];

export const standingHamstring = {
  id: 'standing-hamstring',
  demands: ['one-leg', 'folds'],
  title: 'Standing hamstring, push and pull',
  line: 'Standing, heel on a box. Hips back: press down, lift, slide further.',
  summary:
    'Standing, one heel on a firm box or chair. Slide your hips back, press the heel down, try to lift it, and relax deeper.',
  steps: [
    'Stand tall in front of a firm box or low chair. One heel goes on it, toes up, that knee slightly bent. Keep the leg you stand on straight if you can.',
    'Slide your hips back, away from the box: your pelvis tips forward, the back is long and slightly hollow. Stop when the back of the thigh stretches.',
    'Press the heel down into the box, lightly at first. Then try to lift it, chest up and face forward.',
    'Ease off slowly and slide your hips a little further back. The back stays long all the way.',
    'Stretching alone mostly gives you range that you can’t use by yourself. Pressing (PAILs) and lifting (RAILs) at the end teach your leg to use it.',
  ],
  caution: `${STOP_RULE} Hold on to something if you sway. ${KEEP_BREATHING} ${NOT_FOR}`,
  equipment: ['box or chair for the heel'],
  loopMarks: {
    right: [ring(61, 50), arrow([66, 14], [46, 10], [56, 4])],
    cheat: [ring(55, 30, 8), arrow([44, 12], [38, 28], [37, 18])],
  },
  demonstration: {
    right: {
      caption: 'Slide your hips back, away from the box. Long back, chest up, toes up.',
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
    // A back that rounds a little is part of the hip bend, which is read between trunk and thigh. The summary says so.
    blind: 'Check yourself: knee almost straight, toes up, chest facing forward. I can’t judge these from here.',
  },
  pose: 'standing',
  table: { from: 2.9, to: 3, tilt: 0 },
  measure,
  phases: [
    {
      kind: 'passive',
      title: 'Slide your hips back',
      instruction: 'Away from the box. Long back, toes up. Breathe.',
      again: 'Slide your hips back again.',
      feel: 'Feel it in the back of the thigh. Behind the knee? Come up a little.',
    },
    {
      kind: 'pails',
      demands: ['hard-push'],
      title: 'Press down',
      word: 'Press the heel down',
      method: 'PAILs',
      instruction: 'Push the heel into the box, lightly at first.',
      again: 'Slide your hips back again, then press.',
    },
    {
      kind: 'rails',
      demands: ['hard-push'],
      title: 'Try to lift',
      word: 'Try to lift the heel',
      method: 'RAILs',
      instruction: 'Lift from the hip. Chest up, eyes forward.',
      again: 'Slide your hips back again, then lift.',
    },
    {
      kind: 'sink',
      title: 'Relax deeper',
      word: 'Hips further back',
      instruction: 'Slide your hips a little further back. Back long.',
      again: 'Slide your hips back again.',
    },
  ],
  presets: GOAL_PRESETS,
  dose: doseFrom('ours'),
  reps: null,
  rules,
  phone: { 'pelvis-list': { passive: 1, pails: 1, rails: 1, sink: 1 } },
  blindSpots: BLIND_SPOTS,
  instrument: { frameRate: 12, model: 'full' },
  turnsForOtherSide: true,
  otherSide: 'The other heel goes on the box.',
  footSlideLimit: null,
} as const satisfies DrillDefinition;
