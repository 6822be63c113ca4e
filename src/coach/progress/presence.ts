import type { Reason } from '../../instrument/output/reason.ts';
import type { Seconds, Share } from '../../instrument/geometry/units.ts';
import { LONGEST_FRAME } from '../record/set-record.ts';
import { leadingReasons } from '../rules/causes.ts';

/** After the hip was hidden for this long, the person is told why. */
const SAY_AFTER: Seconds = 3;
/** For this share of that time it must have been hidden: numbers that come and go are none. */
const MOSTLY: Share = 0.5;
/** After this long with a reading the hip is seen again. */
const FOUND_AFTER: Seconds = 0.75;
/** Time constant with which a reason is forgotten. */
const RECENT: Seconds = 3;
/** Shortest time between two reasons. */
const NEXT_REASON: Seconds = 15;

/** Whether the working hip can be measured, and what was said about it. */
export interface Presence {
  readonly lostSince: Seconds | null;
  /** The leading reason since then, in the order of causes; null: the hip is seen. */
  readonly reason: Reason | null;
  /** For how long each reason held lately; what is longer ago than `RECENT` hardly counts. */
  readonly times: ReadonlyMap<Reason, Seconds>;
  /** Time without a reading since then. */
  readonly lostFor: Seconds;
  /** Time of the last moment. */
  readonly at: Seconds | null;
  /** Since when the hip has been seen again; null: it is hidden, or was never lost. */
  readonly seenSince: Seconds | null;
  readonly saidAt: Seconds | null;
  /** Reasons that were announced. Each is announced once a round; the screen shows it all the time. */
  readonly announced: readonly Reason[];
}

export interface PresenceStep {
  readonly presence: Presence;
  readonly say: 'lost' | 'found' | null;
}

export const present: Presence = {
  lostSince: null,
  reason: null,
  times: new Map<Reason, Seconds>(),
  lostFor: 0,
  at: null,
  seenSince: null,
  saidAt: null,
  announced: [],
};

/**
 * Feeds one moment of a working phase. The clock of the phase goes on meanwhile; only holds and ranges wait.
 * @param reason why the hip cannot be measured now; null: it can
 */
export function watchPresence(presence: Presence, time: Seconds, reason: Reason | null): PresenceStep {
  const { saidAt, announced, lostSince } = presence;
  if (reason === null) {
    if (lostSince === null) return { presence: { ...presence, at: time }, say: null };
    const seenSince = presence.seenSince ?? time;
    if (time - seenSince < FOUND_AFTER) return { presence: { ...presence, at: time, seenSince }, say: null };
    return { presence: { ...present, at: time, announced }, say: saidAt === null ? null : 'found' };
  }
  const since = lostSince ?? time;
  const lasted = lostSince === null ? 0 : Math.min(LONGEST_FRAME, Math.max(0, time - (presence.at ?? time)));
  const kept = Math.exp(-lasted / RECENT);
  const times = new Map([...presence.times].map(([other, held]) => [other, kept * held] as const));
  times.set(reason, (times.get(reason) ?? 0) + lasted);
  const lostFor = lostSince === null ? 0 : presence.lostFor + lasted;
  const mostly = lostFor >= MOSTLY * (time - since);
  const waited = saidAt === null ? time - since >= SAY_AFTER && mostly : time - saidAt >= NEXT_REASON;
  const leading = leadingReasons(times)[0] ?? reason;
  return announce(
    { ...presence, lostSince: since, reason: leading, times, lostFor, at: time, seenSince: null },
    time,
    waited,
  );
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
