import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { RecordHead, SetRecorder } from '../../coach/record/set-recorder.ts';
import type { FlagRecord, RepRecord, SetRecord } from '../../coach/record/set-record.ts';
import type { SetStore } from '../../storage/storage-contract.ts';
import type { AppError } from '../app-error.ts';
import { asAppError } from '../as-app-error.ts';

export interface SetWriterDeps {
  readonly sets: Pick<SetStore, 'beginSet' | 'appendChunk' | 'finishSet'>;
  readonly recorder: SetRecorder;
  /** What is known of the set now; the frame count and rate change while it runs. */
  readonly head: () => RecordHead;
  readonly pageNow: () => Milliseconds;
  /** The set goes on; the person is told. */
  readonly onTrouble: (error: AppError) => void;
}

/** A closed tab loses no more than this. */
const CHUNK_EVERY: Milliseconds = 1000;

/** Puts a running set into storage about once a second, and its end when it comes. Storage trouble never stops the set. */
export class SetWriter {
  readonly #deps: SetWriterDeps;
  readonly #flags: FlagRecord[] = [];
  readonly #reps: RepRecord[] = [];
  #begun = false;
  #writtenAt: Milliseconds = Number.NEGATIVE_INFINITY;

  constructor(deps: SetWriterDeps) {
    this.#deps = deps;
  }

  /** From here on the set is worth keeping. */
  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    const { frames: _later, ...header } = this.#deps.recorder.finish(this.#deps.head());
    void this.#try(this.#deps.sets.beginSet({ ...header, ended: 'running' }));
    this.#writtenAt = this.#deps.pageNow();
  }

  /** Call often; writes when a second has gone by. */
  tick(): void {
    if (this.#begun && this.#deps.pageNow() - this.#writtenAt >= CHUNK_EVERY) this.flush();
  }

  /**
   * Writes what is new now, without waiting: the page may be about to go. The summary looks at every frame of the set, so it
   * is left to the end, or to the next visit (`completeRecord`).
   */
  flush(): void {
    if (!this.#begun) return;
    this.#writtenAt = this.#deps.pageNow();
    const chunk = this.#deps.recorder.takeChunk();
    const { frames, phases, neutral, neutrals } = chunk;
    this.#flags.push(...chunk.flags);
    this.#reps.push(...chunk.reps);
    const { id, source, engine } = this.#deps.head();
    const flags = [...this.#flags, ...chunk.open];
    const progress = { phases, neutral, neutrals, source, engine, flags, reps: [...this.#reps] };
    void this.#try(this.#deps.sets.appendChunk(id, frames, progress));
  }

  /** Stores the end; resolves when it is stored, or cannot be. Null when the set was never worth keeping. */
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
