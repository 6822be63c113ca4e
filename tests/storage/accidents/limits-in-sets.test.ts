import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowedHip } from '../../../src/training/safety/allowed.ts';
import { familyIn } from '../../../src/training/safety/person.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { SIDES } from '../../../src/instrument/geometry/units.ts';
import { limitsIn } from '../../../src/storage/accidents/limits-in-sets.ts';
import type { SetOverview } from '../../../src/storage/storage-contract.ts';
import { DEFAULT_SETTINGS } from '../../../src/storage/validate-settings.ts';
import { personNow } from '../../../src/ui/safety/person-now.ts';
import { makeOverview } from '../../ui/make-overview.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SETTINGS = { symptomChecked: {} };

const ago = (milliseconds: number): string => new Date(NOW - milliseconds).toISOString();
const setOf = (id: string, days: number, part: Partial<SetOverview>): SetOverview =>
  makeOverview({ id, startedAt: ago(days * DAY), drill: 'supine-sleeper', side: 'left', ended: 'finished', ...part });
const limitsOf = (sets: readonly SetOverview[], symptomChecked: Record<string, string> = {}) =>
  limitsIn(sets, { symptomChecked }, undefined, NOW);

test('a stop, and pain after the last set, limit a hip for a week from the beginning of the set', () => {
  expect(limitsOf([setOf('pinch', 2, { ended: 'pinch' })])).toEqual([{ id: 'pinch', until: NOW + 5 * DAY }]);
  expect(limitsOf([setOf('hurt', 1, { pain: 3 })])).toEqual([{ id: 'hurt', until: NOW + 6 * DAY }]);
  expect(limitsOf([setOf('old', 8, { ended: 'pinch' }), setOf('fine', 1, { pain: 2 })])).toEqual([]);
});

test('pain of 3 or 4 is over with the next answer for this hip, not with one for the other', () => {
  const hurt = setOf('hurt', 2, { pain: 4 });
  expect(limitsOf([hurt, setOf('next', 1, { pain: 0 })])).toEqual([]);
  expect(limitsOf([hurt, setOf('other', 1, { side: 'right', pain: 0 })]).map(({ id }) => id)).toEqual(['hurt']);
});

test('a repeated symptom limits a hip until it is confirmed as checked', () => {
  const twice = [setOf('one', 33, { ended: 'numb' }), setOf('two', 30, { ended: 'numb' })];
  expect(limitsOf(twice).toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
    { id: 'one', until: null },
    { id: 'two', until: null },
  ]);
  expect(limitsOf(twice, { 'supine-sleeper': ago(DAY) })).toEqual([]);
});

test('a demo and a clip limit nobody', () => {
  for (const source of ['demo', 'clip'] as const)
    expect(limitsOf([setOf('shown', 1, { ended: 'pain', source })])).toEqual([]);
});

test('there is a limit exactly where the gate has one for some drill', () => {
  const aSet = fc.record({
    drill: fc.constantFrom(...DRILLS.map(({ id }) => id)),
    side: fc.constantFrom('left' as const, 'right' as const, 'both' as const),
    ended: fc.constantFrom('finished' as const, 'finished' as const, 'pinch' as const, 'pain' as const),
    hours: fc.integer({ min: -20, max: 24 * 12 }),
    pain: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
    painSide: fc.constantFrom(undefined, 'left' as const, 'right' as const),
  });
  const given = fc.tuple(fc.array(aSet, { maxLength: 6 }), fc.option(fc.constantFrom(...DRILLS.map(({ id }) => id))));
  const familyOf = (drill: string) => familyIn(DRILLS, drill);
  fc.assert(
    fc.property(given, ([done, confirmed]) => {
      const sets = done.map(({ hours, ...part }, index) =>
        makeOverview({ id: `${index}`, startedAt: ago(hours * HOUR + index), ...part }),
      );
      const symptomChecked = confirmed === null ? SETTINGS.symptomChecked : { [confirmed]: ago(3 * DAY) };
      const person = personNow(DRILLS, { ...DEFAULT_SETTINGS, symptomChecked }, sets, NOW);
      const isLimited = DRILLS.some((drill) =>
        SIDES.some((side) =>
          allowedHip(drill, side, person, NOW).reasons.some(({ about }) => ['held', 'stopped', 'pain'].includes(about)),
        ),
      );
      expect(limitsIn(sets, { symptomChecked }, familyOf, NOW).length > 0).toBe(isLimited);
    }),
    { numRuns: 500 },
  );
});
