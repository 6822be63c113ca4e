import { AppError } from '../app/app-error.ts';
import type { AfterSet, FrameRecord, SetRecord } from '../coach/record/set-record.ts';
import type { SelfCheckRecord } from '../training/self-check/self-check-record.ts';
import type { Connection, Transaction } from './connection.ts';
import { chunksOf } from './frames/frame-keys.ts';
import { forgetOverviews } from './overviews.ts';
import type { RunningSets } from './running-sets.ts';
import { NOTHING_STORED, type IncomingRow, type SetRow } from './schema.ts';
import { startOf } from './set-header.ts';
import type { ImportCount, ImportPiece, ImportStage, SelfCheckStore, SetHeader } from './storage-contract.ts';

const STORES: ('incoming' | 'frames' | 'sets' | 'overviews')[] = ['incoming', 'frames', 'sets', 'overviews'];
type Staging = Transaction<typeof STORES, 'readwrite'>;

const MERGED_STORES: ('incoming' | 'frames' | 'sets' | 'overviews' | 'selfChecks')[] = [...STORES, 'selfChecks'];
type Merging = Transaction<typeof MERGED_STORES, 'readwrite'>;

/** Begins the name of an import, among the names of running sets. */
const PREFIX = 'import ';

/** Rows that are read at a time. */
const PORTION = 100;

type IncomingSet = Extract<IncomingRow, { kind: 'set' }>;

const rowsOf = (importId: string, from = 0): IDBKeyRange => IDBKeyRange.bound([importId, from], [importId, []]);
const allChunksOf = (importId: string): IDBKeyRange => IDBKeyRange.bound([`${importId}#`], [`${importId}$`]);

/**
 * An import into the database. What comes is stored beside the sets, where nobody sees it; `commit` makes all of it visible in one
 * transaction. The frames stay where they are: the row of an imported set names their key.
 */
export class DatabaseImport implements ImportStage {
  readonly #connection: Connection;
  readonly #running: RunningSets;
  readonly #id: string;
  readonly #onSaved: () => void;
  #next = 0;
  #open: IncomingSet | null = null;

  constructor(connection: Connection, running: RunningSets, id: string, onSaved: () => void) {
    this.#connection = connection;
    this.#running = running;
    this.#id = PREFIX + id;
    this.#onSaved = onSaved;
  }

  async begin(): Promise<void> {
    this.#running.hold(this.#id);
    await this.#connection.run(STORES, 'readwrite', (transaction) => this.#put(transaction, { kind: 'begun' }));
  }

