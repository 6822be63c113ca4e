import { proxy, type Remote, transfer, wrap } from 'comlink';
import type { EngineInfo, LoadOptions, LoadProgress, PoseApi } from '../../../workers/pose.api.ts';
import type { MeasurementPlan } from '../../instrument/input/measurement-plan.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import { AppError } from '../app-error.ts';
import { asAppError } from '../as-app-error.ts';
import { CallWatch } from './call-watch.ts';
import type { SourceFrame } from '../sources/frame-source.ts';
import { ReplyTimes, RestartPolicy } from './restart-policy.ts';

/** A worker that died or hung and what has been done about it. */
export interface WorkerRestart {
  /** How often since the client was made. */
  readonly count: number;
  readonly cause: AppError;
  /** A neutral was held (or being held) and is lost: ask for a new one; the timeline goes on. */
  readonly referencePoseLost: boolean;
}

export interface PoseClientOptions {
  readonly createWorker: () => Worker;
  /** The worker is back, loaded, and has its plan again. */
  readonly onRestart?: (restart: WorkerRestart) => void;
  /** It died too often; every call rejects from now on. */
  readonly onGiveUp?: (error: AppError) => void;
  /** The engine has changed while it runs (a smaller model was taken to hold the rate, or after a restart). */
  readonly onEngineChange?: (info: EngineInfo) => void;
}

type OnProgress = (progress: LoadProgress) => void;

/** One worker from its start to its end. */
interface WorkerInstance {
  readonly worker: Worker;
  readonly api: Remote<PoseApi>;
  readonly watch: CallWatch;
}

/** Between two signs of progress at start-up: compiling a large network on a slow GPU gives none. */
const START_LIMIT: Milliseconds = 60_000;
const SETTINGS_LIMIT: Milliseconds = 10_000;
/** So many frames in a row that the worker itself refuses, and it is taken for broken (a lost GPU, say). */
const MOST_FAILED_FRAMES = 5;

/** The page's side of the pose worker. Every rejection is an `AppError`. */
export class PoseClient {
  readonly #options: PoseClientOptions;
  readonly #policy = new RestartPolicy();
  readonly #replies = new ReplyTimes();
  #instance: WorkerInstance | null = null;
  #settings: { readonly options: LoadOptions; readonly onProgress: OnProgress } | null = null;
  #engine: EngineInfo | null = null;
  #plan: MeasurementPlan | null = null;
  #referencePoseAsked = false;
  #failedFrames = 0;
  #restarts = 0;
  #ready = false;
  /** Settles when the restart under way is over, whatever came of it. */
  #restarting: Promise<void> | null = null;
  #gaveUp: AppError | null = null;

  constructor(options: PoseClientOptions) {
    this.#options = options;
  }

  /** Restarts so far. */
  get restarts(): number {
    return this.#restarts;
  }

  /** False before `load` and while a restart is under way: frames given then are closed and refused. */
  get ready(): boolean {
    return this.#ready;
  }

  get engine(): EngineInfo | null {
    return this.#engine;
  }

