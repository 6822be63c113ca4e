import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { seatedDrawing, SOFT_TISSUE } from './soft-tissue.ts';

export const softTissueBall = {
  ...SOFT_TISSUE,
  id: 'soft-tissue-ball',
  demands: ['uneven-seat'],
  title: 'Ball under the buttock',
  variant: { of: 'soft-tissue', id: 'ball', name: 'Ball, outer buttock' },
  line: 'Sitting on a ball, to loosen the buttocks. A timer, no camera.',
  summary:
    'Sitting with a ball under one side of your seat, let the deep muscles behind the hip soften. A timer with words, no camera.',
  steps: [
    'Sit on the floor with a tennis or massage ball under one side of your seat, hands behind you.',
    'Look for a tight spot in the muscle, between the sit bone and the bony point at the side of the hip.',
    'Stay on it and breathe until it lets go a little. Then let that knee sway slowly out and in.',
    'Move on by a finger’s breadth.',
  ],
  equipment: ['mat', 'massage ball'],
  demonstration: {
    right: {
      caption: 'Weight soft, breath long. Stay on one spot until it lets go, then move on.',
      description:
        'Sitting on a ball under one side of the seat, hands behind on the floor, the person stays still and breathes. Then the knee on that side sways slowly out and in, and the seat moves on a little.',
    },
    cheat: {
      caption: 'Rolling fast over the sore spot with held breath. Nothing has time to let go.',
      description:
        'In the same position the seat rolls quickly forwards and back over the ball, shoulders up and breath held.',
    },
  },
  measure: seatedDrawing(
    { flexion: 118, abduction: 15, internalRotation: 0, knee: 100 },
    { flexion: 118, abduction: 10, internalRotation: 0, knee: 100 },
  ),
  phases: [
    {
      kind: 'guided',
      title: 'Ball',
      word: 'Find a tight spot',
      instruction: 'Find a tight spot in the muscle, stay on it and breathe.',
      calls: [
        { at: 0.2, text: 'Let the weight sink. Long breath out.', word: 'Let the weight sink' },
        { at: 0.38, text: 'Let the knee sway slowly out and in.', word: 'Let the knee sway' },
        { at: 0.62, text: 'A finger’s breadth further. Stay there.', word: 'Move on a finger’s breadth' },
      ],
    },
  ],
} as const satisfies DrillDefinition;
