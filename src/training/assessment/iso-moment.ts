import type { Milliseconds } from '../../instrument/geometry/units.ts';
import { DAY, parseIsoDay } from '../planning/civil-day.ts';

const ISO_MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const MINUTE: Milliseconds = 60_000;
/** Two clocks may differ by a time zone. A date further ahead comes from a wrong clock. */
const AHEAD: Milliseconds = DAY;

/**
 * The moment itself; 0 for one that is ahead of the clock. Nobody knows when that was, so it counts as older than every other.
 * @param now milliseconds since 1970
 */
export const unlessAhead = (moment: Milliseconds, now: Milliseconds): Milliseconds =>
  moment > now + AHEAD ? 0 : moment;

/** The moment of a text such as "2026-11-26T10:00:00.000Z", in milliseconds since 1970; null: it is no such text. */
export function isoMoment(text: string): Milliseconds | null {
  const [, date = '', hours, minutes, seconds, fraction = '0', sign, offHours = '0', offMinutes = '0'] =
    ISO_MOMENT.exec(text) ?? [];
  const day = parseIsoDay(date);
  if (day === null) return null;
  const ofDay =
    (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000 + Number(`0.${fraction}`) * 1000;
  const offset = (Number(offHours) * 60 + Number(offMinutes)) * MINUTE * (sign === '-' ? -1 : 1);
  return day * DAY + ofDay - offset;
}
