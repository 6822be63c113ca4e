import { expect, test } from 'vitest';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { withPhone } from '../../../src/coach/rules/phone-rules.ts';
import type { SetRecord } from '../../../src/coach/record/set-record.ts';
import { ninetyNinetyLiftOffHinge } from '../../../src/drills/ninety-ninety/ninety-ninety-lift-off-hinge.ts';
import { ninetyNinetyPailsRails } from '../../../src/drills/ninety-ninety/ninety-ninety-pails-rails.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { unwatchedFaults } from '../../../src/ui/summary/summary-text.ts';

const namesOf = (drill: DrillDefinition, muted: SetRecord['summary']['muted'] = []) =>
  unwatchedFaults(muted, drill).map(({ name }) => name);

test('names a fault that the view never shows even if the drill has no rule for it', () => {
  expect(namesOf(ninetyNinetyPailsRails)).toEqual(['Pelvis twist', 'Pelvis tilts sideways', 'Back arches']);
  expect(namesOf(quadrupedBandIr)).toEqual(['Pelvis lifts', 'Back arches']);
});

test('names the back as the drill does: it rounds in a fold forward', () => {
  expect(namesOf(ninetyNinetyLiftOffHinge).at(-1)).toBe('Back rounds');
});

test('omits a fault that was watched: lying on the back, pelvis twist is visible', () => {
  expect(namesOf(supineSleeper)).toEqual(['Pelvis tilts sideways', 'Back arches']);
});

test('omits what a phone on the pelvis watched', () => {
  expect(namesOf(withPhone(supineSleeper, null))).toEqual(['Pelvis tilts sideways']);
  expect(namesOf(withPhone(quadrupedBandIr, null))).toEqual(['Pelvis lifts']);
  expect(namesOf(withPhone(ninetyNinetyPailsRails, null))).toEqual(['Pelvis twist', 'Back arches']);
});

test('names each fault once, with the recorded reason', () => {
  const muted = [
    { rule: 'pelvis-twist', reason: 'pelvis-hidden' },
    { rule: 'back-arch', reason: 'not-seen-from-here' },
    { rule: 'pelvis-list', reason: 'not-seen-from-here' },
  ] as const;
  expect(unwatchedFaults(muted, supineSleeper)).toEqual([
    { name: 'Pelvis twist', why: 'your pelvis is hidden' },
    { name: 'Back arches', why: 'can’t be seen from here' },
    { name: 'Pelvis tilts sideways', why: 'can’t be seen from here' },
  ]);
});

test('names the recorded faults of a drill that this version does not know', () => {
  expect(unwatchedFaults([{ rule: 'back-arch', reason: 'not-seen-from-here' }], null)).toHaveLength(1);
});
