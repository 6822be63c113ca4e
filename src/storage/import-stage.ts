import { AppError } from '../app/app-error.ts';
import type { Connection, Transaction } from './connection.ts';
import { chunksOf } from './frames/frame-keys.ts';
import { forgetOverviews } from './overviews.ts';
import type { RunningSets } from './running-sets.ts';
import { NOTHING_STORED, type IncomingRow, type SetRow } from './schema.ts';
import { mergedSet, startOf } from './set-header.ts';
import type { ImportCount, ImportPiece, ImportStage } from './storage-contract.ts';

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
