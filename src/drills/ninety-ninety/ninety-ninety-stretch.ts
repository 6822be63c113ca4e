import type { DrillDefinition } from '../../coach/drill-definition.ts';
import {
  SEAT_DRILL,
  SEAT_STEP,
  STRETCH_FEEL,
  STRETCH_PLACEMENT,
  SUPPORT_STEP,
  sitBoneRule,
  supportedLeanRule,
  TURN,
  TURNING_MEASURE,
  UNSEEN_CHEST,
} from './ninety-ninety-seat.ts';
import { doseFrom, presetsWith } from '../presets.ts';
import { arrow, ring } from '../loop-marks.ts';

export const ninetyNinetyStretch = {
  ...SEAT_DRILL,
  id: 'ninety-ninety-stretch',
  title: '90/90 stretch',
  line: 'Only turn and breathe. The easiest of the five.',
  summary:
    'Seated with both knees at right angles. Turn buckle and chest together towards the foot behind, and stay there.',
  steps: [
    SEAT_STEP,
    SUPPORT_STEP,
    'Turn buckle and chest together towards the ankle behind you until you feel a stretch in that hip.',
    'Stay for thirty seconds and breathe. Come back, rest, and do it again: three times in all.',
    'Never force the knee. Tight muscle eases with time and breath; a hard stop may be bone.',
  ],
  loopMarks: {
    right: [arrow([34, 58], [56, 58], [45, 68])],
    cheat: [ring(40, 46, 9), arrow([46, 10], [27, 16], [35, 5])],
  },
  demonstration: {
    right: {
      caption: 'Sit tall. Turn buckle and chest together, round to the foot behind you.',
      description:
        'Sitting on the floor with one leg bent in front and one bent behind, pelvis and chest turn slowly towards the foot behind, stay there upright, and come back.',
    },
    cheat: {
      caption: 'The trunk leans over the front leg instead of turning. The hip behind is not stretched.',
      description:
        'In the same position the trunk tips sideways over the front leg instead of turning, and comes back up.',
    },
  },
  placement: STRETCH_PLACEMENT,
  // Wider than in the drills with presses: the pose is held for long, and a constant error does not average out.
  measure: { ...TURNING_MEASURE, motion: { ...TURNING_MEASURE.motion, hipSdScale: 0.4 } },
  phases: [{ kind: 'hold', ...TURN, feel: STRETCH_FEEL }],
  // Half a minute, three times a side; the goal of the day only adds time.
  presets: presetsWith({
    prep: { passive: 30, rest: 10, rounds: 3 },
    build: { passive: 30, rest: 10, rounds: 3 },
    strength: { passive: 45, rest: 10, rounds: 3 },
  }),
  dose: doseFrom('method', { strength: 'ours' }),
  reps: null,
  rules: [supportedLeanRule({ hold: 1 }), sitBoneRule({ hold: 1 })],
  blindSpots: [UNSEEN_CHEST],
} as const satisfies DrillDefinition;
