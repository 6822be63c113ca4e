import {
  type Degrees,
  type Estimate,
  type Side,
  sidesOf,
  angleDifference,
  type Milliseconds,
} from '../../instrument/geometry/units.ts';
import { median } from '../../instrument/geometry/statistics.ts';
import { type HipTest, isHipTestDrill } from '../assessment/hip-test.ts';
import { isoMoment, WEEK } from '../planning/civil-day.ts';
import { instrumentOf } from '../../instrument/instrument-version.ts';
import { bestOf, type Change, changeBetween, isWatched, rangeEstimate } from '../../coach/progress/real-change.ts';
import { doubtsOf } from '../../coach/record/watched.ts';
import type { ReferencePoseRecord, SetRecord } from '../../coach/record/set-record.ts';
import type { Strictness } from '../../coach/rules/rule-threshold.ts';
import type { RangeChannel } from '../../coach/drill-definition.ts';

/** The best range of one hip in a set, with everything that decides whether it may be compared with another one. */
export interface HipBest {
  readonly side: Side;
  readonly range: Estimate<Degrees>;
  /** False: the contribution of the pelvis is not known, so the range may not be clean. */
  readonly watched: boolean;
  readonly view: 'good' | 'fair' | 'poor';
  readonly azimuth: Degrees;
  /** Versions of the networks that measured pelvis and legs. Absent: none did, or it was not stored. */
  readonly pelvisModel?: string | undefined;
  /** Absent: standard. A stricter threshold flags earlier, which makes the clean range smaller. */
  readonly strictness?: Strictness | undefined;
  /** Version of the instrument. Absent: 1. */
  readonly instrument?: number | undefined;
  /** Of a hip test: by its own strength, because nothing was tried with help. Absent: with help, or no test. */
  readonly effort?: 'active' | undefined;
}

/** Whether a range is told as the hip's own: a rotation only where the pelvis was watched. */
export const isTold = ({ watched }: Pick<HipBest, 'watched'>, range: RangeChannel | undefined): boolean =>
  watched || range === 'hip-flexion';

export interface ComparableSet {
  readonly id: string;
  /** ISO 8601; null: the order of the sets is not known. */
  readonly startedAt: string | null;
  /** Id of the drill definition. */
  readonly drill: string;
  /** The angle of its drill. Absent: hip internal rotation. */
  readonly range?: RangeChannel | undefined;
  /** Absent: not stored, or not the person's own set (demo, video). */
  readonly hips?: readonly HipBest[];
}

/** A set with its time as a number, because the coach has no clock and no calendar. */
export interface DatedSet extends Pick<ComparableSet, 'id' | 'drill' | 'range' | 'hips'> {
  readonly at: Milliseconds;
}

/** The best range of a hip compared with that of the set before. */
export interface HipChange {
  readonly side: Side;
  readonly before: Degrees;
  /** Start of the set before, ISO 8601. */
  readonly since: string;
  readonly change: Change;
}

/** Cameras that are further apart than this have different measurement biases. */
const SAME_PLACE: Degrees = 20;

/** The range of a hip in a set, and how it was reached. */
type OwnRange = Pick<HipBest, 'range' | 'effort'>;

/**
 * The range of a hip test that stands for the hip wherever one number must: turning in, with help; by its own strength where nothing
 * was tried with help. Every screen that has one number takes this one.
 */
function testedRangeOf({ hips }: HipTest, side: Side): OwnRange | null {
  const { passive = null, active = null } = hips[side]?.internal ?? {};
  if (passive) return { range: passive.result };
  return active && { range: active.result, effort: 'active' };
}

/**
 * The best range of each hip, without a hip that was filmed from two places. Empty if the set was not recorded with the camera,
 * or if its figures cannot be right.
 * @param test the hip test that the set was: its result takes the place of the best range
 */
