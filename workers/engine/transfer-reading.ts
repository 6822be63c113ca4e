import { transfer } from 'comlink';
import { codedError } from '../coded-error.ts';
import { finiteReading } from '../../src/instrument/output/finite-reading.ts';
import type { Reading } from '../../src/instrument/output/reading.ts';

/**
 * Marks a reading's arrays for transfer by Comlink instead of a copy. They are copied here first, because a transferred
 * array is empty afterwards and the instrument goes on using its own. No number that is not finite leaves the worker.
 * @throws `unexpected` if a number that must be known is not finite
 */
export const transferReading = (measured: Reading): Reading => {
  const reading = finiteReading(measured);
  if (!reading) throw codedError('unexpected', 'the reading of a frame has numbers that are not finite');
  const landmarks = reading.landmarks && {
    ...reading.landmarks,
    points: reading.landmarks.points.slice(),
    visibility: reading.landmarks.visibility.slice(),
    world: reading.landmarks.world.slice(),
  };
  const skeleton = reading.skeleton?.slice() ?? null;
  const arrays = [landmarks?.points, landmarks?.visibility, landmarks?.world, skeleton];
  const buffers = arrays.flatMap((array) => (array ? [array.buffer] : []));
  return transfer({ ...reading, landmarks, skeleton }, buffers);
};
