import type { Session, SessionSnapshot, SourceRequest } from '../../../src/app/session/session-contract.ts';
import type { Reading } from '../../../src/instrument/output/reading.ts';
import type { Gauge, SetPlan, StopKind } from '../../../src/coach/coach-contract.ts';

const idleSnapshot: SessionSnapshot = {
  stage: 'idle',
  source: null,
  plan: null,
  load: null,
  engine: null,
  gauge: null,
  reading: null,
  gate: null,
  arm: null,
  error: null,
  notice: null,
  blind: null,
  recordId: null,
  muted: false,
  workerRestarts: 0,
  frames: { measured: 0, dropped: 0, perSecond: 0 },
};

/** A session that does nothing: the test sets its snapshot and reads the calls. */
export class FakeSession implements Session {
  readonly video = document.createElement('video');
  readonly calls: string[] = [];
  #snapshot = idleSnapshot;
  readonly #listeners = new Set<() => void>();
  readonly #readers = new Set<(reading: Reading, gauge: Gauge | null) => void>();

  get snapshot(): SessionSnapshot {
    return this.#snapshot;
  }

  show(part: Partial<SessionSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
    if (part.reading) for (const reader of this.#readers) reader(part.reading, this.#snapshot.gauge);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onReading(listener: (reading: Reading, gauge: Gauge | null) => void): () => void {
    this.#readers.add(listener);
    return () => this.#readers.delete(listener);
  }

  async usePhone(): Promise<void> {}

  prepare(): void {}

  fail(): void {}

  async open(plan: SetPlan, source: SourceRequest): Promise<void> {
    this.calls.push(`open ${plan.drill.id} ${plan.sides.join('+')} ${plan.goal} ${source.kind}`);
    this.show({ stage: 'starting', plan, source: source.kind, error: null });
  }

  start(): void {
    this.calls.push('start');
  }

  pause(): void {
    this.calls.push('pause');
    this.#gauge({ paused: true });
  }

  resume(): void {
    this.calls.push('resume');
    this.#gauge({ paused: false });
  }

  skip(): void {
    this.calls.push('skip');
  }

  count(): void {
    this.calls.push('count');
  }

  stop(why: StopKind): void {
    this.calls.push(`stop ${why}`);
    this.show({ stage: 'finished', recordId: 'set-1' });
  }

  setMuted(muted: boolean): void {
    this.calls.push(`mute ${muted}`);
    this.show({ muted });
  }

  unlockSound(): void {}

  announce(effect: Parameters<Session['announce']>[0]): void {
    this.calls.push(effect.kind === 'say' ? `say ${effect.text}` : `tone ${effect.tone}`);
  }

  async close(): Promise<void> {
    this.calls.push('close');
    this.show(idleSnapshot);
  }

  #gauge(part: Partial<Gauge>): void {
    const { gauge } = this.#snapshot;
    if (gauge) this.show({ gauge: { ...gauge, ...part } });
  }
}
