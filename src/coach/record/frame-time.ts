import type { Seconds } from '../../instrument/geometry/units.ts';
import type { FrameRecord } from './set-record.ts';

/** One frame stands for at most this much time. */
export const LONGEST_FRAME: Seconds = 0.5;

/** How long each frame lasts: until the next one, the last as long as the one before it. */
export const frameLengths = (frames: readonly Pick<FrameRecord, 't'>[]): readonly Seconds[] =>
  frames.map(({ t }, index) => {
    const before = frames[index - 1]?.t ?? t;
    return Math.min(LONGEST_FRAME, (frames[index + 1]?.t ?? 2 * t - before) - t);
  });
