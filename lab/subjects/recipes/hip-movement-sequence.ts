import type { Seconds } from '../../../src/instrument/geometry/units.ts';
import type { Keys } from '../contract.ts';
import { bump, labRecipe, phases, varied } from './lab-recipe.ts';

/** Seconds of a leg movement: out, hold, back. */
const SWING = [1.2, 0.5, 1.1] as const;
const swing = (start: Seconds, size: number): Keys => bump(start, SWING, size);

const FLEXION = 3.3;
const EXTENSION = 6.4;
const ABDUCTION = 9.4;
const ADDUCTION = 12.4;
const INTERNAL = 16.8;
const EXTERNAL = 19.6;
const END = 23.8;

/** Hip and knee bend to a right angle for both rotations, so that the shin shows them. */
const lifted = (size: number): Keys => bump(15.3, [1.4, 5.8, 1.2], size);

const turns = [FLEXION, EXTENSION, ABDUCTION, ADDUCTION, INTERNAL, EXTERNAL];
const [rise, stay, fall] = SWING;

const clean = labRecipe({
  id: 'hip-movement-sequence-clean',
  drill: 'hip-movement-sequence',
  shows: 'the leg goes through flexion, extension, abduction, adduction, internal and external rotation',
  phases: phases(['neutral', 3], ['reps', END - 3]),
  keys: {
    flexion: [
      ...swing(FLEXION, 84),
      ...swing(EXTENSION, -18),
      // In adduction the leg passes in front of the other one.
      ...swing(ADDUCTION, 18),
      ...lifted(88),
    ],
    knee: [...swing(FLEXION, 82), ...swing(EXTENSION, 10), ...lifted(86)],
    abduction: [...swing(ABDUCTION, 28), ...swing(ADDUCTION, -16)],
    rotation: [...swing(INTERNAL, 24), ...swing(EXTERNAL, -28)],
  },
  reps: turns.map((start) => ({ start, turn: start + rise + stay / 2, end: start + rise + stay + fall })),
});

const arch = varied(clean, 'arch', 'the back arches to bring the leg further behind', {
  keys: { arch: swing(EXTENSION, 14) },
  compensations: [{ rule: 'back-arch', start: EXTENSION, end: EXTENSION + 2.8, size: 14 }],
});

const lean = varied(clean, 'lean', 'the trunk leans away and the pelvis hikes to bring the leg further out', {
  keys: { leanSide: swing(ABDUCTION, 20), obliquity: swing(ABDUCTION, 8) },
  compensations: [{ rule: 'trunk-lean', start: ABDUCTION, end: ABDUCTION + 2.8, size: 18 }],
});

const open = varied(clean, 'open', 'the shin never hangs: the knee stays a quarter more open than the thigh is up', {
  keys: { knee: [...swing(FLEXION, 58), ...swing(EXTENSION, 10), ...lifted(60)] },
});

export const hipMovementSequenceRecipes = [clean, arch, lean, open];
