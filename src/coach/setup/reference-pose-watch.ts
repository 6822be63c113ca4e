import type { Reading, ReferencePoseQuality } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import { cameraReason, type CameraReason } from '../rules/judged-reading.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';

/** What the coach knows about the instrument's reference pose. */
export interface ReferencePoseWatch {
  /** When a reference pose was last requested and has not come yet; null: none is awaited. */
  readonly askedAt: Seconds | null;
  readonly set: { readonly at: Seconds; readonly quality: ReferencePoseQuality } | null;
  /** Why a new reference pose is awaited. Until then there are no flags and no angle. */
  readonly pending: CameraReason | Extract<Reason, 'no-neutral' | 'not-the-start'> | null;
  /** How often the reference pose of this side was rejected. */
  readonly rejections: number;
  /** Times of the reference poses that were not the start position. What was counted from them is discarded. */
  readonly invalidated: readonly Seconds[];
}

export interface AtWork {
  /** Since when the person has worked; null: not at work, when the leg may lie anywhere. */
  readonly since: Seconds | null;
  /** True: a first reference pose captured after that does not count (`SetPlan.startBeforeWork`). */
  readonly tooLate: boolean;
}

export const noReferencePose: ReferencePoseWatch = {
  askedAt: null,
  set: null,
  pending: null,
  rejections: 0,
  invalidated: [],
};

/** After this many rejections a side keeps its reference pose, so that the requests end. */
const MOST_REJECTIONS = 2;

/** A hold may begin with a frame so long before the request. Later frames show whether it was received. */
const IN_FLIGHT: Seconds = 0.5;

export const askReferencePose = (watch: ReferencePoseWatch, time: Seconds): ReferencePoseWatch => ({
  ...watch,
  askedAt: time,
});

/** Resets the watch for a new side. */
export const forgetReferencePose = ({ invalidated }: ReferencePoseWatch): ReferencePoseWatch => ({
  ...noReferencePose,
  invalidated,
});

/**
 * Feeds one reading. `askAgain` is the reason to request a new reference pose: the laptop has moved, the instrument has
 * lost its reference pose or the request (a restarted worker), or the reference pose turned out not to be the start
 * position.
 * @param needed whether angles are counted from the reference pose now
 */
export function watchReferencePose(
  watch: ReferencePoseWatch,
  reading: Reading,
  needed: boolean,
  work: AtWork,
): { readonly watch: ReferencePoseWatch; readonly askAgain: ReferencePoseWatch['pending'] } {
  const { referencePose } = reading;
  const fresh =
    referencePose.kind === 'set' && watch.askedAt !== null && isNewer(watch, watch.askedAt, referencePose.at);
  if (fresh) {
    const { at, quality, upholdsLast } = referencePose;
    const invalidated = upholdsLast
      ? watch.invalidated.filter((moment) => moment !== watch.set?.at)
      : watch.invalidated;
    const set = { at, quality };
    const taken = { ...watch, askedAt: null, set };
    const isLate = watch.set === null && work.tooLate && work.since !== null && at > work.since;
    return {
      watch: isLate
        ? { ...taken, pending: 'no-neutral', invalidated: [...invalidated, at] }
        : { ...taken, pending: null, invalidated },
      askAgain: null,
    };
  }
  const lost = needed ? (whyAsk(watch, reading) ?? (work.since === null ? null : whyRejected(watch, reading))) : null;
  if (lost === null) return { watch, askAgain: null };
  const asked = { ...watch, pending: lost, askedAt: reading.time };
  const rejected = lost === 'not-the-start' && watch.askedAt === null && watch.set !== null;
  return { watch: rejected ? reject(asked, watch.set.at) : asked, askAgain: lost };
}

/** Nothing is counted from the rejected reference pose, until a new one shows whether it was right. */
const reject = (watch: ReferencePoseWatch, at: Seconds): ReferencePoseWatch => ({
  ...watch,
  rejections: watch.rejections + 1,
  invalidated: [...watch.invalidated, at],
});

function whyRejected(watch: ReferencePoseWatch, reading: Reading): ReferencePoseWatch['pending'] {
  if (watch.set === null || watch.askedAt !== null || watch.rejections >= MOST_REJECTIONS) return null;
  return reading.startDoubted ? 'not-the-start' : null;
}

function whyAsk(watch: ReferencePoseWatch, reading: Reading): ReferencePoseWatch['pending'] {
  const isNone = reading.referencePose.kind === 'none';
  if (watch.askedAt !== null) {
    const unheard = isNone && reading.time - watch.askedAt > IN_FLIGHT;
    return unheard ? (watch.pending ?? 'no-neutral') : null;
  }
  if (watch.set === null) return null;
  return cameraReason(reading) ?? (isNone ? 'no-neutral' : null);
}

const isNewer = (watch: ReferencePoseWatch, askedAt: Seconds, at: Seconds): boolean =>
  at >= askedAt - IN_FLIGHT && (watch.set === null || at > watch.set.at);
