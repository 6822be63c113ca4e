import type { MeasurementPlan } from '../../instrument/input/measurement-plan.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import {
  type GatePlan,
  type GateState,
  gateView,
  type GateView,
  openGate,
  stepGate,
} from '../../coach/setup/setup-gate.ts';
import { noticeWords } from '../../i18n/en/notices.ts';
import { AppError, asAppError } from '../app-error.ts';
import type { FrameSource, SourceEvent } from '../sources/frame-source.ts';
import type { SourceRequest } from './session-contract.ts';
import type { SessionNotices } from './set-troubles.ts';
import type { SessionClient } from '../worker-client/pose-client.ts';
import type { GuardedParts } from './session-parts.ts';
import { SourceLink, type SourceLinkOptions } from '../sources/source-link.ts';
import type { Announcer } from '../sound/announcer.ts';

export interface PlacementOptions {
  readonly source: FrameSource;
  readonly request: SourceRequest;
  readonly client: SessionClient;
  readonly plan: SetPlan;
  readonly measurementPlan: MeasurementPlan;
  readonly parts: Pick<GuardedParts, 'openSource' | 'makePump' | 'announcer' | 'pageNow' | 'guard'>;
  readonly notices: SessionNotices;
  readonly onTimes: SourceLinkOptions['onTimes'];
  readonly onReading: (reading: Reading) => void;
  /** Before a camera: all checks pass and the reference pose is set. */
  readonly onReferenceHeld: () => void;
  readonly onFailed: (error: AppError) => void;
}

/** The stage before the set: picture and set-up checks run until the person starts. A file plays again and again. */
export class Placement {
  readonly #options: PlacementOptions;
  readonly #gate: SetupGate;
  #link: SourceLink | null = null;
  /** Time of the newest reading, on the worker's clock (s) and on the page's clock (ms). */
  #read = { time: 0, at: 0 };
  /** A file that is being opened again. Only one at a time, because they share the video element. */
  #opening: Promise<FrameSource | null> | null = null;
  #handedOver = false;
  #closed = false;

  constructor(options: PlacementOptions) {
    this.#options = options;
    const { source, plan, request, client, parts, onReferenceHeld } = options;
    this.#gate = new SetupGate({
      plan: {
        drill: plan.drill,
        side: plan.sides[0] ?? 'left',
        handsFree: request.kind === 'camera',
        words: plan.words.gate,
        voiceRate: plan.voiceRate,
      },
      client,
      announcer: parts.announcer,
      onReferenceHeld: () => this.#handedOver || onReferenceHeld(),
    });
    if (!source.video.ended) this.#show(source);
    else {
      // A short video may have ended while the model was loading.
      source.close();
      parts.guard.watch(this.#playAgain());
    }
  }

  get gate(): GateView {
    return this.#gate.view;
  }

  /** A phone has come, with its words. */
  useWords(words: GatePlan['words']): void {
    this.#gate.useWords(words);
  }

  get workerNow(): Seconds {
    const { time, at } = this.#read;
    return time + (this.#options.parts.pageNow() - at) / 1000;
  }

  get counts(): SourceLink['counts'] | null {
    return this.#link?.counts ?? null;
  }

  /**
   * Ends the placement and returns the source for the set: the running camera, or the file from its beginning. Null
   * when the placement was closed meanwhile.
   */
  async handOver(): Promise<FrameSource | null> {
    this.#handedOver = true;
    this.#options.notices.set('remark', null);
    if (this.#options.request.kind !== 'camera') return this.#opening ?? this.#reopened();
    const source = this.#link?.source ?? null;
    this.#link?.disconnect();
    this.#link = null;
    return source;
  }

  close(): void {
    this.#closed = true;
    this.#link?.close();
    this.#link = null;
  }

  #show(source: FrameSource): void {
    const { client, measurementPlan, parts, onReading, onTimes } = this.#options;
    client.begin({ ...measurementPlan, countsPeople: true }).catch((error: unknown) => {
      if (!this.#handedOver) this.#fail(asAppError(error));
    });
    const remarks = (source.remarks ?? []).map((remark) => noticeWords().remarks[remark]);
    this.#options.notices.set('remark', remarks.length > 0 ? remarks.join(' ') : null);
    this.#link = new SourceLink({
      source,
      client,
      makePump: parts.makePump,
      clock: null,
      onTimes,
      guard: parts.guard,
      onReading: (reading) => {
        this.#read = { time: reading.time, at: parts.pageNow() };
        this.#gate.observe(reading);
        if (!this.#handedOver) onReading(reading);
      },
      onEvent: (event) => this.#onEvent(event),
    });
  }

  #onEvent(event: SourceEvent): void {
    const { notices } = this.#options;
    if (event.kind === 'muted') notices.set('camera', event.muted ? noticeWords().shown.cameraSilent : null);
    else if (event.kind === 'lost') this.#fail(new AppError(event.code, 'lost while placing'));
    else this.#options.parts.guard.watch(this.#playAgain());
  }

  async #playAgain(): Promise<void> {
    this.#opening = this.#reopened();
    const source = await this.#opening;
    this.#opening = null;
    if (source && !this.#handedOver) this.#show(source);
  }

  async #reopened(): Promise<FrameSource | null> {
    this.#link?.close();
    this.#link = null;
    try {
      const source = await this.#options.parts.openSource(this.#options.request);
      if (!this.#closed) return source;
      source.close();
    } catch (error) {
      this.#fail(asAppError(error));
    }
    return null;
  }

  #fail(error: AppError): void {
    if (!this.#closed) this.#options.onFailed(error);
  }
}

interface SetupGateOptions {
  readonly plan: GatePlan;
  readonly client: Pick<SessionClient, 'beginReferencePose'>;
  readonly announcer: Pick<Announcer, 'carryOut'>;
  /** The reference pose is set: the set may begin. */
  readonly onReferenceHeld: () => void;
}

/** Carries out what the set-up checks ask for: speech, tones, and capturing the reference pose. */
class SetupGate {
  readonly #options: SetupGateOptions;
  #state: GateState = openGate;
  #plan: GatePlan;

  constructor(options: SetupGateOptions) {
    this.#options = options;
    this.#plan = options.plan;
  }

  get view(): GateView {
    return gateView(this.#state, this.#plan);
  }

  useWords(words: GatePlan['words']): void {
    this.#plan = { ...this.#plan, words };
  }

  observe(reading: Reading): void {
    const plan = this.#plan;
    const { client, announcer, onReferenceHeld } = this.#options;
    const wasHeld = this.#state.referenceHeld;
    const { state, say, tone, ask } = stepGate(this.#state, reading, plan);
    this.#state = state;
    if (say !== null) announcer.carryOut({ kind: 'say', asks: true, ...say });
    if (tone !== null) announcer.carryOut({ kind: 'beep', tone });
    // The client restarts a worker that does not answer, and reports it.
    if (ask) client.beginReferencePose().catch(() => undefined);
    if (state.referenceHeld && !wasHeld) onReferenceHeld();
  }
}
