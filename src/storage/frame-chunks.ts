import type { FrameRecord } from '../coach/record/set-record.ts';
import type { Transaction } from './connection.ts';
import type { StoredExtent } from './schema.ts';

type Writing = Transaction<('sets' | 'frames')[], 'readwrite'>;

/** Frames a chunk when many are written at once: small enough that copying one does not hold up the page. */
const CHUNK_FRAMES = 250;

export const NOTHING_STORED: StoredExtent = { chunks: 0, frames: 0, lastTime: null };

/** Every chunk of a set: in IndexedDB's order of keys an empty list comes after all numbers. */
export const chunksOf = (setId: string): IDBKeyRange => IDBKeyRange.bound([setId], [setId, []]);

/** Stores frames behind those that are there. */
export const appendFrames = async (
  transaction: Writing,
  setId: string,
  stored: StoredExtent,
  frames: readonly FrameRecord[],
): Promise<StoredExtent> => {
  const chunks = transaction.objectStore('frames');
  let index = stored.chunks;
  for (let from = 0; from < frames.length; from += CHUNK_FRAMES) {
    await chunks.put({ setId, index, frames: frames.slice(from, from + CHUNK_FRAMES) });
    index += 1;
  }
  const lastTime = frames.at(-1)?.t ?? stored.lastTime;
  return { chunks: index, frames: stored.frames + frames.length, lastTime };
};

/**
 * True when what is stored is the beginning of `frames`, so that only the rest need be written. Stored frames are some of
 * these in the same order; as times rise, as many frames ending at the same time can only be the first ones.
 */
export const isBeginning = (stored: StoredExtent, frames: readonly FrameRecord[]): boolean =>
  stored.frames === 0 || frames[stored.frames - 1]?.t === stored.lastTime;
