import { AppError } from '../app/app-error.ts';
import type { AfterSet, FrameRecord, SetNote, SetRecord } from '../coach/record/set-record.ts';
import { answered, earliest, hipTestIn, headerOf, jsonBytes, overviewOf, startOf } from './set-header.ts';
import type {
  DamagedSet,
  ImportStage,
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

  /** @param selfChecks where imported checks go; null: nowhere */
  constructor(selfChecks: SelfCheckStore | null = null) {
    this.#selfChecks = selfChecks;
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
  }

  async list(): Promise<readonly SetOverview[]> {
    const records = [...this.#records.values()].toSorted((a, b) => startOf(b) - startOf(a));
    return Promise.all(
      records.map(async (record) => {
        const isOwn = this.#own.has(record.id) || record.ended === 'running';
        const overview = overviewOf(headerOf(record), record.frames.length, false, await hipTestIn(record));
        return { ...overview, ...(isOwn ? {} : { imported: true }) };
      }),
    );
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
    this.#change(id, { after: answered(this.#records.get(id)?.after, answers) });
  }

  async keepNote(id: string, note: SetNote): Promise<void> {
    this.#change(id, { note });
  }

  #change(id: string, part: Pick<SetRecord, 'after' | 'note'>): void {
    const record = this.#records.get(id);
    if (record === undefined) throw new AppError('unexpected', `There is no set ${id} to keep an answer of.`);
    this.#records.set(id, { ...record, ...part });
  }

  async remove(id: string): Promise<() => Promise<void>> {
    const record = this.#records.get(id);
    this.#records.delete(id);
    const isOwn = this.#own.delete(id);
    return async () => {
      if (record) this.#records.set(id, record);
      if (isOwn) this.#own.add(id);
    };
  }

  async removeAll(): Promise<void> {
    this.#records.clear();
    this.#own.clear();
  }

  async beginImport(): Promise<ImportStage> {
    const { MemoryImport } = await import('./import-stage.ts');
    return new MemoryImport(this.#records, this.#selfChecks);
  }
}
