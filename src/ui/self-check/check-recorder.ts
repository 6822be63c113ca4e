import { isWorking } from '../../coach/drill-definition.ts';
import type { Session } from '../../app/session/session-contract.ts';
import {
  type CaptureEvent,
  type CaptureInput,
  type CaptureState,
  openCapture,
  stepCapture,
} from '../../coach/self-check/position-capture.ts';
import { sampleOf } from '../../coach/self-check/self-check-plan.ts';
import type { HeldPosition, SelfCheckRecord } from '../../coach/self-check/self-check-record.ts';
import type { Gauge } from '../../coach/coach-contract.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import type { Degrees } from '../../instrument/geometry/units.ts';
import type { Reading, ReferencePoseQuality } from '../../instrument/output/reading.ts';
import type { SelfCheckStore } from '../../storage/storage-contract.ts';
import type { CheckRequest } from '../shell/app-flow.ts';

export interface CheckRecorderOptions {
  readonly session: Session;
  readonly store: SelfCheckStore;
  readonly request: CheckRequest;
  readonly appVersion: string;
  readonly now: () => Date;
  /** Something that the board shows has changed. */
  readonly onChange: () => void;
  /** The check cannot be stored. */
  readonly onTrouble: () => void;
}

const SOURCES = new Set<unknown>(['camera', 'file', 'demo']);
const isSource = (kind: unknown): kind is SelfCheckRecord['source'] => SOURCES.has(kind);

/** Feeds the readings of a set to the capture, says what it asks for, stores each position, and ends the set. */
export class CheckRecorder {
  readonly #options: CheckRecorderOptions;
  readonly #at: string;
  readonly #unsubscribe: () => void;
  #state: CaptureState = openCapture;
  #typed: readonly (Degrees | null)[] = [];
  #quality: ReferencePoseQuality | null = null;
  #last: CaptureEvent | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: CheckRecorderOptions) {
    this.#options = options;
    this.#at = options.now().toISOString();
    this.#unsubscribe = options.session.onReading((reading, gauge) => this.#observe(reading, gauge));
  }

  get state(): CaptureState {
    return this.#state;
  }

  /** What happened last, for the words on the board; null: nothing yet. */
  get last(): CaptureEvent | null {
    return this.#last;
  }

  act(input: Extract<CaptureInput, { kind: 'measure' | 'next' | 'again' }>): void {
    this.#step(input);
  }

  /** Keeps the typed angle of the last position and goes on. */
  type(angle: Degrees | null): void {
    const last = this.#state.held.length - 1;
    if (last < 0) return;
    this.#typed = this.#state.held.map((_, index) => (index === last ? angle : (this.#typed[index] ?? null)));
    this.#store();
    this.#step({ kind: 'next' });
  }

  close(): void {
    this.#unsubscribe();
  }

  #observe(reading: Reading, gauge: Gauge | null): void {
    if (reading.referencePose.kind === 'set') this.#quality = reading.referencePose.quality;
    const { plan } = this.#options.session.snapshot;
    const { phase } = gauge ?? {};
    if (!plan || !phase || !isWorking(phase.kind)) return;
    if (reading.startDoubted && this.#state.held.length > 0) {
      this.#typed = [];
      this.#step({ kind: 'start-doubted' });
    }
    const { side, instrument } = this.#options.request;
    const sample = sampleOf(reading, { drill: plan.drill, side, instrument });
    this.#step({ kind: 'reading', time: reading.time, sample, arm: (reading.raisedArms ?? 0) > 0 });
  }

  #step(input: CaptureInput): void {
    const before = this.#state;
    const { state, events } = stepCapture(before, input, { handsFree: this.#options.request.handsFree });
    this.#state = state;
    if (state.held !== before.held) this.#store();
    for (const event of events) this.#tell(event);
    if (events.length > 0 || state.stage !== before.stage) this.#options.onChange();
  }

  #tell(event: CaptureEvent): void {
    this.#last = event;
    const { session } = this.#options;
    const words = selfCheckWords().run;
    const say = (text: string): void => session.announce({ kind: 'say', text, urgent: true });
    switch (event.kind) {
      case 'tick':
        return session.announce({ kind: 'beep', tone: 'tick' });
      case 'ask':
        return say(words.positions[event.position] ?? '');
      case 'kept':
        session.announce({ kind: 'beep', tone: 'hold' });
        return say(words.kept);
      case 'done':
        void this.#writing.then(() => session.stop('stopped'));
        return;
      case 'counting':
      case 'measuring':
      case 'moved':
      case 'unseen':
        return say(words[event.kind]);
    }
  }

  /** Stores what there is. The next write waits for this one, so that an older state never comes last. */
  #store(): void {
    const record = this.#record();
    if (record === null) return;
    const { store, onTrouble } = this.#options;
    const write = () => (record.positions.length > 0 ? store.keep(record) : store.remove(record.id));
    this.#writing = this.#writing.then(write).catch(onTrouble);
  }

  #record(): SelfCheckRecord | null {
    const { session, request, appVersion } = this.#options;
    const { plan, source, engine } = session.snapshot;
    if (!plan || !isSource(source)) return null;
    return {
      version: 1,
      id: request.id,
      at: this.#at,
      appVersion,
      drill: plan.drill.id,
      side: request.side,
      instrument: request.instrument,
      source,
      view: viewOf(this.#quality),
      engine: { model: engine?.model ?? '', backend: engine?.backend ?? '', version: engine?.version ?? '' },
      pelvisModel: this.#quality?.pelvisModel ?? null,
      positions: this.#state.held.map((held, index): HeldPosition => ({ ...held, typed: this.#typed[index] ?? null })),
    };
  }
}

function viewOf(quality: ReferencePoseQuality | null): SelfCheckRecord['view'] {
  if (quality === null) return null;
  const { view, azimuth, lookingDown, lensHeight, distance } = quality;
  return { view, azimuth, lookingDown, lensHeight, distance };
}
