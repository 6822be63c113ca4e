import type { BodyId } from './bodies.ts';
import type { SetClip } from './clip-set.ts';

export interface HeldBackClip extends SetClip {
  /** A number alone draws it; those below 100 were learnt from (`pelvis-net/draw-look.ts`). */
  readonly body: BodyId;
}

/**
 * Performances that nothing in the product was chosen, trained or tuned on, by people who stand in no other set. They are not
 * shipped: `npm run subject -- --held-back` renders them, `npm run accuracy -- --held-back --readme` writes what the app says of
 * them. Recipes and seeds were written down before the first of them was rendered, and none was left out for its result. Once
 * something is changed because of what they showed, they are spent: move the seeds on, all of them.
 */
export const HELD_BACK: readonly HeldBackClip[] = [
  { recipe: 'supine-sleeper-short-clean', seed: 81, body: 'drawn-200' },
  { recipe: 'supine-sleeper-short-passive-twist', seed: 82, body: 'drawn-201' },
  { recipe: 'supine-sleeper-twist-chase', seed: 83, body: 'drawn-202' },
  { recipe: 'supine-sleeper-lift', seed: 84, body: 'drawn-203' },
  { recipe: 'supine-ir-pulses-clean', seed: 81, body: 'drawn-204' },
  { recipe: 'supine-ir-pulses-form', seed: 82, body: 'drawn-205' },
  { recipe: 'supine-ir-pulses-twist', seed: 83, body: 'drawn-206' },
  { recipe: 'supine-ir-pulses-feet-flat-form', seed: 81, body: 'drawn-207' },
  { recipe: 'knee-to-knee-wall-short-twist', seed: 81, body: 'drawn-208' },
  { recipe: 'knee-to-knee-wall-short-clean', seed: 82, body: 'drawn-209' },
  { recipe: 'knee-to-knee-floor-short-form', seed: 81, body: 'drawn-210' },
  { recipe: 'quadruped-band-ir-short-mixture', seed: 81, body: 'drawn-211' },
  { recipe: 'quadruped-band-ir-short-clean', seed: 82, body: 'drawn-212' },
  { recipe: 'quadruped-band-ir-yaw', seed: 83, body: 'drawn-213' },
  { recipe: 'quadruped-band-ir-list', seed: 84, body: 'drawn-214' },
  { recipe: 'ninety-ninety-pails-rails-short-turn', seed: 81, body: 'drawn-215' },
  { recipe: 'ninety-ninety-pails-rails-lean', seed: 82, body: 'drawn-216' },
  { recipe: 'ninety-ninety-pails-rails-drift', seed: 83, body: 'drawn-217' },
  { recipe: 'ninety-ninety-stretch-short-turn', seed: 81, body: 'drawn-218' },
  { recipe: 'ninety-ninety-stretch-sit-bone-lift', seed: 82, body: 'drawn-219' },
  { recipe: 'ninety-ninety-contract-relax-short-form', seed: 81, body: 'drawn-220' },
  { recipe: 'ninety-ninety-contract-relax-clean', seed: 82, body: 'drawn-221' },
  { recipe: 'ninety-ninety-lift-off-short-hold', seed: 81, body: 'drawn-222' },
  { recipe: 'ninety-ninety-lift-off-lean', seed: 82, body: 'drawn-223' },
  { recipe: 'ninety-ninety-lift-off-hinge-short-turn', seed: 81, body: 'drawn-224' },
  { recipe: 'standing-hamstring-short-clean', seed: 81, body: 'drawn-225' },
  { recipe: 'standing-hamstring-short-mixture', seed: 82, body: 'drawn-226' },
  { recipe: 'hip-movement-sequence-lean', seed: 81, body: 'drawn-227' },
  { recipe: 'quadruped-band-ir-side-arch', seed: 83, body: 'drawn-228' },
  { recipe: 'supine-sleeper-side-arch', seed: 83, body: 'drawn-229' },
];
