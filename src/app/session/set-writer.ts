import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { PhaseKind } from '../../coach/drill-definition.ts';
import type { RecordHead, SetRecorder } from '../../coach/record/set-recorder.ts';
import type { EndReason, FlagRecord, RepRecord, SetRecord } from '../../coach/record/set-record.ts';
import type { SetStore } from '../../storage/storage-contract.ts';
import { type AppError, asAppError } from '../app-error.ts';
import { ifPossible } from './guard.ts';
import { summarise } from '../../coach/record/summarise.ts';
import { withoutCamera } from '../../coach/timeline/timeline.ts';
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

/** A browser that is killed loses at most this much, and what it takes to write it. `npm run kills` measures the loss. */
const CHUNK_EVERY: Milliseconds = 400;

/** Phases before the work. A set that broke off in them without a frame has nothing to show. */
const BEFORE_WORK: ReadonlySet<PhaseKind> = new Set(['ready', 'neutral', 'turn']);

/**
 * Stores a running set from its first frame on, several times a second, and its end. A failed write never stops the set.
 */
export class SetWriter {
  readonly #deps: SetWriterDeps;
  readonly #flags: FlagRecord[] = [];
  readonly #reps: RepRecord[] = [];
  #begun = false;
  /** The id under which the store has the set; null: it has not. */
  #created: string | null = null;
  #finished: SetRecord | null = null;
  #writtenAt: Milliseconds = Number.NEGATIVE_INFINITY;

  constructor(deps: SetWriterDeps) {
    this.#deps = deps;
  }

  /**
   * From now on the set is stored: with its first frame, or when its work begins without one. So a page that is closed
   * before leaves no empty set.
   */
  begin(): void {
    this.#begun = true;
  }

  /** Call often; writes several times a second. */
  tick(): void {
    if (this.#begun && this.#deps.pageNow() - this.#writtenAt >= CHUNK_EVERY) this.flush();
  }

  /**
   * Writes what is new without waiting, since the page may be closed. The summary needs every frame, so it is computed
   * at the end of the set, or by `completeRecord` when the tab was closed.
   */
  flush(): void {
    void this.#writeNew();
  }

  #writeNew(): Promise<void> {
    if (!this.#begun) return Promise.resolve();
    const chunk = this.#deps.recorder.takeChunk();
    const { frames, phases, neutral, neutrals, networksOut, away, ended } = chunk;
    if (this.#created === null && frames.length === 0 && phases.every(({ kind }) => BEFORE_WORK.has(kind)))
      return Promise.resolve();
    this.#writtenAt = this.#deps.pageNow();
    const created = this.#create();
    this.#flags.push(...chunk.flags);
    this.#reps.push(...chunk.reps);
    const { id, source, engine } = this.#deps.head();
    const flags = [...this.#flags, ...chunk.open];
    const named = {
      ...(networksOut && { networksOut }),
      ...(away && { away }),
      ...(ended !== 'running' && { ending: ended }),
    };
    const progress = { phases, neutral, neutrals, source, engine, flags, reps: [...this.#reps], ...named };
    // Both are asked for at once, since the page may be closed.
    return this.#try(created, this.#deps.sets.appendChunk(id, frames, progress));
  }

  /** Stores the end. Resolves when it is stored or could not be; null when `begin` was never called. */
  async finish(): Promise<SetRecord | null> {
    if (!this.#begun) return null;
    // Why it ended is kept first: the page may be closed while the summary is made.
    await this.#writeNew();
    const record = this.#deps.recorder.finish(this.#deps.head());
    await this.#try(this.#deps.sets.finishSet(record));
    this.#finished = record;
    return record;
  }

  /**
   * Keeps a set that an exception has ended. Where its record cannot be made, what was written stays, and the next start of
   * the app completes it. Never rejects. @returns the id of what is kept; null: nothing
   */
  async breakOff(why: Exclude<EndReason, 'running'>): Promise<string | null> {
    if (this.#finished !== null) return this.#finished.id;
    ifPossible(() => this.flush());
    const { recorder, head, sets } = this.#deps;
    const id = this.#created;
    if (id === null) return null;
    try {
      const record = recorder.finish(head());
      await this.#try(sets.finishSet(record.ended === 'running' ? { ...record, ended: why } : record));
    } catch {
      // What was written stays.
    }
    return id;
  }

  /** Tried again with the next frames where it failed. */
  #create(): Promise<void> {
    if (this.#created !== null) return Promise.resolve();
    const { frames: _later, ...header } = this.#deps.recorder.finish(this.#deps.head());
    this.#created = header.id;
    return this.#deps.sets.beginSet({ ...header, ended: 'running' }).catch((error: unknown) => {
      this.#created = null;
      throw error;
    });
  }

  /** Waits for all of it and tells the first trouble: the others follow from it. */
  async #try(...work: readonly Promise<void>[]): Promise<void> {
    const outcomes = await Promise.allSettled(work);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed) this.#deps.onTrouble(asAppError(failed.reason));
  }
}

/** Adds the summary to a set that a closed tab left unfinished. Few are watched by a phone, whose rules are loaded then. */
export async function completeRecord(record: SetRecord): Promise<SetRecord> {
  const drill = drillById(record.drill);
  if (!drill) return record;
  const seen = record.phone ? (await import('../../coach/rules/phone-rules.ts')).withPhone(drill, null) : drill;
  const done = record.source.kind === 'none' ? withoutCamera(drill) : seen;
  return { ...record, summary: summarise(record, done) };
}
