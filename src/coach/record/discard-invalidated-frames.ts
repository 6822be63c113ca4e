import type { Reason } from '../../instrument/output/reason.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import { isCameraReason } from '../rules/picture-reason.ts';
import type { FrameRecord, ReferencePoseRecord, SetRecord } from './set-record.ts';

/** Everything that is counted from a reference pose. */
export type Counted = Pick<SetRecord, 'frames' | 'flags' | 'reps'>;

const WHY: Reason = 'not-the-start';

/** The room is looked at a few times a second: a change may have begun this long before the first look that saw it. */
export const BETWEEN_LOOKS: Seconds = 0.3;

/**
 * Removes what does not count after all. Frames keep their numbers but become invalid: those counted from a reference
 * pose that turned out not to be the start position, whose flags and repetitions are dropped too; and those just before
 * the camera was seen to move. Everything else stays unchanged.
 */
export function discardInvalidatedFrames<T extends Counted>(
  record: T,
  referencePoses: readonly ReferencePoseRecord[],
): T {
  return discardRefuted({ ...record, frames: withoutEdgeOfCamera(record.frames) }, referencePoses);
}

/** The second reason marks the frames that were only discarded later, so that doing it twice changes nothing more. */
const ALSO: Reason = 'poor-fit';

function withoutEdgeOfCamera(frames: readonly FrameRecord[]): readonly FrameRecord[] {
  const seen = frames.filter(({ reasons }) => reasons.length === 1 && isCameraReason(reasons[0] as Reason));
  if (seen.length === 0) return frames;
  let next = 0;
  return frames.map((frame) => {
    while (next < seen.length && (seen[next]?.t ?? 0) <= frame.t) next++;
    const change = seen[next];
    const [reason] = change?.reasons ?? [];
    if (!frame.valid || change === undefined || reason === undefined || change.t - frame.t > BETWEEN_LOOKS)
      return frame;
    return { ...frame, valid: false, reasons: [reason, ALSO] };
  });
}

function discardRefuted<T extends Counted>(record: T, referencePoses: readonly ReferencePoseRecord[]): T {
  const spans = referencePoses.flatMap(({ at, refuted }, index) =>
    refuted ? [{ from: at, to: referencePoses[index + 1]?.at ?? Infinity }] : [],
  );
  if (spans.length === 0) return record;
  const isVoid = (time: Seconds): boolean => spans.some(({ from, to }) => time >= from && time < to);
  return {
    ...record,
    frames: record.frames.map((frame) =>
      frame.valid && isVoid(frame.t) ? { ...frame, valid: false, reasons: [...frame.reasons, WHY] } : frame,
    ),
    flags: record.flags.filter(({ start }) => !isVoid(start)),
    reps: record.reps.filter(({ start }) => !isVoid(start)),
  };
}
