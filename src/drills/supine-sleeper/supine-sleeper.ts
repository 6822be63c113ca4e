import type { DrillDefinition, RuleDefinition } from '../../coach/drill-definition.ts';
import { driftRule, hipsShiftRule, kneeChaseRule, pelvisLiftRule } from '../common-rules.ts';
import { lying } from '../postures.ts';
import { doseFrom, GOAL_PRESETS } from '../presets.ts';
import { arrow, ring } from '../loop-marks.ts';
import { KEEP_BREATHING, NOT_FOR, PINCH, STILL_THERE, STOP_RULE } from '../shared-words.ts';

/** Start, contacts and priors for the LEFT side working. */
const measure: DrillDefinition['measure'] = {
  posture: lying(
    { flexion: 45, abduction: 25, internalRotation: 0, knee: 100 },
    { flexion: 45, abduction: 20, internalRotation: 0, knee: 100 },
  ),
  motion: {
    contacts: [
      { joint: 'working ankle', sd: 0.01, landmarkSdScale: 4 },
      { joint: 'other ankle', sd: 0.01, landmarkSdScale: 4 },
    ],
    // Degrees. A tighter prior of the rotation reads a range of 33° too small by 2°.
    workingSd: { flexion: 20, abduction: 20, internalRotation: 60, knee: 12 },
    otherSd: { flexion: 12, abduction: 12, internalRotation: 6, knee: 12 },
    pelvisSd: 20,
    rootSd: 0.04,
    thoraxSd: 5,
    landmarkSd: 7,
    hipSdScale: 0.76,
    // The knee can be half hidden behind the near thigh.
    minKneeVisibility: 0.8,
    leanLimit: null,
    internalRotationFloor: -6,
  },
  view: {
    recommended: 255,
    good: [[235, 278]],
    fair: [[205, 292]],
    lensHeight: 1.4,
    distance: 2.1,
    lookingDown: 20,
  },
  still: [{ channel: 'hips-shift', part: 'other-hip', against: 'other-foot' }],
  pelvisPatches: { parts: ['other-hip', 'working-hip', 'between-hips', 'waist'], against: 'other-foot' },
  // Rolled by 5 to 15°, the pelvis shifts the hips by 1 cm for each 4 to 6° (4 such sets among 11 rendered ones).
  turnByShift: { twist: 550 },
  startCheck: {
    stretched: { flexion: 45, abduction: 7, internalRotation: 24, knee: 100 },
    costMargin: 1.5,
    ankleHeight: 0.08,
    neverRestsBelow: -10,
  },
  neverSeen: ['back-arch', 'pelvis-obliquity'],
};

/** Factors on the thresholds. In PAILs the pelvis may give a little; in RAILs it tends to help along. */
const ARMED = { passive: 1, pails: 1.3, rails: 0.9, sink: 1 } as const;

/** For what a phone measures: the same limit in every phase. */
const STRETCHED = { passive: 1, pails: 1, rails: 1, sink: 1 } as const;

const rules = [
  pelvisLiftRule({
    // Metres. A lying pelvis reads up to 1.9 cm while the knee falls, a lift of 5 cm reads 4.8 or more (n = 14 rendered
    // sets).
    enter: 0.025,
    falseMotion: 0.024,
    phaseFactors: ARMED,
    explanation: 'Your pelvis came off the floor, which lets the knee drop without the hip turning.',
  }),
  kneeChaseRule({ phaseFactors: ARMED }),
  // Metres. Hips shift by 1.2 cm or more when they turn by 9 to 18°, lift by 5 cm or hike by 10°, by 1.1 cm when they turn by 5°, and by
  // 0.8 cm at most when still (n = 23 rendered sets). A turn or a lift has its own rule, which opens before the dwell is over.
  hipsShiftRule({
    enter: 0.013,
    dwell: 0.4,
    phaseFactors: ARMED,
    cue: 'Keep your buckle to the ceiling. Leave your hips where they are.',
    explanation: 'Your hips left their place, so part of that range did not come from the hip joint.',
  }),
  driftRule({
    falseMotion: 4,
    // Not in the pull: there movement is wanted.
    phaseFactors: { pails: 1 },
    cue: 'Push without moving. Keep the leg where it is.',
    explanation: 'The leg moved while you pushed. Push against something that does not give.',
  }),
] as const satisfies readonly RuleDefinition[];

