import { type Degrees, type Estimate, type Side, SIDES } from '../../instrument/geometry/units.ts';
import { isoMoment } from '../assessment/iso-moment.ts';
import type { RangeChannel } from '../../coach/drill-definition.ts';
import { coarsely, isCoarse, isWithinError } from '../../coach/progress/clean-range.ts';
import { changesSince, type ComparableSet, type HipChange, isTold, isWithinWeek } from './compare-sets.ts';
import type { SinceStart } from './hip-story.ts';
import type { HipSince } from './since-first-week.ts';

/** What is told of a hip at the end of a set, beyond what the measurement can tell. */
export interface SinceLast {
  readonly side: Side;
  /** What it did in this set. */
  readonly range: Estimate<Degrees>;
  /** False: nobody saw the pelvis, so range and change are of hip and pelvis together. */
  readonly isTold: boolean;
  /** Since the last comparable set; null: there is none. */
  readonly last: HipChange | null;
  /** The last set is at most a week old: nobody is expected to gain range in that time. */
  readonly withinWeek: boolean;
  /** Since the first week with a comparable set; null: it is not over, or the last set is all there is of it, or it was not asked for. */
  readonly first: SinceStart | null;
}

/** A set with the angle of its drill. Absent: hip internal rotation. */
interface ListedSet extends ComparableSet {
  readonly range?: RangeChannel | undefined;
}

/**
 * How each hip of a set compares with the last time and with the first week. Empty: the set measured no hip, or only ranges too small to be called the same.
 * @param sets newest first, including the set itself
 * @param firsts how its hips compare with their first week (`sinceFirstWeeks`)
 */
export function sinceLast(
  id: string,
  sets: readonly ListedSet[],
  firsts: readonly HipSince[] = [],
): readonly SinceLast[] {
  const now = sets.find((set) => set.id === id);
  const lasts = changesSince(id, sets);
  return (now?.hips ?? []).flatMap((hip): readonly SinceLast[] => {
    const { side, range } = hip;
    const last = lasts.find((one) => one.side === side) ?? null;
    // A range within its error that is about the same as last time is not called the same: both may be nothing.
    if (last?.change.kind === 'about-the-same' && isWithinError(range)) return [];
    const first = firsts.find((one) => one.side === side) ?? null;
    const isOther = first !== null && first.first.from !== isoMoment(last?.since ?? '');
    const withinWeek = last !== null && isWithinWeek(now?.startedAt ?? null, last.since);
    return [{ side, range, isTold: isTold(hip, now?.range), last, withinWeek, first: isOther ? first : null }];
  });
}

/** The size of a change as it is told: in steps of 5° where the range itself is told so. */
export const toldChange = (by: Degrees, { sd }: Pick<Estimate<Degrees>, 'sd'>): Degrees =>
  isCoarse(sd) ? coarsely(Math.abs(by)) : Math.round(Math.abs(by));

/** Words for the voice. Degrees are whole. */
export interface SinceLastWords {
  /** @param side null: only one hip */
  readonly more: (side: Side | null, degrees: Degrees) => string;
  readonly less: (side: Side | null, degrees: Degrees) => string;
  readonly same: string;
  readonly sameInWeek: string;
  readonly sameFor: (side: Side) => string;
}

/**
 * The same in one spoken sentence a hip. Null: there is nothing to compare with.
 * @param ofBoth the set was of both hips, so each is named
 */
export function spokenSinceLast(hips: readonly SinceLast[], words: SinceLastWords, ofBoth: boolean): string | null {
  const known = hips.flatMap(({ side, range, last, withinWeek }) =>
    last ? [{ side, range, withinWeek, ...last.change }] : [],
  );
  if (known.length === 0) return null;
  if (known.length === (ofBoth ? SIDES.length : 1) && known.every(({ kind }) => kind === 'about-the-same'))
    return known.every(({ withinWeek }) => withinWeek) ? words.sameInWeek : words.same;
  return known
    .map(({ side, range, kind, by }) => {
      if (kind === 'about-the-same') return words.sameFor(side);
      return words[kind](ofBoth ? side : null, toldChange(by, range));
    })
    .join(' ');
}
