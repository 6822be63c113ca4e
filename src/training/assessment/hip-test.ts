import type { Effort, Rotation, TestPosition } from '../../coach/drill-definition.ts';
import type { BySide, Degrees, Estimate, Side } from '../../instrument/geometry/units.ts';

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
export function totalArc({ hips }: HipTest, side: Side, effort: Effort): Estimate<Degrees> | null {
  const internal = hips[side]?.internal[effort]?.result;
  const external = hips[side]?.external[effort]?.result;
  if (!internal || !external) return null;
  return { value: internal.value + external.value, sd: Math.hypot(internal.sd, external.sd) };
}
