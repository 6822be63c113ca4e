import { coarsely, isCoarse, isWithinError } from '../../coach/progress/clean-range.ts';
import type { OwnError } from '../../coach/progress/real-change.ts';
import type { RecordSource } from '../../coach/record/set-record.ts';
import type { Strictness } from '../../coach/rules/rule-threshold.ts';
import {
  type Degrees,
  type Estimate,
  leadingSide,
  type Milliseconds,
  type Side,
  SIDES,
  type WorkingSide,
} from '../../instrument/geometry/units.ts';
import { INSTRUMENT_VERSION, instrumentOf } from '../../instrument/instrument-version.ts';
import type { ReferencePoseQuality } from '../../instrument/output/reading.ts';
import { isoMoment, WEEK } from '../planning/civil-day.ts';
import {
  changesSince,
  type ComparableSet,
  type DatedSet,
  type HipBest,
  type HipChange,
  isSameKind,
  isTold,
  isWithinWeek,
} from './compare-sets.ts';
import { sinceStart, type SinceStart } from './hip-story.ts';
import { trendsOf } from './trends.ts';

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

/**
 * How each hip of a set compares with the last time and with the first week. Empty: the set measured no hip, or only ranges too small to be called the same.
 * @param sets newest first, including the set itself
 * @param firsts how its hips compare with their first week (`sinceFirstWeeks`)
 */
export function sinceLast(
  id: string,
  sets: readonly ComparableSet[],
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

/** A hip since its first week, as it was known after a set. */
export interface HipSince extends SinceStart {
  readonly side: Side;
}

/**
 * By id of the set, what `hipStories` tells of its hips if the set is the newest: the last seven days against the first week. A set
 * of the first week has none, nor has a range that may not be the hip's own.
 * @param sets in any order
 * @param ownErrors the person's own error by drill, where it is known
 */
export function sinceFirstWeeks(
  sets: readonly DatedSet[],
  ownErrors: ReadonlyMap<string, OwnError> = new Map(),
): ReadonlyMap<string, readonly HipSince[]> {
  const found = new Map<string, HipSince[]>();
  for (const [drill, range] of new Map(sets.map((set) => [set.drill, set.range]))) {
    const own = ownErrors.get(drill) ?? null;
    for (const { side, kind, points } of trendsOf(sets, drill, own)) {
      if (!isTold(kind, range)) continue;
      const over = (points[0]?.at ?? 0) + WEEK;
      const first = points.filter(({ at }) => at <= over);
      const later = points.slice(first.length);
      let from = 0;
      for (const [index, { at, id }] of later.entries()) {
        while ((later[from]?.at ?? at) < at - WEEK) from += 1;
        const since = sinceStart([...first, ...later.slice(from, index + 1)], own);
        if (since) found.set(id, [...(found.get(id) ?? []), { side, ...since }]);
      }
    }
  }
  return found;
}

interface PastSet extends Omit<ComparableSet, 'id'> {
  readonly source?: RecordSource['kind'];
}

export interface MeasuredNow {
  readonly pose: Pick<ReferencePoseQuality, 'view' | 'azimuth' | 'pelvisModel'>;
  /** Absent: standard. */
  readonly strictness?: Strictness | undefined;
}

interface PresentSet {
  readonly drill: string;
  readonly side: WorkingSide;
  /** Sets of another kind (a clip, the demo) say nothing about this one. */
  readonly source: string | null;
  /** Null: not known yet, so nothing can be compared. Absent: whatever was measured counts. */
  readonly now?: MeasuredNow | null;
}

const isComparable = (own: HipBest, now: MeasuredNow | null | undefined): boolean => {
  if (instrumentOf(own) !== INSTRUMENT_VERSION) return false;
  if (now === undefined) return true;
  if (now === null) return false;
  const { view, azimuth, pelvisModel } = now.pose;
  return isSameKind(own, { ...own, view, azimuth, pelvisModel, strictness: now.strictness });
};

/**
 * The best range of this hip in the last comparable set of the drill, as something to aim at. Where the pelvis takes part only
 * a range that was watched counts, since an unwatched one may not be the hip's own.
 * @returns null: there is no such set, or its best range is within its own measuring error
 */
export function lastBest(past: readonly PastSet[], { drill, side, source, now }: PresentSet): Degrees | null {
  const hip = leadingSide(side);
  let last: { readonly at: Milliseconds; readonly best: Degrees | null } | null = null;
  for (const set of past) {
    const at = isoMoment(set.startedAt ?? '');
    // Times of different places cannot be compared as texts.
    if (set.drill !== drill || set.source !== source || at === null || (last && last.at >= at)) continue;
    const own = set.hips?.find((one) => one.side === hip && (one.watched || set.range === 'hip-flexion'));
    if (own && isComparable(own, now)) last = { at, best: isWithinError(own.range) ? null : own.range.value };
  }
  return last?.best ?? null;
}
