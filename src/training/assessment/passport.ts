import {
  type BySide,
  type Degrees,
  type Estimate,
  type Milliseconds,
  type Share,
  type Side,
} from '../../instrument/geometry/units.ts';
import { changeBetween, type OwnError } from '../../coach/progress/real-change.ts';
import {
  EFFORTS,
  type HipRanges,
  type HipTest,
  knownMoment,
  rangeIn,
  type RangeName,
  RANGES,
  sittingsIn,
  type TestedRange,
  totalArc,
} from './hip-test.ts';
import type { Effort, Rotation, TestPosition } from '../../coach/drill-definition.ts';
import { ownErrorOf } from './retest.ts';

const POSITIONS: readonly TestPosition[] = ['supine', 'seated', 'prone'];

/**
 * How far a start position may be from an unrotated thigh, as a standard deviation. It moves range from one direction to
 * the other and leaves their sum alone. Judgement: an inclinometer tells 5.4°, about 1.96 · √2 of 2°; nobody checks the
 * start with one.
 */
const START_SD: Degrees = 3;
/** A smaller arc says nothing about its parts. */
const LEAST_ARC: Degrees = 10;
/** Two-sided 90 % quantile of the normal distribution. */
const Z90 = 1.645;

/** Passive minus active. `reversed`: active went further, so the passive tries did not reach the end. */
export interface Gap {
  readonly of: Estimate<Degrees>;
  /** The smallest gap that can be told from the measuring error. */
  readonly line: Degrees;
  readonly kind: 'none' | 'gap' | 'reversed';
}

/** How often and where the pelvis began to move. */
export interface PelvisJoin {
  readonly tries: number;
  readonly of: number;
  /** The smallest range at which it did. */
  readonly from: Degrees;
  /** The most that it then added. */
  readonly added: Degrees;
}

export interface DirectionPassport {
  readonly ranges: Readonly<Record<Effort, TestedRange | null>>;
  readonly gap: Gap | null;
  readonly pelvis: Readonly<Record<Effort, PelvisJoin | null>>;
}

/** Share of internal rotation in the arc. */
export interface Balance {
  readonly internal: Estimate<Share>;
  /** `even`: the share cannot be told from one half. */
  readonly kind: 'inward' | 'even' | 'outward';
}

export interface HipPassport {
  readonly directions: Readonly<Record<Rotation, DirectionPassport>>;
  readonly arc: Readonly<Record<Effort, Estimate<Degrees> | null>>;
  readonly balance: Readonly<Record<Effort, Balance | null>>;
}

/** Left beside right. */
export interface SideDifference {
  /** Left minus right. */
  readonly by: Degrees;
  readonly line: Degrees;
  readonly kind: 'about-the-same' | 'left-more' | 'right-more';
}

export interface SideDifferences {
  readonly directions: Readonly<Record<Rotation, Readonly<Record<Effort, SideDifference | null>>>>;
  readonly arc: Readonly<Record<Effort, SideDifference | null>>;
  /**
   * True: one hip turns in less and out more, and both arcs are alike. That is how a start position held a little turned
   * looks, and how hips are built differently; it is no stiffness.
   */
  readonly shifted: boolean;
}

/** Where both hips stand in one position, by the newest test. */
export interface Passport {
  readonly test: HipTest;
  readonly hips: BySide<HipPassport | null>;
  readonly sides: SideDifferences;
  /** The ranges that were not tested or could not be read. */
  readonly missing: readonly RangeName[];
  /** Older tests of the same position, newest first. */
  readonly earlier: readonly HipTest[];
  /** The person's own error from tests on different days; null: not known. */
  readonly own: OwnError | null;
}

/** The gap between two ranges; null: one is not known. */
function gapOf({ passive, active }: Readonly<Record<Effort, TestedRange | null>>): Gap | null {
  if (passive === null || active === null) return null;
  const { by, line, kind } = changeBetween(active.result, passive.result);
  const of = { value: by, sd: Math.hypot(active.result.sd, passive.result.sd) };
  const KINDS = { more: 'gap', less: 'reversed', 'about-the-same': 'none' } as const;
  return { of, line, kind: KINDS[kind] };
}

/** Null: the pelvis lay still in every try, or there was none. */
function pelvisOf(tested: TestedRange | null): PelvisJoin | null {
  const joined = tested?.tries.filter(({ end }) => end === 'pelvis') ?? [];
  if (tested === null || joined.length === 0) return null;
  return {
    tries: joined.length,
    of: tested.tries.length,
    from: Math.min(...joined.map(({ range }) => range.value)),
    added: Math.max(...joined.map(({ fromPelvis }) => fromPelvis)),
  };
}

