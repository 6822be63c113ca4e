import { expect, test } from 'vitest';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import type { SetRecord } from '../../../src/coach/record/set-record.ts';
import { ninetyNinetyPailsRails } from '../../../src/drills/ninety-ninety/ninety-ninety-pails-rails.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { unwatched } from '../../../src/ui/summary/unwatched.ts';

const namesOf = (drill: DrillDefinition, muted: SetRecord['summary']['muted'] = []) =>
  unwatched(muted, drill).map(({ name }) => name);

test('what a view never shows is named also where the drill has no rule for it', () => {
  expect(namesOf(ninetyNinetyPailsRails)).toEqual(['Pelvis twist', 'Pelvis tilts sideways', 'Back arches']);
  expect(namesOf(quadrupedBandIr)).toEqual(['Pelvis lifts', 'Back arches']);
});

test('nothing that was watched is said not to be: on the back the twist about the spine is', () => {
  expect(namesOf(supineSleeper)).toEqual(['Pelvis tilts sideways', 'Back arches']);
});

test('each is named once, with the reason that was recorded', () => {
  const muted = [
    { rule: 'pelvis-twist', reason: 'pelvis-hidden' },
    { rule: 'back-arch', reason: 'not-seen-from-here' },
    { rule: 'pelvis-list', reason: 'not-seen-from-here' },
  ] as const;
  expect(unwatched(muted, supineSleeper)).toEqual([
    { name: 'Pelvis twist', why: 'your pelvis is hidden' },
    { name: 'Back arches', why: 'cannot be seen from here' },
    { name: 'Pelvis tilts sideways', why: 'cannot be seen from here' },
  ]);
});

test('a set of a drill that this version does not know still names what was recorded', () => {
  expect(unwatched([{ rule: 'back-arch', reason: 'not-seen-from-here' }], null)).toHaveLength(1);
});
