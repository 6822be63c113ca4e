import type { NeutralQuality, Reading } from '../body/reading.ts';
import type { Reason } from '../body/reason.ts';
import type { Seconds } from '../body/units.ts';

/** What the coach knows of the instrument's neutral. */
export interface NeutralWatch {
  /** When a neutral was last asked for and has not come yet. */
  readonly askedAt: Seconds | null;
  readonly set: { readonly at: Seconds; readonly quality: NeutralQuality } | null;
  /** Why the neutral is void and a new one is awaited: no alarm and no number until it comes. */
  readonly pending: Extract<Reason, 'camera-moved' | 'no-neutral'> | null;
}

export const noNeutral: NeutralWatch = { askedAt: null, set: null, pending: null };

/** A hold may begin with a frame that was taken just before it was asked for; the answer shows in frames later than this. */
const IN_FLIGHT: Seconds = 0.5;

export const askNeutral = (watch: NeutralWatch, time: Seconds): NeutralWatch => ({ ...watch, askedAt: time });

/** A new side: the old neutral says nothing about it. */
export const forgetNeutral = (): NeutralWatch => noNeutral;

/**
 * Takes in one reading. `askAgain`: the laptop has moved or the instrument has lost its neutral (or has forgotten that it was
 * asked for one: a restarted worker) while it was needed, so a new one must be asked for.
 */
export function watchNeutral(
  watch: NeutralWatch,
  reading: Reading,
  needed: boolean,
): { readonly watch: NeutralWatch; readonly askAgain: NeutralWatch['pending'] } {
  const { neutral } = reading;
  const fresh = neutral.kind === 'set' && watch.askedAt !== null && isNewer(watch, watch.askedAt, neutral.at);
  if (fresh) {
    return {
      watch: { askedAt: null, set: { at: neutral.at, quality: neutral.quality }, pending: null },
      askAgain: null,
    };
  }
  const lost = needed ? whyAsk(watch, reading) : null;
  if (lost === null) return { watch, askAgain: null };
  return { watch: { ...watch, pending: lost, askedAt: reading.time }, askAgain: lost };
}

function whyAsk(watch: NeutralWatch, reading: Reading): NeutralWatch['pending'] {
  const isNone = reading.neutral.kind === 'none';
  if (watch.askedAt !== null) {
    const unheard = isNone && reading.time - watch.askedAt > IN_FLIGHT;
    return unheard ? (watch.pending ?? 'no-neutral') : null;
  }
  if (watch.set === null) return null;
  return reading.cameraMoved ? 'camera-moved' : isNone ? 'no-neutral' : null;
}

const isNewer = (watch: NeutralWatch, askedAt: Seconds, at: Seconds): boolean =>
  at >= askedAt - IN_FLIGHT && (watch.set === null || at > watch.set.at);
