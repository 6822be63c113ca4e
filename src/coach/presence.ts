import type { Reason } from '../body/reason.ts';
import type { Seconds } from '../body/units.ts';

/** Unseen for this long, the person is told why. */
const SAY_AFTER: Seconds = 3;
/** And told again after this. */
const SAY_AGAIN: Seconds = 15;

/** Whether the working hip can be measured, and what has been said about it. */
export interface Presence {
  readonly lostSince: Seconds | null;
  readonly reason: Reason | null;
  readonly saidAt: Seconds | null;
}

/** What is to be said now, if anything. */
export interface PresenceStep {
  readonly presence: Presence;
  readonly say: 'lost' | 'found' | null;
}

export const present: Presence = { lostSince: null, reason: null, saidAt: null };

/**
 * Takes in one moment of a working phase. The phase clock goes on whatever happens; only the counting of holds and ranges waits.
 * @param reason why the hip cannot be measured now, null when it can
 */
export function watchPresence(presence: Presence, time: Seconds, reason: Reason | null): PresenceStep {
  if (reason === null) {
    return { presence: present, say: presence.saidAt === null ? null : 'found' };
  }
  const lostSince = presence.lostSince ?? time;
  const due = presence.saidAt === null ? time - lostSince >= SAY_AFTER : time - presence.saidAt >= SAY_AGAIN;
  return {
    presence: { lostSince, reason, saidAt: due ? time : presence.saidAt },
    say: due ? 'lost' : null,
  };
}

/**
 * Takes in a moment without a reading: nothing is known of the person, whatever was said before.
 * @param since time of the last reading
 */
export function watchSilence(presence: Presence, time: Seconds, since: Seconds): PresenceStep {
  if (time - since < SAY_AFTER) return { presence, say: null };
  const told = presence.reason === 'no-picture' ? presence.saidAt : null;
  const due = told === null || time - told >= SAY_AGAIN;
  return {
    presence: {
      lostSince: presence.lostSince ?? since,
      reason: 'no-picture',
      saidAt: due ? time : told,
    },
    say: due ? 'lost' : null,
  };
}
