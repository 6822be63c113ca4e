import { expect, test } from 'vitest';
import { listMuted } from '../../../src/coach/rules/rule-set-state.ts';
import { ninetyNinetyLiftOffHinge } from '../../../src/drills/ninety-ninety/ninety-ninety-lift-off-hinge.ts';
import { ninetyNinetyPailsRails } from '../../../src/drills/ninety-ninety/ninety-ninety-pails-rails.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { standingHamstring } from '../../../src/drills/standing/standing-hamstring.ts';
import { supineIrPulsesFeetFlat } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses-feet-flat.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';

test('lists the blind spots of a drill although nothing is hidden', () => {
  expect(listMuted(supineSleeper, () => null)).toEqual([
    { rule: 'pelvis-list', reason: 'not-seen-from-here' },
    { rule: 'back-arch', reason: 'not-seen-from-here' },
  ]);
  expect(listMuted(quadrupedBandIr, () => null)).toEqual([]);
});

// Stored records and the screens have had this order since their first version.
test.each([
  [supineSleeper, 'pelvis-lift, knee-chase, hips-shift, pelvis-list, back-arch, isometric-drift'],
  [supineIrPulsesFeetFlat, 'pelvis-lift, hips-shift, too-fast, foot-moved, grip, back-arch'],
  [ninetyNinetyPailsRails, 'trunk-lean, pelvis-lift, trunk-turn, isometric-drift'],
  [ninetyNinetyLiftOffHinge, 'trunk-lean, other-knee-shift, trunk-turn, back-round'],
  [standingHamstring, 'chest-drop, back-round, knee-bend, isometric-drift, trunk-turn, knee-lock, toes-drop'],
])('lists hidden rules of $id between its blind spots: %s', (drill, order) => {
  const muted = listMuted(drill, () => 'pelvis-hidden');
  expect(muted.map(({ rule }) => rule).join(', ')).toBe(order);
});