export function hipsOf(
  record: Pick<SetRecord, 'source' | 'summary' | 'neutral' | 'neutrals' | 'strictness' | 'instrument' | 'drill'>,
  test: HipTest | null = null,
): readonly HipBest[] {
  if (record.source.kind !== 'camera' || doubtsOf(record).length > 0) return [];
  return (['left', 'right'] as const).flatMap((side) => {
    const best = bestOf(record.summary.sets.filter((range) => range.side === side));
    const estimate = best && rangeEstimate(best);
    const own = isHipTestDrill(record.drill) ? test && testedRangeOf(test, side) : estimate && { range: estimate };
    const referencePose = placeOfHip(record, side);
    if (!own || !referencePose) return [];
    const { view, azimuth, pelvisModel } = referencePose;
    const { strictness } = record;
    return [
      {
        side,
        ...own,
        watched: best === null || isWatched(best),
        view,
        azimuth,
        ...(pelvisModel === undefined ? {} : { pelvisModel }),
        ...(strictness === undefined || strictness === 'standard' ? {} : { strictness }),
        instrument: instrumentOf(record),
      },
    ];
  });
}

/**
 * From where a hip was filmed; null: not known. A laptop that was moved during the work gives no place: nobody knows which part
 * of the set the best range is from.
 */
