import type { DBSchema } from 'idb';
import type { EndReason, FrameRecord } from '../coach/record/set-record.ts';
import type { SelfCheckRecord } from '../training/self-check/self-check-record.ts';
import type { SetHeader, SetOverview } from './storage-contract.ts';

/** Of the first person; the others' begin with it (`people/people.ts`). */
export const DATABASE_NAME = 'truehip';
export const PICTURES_NAME = 'truehip-pictures';

/** Under which a text beside the database says what is stored in it (`accidents/safety-mark.ts`). */
export const markKeyOf = (database = DATABASE_NAME): string => `${database}-mark`;

/** Key of the only row of the store `settings`. */
export const SETTINGS_KEY = 'settings';

/** All that is stored of a set. */
export const SET_STORES: ('sets' | 'frames' | 'overviews')[] = ['sets', 'frames', 'overviews'];

/** How many frames of a set are stored, and the time of the last one. */
export interface StoredExtent {
  readonly chunks: number;
  readonly frames: number;
  /** Time of the last stored frame; null before the first. */
  readonly lastTime: number | null;
}

export const NOTHING_STORED: StoredExtent = { chunks: 0, frames: 0, lastTime: null };

export interface SetRow extends StoredExtent {
  readonly id: string;
  /** `setId` of its chunks. Absent: the id; an imported set has another. */
  readonly framesId?: string | undefined;
  /** Milliseconds since 1970, for the index; 0 for a set without a date. */
  readonly startedAt: number;
  readonly head: SetHeader;
  /** Why the set has ended, while its summary is still being made. Absent: it goes on, or is whole. */
  readonly ending?: EndReason;
  /** Bytes of the packed frames. Absent: they are stored one by one. */
  readonly packed?: number;
}

/**
 * Frames of a set. Key: `setId`, then `index`. While a set runs, each chunk has about 0.4 s of `frames`; afterwards they are
 * `packed` (`packed-frames.ts`). Exactly one of the two is there.
 */
export interface FrameChunk {
  readonly setId: string;
  readonly index: number;
  readonly frames?: readonly FrameRecord[];
  readonly packed?: Uint8Array<ArrayBuffer>;
}

/** What the list shows of one set, or why the set cannot be shown. */
export interface OverviewRow {
  readonly id: string;
  /** Rows that another version of `overviewOf` made are made anew. */
  readonly version: number;
  /** Null: the set is damaged. */
  readonly overview: SetOverview | null;
  /** Why it is damaged; empty: it is not. */
  readonly problem: string;
}

/** The database as this code writes it. What is read is validated: another version may have written it. */
export interface TruehipSchema extends DBSchema {
  sets: {
    key: string;
    value: SetRow;
    indexes: { startedAt: number; ended: string; packed: number };
  };
  frames: {
    key: [string, number];
    value: FrameChunk;
  };
  settings: {
    key: string;
    value: unknown;
  };
  selfChecks: {
    key: string;
    value: SelfCheckRecord;
  };
  overviews: {
    key: string;
    value: OverviewRow;
  };
  /** Until version 5 of the database: parts of an import that was going on. */
  incoming: {
    key: [string, number];
    value: never;
  };
}
