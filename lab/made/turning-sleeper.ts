import type { DrillDefinition, RuleDefinition } from '../../src/coach/drill-definition.ts';
import { supineSleeper } from '../../src/drills/supine-sleeper/supine-sleeper.ts';

const twist = {
  id: 'pelvis-twist',
  channel: 'pelvis-twist',
  direction: 'either',
  enter: 6,
  red: 10,
  falseMotion: 5,
  certainty: 2,
  lasting: { certainty: 1.6, dwell: 0.4 },
  phaseFactors: { passive: 1, pails: 1.3, rails: 0.9, sink: 1 },
  cue: 'Keep your buckle facing the ceiling. Turn only the thigh.',
  explanation: 'Your pelvis turned with the leg, so part of that range did not come from the hip.',
} as const satisfies RuleDefinition;

/**
 * The supine sleeper, with a rule for a turn of the pelvis either way in place of its own for a knee that chases the floor. For tests of rules, cues, ranges and
 * records, which need a pelvis rule in degrees beside the ones in metres; what the sleeper itself does is tested with the sleeper.
 */
export const turningSleeper = {
  ...supineSleeper,
  rules: [twist, ...supineSleeper.rules.filter(({ id }) => id !== 'knee-chase')],
} as const satisfies DrillDefinition;
