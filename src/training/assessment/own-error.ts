import { type Degrees, type Milliseconds, SIDES } from '../../instrument/geometry/units.ts';
import type { OwnError } from '../../coach/progress/real-change.ts';
import { EFFORTS, type HipTest, ROTATIONS } from './hip-test.ts';
import type { Rotation } from '../../coach/drill-definition.ts';
import { isPerformed, type RecordSource } from '../../coach/record/set-record.ts';
import { sittingsIn, testedMoment, whyIncomparable } from './sittings.ts';

/** Tests that are further apart were made on different days. */
const ANOTHER_DAY: Milliseconds = 12 * 3600 * 1000;
/** With less, chance alone may halve or double the standard deviation. Two tests in which one direction was read have three. */
const LEAST_FREEDOM = 3;

/** Later minus earlier of every range of one direction that both tests read. */
const differencesIn = (rotation: Rotation, earlier: HipTest, later: HipTest): readonly Degrees[] =>
  SIDES.flatMap((side) =>
    EFFORTS.flatMap((effort) => {
      const before = earlier.hips[side]?.[rotation][effort]?.result;
      const after = later.hips[side]?.[rotation][effort]?.result;
      return before && after ? [after.value - before.value] : [];
    }),
  );

/** Sum of squares about the mean, and its degrees of freedom. */
function scatterOf(differences: readonly Degrees[]): { readonly squares: number; readonly freedom: number } {
  if (differences.length < 2) return { squares: 0, freedom: 0 };
  const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length;
  const squares = differences.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return { squares, freedom: differences.length - 1 };
}

/**
 * The person's own error: the typical error of their tests on different days, which is the standard deviation of the differences
 * between two tests divided by √2, without the mean change (Hopkins 2000, Sports Med 30:1–15). The mean change of both hips
 * is taken off for each direction, because that is what training does. A change of one range alone stays in it, so such a change
 * is called real later, never sooner. Null: fewer than two days, or too few ranges.
 * @param tests in any order. Those comparable with the newest count
 */
export function ownErrorOf(tests: readonly HipTest[]): OwnError | null {
  const all = tests.toSorted((one, other) => testedMoment(one) - testedMoment(other));
  const newest = all.at(-1);
  if (newest === undefined) return null;
  const inOrder = all.filter((test) => whyIncomparable(test, newest) === null);
  let [squares, freedom] = [0, 0];
  for (const [index, later] of inOrder.entries()) {
    const earlier = inOrder[index - 1];
    if (earlier === undefined || testedMoment(later) - testedMoment(earlier) < ANOTHER_DAY) continue;
    for (const rotation of ROTATIONS) {
      const scatter = scatterOf(differencesIn(rotation, earlier, later));
      squares += scatter.squares;
      freedom += scatter.freedom;
    }
  }
  return freedom < LEAST_FREEDOM ? null : { sd: Math.sqrt(squares / freedom / 2), freedom };
}

interface ListedSet {
  readonly drill: string;
  readonly source: RecordSource['kind'];
  readonly test?: HipTest | undefined;
}

/** The person's own error by drill, from the hip tests among these sets. A drill without an entry: no test, or not known. */
export function ownErrorsIn(sets: readonly ListedSet[]): ReadonlyMap<string, OwnError> {
  const drills = new Set(sets.flatMap(({ drill, test }) => (test ? [drill] : [])));
  const errors = [...drills].flatMap((drill) => {
    const tests = sets.flatMap((set) => (set.drill === drill && isPerformed(set.source) && set.test) || []);
    const [any] = tests;
    const error = any && ownErrorOf(sittingsIn(any.position, tests, Number.POSITIVE_INFINITY));
    return error ? [[drill, error] as const] : [];
  });
  return new Map(errors);
}
