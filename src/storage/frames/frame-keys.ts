import type { SetRow } from '../schema.ts';

/** Key range of all chunks of a set. In IndexedDB's order of keys an array comes after all numbers. */
export const chunksOf = (setId: string): IDBKeyRange => IDBKeyRange.bound([setId], [setId, []]);

/** `setId` of the chunks of a set. */
export const framesIdOf = (id: string, row?: SetRow): string => row?.framesId ?? id;
