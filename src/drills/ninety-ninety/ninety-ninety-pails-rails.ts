import type { DrillDefinition, RuleDefinition } from '../../coach/drill-definition.ts';
import {
  PRESSING_CAUTION,
  PRESSING_MEASURE,
  pressDrift,
  SEAT_DRILL,
  SEAT_STEP,
  STRETCH_FEEL,
  STRETCH_PLACEMENT,
  SUPPORT_STEP,
  sitBoneRule,
  supportedLeanRule,
  UNSEEN_CHEST,
} from './ninety-ninety-seat.ts';
import { GOAL_PRESETS } from '../presets.ts';

const rules = [
  supportedLeanRule({ passive: 1, pails: 1.3, rails: 0.9, sink: 1 }),
  sitBoneRule({ passive: 1, pails: 1.3, rails: 1, sink: 1 }),
  pressDrift({ pails: 1, rails: 1.4 }),
] as const satisfies readonly RuleDefinition[];

export const ninetyNinetyPailsRails = {
  ...SEAT_DRILL,
  id: 'ninety-ninety-pails-rails',
  title: '90/90 PAILs and RAILs',
  summary:
    'Seated with both knees at right angles. The leg behind works: turn into the stretch, press down, try to lift, and relax deeper.',
  steps: [
    SEAT_STEP,
    SUPPORT_STEP,
    'Turn buckle and chest towards the ankle behind you until you feel a stretch in that hip, and rest there.',
    'Press the back foot into the floor, then try to lift it. It may hardly move. Ease off slowly and turn further.',
    'Stretching passively mostly gives you passive range. Pressing and lifting at the end teaches your hip to use it.',
  ],
  caution: PRESSING_CAUTION,
  demonstration: {
    right: {
      caption: 'Turn buckle and chest to the back foot. Press it down there, then try to lift it.',
      description:
        'Sitting with one leg bent in front and one behind, pelvis and trunk turn slowly towards the foot behind and stop while it presses down and then pulls up. They turn a little further and come back, always upright.',
    },
    cheat: {
      caption: 'The trunk leans over instead of turning. The hip behind gets no stretch.',
      description:
        'Sitting with one leg bent in front and one behind, the trunk tips sideways over the front leg, away from the leg behind, and comes back up.',
    },
  },
  placement: STRETCH_PLACEMENT,
  measure: PRESSING_MEASURE,
  phases: [
    {
      kind: 'passive',
      title: 'Turn and settle',
      method: 'Passive',
      instruction: 'Buckle and chest towards the ankle behind you. Breathe.',
      again: 'Turn back towards the ankle behind you.',
      feel: STRETCH_FEEL,
    },
    {
      kind: 'pails',
      title: 'Press down',
      method: 'PAILs',
      instruction: 'Push the back foot and shin into the floor. Nothing moves.',
      again: 'Turn back towards the ankle behind you, then press.',
    },
    {
      kind: 'rails',
      title: 'Try to lift',
      method: 'RAILs',
      instruction: 'Pull the back foot up off the floor. It may hardly move.',
      again: 'Turn back towards the ankle behind you, then lift.',
    },
    {
      kind: 'sink',
      title: 'Relax deeper',
      method: 'Sink',
      instruction: 'Turn a little further, and stay.',
      again: 'Turn back towards the ankle behind you.',
    },
  ],
  presets: GOAL_PRESETS,
  reps: null,
  rules,
  blindSpots: [{ ...UNSEEN_CHEST, before: 'isometric-drift' }],
} as const satisfies DrillDefinition;
