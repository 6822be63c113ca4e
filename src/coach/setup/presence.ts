import type { Reason } from '../../instrument/output/reason.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';

/** After the hip was hidden for this long, the person is told why. */
const SAY_AFTER: Seconds = 3;
/** Shortest time between two reasons. */
const NEXT_REASON: Seconds = 15;

/** Whether the working hip can be measured, and what was said about it. */
export interface Presence {
  readonly lostSince: Seconds | null;
  readonly reason: Reason | null;
  readonly saidAt: Seconds | null;
  /** Reasons that were announced. Each is announced once a round; the screen shows it all the time. */
  readonly announced: readonly Reason[];
}

/** What to say now, if anything. */
export interface PresenceStep {
  readonly presence: Presence;
  readonly say: 'lost' | 'found' | null;
}

export const present: Presence = { lostSince: null, reason: null, saidAt: null, announced: [] };

/**
 * Feeds one moment of a working phase. The clock of the phase goes on meanwhile; only holds and ranges wait.
 * @param reason why the hip cannot be measured now; null: it can
 */
export function watchPresence(presence: Presence, time: Seconds, reason: Reason | null): PresenceStep {
  const { saidAt, announced } = presence;
  if (reason === null) return { presence: { ...present, announced }, say: saidAt === null ? null : 'found' };
  const lostSince = presence.lostSince ?? time;
  const waited = saidAt === null ? time - lostSince >= SAY_AFTER : time - saidAt >= NEXT_REASON;
  return announce({ ...presence, lostSince, reason }, time, waited);
}

/**
 * Feeds a moment without a reading.
 * @param since time of the last reading
 */
export function watchSilence(presence: Presence, time: Seconds, since: Seconds): PresenceStep {
  if (time - since < SAY_AFTER) return { presence, say: null };
  return announce({ ...presence, lostSince: presence.lostSince ?? since, reason: 'no-picture' }, time, true);
}

function announce(presence: Presence, time: Seconds, waited: boolean): PresenceStep {
  const { reason, announced } = presence;
  if (!waited || reason === null || announced.includes(reason)) return { presence, say: null };
  return { presence: { ...presence, saidAt: time, announced: [...announced, reason] }, say: 'lost' };
}
