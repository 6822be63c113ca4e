import type { EngineInfo, LoadOptions, LoadProgress } from '../../../workers/pose.api.ts';
import type { MeasurementPlan } from '../../instrument/input/measurement-plan.ts';
import type { PhoneSample } from '../../instrument/phone/phone-buffer.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import { AppError } from '../app-error.ts';
import type { Timers } from '../session/session-clock.ts';
import type { SourceFrame } from '../sources/frame-source.ts';
import { PoseClient, type PoseClientOptions, type SessionClient } from './pose-client.ts';

/** What a session wants to hear from its client. */
type SessionEvents = Omit<PoseClientOptions, 'createWorker'>;

/** An idle worker is ended after this time. It holds about 40 MB of tensors, and most people rest for less between sets. */
export const KEEP_WARM: Milliseconds = 5 * 60_000;

interface WarmOptions {
  readonly createWorker: () => Worker;
  readonly timers: Timers;
}

/** A client that is loaded, or whose downloads have begun. A session may or may not be using it. */
interface LoadedClient {
  readonly client: PoseClient;
  options: LoadOptions;
  /** The session that hears its events; null while idle. */
  events: SessionEvents | null;
  /** It is only downloading what every frame rate needs. */
  isAhead: boolean;
}

/**
 * Keeps the pose worker with its loaded engine from one set of a visit to the next, because starting a worker and compiling the
 * networks takes one to two seconds. Before the first set it downloads while the person reads the page of a drill, which takes four
 * seconds over 20 Mbit/s. At most one idle worker is kept, for `KEEP_WARM`.
 */
export class WarmClients {
  readonly #options: WarmOptions;
  #idle: LoadedClient | null = null;
  #timer: number | null = null;

  constructor(options: WarmOptions) {
    this.#options = options;
  }

  /** A client for one session. Its `close` gives the worker back instead of ending it. */
  newClient(events: SessionEvents): SessionClient {
    return new BorrowedClient(this, events);
  }

  /**
   * Begins to download before a session asks for a worker, unless one is there. A model is compiled, timed and, on a fast machine,
   * replaced by the largest one only after the click that starts the session.
   */
  prepare(options: LoadOptions): void {
    if (this.#idle) return;
    const ahead = this.#newLoaded(options, null);
    ahead.isAhead = true;
    this.#keep(ahead);
    ahead.client.prepare(options);
  }

  /** Takes the idle worker if it was loaded with the same options, or starts another one. Errors as `PoseClient.load`. */
  async take(
    options: LoadOptions,
    events: SessionEvents,
    onProgress: (progress: LoadProgress) => void,
    onStarted: (loaded: LoadedClient) => void,
  ): Promise<void> {
    const idle = this.#takeIdle();
    if (idle?.client.ready && sameOptions(idle.options, options)) {
      idle.events = events;
      onStarted(idle);
      onProgress({ stage: 'ready', loaded: 0, total: 0, detail: 'kept from the set before' });
      return;
    }
    const isAhead = idle?.isAhead === true && idle.options.model === options.model;
    if (!isAhead) idle?.client.close();
    const loaded = isAhead
      ? Object.assign(idle, { options, events, isAhead: false })
      : this.#newLoaded(options, events);
    onStarted(loaded);
    await loaded.client.load(options, onProgress);
  }

  /** Keeps a worker that is ready for frames; ends one that is loading, restarting or broken. */
  giveBack(loaded: LoadedClient): void {
    loaded.events = null;
    if (!loaded.client.ready) return loaded.client.close();
    this.#takeIdle()?.client.close();
    this.#keep(loaded);
  }

  #keep(loaded: LoadedClient): void {
    this.#idle = loaded;
    this.#timer = this.#options.timers.set(() => this.#takeIdle()?.client.close(), KEEP_WARM);
  }

  #takeIdle(): LoadedClient | null {
    const idle = this.#idle;
    this.#idle = null;
    if (this.#timer !== null) this.#options.timers.clear(this.#timer);
    this.#timer = null;
    return idle;
  }

  #newLoaded(options: LoadOptions, events: SessionEvents | null): LoadedClient {
    const loaded: LoadedClient = { client: this.#newPoseClient(() => loaded), options, events, isAhead: false };
    return loaded;
  }

  #newPoseClient(loaded: () => LoadedClient): PoseClient {
    return new PoseClient({
      createWorker: this.#options.createWorker,
      onRestart: (restart) => {
        const { events, client } = loaded();
        if (events) events.onRestart?.(restart);
        // Crashed while idle: the next set starts a fresh one.
        else client.close();
      },
      onGiveUp: (error) => loaded().events?.onGiveUp?.(error),
      onEngineChange: (info) => loaded().events?.onEngineChange?.(info),
    });
  }
}

/** The target rate only matters where it chooses the model. A worker that is ready keeps its model for the visit. */
const sameOptions = (a: LoadOptions, b: LoadOptions): boolean =>
  a.model === b.model && a.backend === b.backend && (a.model !== 'auto' || a.targetRate === b.targetRate);

/** One session's use of a kept or new worker. */
class BorrowedClient implements SessionClient {
  readonly #keeper: WarmClients;
  readonly #events: SessionEvents;
  #loaded: LoadedClient | null = null;
  #restartsBefore = 0;
  #restartsAtEnd = 0;

  constructor(keeper: WarmClients, events: SessionEvents) {
    this.#keeper = keeper;
    this.#events = events;
  }

  /** Restarts since this session took the worker. */
  get restarts(): number {
    return this.#loaded ? this.#loaded.client.restarts - this.#restartsBefore : this.#restartsAtEnd;
  }

  get ready(): boolean {
    return this.#loaded?.client.ready ?? false;
  }

  get engine(): EngineInfo | null {
    return this.#loaded?.client.engine ?? null;
  }

  async load(options: LoadOptions, onProgress: (progress: LoadProgress) => void): Promise<EngineInfo> {
    this.close();
    await this.#keeper.take(options, this.#events, onProgress, (loaded) => {
      this.#loaded = loaded;
      this.#restartsBefore = loaded.client.restarts;
    });
    const { engine } = this;
    if (!engine) throw closed();
    return engine;
  }

  begin(plan: MeasurementPlan): Promise<void> {
    return this.#loaded?.client.begin(plan) ?? Promise.reject(closed());
  }

  beginReferencePose(): Promise<void> {
    return this.#loaded?.client.beginReferencePose() ?? Promise.reject(closed());
  }

  analyse(frame: SourceFrame, time: Seconds): Promise<Reading> {
    if (this.#loaded) return this.#loaded.client.analyse(frame, time);
    frame.close();
    return Promise.reject(closed());
  }

  phone(samples: readonly PhoneSample[] | null): void {
    this.#loaded?.client.phone(samples);
  }

  close(): void {
    const loaded = this.#loaded;
    this.#restartsAtEnd = this.restarts;
    this.#loaded = null;
    if (loaded) this.#keeper.giveBack(loaded);
  }
}

const closed = (): AppError => new AppError('unexpected', 'the measurement was closed');
