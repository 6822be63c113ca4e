import type { Milliseconds } from '../../instrument/geometry/units.ts';
import { type CivilDay, dayInZone, OFFSET, parseIsoDay } from './civil-day.ts';

// A set keeps its start with the offset of the place where it was done: "2026-11-20T08:00:00.000+09:00". So it stays on its day,
// wherever the person reads it later. Sets of older versions end in "Z": their place is not known, and the reader's zone counts.

/** The day on which a set was done, by the clock of its place; undefined: not kept. */
export const dayAtPlace = (iso: string | null): CivilDay | undefined =>
  iso !== null && OFFSET.test(iso) ? (parseIsoDay(iso.slice(0, 10)) ?? undefined) : undefined;

/** A set's start, and the day on which it was done; absent: not kept. */
export interface DatedSet {
  readonly startedAt: Milliseconds;
  readonly day?: CivilDay | undefined;
}

/** The day of a moment: for the start of one of the sets the day on which it was done, for all else that of the zone. */
export function dayWithSets(sets: readonly DatedSet[], zone: string): (moment: Milliseconds) => CivilDay {
  const kept = new Map(sets.flatMap(({ startedAt, day }) => (day === undefined ? [] : [[startedAt, day] as const])));
  const inZone = dayInZone(zone);
  return (moment) => kept.get(moment) ?? inZone(moment);
}
