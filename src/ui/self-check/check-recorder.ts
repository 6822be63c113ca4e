import type { PhoneLink, PhoneState } from '../../app/phone/phone-link.ts';
import type { Session } from '../../app/session/session-contract.ts';
import type { Gauge } from '../../coach/coach-contract.ts';
import { isWorking } from '../../coach/drill-definition.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';
import type { Reading, ReferencePoseQuality } from '../../instrument/output/reading.ts';
import { type ShinTrouble, ShinWatch } from '../../instrument/phone/shin-watch.ts';
import type { SelfCheckStore } from '../../storage/storage-contract.ts';
import { type KnownTurn, positionByPhone } from '../../training/self-check/position-by-phone.ts';
import {
  type CaptureEvent,
  type CaptureInput,
  type CaptureState,
  openCapture,
  stepCapture,
} from '../../training/self-check/position-capture.ts';
import { sampleOf } from '../../training/self-check/self-check-plan.ts';
import { type HeldPosition, legInTotal, type SelfCheckRecord } from '../../training/self-check/self-check-record.ts';
import type { CheckRequest } from '../shell/app-flow.ts';

export type CheckPhone = Pick<PhoneLink, 'state' | 'subscribe' | 'recent' | 'onSamples'>;

/** A start may have been held this long before the check began to listen. */
const BEFORE: Seconds = 8;
/** A later start is taken only from what is held right now. */
const RIGHT_NOW: Seconds = 0.1;

/** Reads the paired phone on the shin for a check. */
export class PhoneReader {
  readonly #phone: CheckPhone;
  readonly #now: () => Seconds;
  readonly #watch = new ShinWatch();
  readonly #ends: readonly (() => void)[];
  #known: KnownTurn | null = null;

  /** @param now on the clock of the phone's samples @param onChange the phone has come, gone or fallen asleep */
  constructor(phone: CheckPhone, now: () => Seconds, onChange: () => void) {
    this.#phone = phone;
    this.#now = now;
    this.#watch.take(phone.recent(now() - BEFORE));
    this.#ends = [phone.onSamples((samples) => this.#watch.take(samples)), phone.subscribe(onChange)];
  }

  get state(): PhoneState['kind'] {
    return this.#phone.state.kind;
  }

  get hasZero(): boolean {
    return this.#watch.hasZero;
  }

  /** The app has a start position: the phone counts from it as well. */
  startHeld(): void {
    this.#known = null;
    this.#watch.zero(this.#now());
  }

  /** The leg is near the start. @returns whether the phone is still there, and counts from now on */
  catchUp(): boolean {
    return this.#watch.zero(this.#now(), RIGHT_NOW);
  }

  /** The angle at this moment, at which a position was held. */
  read(held: HeldPosition): Pick<HeldPosition, 'typed' | 'phone'> | ShinTrouble {
    const turn = this.#watch.at(this.#now());
    if (typeof turn === 'string') return turn;
    const { position, known } = positionByPhone(turn, held, this.#known);
    this.#known = known;
    return position;
  }

  close(): void {
    for (const end of this.#ends) end();
  }
}

export interface CheckRecorderOptions {
  readonly session: Session;
  readonly store: SelfCheckStore;
  readonly request: CheckRequest;
  readonly appVersion: string;
  readonly now: () => Date;
  /** The connected phone on the shin, where the check reads one, and the clock of its samples. Absent: angles are typed. */
  readonly phone?: { readonly link: CheckPhone; readonly now: () => Seconds } | null;
  readonly onChange: () => void;
  readonly onTrouble: () => void;
}

type OwnAngle = Pick<HeldPosition, 'typed' | 'phone'>;

/** So near to the start of the camera, a phone that missed it takes its zero. */
const AT_START: Degrees = 2;

/** Feeds the readings of a set to the capture, says what it asks for, stores each position, and ends the set. */
export class CheckRecorder {
  readonly #options: CheckRecorderOptions;
  readonly #at: string;
  readonly #unsubscribe: () => void;
  #state: CaptureState = openCapture;
  readonly #phone: PhoneReader | null;
  #own: readonly OwnAngle[] = [];
  /** When the app's start was held. Null: not yet. */
  #startAt: Seconds | null = null;
  /** What the phone lacks, shown until it has it, and said in place of the next request. */
  #lack: string | null = null;
  /** The person was asked back to the start once; whoever cannot go back types. */
  #askedBack = false;
  #quality: ReferencePoseQuality | null = null;
  #last: CaptureEvent | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: CheckRecorderOptions) {
    this.#options = options;
    this.#at = options.now().toISOString();
    const { phone } = options;
    this.#phone = phone ? new PhoneReader(phone.link, phone.now, options.onChange) : null;
    this.#unsubscribe = options.session.onReading((reading, gauge) => this.#observe(reading, gauge));
  }

  get state(): CaptureState {
    return this.#state;
  }

  /** What happened last, for the words on the board; null: nothing yet. */
  get last(): CaptureEvent | null {
    return this.#last;
  }

  /** What the person has to do for the phone; null: nothing. */
  get lack(): string | null {
    return this.#lack;
  }

  /** The phone that is read; null: angles are typed. */
  get phone(): Pick<PhoneReader, 'state' | 'hasZero'> | null {
    return this.#phone;
  }

  /** The person wants the next two seconds measured. */
  measure(): void {
    this.#step({ kind: 'measure' });
  }

  close(): void {
    this.#unsubscribe();
    this.#phone?.close();
  }

  #keep(own: OwnAngle): void {
    const last = this.#state.held.length - 1;
    this.#own = this.#state.held.map((_, index) => (index === last ? own : (this.#own[index] ?? { typed: null })));
    this.#store();
  }

