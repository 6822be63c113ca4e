import { AppError } from '../app/app-error.ts';
import type { AfterSet, EndReason, FrameRecord, SetNote, SetRecord } from '../coach/record/set-record.ts';
import type { Connection } from './connection.ts';
import { NOTHING_STORED, appendFrames, chunksOf, isBeginning } from './frame-chunks.ts';
import { MemorySets } from './memory-sets.ts';
import { mergedSet } from './merge-set.ts';
import { RunningSets } from './running-sets.ts';
import type { SetRow, StoredExtent } from './schema.ts';
import { headerOf, overviewOf, startOf } from './set-overview.ts';
import type { DamagedSet, ImportCount, SetHeader, SetOverview, SetProgress, SetStore } from './storage-contract.ts';
import { validateRecord, validateRow } from './validate-record.ts';

export interface SetRepositoryOptions {
  readonly running?: RunningSets;
  /** Called after each set whose end has been stored. */
  readonly onSaved?: () => void;
}

/** Another tab without locks may have taken a running set for one left behind. */
const GOES_ON: ReadonlySet<EndReason> = new Set(['running', 'interrupted']);

const rowOf = (head: SetHeader, extent: StoredExtent): SetRow => ({
  id: head.id,
  startedAt: startOf(head),
  head,
  ...extent,
});

/** Sets in IndexedDB, written as they happen. */
export class SetRepository implements SetStore {
  readonly #connection: Connection;
  readonly #running: RunningSets;
  readonly #onSaved: () => void;
  /** Finished sets that the database did not take. */
  readonly #unsaved = new MemorySets();

  constructor(connection: Connection, options: SetRepositoryOptions = {}) {
    this.#connection = connection;
    this.#running = options.running ?? new RunningSets();
    this.#onSaved = options.onSaved ?? (() => undefined);
  }

