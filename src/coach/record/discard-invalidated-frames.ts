import type { Reason } from '../../instrument/output/reason.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { FlagRecord, FrameRecord, ReferencePoseRecord, RepRecord } from './set-record.ts';

/** What counts from a neutral. */
export interface Counted {
  readonly frames: readonly FrameRecord[];
  readonly flags: readonly FlagRecord[];
  readonly reps: readonly RepRecord[];
}

const WHY: Reason = 'not-the-start';

/**
 * Leaves out what was counted from neutrals that were not the start: frames keep their raw numbers but are not valid, flags and
 * repetitions are dropped. What counts from the other neutrals stays untouched.
 */
export function withoutRefuted<T extends Counted>(record: T, referencePoses: readonly ReferencePoseRecord[]): T {
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
