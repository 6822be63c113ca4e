import type { Reason } from '../../instrument/output/reason.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { FlagRecord, FrameRecord, ReferencePoseRecord, RepRecord } from './set-record.ts';

/** Everything that is counted from a reference pose. */
export interface Counted {
  readonly frames: readonly FrameRecord[];
  readonly flags: readonly FlagRecord[];
  readonly reps: readonly RepRecord[];
}

const WHY: Reason = 'not-the-start';

/**
 * Removes what was counted from a reference pose that turned out not to be the start position: its frames keep their
 * numbers but become invalid, its flags and repetitions are dropped. Everything else stays unchanged.
 */
export function discardInvalidatedFrames<T extends Counted>(
  record: T,
  referencePoses: readonly ReferencePoseRecord[],
): T {
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
