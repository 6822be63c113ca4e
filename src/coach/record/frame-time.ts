import type { Seconds } from '../../instrument/geometry/units.ts';
import type { FrameRecord, SetRecord } from './set-record.ts';

/** One frame stands for at most this much time. */
export const LONGEST_FRAME: Seconds = 0.5;

/** How long each frame lasts: until the next one, the last as long as the one before it. */
export const frameLengths = (frames: readonly Pick<FrameRecord, 't'>[]): readonly Seconds[] =>
  frames.map(({ t }, index) => {
    const before = frames[index - 1]?.t ?? t;
    return Math.min(LONGEST_FRAME, (frames[index + 1]?.t ?? 2 * t - before) - t);
  });

/** Index of the first item for which `isBefore` does not hold; the items for which it holds come first. */
export function firstNot<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const item = items[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first frame at or after a moment. */
export const firstFrom = (frames: readonly Pick<FrameRecord, 't'>[], t: Seconds): number =>
  firstNot(frames, (frame) => frame.t < t);

export const lengthOfSet = ({ phases }: Pick<SetRecord, 'phases'>): Seconds =>
  Math.max(0, (phases.at(-1)?.end ?? 0) - (phases[0]?.start ?? 0));
