import type { ReferencePoseQuality, Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';

/** What the coach knows of the instrument's neutral. */
export interface ReferencePoseWatch {
  /** When a neutral was last asked for and has not come yet. */
  readonly askedAt: Seconds | null;
  readonly set: { readonly at: Seconds; readonly quality: ReferencePoseQuality } | null;
  /** Why the neutral is void and a new one is awaited: no alarm and no number until it comes. */
  readonly pending: Extract<Reason, 'camera-moved' | 'no-neutral' | 'not-the-start'> | null;
  /** How often this side's start was doubted. */
  readonly doubts: number;
  /** Moments of the neutrals that were not the start: what was counted from them is void. */
  readonly refuted: readonly Seconds[];
}

export interface AtWork {
  /** Null while the person does not work: a leg at rest may lie anywhere. */
  readonly since: Seconds | null;
  /** A first start that is held after that is none (`SetPlan.startBeforeWork`). */
  readonly tooLate: boolean;
}

export const noReferencePose: ReferencePoseWatch = {
  askedAt: null,
  set: null,
  pending: null,
  doubts: 0,
  refuted: [],
};

/** A start that is doubted more often is left as it is: nobody is asked for ever. */
const MOST_DOUBTS = 2;

/** A hold may begin with a frame that was taken just before it was asked for; the answer shows in frames later than this. */
const IN_FLIGHT: Seconds = 0.5;

export const askReferencePose = (watch: ReferencePoseWatch, time: Seconds): ReferencePoseWatch => ({
  ...watch,
  askedAt: time,
});

/** A new side: the old neutral says nothing about it. */
export const forgetReferencePose = ({ refuted }: ReferencePoseWatch): ReferencePoseWatch => ({
  ...noReferencePose,
  refuted,
});

/**
 * Takes in one reading. `askAgain`: the laptop has moved, the instrument has lost its neutral (or has forgotten that it was
 * asked for one: a restarted worker), or the neutral turned out not to be the start, so a new one must be asked for.
 * @param needed the neutral is counted from now
 */
export function watchReferencePose(
  watch: ReferencePoseWatch,
  reading: Reading,
  needed: boolean,
  work: AtWork,
): { readonly watch: ReferencePoseWatch; readonly askAgain: ReferencePoseWatch['pending'] } {
  const { referencePose: neutral } = reading;
  const fresh = neutral.kind === 'set' && watch.askedAt !== null && isNewer(watch, watch.askedAt, neutral.at);
  if (fresh) {
    const { at, quality, upholdsLast } = neutral;
    const refuted = upholdsLast ? watch.refuted.filter((moment) => moment !== watch.set?.at) : watch.refuted;
    const set = { at, quality };
    const taken = { ...watch, askedAt: null, set };
    const isLate = watch.set === null && work.tooLate && work.since !== null && at > work.since;
    return {
      watch: isLate
        ? { ...taken, pending: 'no-neutral', refuted: [...refuted, at] }
        : { ...taken, pending: null, refuted },
      askAgain: null,
    };
  }
  const lost = needed ? (whyAsk(watch, reading) ?? (work.since === null ? null : whyDoubt(watch, reading))) : null;
  if (lost === null) return { watch, askAgain: null };
  const asked = { ...watch, pending: lost, askedAt: reading.time };
  const doubted = lost === 'not-the-start' && watch.askedAt === null && watch.set !== null;
  return { watch: doubted ? doubt(asked, watch.set.at) : asked, askAgain: lost };
}

/** Until a new start shows what it was worth, nothing counts from the neutral that is doubted. */
const doubt = (watch: ReferencePoseWatch, at: Seconds): ReferencePoseWatch => ({
  ...watch,
  doubts: watch.doubts + 1,
  refuted: [...watch.refuted, at],
});

function whyDoubt(watch: ReferencePoseWatch, reading: Reading): ReferencePoseWatch['pending'] {
  if (watch.set === null || watch.askedAt !== null || watch.doubts >= MOST_DOUBTS) return null;
  return reading.startDoubted === true ? 'not-the-start' : null;
}

function whyAsk(watch: ReferencePoseWatch, reading: Reading): ReferencePoseWatch['pending'] {
  const isNone = reading.referencePose.kind === 'none';
  if (watch.askedAt !== null) {
    const unheard = isNone && reading.time - watch.askedAt > IN_FLIGHT;
    return unheard ? (watch.pending ?? 'no-neutral') : null;
  }
  if (watch.set === null) return null;
  return reading.cameraMoved ? 'camera-moved' : isNone ? 'no-neutral' : null;
}

const isNewer = (watch: ReferencePoseWatch, askedAt: Seconds, at: Seconds): boolean =>
  at >= askedAt - IN_FLIGHT && (watch.set === null || at > watch.set.at);
