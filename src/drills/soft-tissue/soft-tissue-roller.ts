import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { seatedDrawing, SOFT_TISSUE } from './soft-tissue.ts';

export const softTissueRoller = {
  ...SOFT_TISSUE,
  id: 'soft-tissue-roller',
  title: 'Roller under the hamstrings',
  variant: { of: 'soft-tissue', id: 'roller', name: 'Roller, back of the thigh' },
  line: 'A roller under the thigh, to loosen the back of the thigh. A timer, no camera.',
  summary: 'Sitting with a foam roller under one thigh, let the back of it soften. A timer with words, no camera.',
  steps: [
    'Sit on the floor with the roller under the back of one thigh, hands behind you, the other leg long.',
    'Roll slowly from just under the sit bone to a hand’s breadth above the knee, and back.',
    'Where it feels tight, stay and breathe. Bend and straighten the knee a few times there.',
    'Never on the back of the knee itself. More weight on your hands makes it lighter.',
  ],
  equipment: ['mat', 'foam roller'],
  demonstration: {
    right: {
      caption: 'Slow, a breath for each hand’s breadth. Stay where it feels tight, bend the knee there.',
      description:
        'Sitting with a roller under the back of one thigh, hands behind on the floor, the person rolls slowly towards the knee, stops, bends and straightens the knee, and rolls on.',
    },
    cheat: {
      caption: 'Rolling fast over the whole thigh and over the back of the knee.',
      description:
        'In the same position the thigh shoots forwards and back over the roller, down to the knee, without a stop.',
    },
  },
  measure: seatedDrawing(
    { flexion: 76, abduction: 8, internalRotation: 0, knee: 4 },
    { flexion: 76, abduction: 14, internalRotation: 0, knee: 4 },
  ),
  phases: [
    {
      kind: 'guided',
      title: 'Roller',
      word: 'Roll slowly',
      instruction: 'Roll slowly from the sit bone towards the knee. A breath per hand’s breadth.',
      calls: [
        { at: 0.2, text: 'Where it feels tight, stay and breathe out.', word: 'Stay where it feels tight' },
        { at: 0.38, text: 'Bend and straighten the knee there, slowly.', word: 'Bend and straighten the knee' },
        { at: 0.62, text: 'Let the leg rest for a breath, and roll on.', word: 'Rest the leg, roll on' },
      ],
    },
  ],
} as const satisfies DrillDefinition;
