import { proxy, type Remote, transfer, wrap } from 'comlink';
import { AppError, asAppError, messageOf } from '../app-error.ts';
import type { SourceFrame } from '../sources/frame-source.ts';
import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import type { MeasurementPlan } from '../../instrument/input/measurement-plan.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { PhoneSample } from '../../instrument/phone/phone-buffer.ts';
import type { EngineInfo, LoadOptions, LoadProgress, ModelSize, PoseApi } from '../../../workers/pose.api.ts';

interface Call {
  readonly reject: (error: AppError) => void;
  readonly limit: Milliseconds;
  timer: ReturnType<typeof setTimeout>;
  startedAt: Milliseconds;
}

/**
 * Gives every call to a worker a time limit, and can reject all of them at once. comlink would leave a call to a dead
 * worker pending for ever.
 */
class CallWatch {
  readonly #calls = new Set<Call>();
  readonly #onStall: (limit: Milliseconds) => void;
  #givenUp: AppError | null = null;

  /** @param onStall called with the exceeded limit; should call `abandon` */
  constructor(onStall: (limit: Milliseconds) => void) {
    this.#onStall = onStall;
  }

  /** Settles like `work`, or rejects when the calls are abandoned. */
  watch<T>(work: Promise<T>, limit: Milliseconds): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#givenUp) {
        work.catch(() => undefined);
        reject(this.#givenUp);
        return;
      }
      const call: Call = {
        reject,
        limit,
        timer: setTimeout(() => this.#onTimeout(call), limit),
        startedAt: performance.now(),
      };
      this.#calls.add(call);
      work.then(resolve, reject).finally(() => this.#drop(call));
    });
  }

  /** Restarts the time limit of every waiting call after a sign of life. */
  prolong(): void {
    for (const call of this.#calls) this.#restart(call);
  }

  /** Rejects all waiting calls and every later one. */
  abandon(error: AppError): void {
    this.#givenUp = error;
    for (const call of this.#calls) {
      this.#drop(call);
      call.reject(error);
    }
  }

  #restart(call: Call): void {
    clearTimeout(call.timer);
    call.startedAt = performance.now();
    call.timer = setTimeout(() => this.#onTimeout(call), call.limit);
  }

  #drop(call: Call): void {
    clearTimeout(call.timer);
    this.#calls.delete(call);
  }

  #onTimeout(call: Call): void {
    // A timer that fires far too late means that the computer slept or the page hung; the answer may still arrive.
    if (performance.now() - call.startedAt > 2 * call.limit) this.#restart(call);
    else this.#onStall(call.limit);
  }
}

/** The client gives up at this number of crashes … */
const MAX_CRASHES = 3;
/** … within this time. */
const CRASH_WINDOW: Milliseconds = 30_000;

class RestartPolicy {
  #crashes: Milliseconds[] = [];

  /** Records a crash. True: start another worker; false: give up. */
  mayRestart(now: Milliseconds): boolean {
    this.#crashes = [...this.#crashes.filter((crash) => now - crash < CRASH_WINDOW), now];
    return this.#crashes.length < MAX_CRASHES;
  }

  /** Two crashes within the time window: the backend may be the cause. */
  get repeated(): boolean {
    return this.#crashes.length > 1;
  }
}

/** Shortest time limit of a frame; a usual reply takes a twentieth of it. */
const LEAST_LIMIT: Milliseconds = 4000;
/** The limit as a multiple of the median reply time. */
const TIMES_THE_MEDIAN = 8;
/** Number of replies that the median is taken of. */
const REMEMBERED = 32;

/** Time limit of a reply, from the times of the last ones. */
class ReplyTimes {
  #newest: Milliseconds[] = [];

  add(took: Milliseconds): void {
    this.#newest = [...this.#newest.slice(1 - REMEMBERED), took];
  }

