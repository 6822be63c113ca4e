import { AppError } from '../app/app-error.ts';
import type { AfterSet, EndReason, FrameRecord, SetNote, SetRecord } from '../coach/record/set-record.ts';
import type { Connection } from './connection.ts';
import { MemorySets } from './memory-sets.ts';
import type { CompleteRecord } from './later/when-needed.ts';
import { readOverviews } from './overviews.ts';
import { answered, earliest, headerOf, jsonBytes, startOf } from './set-header.ts';
import type { TellNews } from './accidents/safety-mark.ts';
import { chunksOf, framesIdOf } from './frames/frame-keys.ts';
import { RunningSets } from './running-sets.ts';
import { type FrameChunk, NOTHING_STORED, SET_STORES, type SetRow, type StoredExtent } from './schema.ts';
import type {
  DamagedSet,
  ImportCount,
  ImportedSets,
  SetHeader,
  SetOverview,
  SetProgress,
  SetStore,
  StoredSize,
} from './storage-contract.ts';

/** Bytes of a frame that is not packed; measured with sets of a camera. */
const BYTES_A_FRAME = 900;

/** Frames in a chunk when many are written at once; small enough that copying one does not block the page. */
const CHUNK_FRAMES = 250;

const framesToAppend = (setId: string, stored: StoredExtent, frames: readonly FrameRecord[]) => {
  const chunks: FrameChunk[] = [];
  for (let from = 0; from < frames.length; from += CHUNK_FRAMES)
    chunks.push({ setId, index: stored.chunks + chunks.length, frames: frames.slice(from, from + CHUNK_FRAMES) });
  const lastTime = frames.at(-1)?.t ?? stored.lastTime;
  const extent = { chunks: stored.chunks + chunks.length, frames: stored.frames + frames.length, lastTime };
  return { chunks, extent };
};

/**
 * True when the stored frames are the beginning of `frames`, so that only the rest must be written. Times increase, so
 * an equal count that ends at the same time must be the first frames.
 */
const isBeginning = (stored: StoredExtent, frames: readonly FrameRecord[]): boolean =>
  stored.frames === 0 || frames[stored.frames - 1]?.t === stored.lastTime;

export interface SetRepositoryOptions {
  readonly running?: RunningSets;
  /** Called after the end of a set, or imported sets, have been stored. */
  readonly onSaved?: () => void;
  /** Told before `list` resolves, and while a set ends. It never rejects. */
  readonly tell?: TellNews | undefined;
}

/** Ends that a running set may have: without locks another tab may have marked it as interrupted. */
const STILL_RUNNING: ReadonlySet<EndReason> = new Set(['running', 'interrupted']);

