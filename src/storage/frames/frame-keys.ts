import type { FrameChunk, SetRow } from '../schema.ts';

/** Chunks that are read at a time: about five seconds of a set that is not packed yet. */
const PORTION = 16;

/** Key range of all chunks of a set. In IndexedDB's order of keys an array comes after all numbers. */
export const chunksOf = (setId: string): IDBKeyRange => IDBKeyRange.bound([setId], [setId, []]);

/** `setId` of the chunks of a set. */
export const framesIdOf = (id: string, row?: SetRow): string => row?.framesId ?? id;

/** The part of an object store that is read. */
interface ChunkReader {
  getAll(range: IDBKeyRange, count: number): Promise<FrameChunk[]>;
}

/**
 * All chunks of a set in order. A portion at a time, because the browser copies the answer to one request at once: for a set of
 * minutes that would hold up the page.
 */
export async function allChunks(frames: ChunkReader, setId: string): Promise<readonly FrameChunk[]> {
  const all: FrameChunk[] = [];
  let range = chunksOf(setId);
  for (;;) {
    const portion = await frames.getAll(range, PORTION);
    all.push(...portion);
    const last = portion[PORTION - 1];
    if (!last) return all;
    range = IDBKeyRange.bound([setId, last.index], [setId, []], true);
  }
}