  get limit(): Milliseconds {
    const sorted = [...this.#newest].sort((a, b) => a - b);
    return Math.max(LEAST_LIMIT, TIMES_THE_MEDIAN * (sorted[sorted.length >> 1] ?? 0));
  }

  clear(): void {
    this.#newest = [];
  }
}

/** A restart after the worker crashed or hung. */
export interface WorkerRestart {
  /** Number of restarts since the client was created. */
  readonly count: number;
  readonly cause: AppError;
  /** The reference pose was set or being captured, and is lost: request a new one. The timeline goes on. */
  readonly referencePoseLost: boolean;
}

export interface PoseClientOptions {
  readonly createWorker: () => Worker;
  /** The worker is running, loaded, and has its plan again. */
  readonly onRestart?: (restart: WorkerRestart) => void;
  /** It crashed too often; every call rejects from now on. */
  readonly onGiveUp?: (error: AppError) => void;
  /** The engine has changed: a smaller model was chosen to keep the frame rate, or after a restart. */
  readonly onEngineChange?: (info: EngineInfo) => void;
}

type OnProgress = (progress: LoadProgress) => void;

/** One worker from its start to its end. */
interface WorkerInstance {
  readonly worker: Worker;
  readonly api: Remote<PoseApi>;
  readonly watch: CallWatch;
}

/** Longest time without progress at start-up. Compiling a large network on a slow GPU reports none. */
const START_LIMIT: Milliseconds = 60_000;
const SETTINGS_LIMIT: Milliseconds = 10_000;
/** After so many failed frames in a row the worker counts as broken, for example because the GPU was lost. */
const MOST_FAILED_FRAMES = 5;

/** The page's side of the pose worker. Every rejection is an `AppError`. */
export class PoseClient {
  readonly #options: PoseClientOptions;
  readonly #policy = new RestartPolicy();
  readonly #replies = new ReplyTimes();
  #instance: WorkerInstance | null = null;
  /** A worker that was prepared and has not been loaded. */
  #ahead: WorkerInstance | null = null;
  #settings: { readonly options: LoadOptions; readonly onProgress: OnProgress } | null = null;
  #engine: EngineInfo | null = null;
  #plan: MeasurementPlan | null = null;
  #referencePoseRequested = false;
  #failedFrames = 0;
  #restarts = 0;
  #ready = false;
  /** Settles when the current restart is over, successful or not. */
  #restarting: Promise<void> | null = null;
  #gaveUp: AppError | null = null;

  constructor(options: PoseClientOptions) {
    this.#options = options;
  }

  get restarts(): number {
    return this.#restarts;
  }

  /** False before `load` and during a restart; frames passed then are closed and refused. */
  get ready(): boolean {
    return this.#ready;
  }

  get engine(): EngineInfo | null {
    return this.#engine;
  }

  /** Starts a worker that fetches what `load` needs. If it fails, `load` starts another one, and says why that fails too. */
  prepare(options: LoadOptions): void {
    this.#endAhead();
    try {
      this.#ahead = this.#newInstance();
    } catch {
      return;
    }
    this.#ahead.api.prepare(options).catch(() => undefined);
  }

  /** Can be called again after it rejected. A start that hangs or crashes is tried once more with WASM. */
  async load(options: LoadOptions, onProgress: OnProgress): Promise<EngineInfo> {
    this.#settings = { options, onProgress };
    this.#gaveUp = null;
    try {
      return await this.#startWorker(options);
    } catch (error) {
      const failure = asAppError(error);
      const stopped = failure.name === 'worker-stalled' || failure.name === 'worker-crashed';
      if (!stopped || options.backend !== 'auto' || !this.#settings) throw failure;
      return this.#startWorker({ ...options, backend: 'wasm' });
    }
  }

  async begin(plan: MeasurementPlan): Promise<void> {
    this.#plan = plan;
    this.#referencePoseRequested = false;
    await this.#callSettled((api) => api.begin(plan));
  }

  async beginReferencePose(): Promise<void> {
    this.#referencePoseRequested = true;
    await this.#callSettled((api) => api.beginReferencePose());
  }

  /** Samples of a phone on the pelvis; null: none is used any more. Lost while the worker is not ready: the next ones follow at once. */
  phone(samples: readonly PhoneSample[] | null): void {
    if (this.#ready) this.#instance?.api.phone(samples).catch(() => undefined);
  }

  /** Owns the frame: it is transferred, or closed when that fails. */
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
      // Has no effect on a transferred frame.
      frame.close();
      const failure = asAppError(error);
      if (this.#instance === instance && ++this.#failedFrames >= MOST_FAILED_FRAMES) {
        this.#workerDied(
          instance,
          new AppError('worker-crashed', `several frames in a row failed: ${failure.message}`),
        );
      }
      throw failure;
    }
  }

  /** Ends the worker; pending calls reject. */
  close(): void {
    this.#settings = null;
    this.#plan = null;
    this.#endAhead();
    this.#end(new AppError('unexpected', 'the measurement was closed'));
  }

