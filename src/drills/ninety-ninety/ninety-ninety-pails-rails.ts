import type { DrillDefinition, RuleDefinition } from '../../coach/drill-definition.ts';
import {
  leanRule,
  PRESSING_MEASURE,
  pressDrift,
  SEAT_DRILL,
  SEAT_STEP,
  STRETCH_PLACEMENT,
  sitBoneRule,
  UNSEEN_CHEST,
} from './ninety-ninety-seat.ts';
import { GOAL_PRESETS } from '../presets.ts';

const rules = [
  leanRule({
    phaseFactors: { passive: 1, pails: 1.3, rails: 0.9, sink: 1 },
    cue: 'Keep your shirt buttons over your front thigh. Sit tall.',
    explanation: 'Your trunk leaned away, which takes the stretch off the hip.',
  }),
  sitBoneRule({ passive: 1, pails: 1.3, rails: 1, sink: 1 }),
  pressDrift({ pails: 1, rails: 1.4 }),
] as const satisfies readonly RuleDefinition[];

export const ninetyNinetyPailsRails = {
  ...SEAT_DRILL,
  id: 'ninety-ninety-pails-rails',
  title: '90/90 PAILs and RAILs',
  summary:
    'Seated with both knees at right angles. The leg behind is the one that works: stretch it, press it down (PAILs), try to lift it (RAILs), sink.',
  steps: [
    SEAT_STEP,
    'Turn your chest and belly towards the ankle behind you until you feel a stretch in that hip.',
    'Stop there. Press the back foot into the floor, then try to lift it without leaning: nothing moves. Let go and turn further.',
    'Stay tall. Hands on the floor only for balance.',
  ],
  demonstration: {
    right: {
      caption: 'Turn belt buckle and chest to the back foot. There press it down, then try to lift it.',
      description:
        'Sitting with one leg bent in front and one behind, pelvis and trunk turn slowly towards the foot behind and stop while it presses down and then pulls up. They turn a little further and come back, always upright.',
    },
    cheat: {
      caption: 'The trunk leans away from the back leg. That lets the stretch out of the hip.',
      description:
        'Sitting with one leg bent in front and one behind, the trunk tips sideways over the front leg, away from the leg behind, and comes back up.',
    },
  },
  placement: STRETCH_PLACEMENT,
  measure: PRESSING_MEASURE,
  phases: [
    {
      kind: 'passive',
      title: 'Passive',
      instruction: 'Turn towards the ankle behind you and rest there. Sit tall and breathe.',
      again: 'Turn back towards the ankle behind you.',
    },
    {
      kind: 'pails',
      title: 'PAILs: press down',
      instruction: 'Press the back foot and shin into the floor. Build slowly. Nothing moves.',
      again: 'Turn back towards the ankle behind you, then press.',
    },
    {
      kind: 'rails',
      title: 'RAILs: lift',
      instruction: 'Try to lift the back foot off the floor. Stay tall, do not lean.',
      again: 'Turn back towards the ankle behind you, then lift.',
    },
    {
      kind: 'sink',
      title: 'Sink',
      instruction: 'Let go and turn a little further.',
      again: 'Turn back towards the ankle behind you.',
    },
  ],
  presets: GOAL_PRESETS,
  reps: null,
  rules,
  blindSpots: [{ ...UNSEEN_CHEST, before: 'isometric-drift' }],
} as const satisfies DrillDefinition;
