import type { SetHeader } from './storage-contract.ts';

/** What a person adds to a set afterwards; all else in it was measured once and is the same everywhere. */
type Added = Pick<SetHeader, 'after' | 'note'>;

/**
 * A stored set with what another copy of it brings: the newer of two notes, and the answers where there were none. Null: the
 * copy brings nothing new, so that nothing needs to be written.
 */
export const mergedSet = <Head extends Added>(stored: Head, copy: Added): Head | null => {
  const note = isNewer(copy.note, stored.note) ? { note: copy.note } : null;
  const after = stored.after === undefined && copy.after !== undefined ? { after: copy.after } : null;
  return note || after ? { ...stored, ...note, ...after } : null;
};

const isNewer = (copy: Added['note'], stored: Added['note']): boolean =>
  copy !== undefined && (stored === undefined || Date.parse(copy.at) > Date.parse(stored.at));
