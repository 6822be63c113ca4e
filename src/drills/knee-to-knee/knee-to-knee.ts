import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { pelvisLiftRule, tooFastRule } from '../common-rules.ts';
import { doseFrom, presetsWith } from '../presets.ts';
import { NOT_FOR, PINCH, STILL_THERE, STOP_RULE } from '../shared-words.ts';

const tooFast = tooFastRule({
  falseMotion: 45,
  cue: 'Slower. Let the knees sink by themselves.',
  explanation: 'The knees were thrown in, which forces the hip instead of easing it.',
});

export const pelvisLift = pelvisLiftRule({
  sizeTold: false,
  // In standard deviations. From a fair place the hip landmarks follow the knees, and a lying pelvis reads 2.5 ± 2.7
  // cm. From a good place the standard deviation is 1.4 cm, and this condition changes nothing.
  certainty: 1.3,
  phaseFactors: { reps: 1 },
  explanation: 'Your pelvis came off the floor, which lets the knees fall without the hips turning.',
});

/** Both variants: all steps but the first. */
export const KNEE_STEPS = [
  'Let both knees fall towards each other by themselves. Wait a breath, then bring them back.',
  'Take two seconds for each way. Nothing is pushed and nothing bounces.',
  'Keep both back pockets heavy on the floor and the feet where they are. The arms rest on the floor.',
  'It goes best after a ball under the buttocks. If you have one, sit on it first, one or two minutes a side.',
  'It eases tight muscle, before or after a session. Stay short of a hard stop: bone does not stretch.',
] as const;

/** Everything else that both variants share. */
export const KNEE_TO_KNEE = {
  bilateral: true,
  demands: ['lies-flat'],
  caution: `${STOP_RULE} Nothing is forced. If your knees fall together with ease, you may not need this drill. ${NOT_FOR}`,
  phases: [
    {
      kind: 'reps',
      demands: ['end-passive'],
      timed: true,
      title: 'Let both fall in',
      word: 'Knees in, then back',
      instruction: 'Let the knees fall in, wait a breath, bring them back. No pushing.',
      lesson: `${PINCH} ${STILL_THERE}`,
      feel: `${PINCH} ${STILL_THERE}`,
    },
  ],
  reps: {
    towards: 'internal',
    minimumAmplitude: 12,
    holdInternal: 0,
    holdExternal: 0,
    parts: { second: 'Let the knees fall in', hold: 'Wait one breath', back: 'Knees back up' },
    guide: [{ begin: 'Slowly in. One breath there. And back.' }, { begin: 'In again. Breathe out. Then back.' }],
    words: {
      flagged: 'The pelvis moved along.',
      thrown: 'That was thrown. Slower.',
      small: 'The knees hardly moved.',
      shortExternal: 'Come back to the start.',
      shortInternal: 'Let the knees sink all the way.',
    },
  },
  // 60 to 90 s. More would not train anything, so there is one round.
  presets: presetsWith({
    prep: { passive: 60, rounds: 1 },
    build: { passive: 75, rounds: 1 },
    strength: { passive: 90, rounds: 1 },
  }),
  dose: doseFrom('ours'),
  rules: [pelvisLift, tooFast],
  phone: { 'pelvis-twist': { reps: 1 }, 'back-arch': { reps: 1 } },
  // The floor, and feet on a wall the thighs too, hide the lower back.
  blindSpots: [{ id: 'back-arch' }],
  instrument: { frameRate: 12, model: 'full' },
  turnsForOtherSide: false,
  largeRange: 50,
  footSlideLimit: 0.35,
} as const satisfies Partial<DrillDefinition>;

type Measure = DrillDefinition['measure'];

export const KNEES_MEASURE = {
  neverSeen: ['back-arch', 'pelvis-twist', 'pelvis-obliquity'],
} as const satisfies Partial<Measure>;

/** Both feet stay where they are. Each variant adds its own `hipSdScale`. */
export const KNEES_MOTION: Omit<Measure['motion'], 'hipSdScale'> = {
  contacts: [
    { joint: 'working ankle', sd: 0.01 },
    { joint: 'other ankle', sd: 0.01 },
  ],
  workingSd: { flexion: 30, abduction: 40, internalRotation: 60, knee: 8 },
  otherSd: { flexion: 30, abduction: 40, internalRotation: 60, knee: 8 },
  pelvisSd: 4,
  rootSd: 0.03,
  thoraxSd: 5,
  landmarkSd: 8,
  kneeLag: 0.06,
  leanLimit: null,
  internalRotationFloor: -10,
};