const directionOf = (ranges: HipRanges[Rotation]): DirectionPassport => ({
  ranges,
  gap: gapOf(ranges),
  pelvis: { passive: pelvisOf(ranges.passive), active: pelvisOf(ranges.active) },
});

/** First-order error of i / (i + e), with an error of the start position that adds to one what it takes from the other. */
function balanceOf(ranges: HipRanges, effort: Effort): Balance | null {
  const internal = ranges.internal[effort]?.result;
  const external = ranges.external[effort]?.result;
  if (!internal || !external) return null;
  const arc = internal.value + external.value;
  if (internal.value < 0 || external.value < 0 || arc < LEAST_ARC) return null;
  const ofRanges = Math.hypot(external.value * internal.sd, internal.value * external.sd) / arc ** 2;
  const share = { value: internal.value / arc, sd: Math.hypot(ofRanges, START_SD / arc) };
  const off = share.value - 0.5;
  if (Math.abs(off) < Z90 * share.sd) return { internal: share, kind: 'even' };
  return { internal: share, kind: off > 0 ? 'inward' : 'outward' };
}

function hipOf(test: HipTest, side: Side): HipPassport | null {
  const ranges = test.hips[side];
  if (ranges === null) return null;
  return {
    directions: { internal: directionOf(ranges.internal), external: directionOf(ranges.external) },
    arc: { passive: totalArc(test, side, 'passive'), active: totalArc(test, side, 'active') },
    balance: { passive: balanceOf(ranges, 'passive'), active: balanceOf(ranges, 'active') },
  };
}

function differenceOf(left: Estimate<Degrees> | null, right: Estimate<Degrees> | null): SideDifference | null {
  if (left === null || right === null) return null;
  const { by, line, kind } = changeBetween(right, left);
  const KINDS = { more: 'left-more', less: 'right-more', 'about-the-same': 'about-the-same' } as const;
  return { by, line, kind: KINDS[kind] };
}

function sidesOf(hips: BySide<HipPassport | null>): SideDifferences {
  const result = (side: Side, rotation: Rotation, effort: Effort) =>
    hips[side]?.directions[rotation].ranges[effort]?.result ?? null;
  const of = (rotation: Rotation, effort: Effort) =>
    differenceOf(result('left', rotation, effort), result('right', rotation, effort));
  const arc = (effort: Effort) => differenceOf(hips.left?.arc[effort] ?? null, hips.right?.arc[effort] ?? null);
  const directions = {
    internal: { passive: of('internal', 'passive'), active: of('internal', 'active') },
    external: { passive: of('external', 'passive'), active: of('external', 'active') },
  };
  const whole = { passive: arc('passive'), active: arc('active') };
  return { directions, arc: whole, shifted: EFFORTS.some((effort) => isShift(directions, whole[effort], effort)) };
}

/** At least one direction differs, the other differs the opposite way, and the arcs are alike. */
function isShift(
  { internal, external }: SideDifferences['directions'],
  arc: SideDifference | null,
  effort: Effort,
): boolean {
  const inwards = internal[effort];
  const outwards = external[effort];
  if (inwards === null || outwards === null || arc?.kind !== 'about-the-same') return false;
  const differs = inwards.kind !== 'about-the-same' || outwards.kind !== 'about-the-same';
  return differs && inwards.by * outwards.by < 0;
}

/**
 * A passport for each position that was tested, the newest first.
 * @param now milliseconds since 1970. Absent: every date is believed
 */
export function passportsOf(
  tests: readonly HipTest[],
  now: Milliseconds = Number.POSITIVE_INFINITY,
): readonly Passport[] {
  return POSITIONS.flatMap((position): Passport[] => {
    const [test, ...earlier] = sittingsIn(position, tests, now);
    if (test === undefined) return [];
    const hips = { left: hipOf(test, 'left'), right: hipOf(test, 'right') };
    return [
      {
        test,
        hips,
        sides: sidesOf(hips),
        missing: RANGES.filter((range) => rangeIn(test, range) === null),
        earlier,
        own: ownErrorOf([test, ...earlier]),
      },
    ];
  }).toSorted((one, other) => knownMoment(other.test, now) - knownMoment(one.test, now));
}

/** Whether a range is below a limit with its whole 90 % band. */
export const surelyBelow = ({ value, sd }: Estimate<Degrees>, limit: Degrees): boolean => value + Z90 * sd < limit;
