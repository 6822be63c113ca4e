import type { Degrees, Side } from '../../instrument/geometry/units.ts';
import { isSameName } from '../../coach/plain-name.ts';
import type { CivilDay } from '../planning/civil-day.ts';

/** All of it is written again with each setting, so it stays small. */
export const OUTSIDE_LIMITS = { series: 6, values: 2000, name: 40, degrees: { min: -90, max: 180 } } as const;

export interface OutsideValue {
  readonly day: CivilDay;
  readonly side: Side;
  /** Internal rotation, as the person's file says it. */
  readonly degrees: Degrees;
}

/**
 * Values that the person brought in a file of their own: of a goniometer, of another app. They were not measured here, so they are
 * shown beside ours, and nothing of ours is ever compared with them.
 */
export interface OutsideSeries {
  readonly id: string;
  /** What the person calls it, such as "Goniometer, seated". */
  readonly name: string;
  /** Oldest first, none twice. */
  readonly values: readonly OutsideValue[];
}

const keyOf = ({ day, side, degrees }: OutsideValue): string => `${day} ${side} ${degrees}`;

/** In order of days, none twice. */
export const distinctValues = (values: readonly OutsideValue[]): readonly OutsideValue[] =>
  [...new Map(values.map((value) => [keyOf(value), value])).values()].sort(
    (one, other) => one.day - other.day || (one.side < other.side ? -1 : one.side > other.side ? 1 : 0),
  );

/** A text in one line without hidden signs, no longer than a name. */
export const seriesName = (text: string): string =>
  text
    .slice(0, OUTSIDE_LIMITS.name)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Z}]+/gu, ' ')
    .trim();

const isSame = (one: OutsideSeries, { id, name }: OutsideSeries): boolean =>
  one.id === id || isSameName(one.name, name);

/** How many of these values are in the series. */
const knownIn = ({ values }: OutsideSeries, among: readonly OutsideValue[]): number => {
  const known = new Set(values.map(keyOf));
  return among.filter((value) => known.has(keyOf(value))).length;
};

/** The series that has most of these values; null: none has any. */
export function mostAlike(
  all: readonly OutsideSeries[],
  values: readonly OutsideValue[],
): { readonly name: string; readonly known: number } | null {
  const [best] = all
    .map((one) => ({ name: one.name, known: knownIn(one, values) }))
    .sort((one, other) => other.known - one.known);
  return best && best.known > 0 ? best : null;
}

/** Adds values: to the series of this name, or as a new one. Values that are there already are not doubled. Null: there is no room. */
export function withOutside(all: readonly OutsideSeries[], added: OutsideSeries): readonly OutsideSeries[] | null {
  const there = all.find((one) => isSame(one, added));
  const values = distinctValues([...(there?.values ?? []), ...added.values]);
  if (values.length > OUTSIDE_LIMITS.values) return null;
  if (there) return all.map((one) => (one === there ? { ...there, values } : one));
  return all.length < OUTSIDE_LIMITS.series ? [...all, { ...added, values }] : null;
}