  #observe(reading: Reading, gauge: Gauge | null): void {
    if (reading.referencePose.kind === 'set') this.#startHeld(reading.referencePose.quality, reading.referencePose.at);
    const { plan } = this.#options.session.snapshot;
    const { phase } = gauge ?? {};
    if (!plan || !phase || !isWorking(phase.kind)) return;
    if (reading.startDoubted && this.#state.held.length > 0) {
      this.#own = [];
      this.#step({ kind: 'start-doubted' });
    }
    const { side, instrument } = this.#options.request;
    const sample = sampleOf(reading, { drill: plan.drill, side, instrument });
    if (sample && Math.abs(legInTotal(sample)) <= AT_START) this.#catchUp();
    this.#step({ kind: 'reading', time: reading.time, sample });
  }

  #startHeld(quality: ReferencePoseQuality, at: Seconds): void {
    this.#quality = quality;
    if (at === this.#startAt) return;
    this.#startAt = at;
    this.#phone?.startHeld();
  }

  /** The phone was not still while the start was held. */
  #catchUp(): void {
    if (this.#phone === null || this.#phone.hasZero || !this.#phone.catchUp() || this.#lack === null) return;
    this.#lack = null;
    this.#tell({ kind: 'ask', position: this.#state.held.length });
    this.#options.onChange();
  }

  #step(input: CaptureInput): void {
    const before = this.#state;
    const { state, events } = stepCapture(before, input);
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
      case 'ask':
        return say(this.#lack ?? words.positions[event.position] ?? '');
      case 'kept':
        session.announce({ kind: 'beep', tone: 'hold' });
        return this.#phone === null ? say(words.kept) : this.#readPhone(this.#phone, event.position);
      case 'done':
        void this.#writing.then(() => session.stop('stopped'));
        return;
      case 'measuring':
      case 'moved':
      case 'unseen':
        return say(words[event.kind]);
    }
  }

  /** Takes the phone's angle and goes on. What it cannot give is held again, or typed later. */
  #readPhone(phone: PhoneReader, position: number): void {
    const held = this.#state.held.at(-1);
    const read = held ? phone.read(held) : 'silent';
    this.#lack = null;
    if (typeof read === 'object') {
      this.#keep(read);
      return this.#step({ kind: 'next' });
    }
    const words = selfCheckWords().run;
    if (read === 'silent' || (read === 'no-zero' && this.#askedBack))
      return this.#options.session.announce({ kind: 'say', text: words.phone.lost, urgent: true });
    this.#askedBack ||= read === 'no-zero';
    this.#lack = [words.phone[read], ...(read === 'moving' ? [words.positions[position]] : [])].join(' ');
    this.#step({ kind: 'again' });
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
    if (!plan || (source !== 'camera' && source !== 'demo')) return null;
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
      positions: this.#state.held.map(
        (held, index): HeldPosition => ({ ...held, ...(this.#own[index] ?? { typed: null }) }),
      ),
    };
  }
}

function viewOf(quality: ReferencePoseQuality | null): SelfCheckRecord['view'] {
  if (quality === null) return null;
  const { view, azimuth, lookingDown, lensHeight, distance } = quality;
  return { view, azimuth, lookingDown, lensHeight, distance };
}
