import { civilDay, type CivilDay, isoDay, padded, placeTime } from '../training/planning/civil-day.ts';

// Days and times on the clock of this computer.

export const localDay = (date: Date): CivilDay =>
  civilDay({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() });

/** A set's day and time at its place for the name of a file, such as `2026-11-30-0815`. @param iso null: nobody knows */
export function fileMoment(iso: string | null): string {
  if (iso === null) return 'undated';
  const date = new Date(placeTime(iso));
  return `${isoDay(localDay(date))}-${padded(date.getHours())}${padded(date.getMinutes())}`;
}
