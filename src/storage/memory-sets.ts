import { AppError } from '../app/app-error.ts';
import type { AfterSet, FrameRecord, SetNote, SetRecord } from '../coach/record/set-record.ts';
import type { TellNews } from './accidents/safety-mark.ts';
import { answered, earliest, hipTestIn, headerOf, jsonBytes, overviewOf, startOf } from './set-header.ts';
import type {
  DamagedSet,
  ImportCount,
  ImportedSets,
  SelfCheckStore,
  SetHeader,
  SetOverview,
  SetProgress,
  SetStore,
  StoredSize,
} from './storage-contract.ts';

/** Sets in memory, lost when the tab closes: for browsers without a database, and for sets that could not be stored. */
export class MemorySets implements SetStore {
  readonly #records = new Map<string, SetRecord>();
  /** Ids of the sets that were done here, not imported. */
  readonly #own = new Set<string>();
  readonly #selfChecks: SelfCheckStore | null;
  readonly #tell: TellNews | undefined;

  /** @param selfChecks where imported checks go; null: nowhere */
  constructor(selfChecks: SelfCheckStore | null = null, tell?: TellNews) {
    this.#selfChecks = selfChecks;
    this.#tell = tell;
  }

  get unsaved(): readonly string[] {
    return [...this.#own];
  }

  async beginSet(header: SetHeader): Promise<void> {
    this.#records.set(header.id, { ...header, frames: [] });
  }

  async appendChunk(setId: string, frames: readonly FrameRecord[], progress: SetProgress): Promise<void> {
    const { ending: _ending, ...rest } = progress;
    const record = this.#records.get(setId);
    if (record === undefined) throw new AppError('unexpected', `There is no set ${setId} to add frames to.`);
    this.#records.set(setId, { ...record, ...rest, frames: [...record.frames, ...frames] });
  }

  async finishSet(record: SetRecord): Promise<void> {
    this.#records.set(record.id, record);
    if (record.source.kind !== 'demo') this.#own.add(record.id);
    await this.#tell?.({ kind: 'told', set: record });
  }

  async list(): Promise<readonly SetOverview[]> {
    const records = [...this.#records.values()].toSorted((a, b) => startOf(b) - startOf(a));
    const sets = await Promise.all(
      records.map(async (record) => {
        const isOwn = this.#own.has(record.id) || record.ended === 'running';
        const overview = overviewOf(headerOf(record), record.frames.length, false, await hipTestIn(record));
        return { ...overview, ...(isOwn ? {} : { imported: true }) };
      }),
    );
    await this.#tell?.({ kind: 'read', sets, damaged: null });
    return sets;
  }

  async damaged(): Promise<readonly DamagedSet[]> {
    return [];
  }

  async size(): Promise<StoredSize> {
    const records = [...this.#records.values()];
    const bytes = records.reduce((sum, record) => sum + jsonBytes(record), 0);
    return { count: records.length, bytes, since: earliest(records.map(startOf)) };
  }

  async load(id: string): Promise<SetRecord | null> {
    return this.#records.get(id) ?? null;
  }

  async keepAfter(id: string, answers: Partial<AfterSet>): Promise<void> {
    const set = this.#change(id, { after: answered(this.#records.get(id)?.after, answers) });
    await this.#tell?.({ kind: 'told', set });
  }

  async keepNote(id: string, note: SetNote): Promise<void> {
    this.#change(id, { note });
  }

  #change(id: string, part: Pick<SetRecord, 'after' | 'note'>): SetRecord {
    const record = this.#records.get(id);
    if (record === undefined) throw new AppError('unexpected', `There is no set ${id} to keep an answer of.`);
    const changed = { ...record, ...part };
    this.#records.set(id, changed);
    return changed;
  }

  async remove(id: string): Promise<() => Promise<void>> {
    const record = this.#records.get(id);
    this.#records.delete(id);
    const isOwn = this.#own.delete(id);
    await this.#tell?.({ kind: 'removed', id });
    return async () => {
      if (record) this.#records.set(id, record);
      if (isOwn) this.#own.add(id);
    };
  }

  async removeAll(): Promise<void> {
    this.#records.clear();
    this.#own.clear();
    await this.#tell?.({ kind: 'removed', id: null });
  }

  async addImported(imported: ImportedSets): Promise<ImportCount> {
    const { importIntoMemory } = await import('./merge-import.ts');
    return importIntoMemory(this.#records, this.#selfChecks, imported);
  }
}
