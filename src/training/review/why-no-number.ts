import type { Seconds, Share, WorkingSide } from '../../instrument/geometry/units.ts';
import { isWorking, type RangeChannel } from '../../coach/drill-definition.ts';
import {
  firstFrom,
  frameLengths,
  type FrameRecord,
  type PhaseRecord,
  type RecordReferencePose,
  type SetRecord,
} from '../../coach/record/set-record.ts';
import { channelOf } from '../../coach/rules/judged-reading.ts';
import { NO_NUMBER, saysNothing, whyTooWide } from '../../coach/progress/clean-range.ts';
import { causeOfFrame, firstCause, leadingReasons } from '../../coach/rules/causes.ts';

export interface Cause {
  /** A `Reason`, or a word from another version's record that this version does not know. */
  readonly reason: string;
  readonly share: Share;
}

/** For how much of the working time the trained angle was read, and why not for the rest. */
export interface Unread {
  readonly read: Share;
  /** As `leadingReasons` orders them, then the largest first. Those under `LEAST_SHARE` are left out. */
  readonly causes: readonly Cause[];
}

/** A reason for a smaller share of the time is not worth a word. */
const LEAST_SHARE: Share = 0.05;

/** A part of the set, for one hip or both. */
type Stretch = Pick<PhaseRecord, 'side' | 'start' | 'end'>;

type Read = Pick<SetRecord, 'frames' | 'phases' | 'summary' | 'range'> & Partial<Pick<SetRecord, 'neutral'>>;

/** The phases in which a number was to be expected: those with a range, else all in which the person worked. */
function workingStretches({ phases, summary }: Pick<SetRecord, 'phases' | 'summary'>): readonly Stretch[] {
  return summary.phases.length > 0 ? summary.phases : phases.filter(({ kind }) => isWorking(kind) && kind !== 'guided');
}

/** The set ended in its count-in, or its start position, so nobody can have been seen badly. */
export const endedBeforeWork = (record: Pick<SetRecord, 'phases' | 'summary'>): boolean =>
  record.phases.length > 0 && workingStretches(record).length === 0;

/**
 * Why there was no number.
 * @param side whose phases are counted. Null: all phases
 */
export function whyNoNumber(record: Read, side: WorkingSide | null = null): Unread {
  const stretches = workingStretches(record).filter((one) => side === null || one.side === side);
  return causesIn(record, stretches);
}

/** Why the start position was never held: the leading reason over all frames. Null: no frame has a reason. */
export function whyNoStart({ frames }: Pick<SetRecord, 'frames'>): string | null {
  const lengths = frameLengths(frames);
  const tally = new Map<string, Seconds>();
  for (const [index, { reasons }] of frames.entries()) {
    const reason = firstCause(reasons.filter((word) => word !== 'no-neutral')) ?? reasons[0];
    if (reason !== undefined) tally.set(reason, (tally.get(reason) ?? 0) + (lengths[index] ?? 0));
  }
  return (
    inOrder(
      tally,
      [...tally.values()].reduce((sum, time) => sum + time, 0),
    )[0]?.reason ?? null
  );
}

function causesIn({ frames, range, neutral, summary }: Omit<Read, 'phases'>, stretches: readonly Stretch[]): Unread {
  // A wide band is a reason only where it is why there is no range: that of a gain that is possible is wide, too.
  const noRange = summary.sets.every(({ clean, possible }) => clean === null && possible === undefined);
  const channel = range ?? 'hip-internal-rotation';
  const lengths = frameLengths(frames);
  const tally = new Map<string, Seconds>();
  let [whole, read, seen] = [0, 0, 0];
  for (const { side, start, end } of stretches) {
    whole += end - start;
    for (let index = firstFrom(frames, start); index < frames.length; index += 1) {
      const frame = frames[index];
      if (frame === undefined || frame.t >= end) break;
      const lasts = lengths[index] ?? 0;
      const reason =
        whyUnread(frame, channel, side) ?? (noRange ? whyRough(frame, channel, side, neutral?.view) : null);
      seen += lasts;
      if (reason === null) read += lasts;
      else tally.set(reason, (tally.get(reason) ?? 0) + lasts);
    }
  }
  // There was no picture in the time that has no frame.
  if (whole > seen) tally.set('no-picture', (tally.get('no-picture') ?? 0) + whole - seen);
  return whole > 0 ? { read: Math.min(1, read / whole), causes: inOrder(tally, whole) } : { read: 0, causes: [] };
}

/** Why a frame has no number for the angle; null: it has one. */
function whyUnread(frame: FrameRecord, channel: RangeChannel, side: WorkingSide): string | null {
  if (!frame.valid) return causeOfFrame(frame.reasons) ?? 'poor-fit';
  const place = frame.unseen?.[NO_NUMBER] ?? null;
  if (channelOf(frame, channel, side) !== null) return place;
  return frame.unseen?.[channel] ?? firstCause(frame.reasons) ?? 'not-seen-from-here';
}

/** Why the angle of a frame says nothing; null: it does, or there is none. */
function whyRough(
  frame: FrameRecord,
  channel: RangeChannel,
  side: WorkingSide,
  view: RecordReferencePose['view'] | undefined,
): string | null {
  const angle = channelOf(frame, channel, side);
  return angle !== null && saysNothing(angle) ? whyTooWide(view) : null;
}

function inOrder(tally: ReadonlyMap<string, Seconds>, whole: Seconds): readonly Cause[] {
  const leading = leadingReasons(tally);
  const others = [...tally.keys()]
    .filter((reason) => !leading.includes(reason))
    .toSorted((a, b) => (tally.get(b) ?? 0) - (tally.get(a) ?? 0));
  return [...leading, ...others]
    .map((reason): Cause => ({ reason, share: whole > 0 ? Math.min(1, (tally.get(reason) ?? 0) / whole) : 0 }))
    .filter(({ share }) => share >= LEAST_SHARE);
}
