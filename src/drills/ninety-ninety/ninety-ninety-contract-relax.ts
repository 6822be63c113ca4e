import type { DrillDefinition } from '../../coach/drill-definition.ts';
import {
  PRESS_DOWN,
  PRESSING_CAUTION,
  PRESSING_MEASURE,
  pressDrift,
  SEAT_DRILL,
  SEAT_STEP,
  STRETCH_PLACEMENT,
  SUPPORT_STEP,
  sitBoneRule,
  supportedLeanRule,
  TURN,
  TURN_BACK,
  UNSEEN_CHEST,
} from './ninety-ninety-seat.ts';
import { doseFrom, presetsWith } from '../presets.ts';
import { arrow, ring } from '../loop-marks.ts';
import { PINCH, STILL_THERE } from '../shared-words.ts';

/**
 * Stretch, press for ten seconds, turn further for ten; three or four times without a rest between. The ramp is longer
 * than its announcement, so that the words about the effort are heard.
 */
const CYCLE = { pailsRamp: 6, pailsHold: 10, sink: 10, rest: 0 } as const;

export const ninetyNinetyContractRelax = {
  ...SEAT_DRILL,
  id: 'ninety-ninety-contract-relax',
  title: '90/90 tense and relax',
  line: 'Turn, press, ease off slowly, turn further. A few times over.',
  summary:
    'Seated with both knees at right angles. Turn, press the foot behind into the floor, ease off and turn a little further.',
  steps: [
    SEAT_STEP,
    SUPPORT_STEP,
    'Turn buckle and chest towards the ankle behind you until you feel a stretch in that hip.',
    'Stop there and press the back foot into the floor. Build up slowly, then hold for ten seconds: the muscles round your hip tighten.',
    'Ease off slowly, grow tall and turn a little further. Do it three or four times.',
  ],
  caution: PRESSING_CAUTION,
  loopMarks: {
    right: [arrow([80, 64], [80, 82]), arrow([37, 46], [56, 46], [46, 55])],
    cheat: [ring(43, 46, 9), arrow([28, 34], [28, 54], [24, 44])],
  },
  demonstration: {
    right: {
      caption: 'Turn, stop and press the back foot down, ease off, then turn a little further.',
      description:
        'Sitting with one leg in front and one behind, pelvis and chest turn towards the foot behind, stop while the foot behind presses down, then turn further, stay and come back. The trunk stays upright.',
    },
    cheat: {
      caption: 'The chest sinks instead of turning further. Grow tall before each turn.',
      description:
        'In the same position the trunk turns a little, then the chest sinks forward and down over the front leg, and comes back up.',
    },
  },
  placement: STRETCH_PLACEMENT,
  // 0.41: the band covers 90 % of the errors (n = 14 rendered people), and 92 % in a second group (n = 12).
  measure: { ...PRESSING_MEASURE, motion: { ...PRESSING_MEASURE.motion, hipSdScale: 0.41 } },
  phases: [
    {
      kind: 'passive',
      ...TURN,
      // 15 s is too short to say where it is felt; only the stop word fits.
      instruction: `Hips and chest to the back ankle. ${PINCH}`,
      lesson: STILL_THERE,
    },
    { ...PRESS_DOWN, instruction: 'Back foot into the floor.' },
    {
      kind: 'sink',
      demands: ['end-passive', 'twists'],
      // The press has ended in "Ease off slowly", so the title names what follows.
      title: 'Turn further',
      word: 'Turn the chest further',
      instruction: 'A little, and stay. Let the hip go loose.',
      again: TURN_BACK,
    },
  ],
  presets: presetsWith({
    prep: { ...CYCLE, passive: 15, rounds: 3 },
    build: { ...CYCLE, passive: 15, rounds: 3 },
    strength: { ...CYCLE, passive: 30, rounds: 4 },
  }),
  dose: doseFrom('method'),
  reps: null,
  rules: [
    supportedLeanRule({ passive: 1, pails: 1.3, sink: 1 }),
    sitBoneRule({ passive: 1, pails: 1.3, sink: 1 }),
    pressDrift({ pails: 1 }),
  ],
  blindSpots: [{ ...UNSEEN_CHEST, before: 'isometric-drift' }],
} as const satisfies DrillDefinition;
