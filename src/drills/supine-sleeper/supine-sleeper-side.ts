import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { backArchRule } from '../common-rules.ts';
import { BACK_ONLY_MEASURE, SIDE_CHECK, SIDE_CHECK_DWELL } from '../side-check.ts';
import { supineSleeper } from './supine-sleeper.ts';

const { posture, motion } = supineSleeper.measure;

const measure: DrillDefinition['measure'] = {
  posture,
  motion,
  // Only from the side of the still leg: the network was not trained with the working knee in front.
  view: {
    recommended: 270,
    good: [[250, 290]],
    fair: [[240, 300]],
    lensHeight: 0.6,
    distance: 2,
    lookingDown: 5,
  },
  // A network, because the floor hides the back and the outline of the belly shows an arch late or not at all.
  pelvisModel: 'supine-sleeper-side',
  ...BACK_ONLY_MEASURE,
};

export const supineSleeperSide = {
  ...SIDE_CHECK,
  id: 'supine-sleeper-side',
  sideCheckOf: 'supine-sleeper',
  demands: ['lies-flat', 'end-passive', 'end-loaded'],
  title: 'Supine sleeper: side check of your back',
  summary:
    'The knee falls in for less than a minute, filmed low from the side. I watch whether your lower back arches.',
  steps: [
    'Lie on your back as in the drill, feet planted wider than your hips, arms away from your sides.',
    'Breathe easily while I take the start position. Everything counts from there.',
    'Let the knee fall in, pull it a little deeper without hands, and bring it back. Slowly, two or three times.',
    'Then move the laptop back to the drill’s own place.',
  ],
  caution: supineSleeper.caution,
  loopMarks: supineSleeper.loopMarks,
  demonstration: supineSleeper.demonstration,
  placement: {
    id: 'side-low',
    title: 'Low, square to your side',
    where: 'On the side of the leg that stays still, level with your belly, 1.8 to 2.3 m away',
    lens: 'Low, 0.5 to 0.7 m: a chair seat with a book',
    tilt: 'Folded forward a little, so that your head, both knees and both feet are in the picture.',
    avoid: 'Not higher than a chair with books, and not from half in front. No arm on your belly or your hip.',
    // An arch is told from how pelvis, belly and ribs move.
    blind: 'Mind your lower back yourself: the floor hides it. An arch is only a guess of mine.',
  },
  pose: 'lying',
  table: 'too-high',
  measure,
  phases: [
    {
      kind: 'hold',
      title: 'Side check',
      word: 'Knee in, pull, knee up',
      instruction: 'Three times: knee in, pull further, no hands, up. Ribs heavy. Then stay still.',
    },
  ],
  rules: [
    backArchRule({
      phaseFactors: { hold: 1 },
      // Degrees. A still pelvis reads less than 3° (95 %) while the person breathes and the other knee moves.
      enter: 8,
      falseMotion: 4,
      dwell: SIDE_CHECK_DWELL,
      cue: 'Lower ribs heavy. Let your back sink to the floor.',
      change: 'Go only half as far.',
      explanation: 'Your pelvis tipped forward against your ribs. Your lower back may have come off the floor.',
    }),
  ],
  turnsForOtherSide: true,
  otherLaptop: 'Put the laptop on your other side, or lie the other way round.',
} as const satisfies DrillDefinition;
