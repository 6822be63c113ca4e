import type { DrillDefinition, RuleDefinition } from '../coach/drill-definition.ts';

/** What both ways of doing the drill share: texts, phases, repetitions and the rule about haste. */
export const KNEE_TO_KNEE = {
  bilateral: true,
  seed: '003',
  caution:
    'Pain-free range only, and nothing is forced. Stop with a pinch in the front of the hip, with knee pain, numbness or tingling. If your knees fall together with ease, you may not need this drill. Not with a fresh injury, a hip replacement or a recent labral repair: ask a clinician first.',
  phases: [
    {
      kind: 'reps',
      timed: true,
      title: 'Knee to knee',
      instruction:
        'Let both knees fall towards each other, wait a breath, bring them back. Slow and easy, no pushing.',
    },
  ],
  reps: {
    towards: 'internal',
    minimumAmplitude: 12,
    holdInternal: 0,
    holdExternal: 0,
    words: {
      flagged: 'The pelvis moved along.',
      small: 'The knees hardly moved.',
      shortExternal: 'Come back to the start.',
      shortInternal: 'Let the knees sink all the way.',
    },
  },
  turnsForOtherSide: false,
  footSlideLimit: 0.35,
} as const satisfies Partial<DrillDefinition>;

export const tooFast: RuleDefinition = {
  id: 'too-fast',
  channel: 'rotation-speed',
  direction: 'positive',
  enter: 60,
  red: 100,
  falseMotion: 45,
  dwell: 0.3,
  armed: { reps: 1 },
  cue: 'Slower. Let the knees sink by themselves.',
  explanation: 'The knees were thrown in, which forces the hip instead of easing it.',
};

export const pelvisLift: RuleDefinition = {
  id: 'pelvis-lift',
  channel: 'pelvis-lift',
  direction: 'positive',
  enter: 0.02,
  red: 0.035,
  falseMotion: 0.018,
  dwell: 0.3,
  armed: { reps: 1 },
  cue: 'Both sit bones heavy. Let the floor hold them.',
  explanation: 'Your pelvis came off the floor, which lets the knees fall without the hips turning.',
};
