import type { BySide, Milliseconds, Side } from '../../instrument/geometry/units.ts';
import { instrumentOf } from '../../instrument/instrument-version.ts';
import { isoMoment, unlessAhead } from './iso-moment.ts';
import type { HipRanges, HipTest } from './hip-test.ts';
import type { TestPosition } from '../../coach/drill-definition.ts';

/** Tests of one position and place within this time belong together: one leg may be tested in a set of its own. */
const SITTING: Milliseconds = 2 * 3600 * 1000;

/** When a test was made, milliseconds since 1970; NaN: its time cannot be read. */
export const testedMoment = ({ testedAt }: Pick<HipTest, 'testedAt'>): Milliseconds =>
  isoMoment(testedAt) ?? Number.NaN;

/** The same; 0 for a test dated ahead of the clock. Every set then counts as later than the test. */
export const knownMoment = (test: Pick<HipTest, 'testedAt'>, now: Milliseconds): Milliseconds =>
  unlessAhead(testedMoment(test), now);

/** Why two tests cannot be compared: their numbers would differ for other reasons than the hip. */
export type Incomparable = 'other-position' | 'other-place' | 'other-instrument';

/** Null: they may be compared. */
export function whyIncomparable(one: HipTest, other: HipTest): Incomparable | null {
  if (one.position !== other.position) return 'other-position';
  if (one.placement !== other.placement) return 'other-place';
  return instrumentOf(one) === instrumentOf(other) ? null : 'other-instrument';
}

/** Each range of the later test; of the earlier one where the later has none. */
function merged(earlier: HipRanges | null, later: HipRanges | null): HipRanges | null {
  if (earlier === null || later === null) return later ?? earlier;
  const direction = (of: 'internal' | 'external') => ({
    passive: later[of].passive ?? earlier[of].passive,
    active: later[of].active ?? earlier[of].active,
  });
  return { internal: direction('internal'), external: direction('external') };
}

const hipsOf = (earlier: HipTest, later: HipTest): BySide<HipRanges | null> => {
  const of = (side: Side) => merged(earlier.hips[side], later.hips[side]);
  return { left: of('left'), right: of('right') };
};

/**
 * The tests of one position, newest first. Comparable tests within two hours are one: a range that the later one did not read comes
 * from the earlier. Tests without a valid time are left out; those dated ahead of the clock come last.
 */
export function sittingsIn(position: TestPosition, tests: readonly HipTest[], now: Milliseconds): readonly HipTest[] {
  const inOrder = tests
    .filter((test) => test.position === position && Number.isFinite(testedMoment(test)))
    .toSorted(
      (one, other) => knownMoment(one, now) - knownMoment(other, now) || testedMoment(one) - testedMoment(other),
    );
  const sittings: HipTest[] = [];
  for (const test of inOrder) {
    const last = sittings.at(-1);
    const together =
      last !== undefined &&
      whyIncomparable(last, test) === null &&
      Math.abs(testedMoment(test) - testedMoment(last)) <= SITTING;
    // The first id stays: a programme may already rest on it when another leg is tested.
    if (together) sittings[sittings.length - 1] = { ...test, id: last.id, hips: hipsOf(last, test) };
    else sittings.push(test);
  }
  return sittings.toReversed();
}
