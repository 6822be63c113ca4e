import type { Reading } from '../../instrument/output/reading.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { FrameSource } from './frame-source.ts';

/**
 * The frames of a source on the set's clock: the first one comes at `first()`, the others as much later as they are. So a set
 * begins at second 0 whenever it begins, and a camera that was plugged in again goes on where the set is.
 * @param observe told of every frame before the listener, since a source tells each picture to one listener only
 */
export function shiftedFrames(
  source: Pick<FrameSource, 'onFrame' | 'grab'>,
  first: () => Seconds,
  observe: (time: Seconds) => void = () => undefined,
): Pick<FrameSource, 'onFrame' | 'grab'> {
  let shift: Seconds | null = null;
  return {
    onFrame: (listener) =>
      source.onFrame((time) => {
        shift ??= first() - time;
        observe(time + shift);
        listener(time + shift);
      }),
    grab: () => source.grab(),
  };
}

/**
 * A reading on a clock that is `by` seconds behind the one it was made on. A neutral that was held before that clock began counts
 * as held at its beginning: a set knows no time before it.
 */
export function readingEarlier(reading: Reading, by: Seconds): Reading {
  if (by === 0) return reading;
  const { referencePose } = reading;
  return {
    ...reading,
    time: reading.time - by,
    referencePose:
      referencePose.kind === 'set' ? { ...referencePose, at: Math.max(0, referencePose.at - by) } : referencePose,
  };
}
