import { transfer } from 'comlink';
import type { Reading } from '../../src/instrument/output/reading.ts';

/**
 * A reading whose arrays travel by transfer. They are copied first: a transferred array is empty afterwards, and the
 * tracker goes on with its own.
 */
export const handOver = (reading: Reading): Reading => {
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
