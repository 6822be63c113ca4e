import type { DrillDefinition, RuleDefinition } from '../../coach/drill-definition.ts';
import {
  PRESS_DOWN,
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
  TURN,
  TURN_BACK,
  UNSEEN_CHEST,
} from './ninety-ninety-seat.ts';
import { doseFrom, GOAL_PRESETS } from '../presets.ts';
import { arrow, ring } from '../loop-marks.ts';

const rules = [
  supportedLeanRule({ passive: 1, pails: 1.3, rails: 0.9, sink: 1 }),
  sitBoneRule({ passive: 1, pails: 1.3, rails: 1, sink: 1 }),
  pressDrift({ pails: 1 }),
] as const satisfies readonly RuleDefinition[];

export const ninetyNinetyPailsRails = {
  ...SEAT_DRILL,
  id: 'ninety-ninety-pails-rails',
  title: '90/90 press and pull',
  line: 'Press the back foot down, pull it up, turn deeper. For strength.',
  summary:
    'Seated with both knees at right angles. The leg behind works: turn into the stretch, press down, try to lift, and relax deeper.',
  steps: [
    SEAT_STEP,
    SUPPORT_STEP,
    'Turn buckle and chest towards the ankle behind you until you feel a stretch in that hip, and rest there.',
    'The back knee stays where it is. Press the back foot into the floor, then try to lift it. It may hardly move. Ease off slowly and turn further.',
    'Stretching alone mostly gives you range that you can’t use by yourself. Pressing (PAILs) and lifting (RAILs) at the end teach your hip to use it.',
  ],
  caution: PRESSING_CAUTION,
  loopMarks: {
    right: [arrow([79, 52], [79, 68]), arrow([87, 68], [87, 52])],
    cheat: [ring(40, 44, 9), arrow([46, 8], [28, 14], [36, 4])],
  },
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
    { kind: 'passive', ...TURN, feel: STRETCH_FEEL },
    { ...PRESS_DOWN, instruction: 'Push the back foot into the floor. The knee stays where it is.' },
    {
      kind: 'rails',
      demands: ['end-loaded', 'hard-push', 'twists'],
      title: 'Try to lift',
      word: 'Try to lift the foot',
      method: 'RAILs',
      instruction: 'Only the back foot. The knee stays down.',
      lesson: 'It may hardly move.',
      again: 'Turn towards the ankle behind you again, then lift.',
    },
    {
      kind: 'sink',
      demands: ['end-passive', 'twists'],
      title: 'Relax deeper',
      word: 'Turn the chest further',
      instruction: 'Turn a little further, and stay.',
      again: TURN_BACK,
    },
  ],
  presets: GOAL_PRESETS,
  dose: doseFrom('ours'),
  reps: null,
  rules,
  blindSpots: [{ ...UNSEEN_CHEST, before: 'isometric-drift' }],
} as const satisfies DrillDefinition;
