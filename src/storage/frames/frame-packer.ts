import type { Connection } from '../connection.ts';
import { canPack, packedParts } from './packed-frames.ts';
import type { FrameChunk, SetRow } from '../schema.ts';
import { allChunks, chunksOf, framesIdOf } from './frame-keys.ts';

/**
 * Packs the frames of ended sets, which are written 0.4 s at a time and in full: about 900 bytes a frame become about 25. Sets
 * of older versions are packed as well. A set whose frames cannot be packed stays as it is.
 */
export class FramePacker {
  readonly #connection: Connection;
  /** Sets found unpacked that were not tried yet. */
  #waiting: string[] = [];
  /** Sets that cannot be packed; not tried again in this visit. */
  readonly #failed = new Set<string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Packs one set. False: there is none left to pack. Rejects with an `AppError` if the database cannot be used. */
  async packNext(): Promise<boolean> {
    if (!canPack()) return false;
    const id = await this.#next();
    if (id === null) return false;
    if (!(await this.#pack(id))) this.#failed.add(id);
    return true;
  }

  async #next(): Promise<string | null> {
    if (this.#waiting.length === 0) this.#waiting = await this.#unpacked();
    return this.#waiting.shift() ?? null;
  }

  async #unpacked(): Promise<string[]> {
    const { all, packed, running } = await this.#connection.run(['sets'], 'readonly', async (transaction) => {
      const sets = transaction.objectStore('sets');
      return {
        all: await sets.getAllKeys(),
        packed: new Set(await sets.index('packed').getAllKeys()),
        running: new Set(await sets.index('ended').getAllKeys('running')),
      };
    });
    return all.filter((id) => !packed.has(id) && !running.has(id) && !this.#failed.has(id));
  }

  /** False: the set changed meanwhile, or its frames are damaged. */
  async #pack(id: string): Promise<boolean> {
    const { row, framesId, chunks } = await this.#connection.run(
      ['sets', 'frames'],
      'readonly',
      async (transaction) => {
        const found = await transaction.objectStore('sets').get(id);
        const setId = framesIdOf(id, found);
        return { row: found, framesId: setId, chunks: await allChunks(transaction.objectStore('frames'), setId) };
      },
    );
    const packed = row && (await packedChunks(framesId, chunks));
    if (!row || !packed) return false;
    const bytes = packed.reduce((sum, chunk) => sum + (chunk.packed?.length ?? 0), 0);
    return this.#connection.run(['sets', 'frames'], 'readwrite', async (transaction) => {
      const now = await transaction.objectStore('sets').get(id);
      if (!now || !sameFrames(now, row)) return false;
      await transaction.objectStore('frames').delete(chunksOf(framesId));
      for (const chunk of packed) await transaction.objectStore('frames').put(chunk);
      await transaction.objectStore('sets').put({ ...now, chunks: packed.length, packed: bytes });
      return true;
    });
  }
}

const sameFrames = (a: SetRow, b: SetRow): boolean =>
  a.framesId === b.framesId &&
  a.chunks === b.chunks &&
  a.frames === b.frames &&
  a.lastTime === b.lastTime &&
  a.head.ended !== 'running';

/** Null: the frames cannot be packed. Chunks that are packed already stay so. */
async function packedChunks(setId: string, chunks: readonly FrameChunk[]): Promise<FrameChunk[] | null> {
  const frames = chunks.flatMap((chunk) => chunk.frames ?? []);
  const done = chunks.flatMap((chunk) => chunk.packed ?? []);
  // Frames that were appended to packed ones would lose their order.
  if (done.length > 0) return frames.length > 0 ? null : [...chunks];
  try {
    return (await packedParts(frames)).map((packed, index) => ({ setId, index, packed }));
  } catch {
    return null;
  }
}
