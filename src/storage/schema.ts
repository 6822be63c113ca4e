import type { DBSchema } from 'idb';
import type { FrameRecord } from '../coach/record/set-record.ts';
import type { SetHeader } from './storage-contract.ts';

export const DATABASE_NAME = 'truehip';

/** The one row of the store `settings`. */
export const SETTINGS_KEY = 'settings';

/** How much of a set's frames is stored; enough to tell whether they are the beginning of a given record. */
export interface StoredExtent {
  readonly chunks: number;
  readonly frames: number;
  /** Time of the last stored frame; null before the first. */
  readonly lastTime: number | null;
}

export interface SetRow extends StoredExtent {
  readonly id: string;
  /** Milliseconds since the epoch, for the index; 0 for a set without a date. */
  readonly startedAt: number;
  readonly head: SetHeader;
}

/** About a second of frames. Key: the set, then the position in the set. */
export interface FrameChunk {
  readonly setId: string;
  readonly index: number;
  readonly frames: readonly FrameRecord[];
}

/**
 * Shape of the database at the newest version. It says what this code writes; what is read may have been written by
 * anyone, so it is validated before it is used.
 */
export interface TruehipSchema extends DBSchema {
  sets: {
    key: string;
    value: SetRow;
    indexes: { startedAt: number; ended: string };
  };
  frames: {
    key: [string, number];
    value: FrameChunk;
  };
  settings: {
    key: string;
    value: unknown;
  };
}