export const supineSleeper = {
  id: 'supine-sleeper',
  demands: ['lies-flat'],
  title: 'Supine sleeper',
  line: 'Lying down. One knee falls in: push out, pull in, relax deeper.',
  summary:
    'On your back with the feet planted, one knee falls in. You relax there, push out against a strap, pull in, and relax deeper.',
  steps: [
    'Lie on your back. Plant both feet wider than your hips, knees up. Strap round the working knee, its end in the opposite hand.',
    'Let one knee fall in until you feel a stretch, and rest there. Never force it to the floor. Over the weeks it comes nearer.',
    'Push the knee out against something that does not give. Best is a strap round the knee, held in the opposite hand. A stick or your other foot works too, but I can’t measure while that foot is off the floor.',
    'Then slacken the strap and pull the knee further in yourself. Ease off slowly, and relax deeper.',
    'Keep both back pockets heavy on the floor and the planted foot where it is.',
    'Stretching alone mostly gives you range that you can’t use by yourself. Pushing (PAILs) and pulling (RAILs) at the end teach your hip to use it.',
    'Tight muscle eases with time and breath. A hard stop may be bone: stay just before it.',
  ],
  caution: `${STOP_RULE} ${KEEP_BREATHING} ${NOT_FOR}`,
  equipment: ['mat', 'strap or stick'],
  loopMarks: {
    right: [ring(45, 40), arrow([66, 20], [54, 34], [60, 20])],
    cheat: [ring(44, 36, 9), arrow([40, 14], [54, 22], [49, 12])],
  },
  demonstration: {
    right: {
      caption: 'Let the knee fall in by itself. Keep your buckle facing the ceiling.',
      description:
        'Lying on the back, both feet planted wide, one knee falls slowly inwards, stops for a push and a pull, sinks a little further and comes back up. The pelvis and both feet stay where they are.',
    },
    cheat: {
      caption: 'The pelvis rolls after the knee. It gets lower, but your hip turns no further.',
      description:
        'The knee falls inwards. Then that side of the pelvis comes off the floor and rolls after it, so the knee sinks lower although the hip has stopped turning.',
    },
  },
  placement: {
    id: 'far-side',
    title: 'Beside the leg that stays still',
    where: 'Level with your hips or a little towards your head, 1.8 to 2.3 m from your hips',
    lens: 'Chest high, about 1.4 m: a chest of drawers, or books on a table.',
    tilt: 'Fold the screen forward so that it looks 25 to 40° down at your hips.',
    avoid: 'Never at your feet, and not on a chair.',
    blind: 'Keep your lower back still yourself: I can’t see it from here.',
  },
  pose: 'lying',
  table: { from: 1.7, to: 2.1, tilt: 20 },
  measure,
  phases: [
    {
      kind: 'passive',
      demands: ['end-passive'],
      title: 'Let it fall in',
      word: 'Let the knee fall in',
      instruction: 'Let the knee sink till you feel a stretch. Breathe. It need not reach the floor.',
      lesson: 'Both back pockets stay heavy.',
      again: 'Let the knee fall back in.',
      feel: `Back pockets heavy. Feel it deep in the hip. ${PINCH} ${STILL_THERE}`,
    },
    {
      kind: 'pails',
      demands: ['end-loaded', 'hard-push'],
      title: 'Push out',
      word: 'Push the knee out',
      method: 'PAILs',
      instruction: 'Push the knee out against the strap. Nothing moves.',
      again: 'Let the knee fall back in, then push.',
    },
    {
      kind: 'rails',
      demands: ['end-loaded', 'hard-push'],
      title: 'Pull in',
      word: 'Pull the knee in',
      method: 'RAILs',
      instruction: 'Strap loose. Pull the knee in, no hands.',
      again: 'Let the knee fall back in, then pull.',
    },
    {
      kind: 'sink',
      demands: ['end-passive'],
      title: 'Relax deeper',
      word: 'Let the knee sink',
      instruction: 'Let the knee sink deeper with each breath out.',
      again: 'Let the knee fall back in and rest there.',
    },
  ],
  presets: GOAL_PRESETS,
  dose: doseFrom('stretch'),
  reps: null,
  rules,
  // Rules that only a phone on the pelvis sees: `src/coach/rules/phone-rules.ts`, words in `src/i18n/*/hip/phone-coach.ts`.
  phone: { 'pelvis-twist': STRETCHED, 'back-arch': STRETCHED },
  blindSpots: [
    {
      id: 'pelvis-list',
      // The landmarks show no hiked hip from here. The followed hips showed the one that was tried.
      before: 'isometric-drift',
    },
    // The floor and the near thigh hide the lower back.
    { id: 'back-arch', before: 'isometric-drift' },
  ],
  instrument: { frameRate: 12, model: 'full' },
  turnsForOtherSide: true,
  otherSide: 'Strap round the other knee.',
  otherLaptop: 'Put the laptop on your other side, or lie the other way round.',
  footSlideLimit: 0.35,
} as const satisfies DrillDefinition;