  async add(pieces: readonly ImportPiece[]): Promise<void> {
    if (pieces.length === 0) return;
    await this.#connection.run(STORES, 'readwrite', async (transaction) => {
      for (const piece of pieces) await this.#take(transaction, piece);
    });
  }

  async commit(): Promise<ImportCount> {
    const count = await this.#connection.run(MERGED_STORES, 'readwrite', async (transaction) => {
      await this.#close(transaction);
      const rows = transaction.objectStore('incoming');
      if ((await rows.get([this.#id, 0])) === undefined) {
        throw new AppError('unexpected', 'Nothing was imported: another tab has ended the import.');
      }
      const counted = { added: 0, skipped: 0, updated: 0, selfChecks: 0 };
      const changed: string[] = [];
      for (let from = 1; from < this.#next; from += PORTION) {
        const range = IDBKeyRange.bound([this.#id, from], [this.#id, from + PORTION], false, true);
        for (const row of await rows.getAll(range)) {
          const what = await mergeRow(transaction, row);
          if (what) counted[what] += 1;
          if (row.kind === 'set' && what !== 'skipped') changed.push(row.head.id);
        }
      }
      await forgetOverviews(transaction, changed);
      await rows.delete(rowsOf(this.#id));
      return counted;
    });
    this.#running.release(this.#id);
    this.#onSaved();
    return count;
  }

  /** Never rejects: what cannot be removed now goes at the next start. */
  async discard(): Promise<void> {
    await discardImport(this.#connection, this.#id).catch(() => undefined);
    this.#running.release(this.#id);
  }

  async #take(transaction: Staging, piece: ImportPiece): Promise<void> {
    if (piece.kind === 'frames') return this.#takeFrames(transaction, piece.frames);
    await this.#close(transaction);
    if (piece.kind === 'check') return this.#put(transaction, piece);
    const stored = (await transaction.objectStore('sets').getKey(piece.head.id)) !== undefined;
    const framesId = stored ? null : `${this.#id}#${this.#next}`;
    this.#open = { importId: this.#id, index: this.#next, kind: 'set', head: piece.head, framesId, ...NOTHING_STORED };
    this.#next += 1;
  }

  /** Frames of a set that is stored already are not needed. */
  async #takeFrames(transaction: Staging, frames: Extract<ImportPiece, { kind: 'frames' }>['frames']): Promise<void> {
    const open = this.#open;
    if (open === null || open.framesId === null) return;
    await transaction.objectStore('frames').put({ setId: open.framesId, index: open.chunks, frames });
    const lastTime = frames.at(-1)?.t ?? open.lastTime;
    this.#open = { ...open, chunks: open.chunks + 1, frames: open.frames + frames.length, lastTime };
  }

  async #close(transaction: Pick<Staging, 'objectStore'>): Promise<void> {
    if (this.#open) await transaction.objectStore('incoming').put(this.#open);
    this.#open = null;
  }

  async #put(transaction: Staging, what: { kind: 'begun' } | Extract<ImportPiece, { kind: 'check' }>): Promise<void> {
    await transaction.objectStore('incoming').put({ importId: this.#id, index: this.#next, ...what });
    this.#next += 1;
  }
}

/** @returns what became of the row; null: nothing to count */
const mergeRow = async (transaction: Merging, row: IncomingRow): Promise<keyof Required<ImportCount> | null> => {
  if (row.kind === 'set') return mergeSet(transaction, row);
  if (row.kind === 'begun') return null;
  const checks = transaction.objectStore('selfChecks');
  if ((await checks.getKey(row.check.id)) !== undefined) return null;
  await checks.put(row.check);
  return 'selfChecks';
};

/** A set that is stored already gets the newer note and the missing answer only. One that was removed meanwhile stays removed. */
const mergeSet = async (transaction: Merging, row: IncomingSet): Promise<'added' | 'skipped' | 'updated'> => {
  const sets = transaction.objectStore('sets');
  const { head, framesId, chunks, frames, lastTime } = row;
  const stored = await sets.get(head.id);
  if (stored === undefined && framesId !== null) {
    const added: SetRow = { id: head.id, startedAt: startOf(head), head, framesId, chunks, frames, lastTime };
    await sets.add(added);
    return 'added';
  }
  if (framesId !== null) await transaction.objectStore('frames').delete(chunksOf(framesId));
  const merged = stored ? mergedSet(stored.head, head) : null;
  if (stored && merged) await sets.put({ ...stored, head: merged });
  return merged ? 'updated' : 'skipped';
};

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

const discardImport = (connection: Connection, importId: string): Promise<void> =>
  connection.run(STORES, 'readwrite', async (transaction) => {
    await transaction.objectStore('incoming').delete(rowsOf(importId));
    await transaction.objectStore('frames').delete(allChunksOf(importId));
  });

/** Removes what an import has left that neither ended nor is going on in another tab. */
export const discardLeftImports = async (connection: Connection, running: RunningSets): Promise<void> => {
  const keys = await connection.run(['incoming'], 'readonly', (transaction) =>
    transaction.objectStore('incoming').getAllKeys(),
  );
  const held = await running.held();
  const left = new Set(keys.map(([importId]) => importId).filter((importId) => !held.has(importId)));
  for (const importId of left) await discardImport(connection, importId);
};

/** An import in memory: what comes is kept apart until it is whole. */
export class MemoryImport implements ImportStage {
  readonly #records: Map<string, SetRecord>;
  readonly #selfChecks: SelfCheckStore | null;
  #sets: { head: SetHeader; frames: FrameRecord[] }[] = [];
  #checks: SelfCheckRecord[] = [];

  constructor(records: Map<string, SetRecord>, selfChecks: SelfCheckStore | null) {
    this.#records = records;
    this.#selfChecks = selfChecks;
  }

  async add(pieces: readonly ImportPiece[]): Promise<void> {
    for (const piece of pieces) {
      if (piece.kind === 'set') this.#sets.push({ head: piece.head, frames: [] });
      else if (piece.kind === 'check') this.#checks.push(piece.check);
      else for (const frame of piece.frames) this.#sets.at(-1)?.frames.push(frame);
    }
  }

  async commit(): Promise<ImportCount> {
    const counted = { added: 0, skipped: 0, updated: 0, selfChecks: 0 };
    for (const { head, frames } of this.#sets) {
      const stored = this.#records.get(head.id);
      const merged = stored ? mergedSet(stored, head) : { ...head, frames };
      if (merged) this.#records.set(head.id, merged);
      counted[merged === null ? 'skipped' : stored ? 'updated' : 'added'] += 1;
    }
    for (const check of this.#checks) {
      if ((await this.#selfChecks?.load(check.id)) !== null) continue;
      await this.#selfChecks?.keep(check);
      counted.selfChecks += 1;
    }
    return counted;
  }

  async discard(): Promise<void> {
    this.#sets = [];
    this.#checks = [];
  }
}
