import type { BodySpec } from './bodies.ts';
import { type Chance, chanceOf } from './chance.ts';

/** As far as MakeHuman's proportions still look like somebody. */
const LIMBS = 0.1;

const around = (chance: Chance, sd: number, most: number): number =>
  Math.max(-most, Math.min(most, sd * chance.normal()));

/**
 * A body that its name alone decides: nobody looks at it, it is one more for a model to learn from.
 * @param name another body with every name
 */
export function drawnBody(name: string): BodySpec {
  const chance = chanceOf(`body/${name}`);
  const sex = chance.pick<BodySpec['sex']>(['female', 'male']);
  return {
    sex,
    descent: chance.pick<BodySpec['descent']>(['african', 'asian', 'caucasian']),
    age: chance.between(0, 0.85),
    muscle: around(chance, 0.4, 0.8),
    weight: around(chance, 0.5, 0.9),
    height: around(chance, 0.25, 0.5),
    limbs: {
      thigh: around(chance, 0.06, LIMBS),
      shank: around(chance, 0.06, LIMBS),
      arm: around(chance, 0.05, LIMBS),
    },
    hipWidth: around(chance, 0.25, 0.6),
    hair: sex === 'male' ? 'short02' : chance.pick<BodySpec['hair']>(['ponytail01', 'bob02', 'afro01']),
    eyes: chance.pick<BodySpec['eyes']>(['blue', 'brown', 'brownlight', 'green', 'grey']),
  };
}
