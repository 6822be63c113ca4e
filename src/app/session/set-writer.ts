import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { RecordHead, SetRecorder } from '../../coach/record/set-recorder.ts';
import type { FlagRecord, RepRecord, SetRecord } from '../../coach/record/set-record.ts';
import type { SetStore } from '../../storage/storage-contract.ts';
import type { AppError } from '../app-error.ts';
import { asAppError } from '../app-error.ts';
import { summarise } from '../../coach/record/summarise.ts';
import { drillById } from '../../drills/index.ts';

export interface SetWriterDeps {
  readonly sets: Pick<SetStore, 'beginSet' | 'appendChunk' | 'finishSet'>;
  readonly recorder: SetRecorder;
  /** The current head of the record; frame count and rate change during the set. */
  readonly head: () => RecordHead;
  readonly pageNow: () => Milliseconds;
  /** A write failed. The set goes on and the person is told. */
  readonly onTrouble: (error: AppError) => void;
}

/** A closed tab loses at most this much. */
const CHUNK_EVERY: Milliseconds = 1000;

/** Stores a running set about once a second, and its end. A failed write never stops the set. */
export class SetWriter {
  readonly #deps: SetWriterDeps;
  readonly #flags: FlagRecord[] = [];
  readonly #reps: RepRecord[] = [];
  #begun = false;
  #writtenAt: Milliseconds = Number.NEGATIVE_INFINITY;

  constructor(deps: SetWriterDeps) {
    this.#deps = deps;
  }

  /** Begins to store the set. Before this call nothing is written. */
  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    const { frames: _later, ...header } = this.#deps.recorder.finish(this.#deps.head());
    void this.#try(this.#deps.sets.beginSet({ ...header, ended: 'running' }));
    this.#writtenAt = this.#deps.pageNow();
  }

  /** Call often; writes once a second. */
  tick(): void {
    if (this.#begun && this.#deps.pageNow() - this.#writtenAt >= CHUNK_EVERY) this.flush();
  }

  /**
   * Writes what is new without waiting, since the page may be closed. The summary needs every frame, so it is computed
   * at the end of the set, or by `completeRecord` when the tab was closed.
   */
  flush(): void {
    if (!this.#begun) return;
    this.#writtenAt = this.#deps.pageNow();
    const chunk = this.#deps.recorder.takeChunk();
    const { frames, phases, neutral, neutrals, networksOut } = chunk;
    this.#flags.push(...chunk.flags);
    this.#reps.push(...chunk.reps);
    const { id, source, engine } = this.#deps.head();
    const flags = [...this.#flags, ...chunk.open];
    const named = networksOut ? { networksOut } : {};
    const progress = { phases, neutral, neutrals, source, engine, flags, reps: [...this.#reps], ...named };
    void this.#try(this.#deps.sets.appendChunk(id, frames, progress));
  }

  /** Stores the end. Resolves when it is stored or could not be; null when `begin` was never called. */
  async finish(): Promise<SetRecord | null> {
    if (!this.#begun) return null;
    const record = this.#deps.recorder.finish(this.#deps.head());
    await this.#try(this.#deps.sets.finishSet(record));
    return record;
  }

  async #try(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.#deps.onTrouble(asAppError(error));
    }
  }
}

/** Adds the summary to a set that a closed tab left unfinished. */
export function completeRecord(record: SetRecord): SetRecord {
  const drill = drillById(record.drill);
  return drill ? { ...record, summary: summarise(record, drill) } : record;
}
