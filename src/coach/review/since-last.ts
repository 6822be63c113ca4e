import { type Degrees, type Milliseconds, type Side, SIDES } from '../../instrument/geometry/units.ts';
import { isoMoment } from '../assessment/iso-moment.ts';
import type { RangeChannel } from '../drill-definition.ts';
import { changesSince, changesSinceFirst, type ComparableSet, type HipChange } from './compare-sets.ts';

/** Within this time a hip is not expected to gain range. */
const WEEK: Milliseconds = 7 * 24 * 3600 * 1000;

/** What is told of a hip at the end of a set, beyond what the measurement can tell. */
export interface SinceLast {
  readonly side: Side;
  /** Since the last comparable set; null: there is none. */
  readonly last: HipChange | null;
  /** The last set is at most a week old. */
  readonly withinWeek: boolean;
  /** Since the first comparable set; null: there is none, or it is the last one. */
  readonly first: HipChange | null;
}

/** A set with the angle of its drill. Absent: hip internal rotation. */
interface ListedSet extends ComparableSet {
  readonly range?: RangeChannel | undefined;
}

/**
 * How each hip of a set compares with the last time and with the first time. A rotation is told only where the pelvis was
 * watched, because otherwise it may not be the hip's. Empty: the set measured no such hip.
 * @param sets newest first, including the set itself
 */
export function sinceLast(id: string, sets: readonly ListedSet[]): readonly SinceLast[] {
  const now = sets.find((set) => set.id === id);
  const at = isoMoment(now?.startedAt ?? '') ?? 0;
  const [lasts, firsts] = [changesSince(id, sets), changesSinceFirst(id, sets)];
  const told = (now?.hips ?? []).filter(({ watched }) => watched || now?.range === 'hip-flexion');
  return told.map(({ side }) => {
    const last = lasts.find((one) => one.side === side) ?? null;
    const first = firsts.find((one) => one.side === side) ?? null;
    const isOther = first !== null && first.since !== last?.since;
    const withinWeek = last !== null && Math.abs(at - (isoMoment(last.since) ?? 0)) <= WEEK;
    return { side, last, withinWeek, first: isOther ? first : null };
  });
}

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
  const known = hips.flatMap(({ side, last, withinWeek }) => (last ? [{ side, withinWeek, ...last.change }] : []));
  if (known.length === 0) return null;
  if (known.length === (ofBoth ? SIDES.length : 1) && known.every(({ kind }) => kind === 'about-the-same'))
    return known.every(({ withinWeek }) => withinWeek) ? words.sameInWeek : words.same;
  return known
    .map(({ side, kind, by }) => {
      if (kind === 'about-the-same') return words.sameFor(side);
      return words[kind](ofBoth ? side : null, Math.round(Math.abs(by)));
    })
    .join(' ');
}
