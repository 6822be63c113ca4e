import { AppError } from '../app/app-error.ts';
import type { AfterSet, FrameRecord, SetNote, SetRecord } from '../coach/record/set-record.ts';
import { mergedSet, headerOf, overviewOf, startOf } from './set-header.ts';
import type { DamagedSet, ImportCount, SetHeader, SetOverview, SetProgress, SetStore } from './storage-contract.ts';

/** Sets in memory, lost when the tab closes: for browsers without a database, and for sets that could not be stored. */
export class MemorySets implements SetStore {
  readonly #records = new Map<string, SetRecord>();

  async beginSet(header: SetHeader): Promise<void> {
    this.#records.set(header.id, { ...header, frames: [] });
  }

  async appendChunk(setId: string, frames: readonly FrameRecord[], rest: SetProgress): Promise<void> {
    const record = this.#records.get(setId);
    if (record === undefined) throw new AppError('unexpected', `There is no set ${setId} to add frames to.`);
    this.#records.set(setId, { ...record, ...rest, frames: [...record.frames, ...frames] });
  }

  async finishSet(record: SetRecord): Promise<void> {
    this.#records.set(record.id, record);
  }

  async list(): Promise<readonly SetOverview[]> {
    return [...this.#records.values()]
      .toSorted((a, b) => startOf(b) - startOf(a))
      .map((record) => overviewOf(headerOf(record), record.frames.length, false));
  }

  async damaged(): Promise<readonly DamagedSet[]> {
    return [];
  }

  async load(id: string): Promise<SetRecord | null> {
    return this.#records.get(id) ?? null;
  }

  async keepAfter(id: string, after: AfterSet): Promise<void> {
    this.#change(id, { after });
  }

  async keepNote(id: string, note: SetNote): Promise<void> {
    this.#change(id, { note });
  }

  #change(id: string, part: Pick<SetRecord, 'after' | 'note'>): void {
    const record = this.#records.get(id);
    if (record === undefined) throw new AppError('unexpected', `There is no set ${id} to keep an answer of.`);
    this.#records.set(id, { ...record, ...part });
  }

  async remove(id: string): Promise<void> {
    this.#records.delete(id);
  }

  async removeAll(): Promise<void> {
    this.#records.clear();
  }

  async addAll(records: readonly SetRecord[]): Promise<ImportCount> {
    const before = this.#records.size;
    let updated = 0;
    for (const record of records) {
      const stored = this.#records.get(record.id);
      const merged = stored ? mergedSet(stored, record) : null;
      if (merged) updated += 1;
      if (merged || !stored) this.#records.set(record.id, merged ?? record);
    }
    const added = this.#records.size - before;
    return { added, skipped: records.length - added - updated, updated };
  }
}