function placeOfHip(
  { neutrals, summary }: Pick<SetRecord, 'neutrals' | 'summary'>,
  side: Side,
): ReferencePoseRecord | null {
  const counts = ({ refuted, side: of }: ReferencePoseRecord) => refuted !== true && sidesOf(of).includes(side);
  const last = neutrals.findLast(counts) ?? null;
  const worked = neutrals.filter((pose, index) => {
    const until = neutrals[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    return (
      counts(pose) && summary.phases.some((phase) => phase.side === side && phase.start < until && phase.end > pose.at)
    );
  });
  const isElsewhere = ({ view, azimuth }: ReferencePoseRecord) =>
    last !== null && (view !== last.view || angleDifference(azimuth, last.azimuth) > SAME_PLACE);
  return worked.some(isElsewhere) ? null : last;
}

export const isSameInstrument = (a: HipBest, b: HipBest): boolean => instrumentOf(a) === instrumentOf(b);

const DIFFERS = {
  side: (a, b) => a.side !== b.side,
  watched: (a, b) => a.watched !== b.watched,
  view: (a, b) => a.view !== b.view,
  place: (a, b) => angleDifference(a.azimuth, b.azimuth) > SAME_PLACE,
  // Another instrument has other networks anyway, and is reason enough.
  'pelvis-model': (a, b) => isSameInstrument(a, b) && a.pelvisModel !== b.pelvisModel,
  strictness: (a, b) => (a.strictness ?? 'standard') !== (b.strictness ?? 'standard'),
  instrument: (a, b) => !isSameInstrument(a, b),
  effort: (a, b) => a.effort !== b.effort,
} satisfies Readonly<Record<string, (a: HipBest, b: HipBest) => boolean>>;

/** Why two ranges cannot be compared. */
export type Difference = keyof typeof DIFFERS;

const DIFFERENCES = Object.keys(DIFFERS) as readonly Difference[];

/** Everything that makes two ranges incomparable. Empty: they may be compared. */
export const differencesBetween = (a: HipBest, b: HipBest): readonly Difference[] =>
  DIFFERENCES.filter((name) => DIFFERS[name](a, b));

/** Asked for each of thousands of sets, so it stops at the first difference. */
export const isSameKind = (a: HipBest, b: HipBest): boolean => !DIFFERENCES.some((name) => DIFFERS[name](a, b));

/** Whether two ranges could be compared if one instrument had measured both. */
export function differInMethodOnly(a: HipBest, b: HipBest): boolean {
  const differences = differencesBetween(a, b);
  return differences.length > 0 && differences.every((name) => name === 'instrument');
}

/**
 * Compares each hip of a set with the last earlier set of the same drill that is comparable.
 * @param sets newest first, including the set itself
 */
export function changesSince(id: string, sets: readonly ComparableSet[]): readonly HipChange[] {
  const at = sets.findIndex((set) => set.id === id);
  const now = sets[at];
  if (!now || now.startedAt === null) return [];
  return (now.hips ?? []).flatMap((hip) => {
    // The last comparable set is mostly among the next few, so the list is not copied.
    for (let i = at + 1; i < sets.length; i++) {
      const { drill, startedAt: since = null, hips } = sets[i] ?? {};
      const before = drill === now.drill ? hips?.find((other) => isSameKind(other, hip)) : undefined;
      if (!before || since === null) continue;
      const change = changeBetween(before.range, hip.range);
      return [{ side: hip.side, before: before.range.value, since, change }];
    }
    return [];
  });
}

/** The middle of several ranges, because one set says little. */
export const middleOf = (ranges: readonly Estimate<Degrees>[]): Estimate<Degrees> => ({
  value: median(ranges.map(({ value }) => value)) ?? 0,
  sd: median(ranges.map(({ sd }) => sd)) ?? 0,
});

/** Whether two sets lie at most a week apart. False if the time of one is not known. */
export function isWithinWeek(one: string | null, other: string | null): boolean {
  const [a, b] = [isoMoment(one ?? ''), isoMoment(other ?? '')];
  return a !== null && b !== null && Math.abs(a - b) <= WEEK;
}

/**
 * Since when the app measures as it did in this set: the start of the first such set, ISO 8601. Null: every hip of the set has an
 * earlier comparable set, or has none that only the instrument keeps from being compared.
 * @param sets newest first, including the set itself
 */
export function measuredAnew(id: string, sets: readonly ComparableSet[]): string | null {
  const at = sets.findIndex((set) => set.id === id);
  const now = sets[at];
  if (!now || now.startedAt === null) return null;
  const [hip] = (now.hips ?? []).filter((one) => isFirstOfInstrument(one, now.drill, sets, at));
  return hip ? firstMeasuredAs(hip, sets, at) : null;
}

function isFirstOfInstrument(hip: HipBest, drill: string, sets: readonly ComparableSet[], at: number): boolean {
  let hasOther = false;
  for (let i = at + 1; i < sets.length; i++) {
    const earlier = sets[i];
    if (earlier?.drill !== drill || earlier.startedAt === null) continue;
    if (earlier.hips?.some((one) => isSameKind(one, hip))) return false;
    hasOther ||= earlier.hips?.some((one) => differInMethodOnly(one, hip)) ?? false;
  }
  return hasOther;
}

/** Start of the oldest set that this instrument measured, up to this one. */
const firstMeasuredAs = (hip: HipBest, sets: readonly ComparableSet[], from: number): string | null =>
  sets.findLast(
    ({ startedAt, hips }, i) =>
      i >= from && startedAt !== null && hips?.some((one) => isSameInstrument(one, hip)) === true,
  )?.startedAt ?? null;

/** The right leg is filmed from the mirrored place, which counts as the same. */
const isMirrored = (left: HipBest, right: HipBest): boolean =>
  angleDifference(left.azimuth, -right.azimuth) <= SAME_PLACE;

/** @returns `change`: right minus left; null if the two cannot be compared, and `differences` says why */
export function sidePair(left: HipBest, right: HipBest) {
  const differences = differencesBetween(left, right).filter(
    (name) => name !== 'side' && !(name === 'place' && isMirrored(left, right)),
  );
  const change = differences.length === 0 ? changeBetween(left.range, right.range) : null;
  return { left, right, change, differences };
}

const further = (a: HipBest | null, b: HipBest): HipBest => (a && a.range.value >= b.range.value ? a : b);

/** The largest range of each hip among those with a watched pelvis; if there is none, the largest of all. */
export function bestOfSides(hips: readonly HipBest[]): {
  readonly left: HipBest | null;
  readonly right: HipBest | null;
} {
  const best = (side: HipBest['side']): HipBest | null => {
    const own = hips.filter((hip) => hip.side === side);
    const watched = own.filter((hip) => hip.watched);
    return (watched.length > 0 ? watched : own).reduce<HipBest | null>(further, null);
  };
  return { left: best('left'), right: best('right') };
}