  /** May be called again after it rejected. A start that hangs or crashes is tried again on WASM alone. */
  async load(options: LoadOptions, onProgress: OnProgress): Promise<EngineInfo> {
    this.#settings = { options, onProgress };
    this.#gaveUp = null;
    try {
      return await this.#startLife(options);
    } catch (error) {
      const failure = asAppError(error);
      const stopped = failure.name === 'worker-stalled' || failure.name === 'worker-crashed';
      if (!stopped || options.backend !== 'auto' || !this.#settings) throw failure;
      return this.#startLife({ ...options, backend: 'wasm' });
    }
  }

  async begin(plan: MeasurementPlan): Promise<void> {
    this.#plan = plan;
    this.#referencePoseAsked = false;
    await this.#callSettled((api) => api.begin(plan));
  }

  async beginReferencePose(): Promise<void> {
    this.#referencePoseAsked = true;
    await this.#callSettled((api) => api.beginReferencePose());
  }

  /** Takes ownership of the frame: it is transferred, or closed when that fails. */
  async analyse(frame: SourceFrame, time: Seconds): Promise<Reading> {
    const instance = this.#instance;
    if (!instance || !this.#ready) {
      frame.close();
      throw this.#gaveUp ?? new AppError('worker-crashed', 'the worker is not running');
    }
    const start = performance.now();
    try {
      const reply = instance.api.analyse(transfer(frame, [frame]), time);
      const reading = await instance.watch.watch(reply, this.#replies.limit);
      this.#replies.add(performance.now() - start);
      this.#failedFrames = 0;
      return reading;
    } catch (error) {
      // Does nothing when it has been transferred.
      frame.close();
      const failure = asAppError(error);
      if (this.#instance === instance && ++this.#failedFrames >= MOST_FAILED_FRAMES) {
        this.#die(instance, new AppError('worker-crashed', `several frames in a row failed: ${failure.message}`));
      }
      throw failure;
    }
  }

  /** Ends the worker; what is outstanding rejects. */
  close(): void {
    this.#settings = null;
    this.#plan = null;
    this.#end(new AppError('unexpected', 'the measurement was closed'));
  }

  /** After a restart under way, if there is one; that has sent the newest plan already, sending it again does no harm. */
  async #callSettled(call: (api: Remote<PoseApi>) => Promise<void>): Promise<void> {
    await this.#restarting;
    const instance = this.#instance;
    if (!instance) throw this.#gaveUp ?? new AppError('unexpected', 'the worker is not loaded');
    await instance.watch.watch(call(instance.api), SETTINGS_LIMIT).catch((error: unknown) => {
      throw asAppError(error);
    });
  }

  /** Starts a worker and loads the engine in it. On failure the worker is gone. */
  async #startLife(options: LoadOptions): Promise<EngineInfo> {
    this.#end(new AppError('unexpected', 'another worker was started'));
    const worker = this.#options.createWorker();
    const watch = new CallWatch((limit) =>
      this.#die(instance, new AppError('worker-stalled', `no answer within ${Math.round(limit / 1000)} s`)),
    );
    const instance: WorkerInstance = { worker, api: wrap<PoseApi>(worker), watch };
    this.#instance = instance;
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#die(instance, new AppError('worker-crashed', event.message || 'the worker did not start'));
    });
    worker.addEventListener('messageerror', () =>
      this.#die(instance, new AppError('worker-crashed', 'a message could not be read')),
    );
    const onProgress = (progress: LoadProgress) => {
      if (this.#instance !== instance) return;
      watch.prolong();
      this.#settings?.onProgress(progress);
    };
    const onChange = (info: EngineInfo) => {
      if (this.#instance === instance) this.#adopt(info);
    };
    try {
      const info = await watch.watch(instance.api.load(options, proxy(onProgress), proxy(onChange)), START_LIMIT);
      this.#engine = info;
      this.#replies.clear();
      this.#failedFrames = 0;
      this.#ready = true;
      return info;
    } catch (error) {
      const failure = asAppError(error);
      if (this.#instance === instance) this.#end(failure);
      throw failure;
    }
  }

  #adopt(info: EngineInfo): void {
    this.#engine = info;
    this.#options.onEngineChange?.(info);
  }

  #end(why: AppError): void {
    const instance = this.#instance;
    this.#instance = null;
    this.#ready = false;
    instance?.worker.terminate();
    instance?.watch.abandon(why);
  }

  /** The worker crashed or hangs: everything that waits is rejected; a running measurement gets another worker. */
  #die(instance: WorkerInstance, cause: AppError): void {
    if (this.#instance !== instance) return;
    const running = this.#ready;
    this.#end(cause);
    // While it starts, whoever started it deals with the rejection.
    if (running) this.#restarting = this.#restart(cause).finally(() => (this.#restarting = null));
  }

  async #restart(cause: AppError): Promise<void> {
    let last = cause;
    while (this.#settings && this.#policy.died(performance.now())) {
      const { options } = this.#settings;
      const backend = this.#policy.repeated ? 'wasm' : (this.#engine?.backend ?? options.backend);
      try {
        const before = this.#engine;
        const info = await this.#startLife({ ...options, backend });
        await this.#sendPlan();
        this.#restarts++;
        const referencePoseLost = this.#referencePoseAsked;
        this.#referencePoseAsked = false;
        if (before?.model !== info.model || before.backend !== info.backend) this.#adopt(info);
        this.#options.onRestart?.({ count: this.#restarts, cause, referencePoseLost });
        return;
      } catch (error) {
        last = asAppError(error);
      }
    }
    if (!this.#settings) return;
    this.#gaveUp = last;
    this.#options.onGiveUp?.(last);
  }

  async #sendPlan(): Promise<void> {
    const instance = this.#instance;
    if (!instance || !this.#plan) return;
    // Not yet ready for frames: they would be measured without a plan.
    this.#ready = false;
    await instance.watch.watch(instance.api.begin(this.#plan), SETTINGS_LIMIT);
    this.#ready = this.#instance === instance;
  }
}

/** Starts the real worker, for `createWorker`. */
export const createPoseWorker = (): Worker =>
  new Worker(new URL('../../../workers/pose.worker.ts', import.meta.url), { type: 'module', name: 'pose' });
