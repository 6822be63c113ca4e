import type { DrillDefinition } from '../../src/coach/drill-definition.ts';
import { hipsShiftRule, pelvisLiftRule } from '../../src/drills/common-rules.ts';
import { GOAL_PRESETS } from '../../src/drills/presets.ts';
import { supineSleeper } from '../../src/drills/supine-sleeper/supine-sleeper.ts';

export const supineSleeperHold = {
  id: 'supine-sleeper-hold',
  demands: ['lies-flat', 'end-passive'],
  title: 'Supine sleeper, hold only',
  summary: 'On your back with the feet planted, one knee falls in and stays there for half a minute.',
  steps: [
    'Lie on your back. Plant both feet wider than your hips, knees up.',
    'Let one knee fall in until you feel a stretch. Never force it to the floor.',
    'Stay there and breathe. Both sit bones stay heavy.',
  ],
  // The posture, the place and the risks are those of the supine sleeper, so these parts are shared.
  caution: supineSleeper.caution,
  demonstration: supineSleeper.demonstration,
  placement: supineSleeper.placement,
  pose: supineSleeper.pose,
  table: supineSleeper.table,
  measure: supineSleeper.measure,
  phases: [
    {
      kind: 'hold',
      title: 'Let it fall in',
      instruction: 'Rest there and breathe. Both sit bones stay heavy.',
    },
  ],
  presets: {
    prep: { ...GOAL_PRESETS.prep, passive: 30, rest: 10, rounds: 1 },
    build: { ...GOAL_PRESETS.build, passive: 30, rest: 10, rounds: 2 },
    strength: { ...GOAL_PRESETS.strength, passive: 45, rest: 10, rounds: 3 },
  },
  reps: null,
  rules: [
    hipsShiftRule({
      // Metres. Still hips read 0.8 cm at most (n = 17 rendered sets of the supine sleeper).
      enter: 0.013,
      phaseFactors: { hold: 1 },
      cue: 'Keep your buckle facing the ceiling. Turn only the thigh.',
      explanation: 'Your hips left their place, so part of that range did not come from the hip joint.',
    }),
    pelvisLiftRule({
      phaseFactors: { hold: 1 },
      explanation: 'Your pelvis came off the floor, which lets the knee drop without the hip turning.',
    }),
  ],
  instrument: supineSleeper.instrument,
  turnsForOtherSide: true,
  footSlideLimit: 0.35,
} as const satisfies DrillDefinition;
