import { newId } from '../app/new-id.ts';
import type { AfterSet, FrameRecord, SetRecord } from '../coach/record/set-record.ts';
import type { SelfCheckRecord } from '../training/self-check/self-check-record.ts';
import type { Connection, Transaction } from './connection.ts';
import type { FrameChunk } from './schema.ts';
import { startOf } from './set-header.ts';
import type { ImportCount, ImportedSet, ImportedSets, SelfCheckStore, SetHeader } from './storage-contract.ts';

const STORES: ('frames' | 'sets' | 'overviews' | 'selfChecks')[] = ['frames', 'sets', 'overviews', 'selfChecks'];
type Merging = Transaction<typeof STORES, 'readwrite'>;

/** Stores everything in one transaction, or rejects and stores nothing. */
export const importInto = (connection: Connection, { sets, checks }: ImportedSets): Promise<ImportCount> =>
  connection.run(STORES, 'readwrite', async (transaction) => {
    const counted = { added: 0, skipped: 0, updated: 0, selfChecks: 0 };
    for (const set of sets) counted[await mergeSet(transaction, set)] += 1;
    for (const check of checks) if (await addCheck(transaction, check)) counted.selfChecks += 1;
    return counted;
  });

async function addCheck(transaction: Merging, check: SelfCheckRecord): Promise<boolean> {
  const stored = transaction.objectStore('selfChecks');
  if ((await stored.getKey(check.id)) !== undefined) return false;
  await stored.put(check);
  return true;
}

/** A set that is stored already gets the newer note and the missing answer only. */
async function mergeSet(transaction: Merging, set: ImportedSet): Promise<'added' | 'skipped' | 'updated'> {
  const sets = transaction.objectStore('sets');
  const { head } = set;
  const stored = await sets.get(head.id);
  const merged = stored ? mergedSet(stored.head, head) : head;
  if (merged === null) return 'skipped';
  await transaction.objectStore('overviews').delete(head.id);
  if (stored) {
    await sets.put({ ...stored, head: merged });
    return 'updated';
  }
  const framesId = `import ${newId()}`;
  const chunks = set.parts.map((part, index): FrameChunk => ({ setId: framesId, index, ...framesIn(part) }));
  // One at a time, so that copying a long set does not block the page.
  for (const chunk of chunks) await transaction.objectStore('frames').put(chunk);
  const extent = { chunks: chunks.length, frames: set.frames, lastTime: set.lastTime };
  await sets.add({ id: head.id, startedAt: startOf(head), head, framesId, ...extent, ...packedSize(chunks) });
  return 'added';
}

const framesIn = (part: ImportedSet['parts'][number]): Pick<FrameChunk, 'frames' | 'packed'> =>
  part instanceof Uint8Array ? { packed: part } : { frames: part };

const packedSize = (chunks: readonly FrameChunk[]): { readonly packed?: number } =>
  chunks.every(({ packed }) => packed)
    ? { packed: chunks.reduce((sum, { packed }) => sum + (packed?.length ?? 0), 0) }
    : {};

/** The same where there is no database. */
export async function importIntoMemory(
  records: Map<string, SetRecord>,
  selfChecks: SelfCheckStore | null,
  { sets, checks }: ImportedSets,
): Promise<ImportCount> {
  const counted = { added: 0, skipped: 0, updated: 0, selfChecks: 0 };
  for (const set of sets) {
    const { head } = set;
    const stored = records.get(head.id);
    const merged = stored ? mergedSet(stored, head) : { ...head, frames: await unpacked(set) };
    if (merged) records.set(head.id, merged);
    counted[merged === null ? 'skipped' : stored ? 'updated' : 'added'] += 1;
  }
  for (const check of checks) {
    if ((await selfChecks?.load(check.id)) !== null) continue;
    await selfChecks?.keep(check);
    counted.selfChecks += 1;
  }
  return counted;
}

async function unpacked({ parts }: ImportedSet): Promise<readonly FrameRecord[]> {
  const { unpackFrames } = await import('./frames/packed-frames.ts');
  const frames: FrameRecord[] = [];
  for (const part of parts) {
    // They were validated before they were packed.
    const some = part instanceof Uint8Array ? ((await unpackFrames(part)) as readonly FrameRecord[]) : part;
    for (const frame of some) frames.push(frame);
  }
  return frames;
}

/** What a person adds to a set afterwards. Everything else in a set never changes. */
type PersonsNotes = Pick<SetHeader, 'after' | 'note'>;

/**
 * Merges another copy of a stored set into it: the newer of two notes, and the answers to what was not answered here.
 * @returns null: the copy has nothing new
 */
const mergedSet = <Head extends PersonsNotes>(stored: Head, copy: PersonsNotes): Head | null => {
  const note = isNewer(copy.note, stored.note) ? { note: copy.note } : null;
  const answers = mergedAnswers(stored.after, copy.after);
  const after = answers === null ? null : { after: answers };
  return note || after ? { ...stored, ...note, ...after } : null;
};

/** Null: the copy answers nothing that is open here. */
function mergedAnswers(stored: PersonsNotes['after'], copy: PersonsNotes['after']): AfterSet | null {
  if (stored === undefined || copy === undefined) return stored === undefined ? (copy ?? null) : null;
  const isOpen = (key: string): boolean => (stored[key as keyof AfterSet] ?? null) === null;
  const found = Object.entries(copy).filter(([key, answer]) => isOpen(key) && (answer ?? null) !== null);
  return found.length === 0 ? null : { ...stored, ...Object.fromEntries(found) };
}

const isNewer = (copy: PersonsNotes['note'], stored: PersonsNotes['note']): boolean =>
  copy !== undefined && (stored === undefined || Date.parse(copy.at) > Date.parse(stored.at));
