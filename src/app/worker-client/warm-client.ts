import type { EngineInfo, LoadOptions, LoadProgress } from '../../../workers/pose.api.ts';
import type { MeasurementPlan } from '../../instrument/input/measurement-plan.ts';
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

/** A client that is loaded or loading. No session uses it at the moment, or one does. */
interface LoadedClient {
  readonly client: PoseClient;
  readonly options: LoadOptions;
  /** The session that hears its events; null while idle. */
  events: SessionEvents | null;
  /** The session that hears how far it is loaded. */
  onProgress: ((progress: LoadProgress) => void) | null;
  /** Rejects as `PoseClient.load`. */
  loading: Promise<EngineInfo> | null;
}

/**
 * Keeps the pose worker with its loaded engine from one set of a visit to the next, and loads it while the person reads the page of a
 * drill. Starting a worker and compiling the networks takes one to two seconds, and the first download four over 20 Mbit/s. At most
 * one idle worker is kept, for `KEEP_WARM`.
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
   * Begins to load a worker before a session asks for one, unless that worker is there. If it fails, the session loads another one and
   * tells why that one fails.
   */
  prepare(options: LoadOptions): void {
    if (this.#idle && sameOptions(this.#idle.options, options)) return;
    this.#takeIdle()?.client.close();
    const ahead = this.#start(options, null);
    this.#keep(ahead);
    ahead.loading?.catch(() => this.#idle === ahead && this.#takeIdle());
  }

  /** Takes the idle worker if it was loaded with the same options, or starts another one. Errors as `PoseClient.load`. */
  async take(
    options: LoadOptions,
    events: SessionEvents,
    onProgress: (progress: LoadProgress) => void,
    onStarted: (loaded: LoadedClient) => void,
  ): Promise<void> {
    const idle = this.#takeIdle();
    const fits = idle && (idle.client.ready || idle.loading) && sameOptions(idle.options, options);
    if (!fits) idle?.client.close();
    const loaded = fits ? idle : this.#start(options, events);
    Object.assign(loaded, { events, onProgress });
    onStarted(loaded);
    if (loaded.client.ready) onProgress({ stage: 'ready', loaded: 0, total: 0, detail: 'loaded before' });
    else await loaded.loading;
  }

  /** Keeps a worker that is ready for frames; ends one that is loading, restarting or broken. */
  giveBack(loaded: LoadedClient): void {
    Object.assign(loaded, { events: null, onProgress: null });
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

  #start(options: LoadOptions, events: SessionEvents | null): LoadedClient {
    const client = this.#newPoseClient(() => loaded);
    const loaded: LoadedClient = { client, options, events, onProgress: null, loading: null };
    loaded.loading = client.load(options, (progress) => loaded.onProgress?.(progress));
    const over = () => (loaded.loading = null);
    loaded.loading.then(over, over);
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

/** The target rate only matters where it chooses the model. */
const sameOptions = (a: LoadOptions, b: LoadOptions): boolean =>
  a.model === b.model &&
  a.backend === b.backend &&
  a.engine === b.engine &&
  (a.model !== 'auto' || a.targetRate === b.targetRate);

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

  close(): void {
    const loaded = this.#loaded;
    this.#restartsAtEnd = this.restarts;
    this.#loaded = null;
    if (loaded) this.#keeper.giveBack(loaded);
  }
}

const closed = (): AppError => new AppError('unexpected', 'the measurement was closed');
