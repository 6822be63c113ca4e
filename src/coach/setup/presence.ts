import type { Reason } from '../../instrument/output/reason.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';

/** Unseen for this long, the person is told why. */
const SAY_AFTER: Seconds = 3;
/** Another reason is told no sooner than this after the one before. */
const NEXT_REASON: Seconds = 15;

/** Whether the working hip can be measured, and what has been said about it. */
export interface Presence {
  readonly lostSince: Seconds | null;
  readonly reason: Reason | null;
  readonly saidAt: Seconds | null;
  /** Each reason is told once a round; the screen shows it all the time. */
  readonly told: readonly Reason[];
}

/** What is to be said now, if anything. */
export interface PresenceStep {
  readonly presence: Presence;
  readonly say: 'lost' | 'found' | null;
}

export const present: Presence = { lostSince: null, reason: null, saidAt: null, told: [] };

/**
 * Takes in one moment of a working phase. The phase clock goes on whatever happens; only the counting of holds and ranges waits.
 * @param reason why the hip cannot be measured now, null when it can
 */
export function watchPresence(presence: Presence, time: Seconds, reason: Reason | null): PresenceStep {
  const { saidAt, told } = presence;
  if (reason === null) return { presence: { ...present, told }, say: saidAt === null ? null : 'found' };
  const lostSince = presence.lostSince ?? time;
  const waited = saidAt === null ? time - lostSince >= SAY_AFTER : time - saidAt >= NEXT_REASON;
  return tell({ ...presence, lostSince, reason }, time, waited);
}

/**
 * Takes in a moment without a reading: nothing is known of the person, whatever was said before.
 * @param since time of the last reading
 */
export function watchSilence(presence: Presence, time: Seconds, since: Seconds): PresenceStep {
  if (time - since < SAY_AFTER) return { presence, say: null };
  return tell({ ...presence, lostSince: presence.lostSince ?? since, reason: 'no-picture' }, time, true);
}

function tell(presence: Presence, time: Seconds, waited: boolean): PresenceStep {
  const { reason, told } = presence;
  if (!waited || reason === null || told.includes(reason)) return { presence, say: null };
  return { presence: { ...presence, saidAt: time, told: [...told, reason] }, say: 'lost' };
}
