import { AppError } from '../../app/app-error.ts';
import { discardInvalidatedFrames } from '../../coach/record/frame-record.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import type { Connection } from '../connection.ts';
import type { FrameChunk } from '../schema.ts';
import { validateInTurns } from '../validate-record.ts';
import { nextTask } from '../when-idle.ts';
import { allChunks, framesIdOf } from './frame-keys.ts';

/** A stored set with its frames; null: there is none. Rejects for a damaged set. */
export async function loadStored(connection: Connection, id: string): Promise<SetRecord | null> {
  const stored = await connection.run(['sets', 'frames'], 'readonly', async (transaction) => {
    const row = await transaction.objectStore('sets').get(id);
    return { row, chunks: await allChunks(transaction.objectStore('frames'), framesIdOf(id, row)) };
  });
  if (stored.row === undefined) return null;
  const frames = await framesIn(stored.chunks);
  if (frames.length !== stored.row.frames) {
    throw damage(`${stored.row.frames} frames were stored, but ${frames.length} are there`);
  }
  const record = await validateInTurns(stored.row.head, frames, nextTask);
  if (!record.ok) throw damage(record.faults.join('; '));
  // Frames are stored as they come, before it is known which of them do not count.
  return discardInvalidatedFrames(record.value, record.value.neutrals);
}

/** The unpacking is loaded with the first packed chunk. A set that a closed tab left running has none at start-up. */
async function framesOf({ frames, packed }: FrameChunk): Promise<readonly unknown[]> {
  if (frames || !packed) return frames ?? [];
  const { unpackFrames } = await import('./packed-frames.ts');
  return unpackFrames(packed);
}

async function framesIn(chunks: readonly FrameChunk[]): Promise<readonly unknown[]> {
  const frames: unknown[] = [];
  try {
    // One after the other, so that the page has its turn in between.
    for (const chunk of chunks) for (const frame of await framesOf(chunk)) frames.push(frame);
    return frames;
  } catch (error) {
    throw damage(error instanceof Error ? error.message : String(error));
  }
}

const damage = (problem: string): AppError => new AppError('unexpected', `This set cannot be read back: ${problem}.`);
