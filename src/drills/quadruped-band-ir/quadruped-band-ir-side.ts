import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { backArchRule, backRoundRule } from '../common-rules.ts';
import { quadrupedBandIr } from './quadruped-band-ir.ts';
import { BACK_ONLY_MEASURE, SIDE_CHECK, SIDE_CHECK_DWELL } from '../side-check.ts';

const { posture, motion: fromBehind } = quadrupedBandIr.measure;
// The correction of the ankle landmark holds for the view from behind only.
const { ankleLead: _, ...motion } = fromBehind;

const measure: DrillDefinition['measure'] = {
  posture,
  motion,
  // Both sides are good: the network's crop is mirrored to one side.
  view: {
    recommended: 90,
    good: [
      [70, 110],
      [250, 290],
    ],
    fair: [
      [60, 120],
      [240, 300],
    ],
    lensHeight: 0.75,
    distance: 1.9,
    lookingDown: -5,
  },
  pelvisModel: 'quadruped-band-ir-side',
  flatBackAtStart: true,
  ...BACK_ONLY_MEASURE,
};

export const quadrupedBandIrSide = {
  ...SIDE_CHECK,
  id: 'quadruped-band-ir-side',
  sideCheckOf: 'quadruped-band-ir',
  demands: ['kneels', 'bent-in', 'end-passive'],
  armSignal: 'ahead',
  title: 'Hands and knees: side check of your back',
  summary:
    'The same movement for less than a minute, filmed from the side. I watch whether your lower back sags or humps, and nothing else.',
  steps: [
    'Hands and knees, thighs upright, the band round the ankle as in the drill.',
    'Keep your back flat while I take the start position. Everything counts from there.',
    'Do two or three slow repetitions: foot in, out, a little further, and back.',
    'Then move the laptop back to the drill’s own place.',
  ],
  caution: quadrupedBandIr.caution,
  loopMarks: quadrupedBandIr.loopMarks,
  demonstration: quadrupedBandIr.demonstration,
  placement: {
    id: 'side-back',
    title: 'Square to your side',
    where: 'Level with the middle of your back, 1.7 to 2.2 m away, on either side',
    lens: 'A little higher than your back, 0.6 to 0.9 m: a low table or a chair with a book',
    tilt: 'Nearly upright, so that your head, your back and both feet are in the picture.',
    avoid: 'Not from half behind, where the edge of the picture is your flank. No loose shirt that hangs off the back.',
    blind: 'Mind the rest yourself: from here I watch only your back.',
  },
  pose: 'kneeling',
  table: 'too-high',
  measure,
  phases: [
    {
      kind: 'hold',
      title: 'Side check',
      word: 'Foot in, then out',
      instruction: 'Three times, slowly: foot in, then out. Your back stays flat. Then stay still.',
    },
  ],
  rules: [
    backArchRule({
      phaseFactors: { hold: 1 },
      dwell: SIDE_CHECK_DWELL,
      cue: 'Lift your belly away from the floor.',
      change: 'Go only half as far.',
      explanation: 'Your lower back sagged, so the foot travelled without the hip turning.',
    }),
    backRoundRule({
      phaseFactors: { hold: 1 },
      dwell: SIDE_CHECK_DWELL,
      cue: 'Let your back grow long, like a table top.',
      change: 'Go only half as far.',
      explanation: 'Your lower back humped up, and your pelvis tucked under with it.',
    }),
  ],
  turnsForOtherSide: false,
  otherSide: 'Band round the other ankle. Kneel facing the other way.',
} as const satisfies DrillDefinition;
