import type { MeasurementPlan } from '../../instrument/input/measurement-plan.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import type { GateView } from '../../coach/setup/setup-gate.ts';
import { wordsFor } from '../../coach/speech/words-for.ts';
import { noticeWords } from '../../i18n/en/notices.ts';
import { AppError } from '../app-error.ts';
import { asAppError } from '../as-app-error.ts';
import type { FrameSource, SourceEvent } from '../sources/frame-source.ts';
import type { SourceRequest } from './session-contract.ts';
import type { SessionNotices } from './session-notices.ts';
import type { SessionClient, SessionParts } from './session-parts.ts';
import { SetupGate } from './setup-gate-runner.ts';
import { SourceLink } from '../sources/source-link.ts';

export interface PlacementOptions {
  readonly source: FrameSource;
  readonly request: SourceRequest;
  readonly client: SessionClient;
  readonly plan: SetPlan;
  readonly measurementPlan: MeasurementPlan;
  readonly parts: Pick<SessionParts, 'openSource' | 'makePump' | 'announcer' | 'pageNow'>;
  readonly notices: SessionNotices;
  readonly onReading: (reading: Reading) => void;
  /** Before a camera: all checks hold and the start was held. */
  readonly onArmed: () => void;
  readonly onFailed: (error: AppError) => void;
}

/** The time before the set: picture and framing check run until the person starts. A file plays round and round. */
export class Placement {
  readonly #options: PlacementOptions;
  readonly #gate: SetupGate;
  #link: SourceLink | null = null;
  /** Of the newest reading, on the worker's clock and on the page's. */
  #read = { time: 0, at: 0 };
  #personSeen = false;
  /** A file on its way from the beginning. Never two at once: they would share the element. */
  #opening: Promise<FrameSource | null> | null = null;
  #handedOver = false;
  #closed = false;

  constructor(options: PlacementOptions) {
    this.#options = options;
    const { source, plan, request, client, parts, onArmed } = options;
    this.#gate = new SetupGate({
      plan: {
        drill: plan.drill,
        side: plan.sides[0] ?? 'left',
        handsFree: request.kind === 'camera',
        words: wordsFor(plan).gate,
        voiceRate: plan.voiceRate,
      },
      client,
      announcer: parts.announcer,
      onArmed: () => this.#handedOver || onArmed(),
    });
    if (!source.video.ended) this.#show(source);
    else {
      // A short video may have played to its end while the model was loading.
      source.close();
      void this.#playAgain();
    }
  }

  get gate(): GateView {
    return this.#gate.view;
  }

  /** The worker's time now. */
  get workerNow(): Seconds {
    const { time, at } = this.#read;
    return time + (this.#options.parts.pageNow() - at) / 1000;
  }

  get counts(): SourceLink['counts'] | null {
    return this.#link?.counts ?? null;
  }

  /**
   * Ends the placement and gives the source to the set: a camera as it runs, a file from its beginning. Null when the
   * placement was closed meanwhile.
   */
  async handOver(): Promise<FrameSource | null> {
    this.#handedOver = true;
    if (this.#options.request.kind !== 'camera') return this.#opening ?? this.#reopened();
    const source = this.#link?.source ?? null;
    this.#link?.cut();
    this.#link = null;
    return source;
  }

  close(): void {
    this.#closed = true;
    this.#link?.close();
    this.#link = null;
  }

  #show(source: FrameSource): void {
    const { client, measurementPlan, parts, onReading } = this.#options;
    client.begin({ ...measurementPlan, countsPeople: true }).catch((error: unknown) => {
      if (!this.#handedOver) this.#fail(asAppError(error));
    });
    this.#link = new SourceLink({
      source,
      client,
      makePump: parts.makePump,
      clock: null,
      onReading: (reading) => {
        this.#personSeen ||= reading.person.seen;
        this.#read = { time: reading.time, at: parts.pageNow() };
        this.#gate.observe(reading);
        if (!this.#handedOver) onReading(reading);
      },
      onEvent: (event) => this.#onEvent(event),
      // The client counts what fails and restarts the worker; one lost frame is nothing.
      onError: () => undefined,
    });
  }

  #onEvent(event: SourceEvent): void {
    const { notices, request } = this.#options;
    if (event.kind === 'muted') notices.set('camera', event.muted ? noticeWords().shown.cameraSilent : null);
    else if (event.kind === 'lost') this.#fail(new AppError(event.code, 'lost while placing'));
    else if (request.kind === 'file' && !this.#personSeen) {
      this.#fail(new AppError('video-without-person', 'nobody was seen to the end of the video'));
    } else void this.#playAgain();
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