  async beginSet(header: SetHeader): Promise<void> {
    this.#running.hold(header.id);
    await this.#connection.run(['sets'], 'readwrite', async (transaction) => {
      await transaction.objectStore('sets').add(rowOf({ ...header, ended: 'running' }, NOTHING_STORED));
    });
  }

  async appendChunk(setId: string, frames: readonly FrameRecord[], rest: SetProgress): Promise<void> {
    await this.#connection.run(['sets', 'frames'], 'readwrite', async (transaction) => {
      const sets = transaction.objectStore('sets');
      const row = await sets.get(setId);
      if (row === undefined) throw new AppError('unexpected', `There is no set ${setId} to add frames to.`);
      if (!GOES_ON.has(row.head.ended)) throw new AppError('unexpected', `The set ${setId} has ended already.`);
      const extent = await appendFrames(transaction, setId, row, frames);
      await sets.put(rowOf({ ...row.head, ...rest, ended: 'running' }, extent));
    });
  }

  async finishSet(record: SetRecord): Promise<void> {
    try {
      await this.#write(record);
    } catch (error) {
      await this.#unsaved.finishSet(record);
      throw error;
    } finally {
      this.#running.release(record.id);
    }
    this.#onSaved();
  }

  async list(): Promise<readonly SetOverview[]> {
    const unsaved = await this.#unsaved.list();
    const stored = (await this.#rows()).flatMap((row) => {
      const valid = validateRow(row);
      const isUnsaved = unsaved.some(({ id }) => id === row.id);
      return valid.ok && !isUnsaved ? [overviewOf(valid.value.head, valid.value.frames, true)] : [];
    });
    return [...unsaved, ...stored];
  }

  async damaged(): Promise<readonly DamagedSet[]> {
    return (await this.#rows()).flatMap((row) => {
      const valid = validateRow(row);
      return valid.ok ? [] : [{ id: row.id, problem: valid.faults.join('; ') }];
    });
  }

  async load(id: string): Promise<SetRecord | null> {
    return (await this.#unsaved.load(id)) ?? (await this.#loadStored(id));
  }

  async keepAfter(id: string, after: AfterSet): Promise<void> {
    if ((await this.#unsaved.load(id)) !== null) return this.#unsaved.keepAfter(id, after);
    await this.#change(id, { after });
  }

  async keepNote(id: string, note: SetNote): Promise<void> {
    if ((await this.#unsaved.load(id)) !== null) return this.#unsaved.keepNote(id, note);
    await this.#change(id, { note });
  }

  async #change(id: string, part: Pick<SetRecord, 'after' | 'note'>): Promise<void> {
    await this.#connection.run(['sets'], 'readwrite', async (transaction) => {
      const row = await transaction.objectStore('sets').get(id);
      if (row === undefined) throw new AppError('unexpected', `There is no set ${id} to keep an answer of.`);
      await transaction.objectStore('sets').put({ ...row, head: { ...row.head, ...part } });
    });
  }

  async remove(id: string): Promise<void> {
    await this.#unsaved.remove(id);
    await this.#connection.run(['sets', 'frames'], 'readwrite', async (transaction) => {
      await transaction.objectStore('sets').delete(id);
      await transaction.objectStore('frames').delete(chunksOf(id));
    });
    await this.#saveUnsaved();
  }

  async removeAll(): Promise<void> {
    await this.#unsaved.removeAll();
    await this.#connection.run(['sets', 'frames'], 'readwrite', async (transaction) => {
      await transaction.objectStore('sets').clear();
      await transaction.objectStore('frames').clear();
    });
  }

  async addAll(records: readonly SetRecord[]): Promise<ImportCount> {
    return this.#connection.run(['sets', 'frames'], 'readwrite', async (transaction) => {
      const sets = transaction.objectStore('sets');
      let added = 0;
      let updated = 0;
      for (const record of records) {
        const row = await sets.get(record.id);
        const head = row ? mergedSet(row.head, record) : null;
        if (row && head) await sets.put({ ...row, head });
        if (head) updated += 1;
        if (row) continue;
        const extent = await appendFrames(transaction, record.id, NOTHING_STORED, record.frames);
        await sets.add(rowOf(headerOf(record), extent));
        added += 1;
      }
      return { added, skipped: records.length - added - updated, updated };
    });
  }

  /**
   * Marks the sets that a closed tab has left running as interrupted. `complete` may bring phases and summary into line
   * with the frames that were stored; should it fail, the set is kept as it stands.
   */
  async settleInterrupted(complete: (record: SetRecord) => SetRecord = (record) => record): Promise<void> {
    const left = await this.#connection.run(['sets'], 'readonly', (transaction) =>
      transaction.objectStore('sets').index('ended').getAllKeys('running'),
    );
    const held = await this.#running.held();
    for (const id of left.filter((key) => !held.has(key))) {
      const head = await this.#completed(id, complete);
      await this.#connection.run(['sets'], 'readwrite', async (transaction) => {
        const row = await transaction.objectStore('sets').get(id);
        if (row?.head.ended !== 'running') return;
        await transaction.objectStore('sets').put({ ...row, head: { ...(head ?? row.head), ended: 'interrupted' } });
      });
    }
  }

  async #completed(id: string, complete: (record: SetRecord) => SetRecord): Promise<SetHeader | null> {
    try {
      const record = await this.#loadStored(id);
      return record === null ? null : headerOf(complete(record));
    } catch {
      return null;
    }
  }

  /** Newest first, without a frame. */
  async #rows(): Promise<readonly SetRow[]> {
    const rows = await this.#connection.run(['sets'], 'readonly', (transaction) =>
      transaction.objectStore('sets').index('startedAt').getAll(),
    );
    return rows.toReversed();
  }

  async #loadStored(id: string): Promise<SetRecord | null> {
    const stored = await this.#connection.run(['sets', 'frames'], 'readonly', async (transaction) => {
      const row = await transaction.objectStore('sets').get(id);
      return { row, chunks: await transaction.objectStore('frames').getAll(chunksOf(id)) };
    });
    if (stored.row === undefined) return null;
    const frames = stored.chunks.flatMap((chunk) => chunk.frames);
    if (frames.length !== stored.row.frames) {
      throw damage(`${stored.row.frames} frames were stored, but ${frames.length} are there`);
    }
    const record = validateRecord({ ...stored.row.head, frames });
    if (!record.ok) throw damage(record.faults.join('; '));
    return record.value;
  }

  /** Stores the whole set in one transaction; frames that are there already are not written again. */
  async #write(record: SetRecord): Promise<void> {
    await this.#connection.run(['sets', 'frames'], 'readwrite', async (transaction) => {
      const sets = transaction.objectStore('sets');
      let stored: StoredExtent = (await sets.get(record.id)) ?? NOTHING_STORED;
      if (!isBeginning(stored, record.frames)) {
        await transaction.objectStore('frames').delete(chunksOf(record.id));
        stored = NOTHING_STORED;
      }
      const rest = record.frames.slice(stored.frames);
      await sets.put(rowOf(headerOf(record), await appendFrames(transaction, record.id, stored, rest)));
    });
  }

  /** Room has been made: what did not fit before may fit now. */
  async #saveUnsaved(): Promise<void> {
    for (const { id } of await this.#unsaved.list()) {
      const record = await this.#unsaved.load(id);
      if (record === null) continue;
      try {
        await this.#write(record);
        await this.#unsaved.remove(id);
      } catch {
        // Still no room: it stays in memory, and `saved: false` goes on saying so.
      }
    }
  }
}

const damage = (problem: string): AppError => new AppError('unexpected', `This set cannot be read back: ${problem}.`);