  /** Waits for a current restart first. The restart may have sent the same plan already, which does no harm. */
  async #callSettled(call: (api: Remote<PoseApi>) => Promise<void>): Promise<void> {
    await this.#restarting;
    const instance = this.#instance;
    if (!instance) throw this.#gaveUp ?? new AppError('unexpected', 'the worker is not loaded');
    await instance.watch.watch(call(instance.api), SETTINGS_LIMIT).catch((error: unknown) => {
      throw asAppError(error);
    });
  }

  /** Starts a worker and loads the engine in it. On failure the worker is ended. */
  async #startWorker(options: LoadOptions): Promise<EngineInfo> {
    this.#end(new AppError('unexpected', 'another worker was started'));
    const instance = this.#ahead ?? this.#newInstance();
    const { watch } = instance;
    this.#ahead = null;
    this.#instance = instance;
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

  #newInstance(): WorkerInstance {
    const worker = this.#newWorker();
    const watch = new CallWatch((limit) =>
      this.#workerDied(instance, new AppError('worker-stalled', `no answer within ${Math.round(limit / 1000)} s`)),
    );
    const instance: WorkerInstance = { worker, api: wrap<PoseApi>(worker), watch };
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#workerDied(instance, this.#crash(event.message));
    });
    worker.addEventListener('messageerror', () =>
      this.#workerDied(instance, new AppError('worker-crashed', 'a message could not be read')),
    );
    return instance;
  }

  /** A security mode or an extension may refuse workers. */
  #newWorker(): Worker {
    try {
      return this.#options.createWorker();
    } catch (error) {
      throw new AppError('workers-off', messageOf(error), { cause: error });
    }
  }

  #endAhead(): void {
    this.#ahead?.worker.terminate();
    this.#ahead = null;
  }

  /** A crash has a message. A script that could not be loaded has none, and the worker was never ready. */
  #crash(message: string | undefined): AppError {
    return message || this.#ready
      ? new AppError('worker-crashed', message || 'no message')
      : new AppError('app-file-missing', 'the script of the worker could not be loaded');
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

  /** Handles a crashed or hanging worker: pending calls reject, and a running measurement gets another worker. */
  #workerDied(instance: WorkerInstance, cause: AppError): void {
    if (this.#ahead === instance) this.#endAhead();
    if (this.#instance !== instance) return;
    const running = this.#ready;
    this.#end(cause);
    // At start-up the caller of `load` handles the rejection.
    if (running) this.#restarting = this.#restart(cause).finally(() => (this.#restarting = null));
  }

  async #restart(cause: AppError): Promise<void> {
    let last = cause;
    while (this.#settings && this.#policy.mayRestart(performance.now())) {
      const { options } = this.#settings;
      const backend = this.#policy.repeated ? 'wasm' : (this.#engine?.backend ?? options.backend);
      try {
        const before = this.#engine;
        const info = await this.#startWorker({ ...options, backend });
        await this.#sendPlan();
        this.#restarts++;
        const referencePoseLost = this.#referencePoseRequested;
        this.#referencePoseRequested = false;
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
    // Not ready for frames until the worker has its plan.
    this.#ready = false;
    await instance.watch.watch(instance.api.begin(this.#plan), SETTINGS_LIMIT);
    this.#ready = this.#instance === instance;
  }
}

/** The part of `PoseClient` that a live session uses. */
export type SessionClient = Pick<
  PoseClient,
  'load' | 'begin' | 'beginReferencePose' | 'analyse' | 'phone' | 'ready' | 'engine' | 'restarts' | 'close'
>;

export const createPoseWorker = (): Worker =>
  new Worker(new URL('../../../workers/pose.worker.ts', import.meta.url), { type: 'module', name: 'pose' });

/** Frames per second. So low that the requested model is used, however slow it is. */
const TARGET_RATE = 1;

/** Reused for the next clip, because loading takes longer than measuring a short one. */
let loaded: { readonly model: ModelSize; readonly client: PoseClient } | null = null;

/** The client that measures recorded clips with a model. The same client is returned while the model stays the same. */
export async function clipClient(model: ModelSize, onProgress: (progress: LoadProgress) => void): Promise<PoseClient> {
  if (loaded?.model === model) return loaded.client;
  loaded?.client.close();
  loaded = null;
  const client = new PoseClient({ createWorker: createPoseWorker });
  await client.load({ model, backend: 'auto', targetRate: TARGET_RATE }, onProgress);
  loaded = { model, client };
  return client;
}

/** Ends the client of `clipClient`, which needs as much memory as that of a set. The next clip loads it again. */
export function closeClipClient(): void {
  loaded?.client.close();
  loaded = null;
}