/** A write that fails aborts its transaction, and the transaction tells why. */
const unawaited = (write: Promise<unknown>): void => void write.catch(() => undefined);

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
  readonly #tell: TellNews | undefined;
  /** Finished sets that could not be stored. */
  readonly #unsaved = new MemorySets();

  constructor(connection: Connection, options: SetRepositoryOptions = {}) {
    this.#connection = connection;
    this.#running = options.running ?? new RunningSets();
    this.#onSaved = options.onSaved ?? (() => undefined);
    this.#tell = options.tell;
  }

  get unsaved(): readonly string[] {
    return this.#unsaved.unsaved;
  }

  async beginSet(header: SetHeader): Promise<void> {
    this.#running.hold(header.id);
    // The network may fail before the end of the set.
    import('./later/when-needed.ts').catch(() => undefined);
    await this.#connection.run(['sets'], 'readwrite', async (transaction) => {
      await transaction.objectStore('sets').add(rowOf({ ...header, ended: 'running' }, NOTHING_STORED));
    });
  }

  async appendChunk(setId: string, frames: readonly FrameRecord[], progress: SetProgress): Promise<void> {
    const { ending, ...rest } = progress;
    if (ending !== undefined) void this.#tell?.({ kind: 'told', set: { id: setId, ended: ending } });
    await this.#connection.run(SET_STORES, 'readwrite', async (transaction) => {
      const sets = transaction.objectStore('sets');
      const row = await sets.get(setId);
      if (row === undefined) throw new AppError('unexpected', `There is no set ${setId} to add frames to.`);
      if (!STILL_RUNNING.has(row.head.ended)) throw new AppError('unexpected', `The set ${setId} has ended already.`);
      // Of a running set none is kept, so there is none to forget several times a second.
      if (row.head.ended !== 'running') await transaction.objectStore('overviews').delete(setId);
      const { chunks, extent } = framesToAppend(setId, row, frames);
      for (const chunk of chunks) unawaited(transaction.objectStore('frames').put(chunk));
      const written = rowOf({ ...row.head, ...rest, ended: 'running' }, extent);
      unawaited(sets.put(ending === undefined ? written : { ...written, ending }));
      // Committed without waiting for the answers: each waits its turn in a busy page, and the page may be killed meanwhile.
      transaction.commit();
    });
  }

  async finishSet(record: SetRecord): Promise<void> {
    void this.#tell?.({ kind: 'told', set: record });
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
    try {
      const [{ sets: stored, damaged }, unsaved] = await Promise.all([
        readOverviews(this.#connection),
        this.#unsaved.list(),
      ]);
      const inMemory = new Set(unsaved.map(({ id }) => id));
      const sets = unsaved.length === 0 ? stored : [...unsaved, ...stored.filter(({ id }) => !inMemory.has(id))];
      await this.#tell?.({ kind: 'read', sets, damaged });
      return sets;
    } catch (error) {
      await this.#tell?.({ kind: 'unreadable' });
      throw error;
    }
  }

  async damaged(): Promise<readonly DamagedSet[]> {
    return (await readOverviews(this.#connection)).damaged;
  }

  async size(): Promise<StoredSize> {
    const [rows, unsaved] = await Promise.all([this.#rows(), this.#unsaved.size()]);
    const bytes = rows.map((row) => jsonBytes(row) + (row.packed ?? row.frames * BYTES_A_FRAME));
    return {
      count: rows.length + unsaved.count,
      bytes: bytes.reduce((sum, one) => sum + one, unsaved.bytes),
      since: earliest([...rows.map(({ startedAt }) => startedAt), Date.parse(unsaved.since ?? '')]),
    };
  }

  async load(id: string): Promise<SetRecord | null> {
    const inMemory = await this.#unsaved.load(id);
    return inMemory ?? (await import('./later/when-needed.ts')).loadStored(this.#connection, id);
  }

  async keepAfter(id: string, answers: Partial<AfterSet>): Promise<void> {
    void this.#tell?.({ kind: 'told', set: { id, ended: 'finished', after: answered(undefined, answers) } });
    if ((await this.#unsaved.load(id)) !== null) return this.#unsaved.keepAfter(id, answers);
    await this.#change(id, ({ after }) => ({ after: answered(after, answers) }));
  }

  async keepNote(id: string, note: SetNote): Promise<void> {
    if ((await this.#unsaved.load(id)) !== null) return this.#unsaved.keepNote(id, note);
    await this.#change(id, () => ({ note }));
  }

  async #change(id: string, partOf: (head: SetHeader) => Pick<SetRecord, 'after' | 'note'>): Promise<void> {
    await this.#connection.run(['sets', 'overviews'], 'readwrite', async (transaction) => {
      const row = await transaction.objectStore('sets').get(id);
      if (row === undefined) throw new AppError('unexpected', `There is no set ${id} to keep an answer of.`);
      await transaction.objectStore('overviews').delete(id);
      await transaction.objectStore('sets').put({ ...row, head: { ...row.head, ...partOf(row.head) } });
    });
  }

  async remove(id: string): Promise<() => Promise<void>> {
    const { removeStored } = await import('./later/when-needed.ts');
    const backInMemory = await this.#unsaved.remove(id);
    const backInDatabase = await removeStored(this.#connection, id);
    await this.#tell?.({ kind: 'removed', id });
    await this.#saveUnsaved();
    return async () => {
      await backInMemory();
      await backInDatabase();
    };
  }

  async removeAll(): Promise<void> {
    await this.#unsaved.removeAll();
    await this.#connection.run(SET_STORES, 'readwrite', async (transaction) => {
      await transaction.objectStore('overviews').clear();
      await transaction.objectStore('sets').clear();
      await transaction.objectStore('frames').clear();
    });
    await this.#tell?.({ kind: 'removed', id: null });
  }

  async addImported(imported: ImportedSets): Promise<ImportCount> {
    const { importInto } = await import('./merge-import.ts');
    const count = await importInto(this.#connection, imported);
    this.#onSaved();
    return count;
  }

  /**
   * Ends the sets that a closed tab left running, as interrupted. A set that had ended and only lacked its summary keeps its
   * ending: a stop for a symptom must not be lost because the page was closed at once.
   * @param complete computes the summary from the stored frames; when it fails, the set is kept without one
   */
  async settleInterrupted(complete: CompleteRecord = (record) => record): Promise<void> {
    const left = await this.#connection.run(['sets'], 'readonly', (transaction) =>
      transaction.objectStore('sets').index('ended').getAllKeys('running'),
    );
    if (left.length === 0) return;
    const held = await this.#running.held();
    const { endLeftSet } = await import('./later/when-needed.ts');
    for (const id of left.filter((key) => !held.has(key))) await endLeftSet(this.#connection, id, complete);
  }

  /** All rows without frames. Not by the index of dates, which leaves out rows whose date is damaged. */
  #rows(): Promise<readonly SetRow[]> {
    return this.#connection.run(['sets'], 'readonly', (transaction) => transaction.objectStore('sets').getAll());
  }

  /** Stores the whole set in one transaction. Frames that are stored already are not written again. */
  async #write(record: SetRecord): Promise<void> {
    await this.#connection.run(SET_STORES, 'readwrite', async (transaction) => {
      const sets = transaction.objectStore('sets');
      await transaction.objectStore('overviews').delete(record.id);
      const row = await sets.get(record.id);
      let stored: StoredExtent = row ?? NOTHING_STORED;
      // A set that had ended is replaced, as by the same video read again.
      const isOver = row !== undefined && !STILL_RUNNING.has(row.head.ended);
      if (isOver || row?.framesId !== undefined || !isBeginning(stored, record.frames)) {
        await transaction.objectStore('frames').delete(chunksOf(framesIdOf(record.id, row)));
        stored = NOTHING_STORED;
      }
      const { chunks, extent } = framesToAppend(record.id, stored, record.frames.slice(stored.frames));
      // One at a time, so that copying a long set does not block the page.
      for (const chunk of chunks) await transaction.objectStore('frames').put(chunk);
      await sets.put(rowOf(headerOf(record), extent));
    });
  }

  /** Tries again to store the sets in memory, after other sets were removed. */
  async #saveUnsaved(): Promise<void> {
    for (const { id } of await this.#unsaved.list()) {
      const record = await this.#unsaved.load(id);
      if (record === null) continue;
      try {
        await this.#write(record);
        await this.#unsaved.remove(id);
      } catch {
        // Still no room: the set stays in memory and its overview says `saved: false`.
      }
    }
  }
}
