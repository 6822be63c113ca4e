import type { Effort, Rotation, TestPosition } from '../../coach/drill-definition.ts';
import {
  type BySide,
  type Degrees,
  type Estimate,
  type Milliseconds,
  type Side,
  SIDES,
} from '../../instrument/geometry/units.ts';
import { instrumentOf } from '../../instrument/instrument-version.ts';
import { isoMoment, unlessAhead } from '../planning/civil-day.ts';

export const ROTATIONS: readonly Rotation[] = ['internal', 'external'];
export const EFFORTS: readonly Effort[] = ['passive', 'active'];

/** One way into the end of range and back. */
export interface HipTry {
  /** Rotation of the hip alone from the reference pose, positive in the direction that is tested. */
  readonly range: Estimate<Degrees>;
  /**
   * `pelvis`: the pelvis was first seen to move there (`hip-test-of-set.ts`). `stopped`: the leg stopped, and no movement of the
   * pelvis was seen.
   */
  readonly end: 'pelvis' | 'stopped';
  /** What the pelvis was seen to add beyond `range` until the leg stopped: about 0.6 of what it does add. 0: nothing seen. */
  readonly fromPelvis: Degrees;
}

/** The tries of one hip, direction and effort. */
export interface TestedRange {
  readonly tries: readonly HipTry[];
  /** The middle one, since the largest of three is too large by about 0.85 of the standard deviation between tries. With its standard deviation. */
  readonly result: Estimate<Degrees>;
  /** Largest minus smallest range of the tries; null with fewer than two. */
  readonly spread: Degrees | null;
}

/** What one hip did; null: not tested, or not read. */
export type HipRanges = Readonly<Record<Rotation, Readonly<Record<Effort, TestedRange | null>>>>;

/** A test of both hips in one position. Hips that were not tested are null. */
export interface HipTest {
  readonly id: string;
  /** ISO 8601. */
  readonly testedAt: string;
  readonly position: TestPosition;
  /** Where the laptop stood (`PlacementAdvice.id`). */
  readonly placement: string;
  readonly hips: BySide<HipRanges | null>;
  /** Version of the instrument. Absent: 1. */
  readonly instrument?: number | undefined;
}

/** One range of a test. */
export interface RangeName {
  readonly side: Side;
  readonly rotation: Rotation;
  readonly effort: Effort;
}

export const RANGES: readonly RangeName[] = SIDES.flatMap((side) =>
  ROTATIONS.flatMap((rotation) => EFFORTS.map((effort) => ({ side, rotation, effort }))),
);

/** Null: not tested, or not read. */
export const rangeIn = (
  { hips }: Pick<HipTest, 'hips'>,
  { side, rotation, effort }: RangeName,
): Estimate<Degrees> | null => hips[side]?.[rotation][effort]?.result ?? null;

/** Sums up the tries of one hip, direction and effort; null without a try. */
export function testedRange(tries: readonly HipTry[]): TestedRange | null {
  const ranges = tries.map(({ range }) => range).toSorted((one, other) => one.value - other.value);
  const [least] = ranges;
  const most = ranges.at(-1);
  if (!least || !most) return null;
  return { tries, result: middleOf(ranges, most), spread: ranges.length < 2 ? null : most.value - least.value };
}

/**
 * The median of ranges in order; of two, the mean. The error stays that of one try, because what misleads the camera misleads it in
 * each.
 */
function middleOf(ranges: readonly Estimate<Degrees>[], last: Estimate<Degrees>): Estimate<Degrees> {
  const lower = ranges[Math.floor((ranges.length - 1) / 2)] ?? last;
  const upper = ranges[Math.floor(ranges.length / 2)] ?? last;
  return { value: (lower.value + upper.value) / 2, sd: (lower.sd + upper.sd) / 2 };
}

/** Internal plus external rotation of one hip; null if one of them was not read. */
export function totalArc(test: HipTest, side: Side, effort: Effort): Estimate<Degrees> | null {
  const internal = rangeIn(test, { side, rotation: 'internal', effort });
  const external = rangeIn(test, { side, rotation: 'external', effort });
  if (!internal || !external) return null;
  return { value: internal.value + external.value, sd: Math.hypot(internal.sd, external.sd) };
}

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

/** Drills that are a test, by the stored id. */
const POSITION: Readonly<Record<string, TestPosition>> = {
  'hip-test-seated': 'seated',
  'hip-test-supine': 'supine',
  'hip-test-prone': 'prone',
};

export const isHipTestDrill = (drill: string): boolean => Object.hasOwn(POSITION, drill);

/** Null: the drill is no test. */
export const positionOf = (drill: string): TestPosition | null =>
  (isHipTestDrill(drill) ? POSITION[drill] : undefined) ?? null;
