import type { Milliseconds } from '../../src/instrument/geometry/units.ts';
import {
  fastestFrame,
  type TrialBench,
  type TrialEngine,
  type TrialResult,
  tryBackends,
} from '../backend/backend-trials.ts';
import { codedError, messageOf } from '../coded-error.ts';
import type { PoseEstimator } from './orientation-search.ts';
import type { BackendName, EngineInfo, LoadOptions, LoadProgress, ModelSize } from '../pose.api.ts';

/** Share of the frame time that the pose model may take; the rest is for reading pixels, small networks and the fit. */
const MODEL_SHARE = 0.7;
/**
 * Smallest ratio of `heavy`'s frame time to `full`'s (measured: 4–5.5). `heavy` is tried, a 27 MB download, only if
 * this ratio leaves time.
 */
const HEAVY_OVER_FULL = 3;
/** Frames over which the rate is judged: eight seconds at the usual rate. */
export const JUDGED_FRAMES = 96;
/** The model is changed when the rate falls below this share of the target. */
const TOLERATED_SHARE = 0.8;
/** The same once a reference pose is set: another model places the joints differently. */
const TOLERATED_SHARE_AFTER_REFERENCE_POSE = 0.5;

/** Whether a model with this frame time reaches the target rate. */
const holdsRate = (frameTime: Milliseconds, targetRate: number): boolean =>
  frameTime <= (1000 / targetRate) * MODEL_SHARE;

/** The size to use after `full` was timed. 'try-heavy': `heavy` may be fast enough, so it is to be timed too. */
export const sizeAfterFull = (
  full: Milliseconds,
  { targetRate, heavy = true }: Pick<LoadOptions, 'targetRate' | 'heavy'>,
): 'lite' | 'full' | 'try-heavy' => {
  if (!holdsRate(full, targetRate)) return 'lite';
  return heavy && holdsRate(full * HEAVY_OVER_FULL, targetRate) ? 'try-heavy' : 'full';
};

interface RateJudgement {
  readonly size: ModelSize;
  /** Total time in the worker of the newest frames, oldest first, all with this size. */
  readonly frameTimes: readonly Milliseconds[];
  readonly targetRate: number;
  readonly referencePoseHeld: boolean;
}

/** The smaller size to change to; null: stay. Never a larger one, so the size cannot oscillate. */
export const smallerModel = (judged: RateJudgement): ModelSize | null => {
  if (judged.size === 'lite' || judged.frameTimes.length < JUDGED_FRAMES) return null;
  const newest = judged.frameTimes.slice(-JUDGED_FRAMES).sort((a, b) => a - b);
  const typical = newest[JUDGED_FRAMES / 2] ?? 0;
  const tolerated = judged.referencePoseHeld ? TOLERATED_SHARE_AFTER_REFERENCE_POSE : TOLERATED_SHARE;
  if (typical <= 1000 / (judged.targetRate * tolerated)) return null;
  return judged.size === 'heavy' ? 'full' : 'lite';
};

/** An engine on the chosen backend, ready to measure. */
export interface LoadableEngine extends PoseEstimator, TrialEngine {
  readonly size: ModelSize;
}

/** Makes engines and fetches weights. The app's implementation is `createEngineFactory`; tests use their own. */
export interface EngineFactory extends Pick<TrialBench<LoadableEngine>, 'whyNotTry' | 'activate' | 'release' | 'now'> {
  readonly backends: readonly BackendName[];
  /** Whether the files of the WASM backend can be loaded. Asked only if no backend passed. */
  isWasmServed(): Promise<boolean>;
  threadsOf(backend: BackendName): Promise<number>;
  fetchWeights(size: ModelSize, onProgress: (loaded: number, total: number, waiting?: boolean) => void): Promise<void>;
  build(size: ModelSize): Promise<LoadableEngine>;
  version(size: ModelSize): string;
  readonly isolated: boolean;
}

export interface LoadedEngine {
  readonly engine: LoadableEngine;
  readonly info: EngineInfo;
}

/** Frames of the second timing: one to two seconds. */
const SECOND_TIMING_FRAMES = 20;

type OnProgress = (progress: LoadProgress) => void;

/** Chooses backend and model size at start; changes the size later. */
export class EngineLoader {
  readonly #factory: EngineFactory;
  /** The backend that starts while the weights arrive. Null: none does. */
  #starting: { readonly backend: BackendName; readonly activated: Promise<void> } | null = null;

  constructor(factory: EngineFactory) {
    this.#factory = factory;
  }

  /** Fetches the weights and starts the backend that `load` tries first. Errors: as `load`, but `load` tries again. */
  async prepare(options: LoadOptions): Promise<void> {
    this.#startFirst(options);
    await this.fetchAhead(firstSizeOf(options));
  }

  /** Errors: `app-file-missing`, `no-backend`, `wasm-off`, `weights-missing`, `weights-stalled`, `weights-corrupt`. */
  async load(options: LoadOptions, onProgress: OnProgress): Promise<LoadedEngine> {
    const factory = this.#factory;
    const firstSize = firstSizeOf(options);
    this.#startFirst(options);
    await this.#fetchWeights(firstSize, onProgress);
    const { best, trials, why } = await this.#startEngine(firstSize, options, onProgress);
    const chosen =
      options.model === 'auto'
        ? await this.#chooseSize(best.engine, best.frameTime, options, onProgress)
        : { engine: best.engine, why: `${options.model} was asked for` };
    const info: EngineInfo = {
      model: chosen.engine.size,
      backend: best.backend,
      why: [why, chosen.why].join('; '),
      version: factory.version(chosen.engine.size),
      threads: await factory.threadsOf(best.backend),
      isolated: factory.isolated,
      trials,
    };
    chosen.engine.reset();
    onProgress(progressOf('ready', `${info.model} on ${info.backend}`));
    return { engine: chosen.engine, info };
  }

  /** Another size on the same backend, checked and warm; disposes of `from`. If it fails it throws and keeps `from`. */
  async change(from: LoadedEngine, size: ModelSize, why: string): Promise<LoadedEngine> {
    const engine = await this.#buildChecked(size);
    from.engine.dispose();
    return { engine, info: { ...from.info, model: size, why, version: this.#factory.version(size) } };
  }

  /** Fetches the weights of a size in advance, so that `change` does not wait for the download. */
  fetchAhead(size: ModelSize): Promise<void> {
    return this.#factory.fetchWeights(size, () => undefined);
  }

  async #fetchWeights(size: ModelSize, onProgress: OnProgress): Promise<void> {
    let shown = '';
    await this.#factory.fetchWeights(size, (loaded, total, waiting = false) => {
      const now = `${Math.floor((100 * loaded) / Math.max(1, total))} ${waiting}`;
      if (now === shown) return;
      shown = now;
      onProgress({ stage: 'weights', loaded, total, detail: `${size} model`, waiting });
    });
  }

  async #startEngine(size: ModelSize, options: LoadOptions, onProgress: OnProgress) {
    const { best, trials } = await this.#tryBackends(size, options, onProgress);
    if (best) return { best, trials, why: `${best.backend} is the fastest that agrees with the known answer` };
    const problem = trials.map(({ backend, note }) => `${backend}: ${note}`).join('; ');
    if ((await this.#factory.whyNotTry('wasm')) !== null) throw codedError('wasm-off', problem);
    if (!(await this.#factory.isWasmServed())) throw codedError('app-file-missing', `the WASM files (${problem})`);
    throw codedError('no-backend', `no backend passed its check (${problem})`);
  }

  /** Starts the backend that is tried first while the weights arrive. If it fails, its trial says so. */
  #startFirst(options: LoadOptions): void {
    const [backend] = candidatesOf(options, this.#factory);
    if (backend === undefined || backend === this.#starting?.backend) return;
    const activated = this.#factory.activate(backend);
    // A failure is not kept: its trial starts it again.
    activated.catch(() => {
      if (this.#starting?.activated === activated) this.#starting = null;
    });
    this.#starting = { backend, activated };
  }

  #activate(backend: BackendName): Promise<void> {
    const starting = this.#starting;
    this.#starting = null;
    return starting?.backend === backend ? starting.activated : this.#factory.activate(backend);
  }

  #tryBackends(size: ModelSize, options: LoadOptions, onProgress: OnProgress): Promise<TrialResult<LoadableEngine>> {
    const factory = this.#factory;
    return tryBackends(candidatesOf(options, factory), {
      whyNotTry: (backend) => factory.whyNotTry(backend),
      activate: (backend) => {
        onProgress(progressOf('backend', `trying ${backend}`));
        return this.#activate(backend);
      },
      build: () => {
        onProgress(progressOf('warm-up', `${size} model`));
        return factory.build(size);
      },
      release: (backend) => factory.release(backend),
      now: () => factory.now(),
      isEnough: (time) => options.model !== 'auto' || sizeAfterFull(time, options) === 'full',
    });
  }

  async #buildChecked(size: ModelSize): Promise<LoadableEngine> {
    const engine = await this.#factory.build(size);
    const problem = await engine.check();
    if (problem === null) {
      await engine.frame();
      engine.reset();
      return engine;
    }
    engine.dispose();
    throw codedError('unexpected', `the ${size} model ${problem}`);
  }

  async #chooseSize(
    full: LoadableEngine,
    firstTime: Milliseconds,
    options: LoadOptions,
    onProgress: OnProgress,
  ): Promise<{ readonly engine: LoadableEngine; readonly why: string }> {
    const { targetRate } = options;
    // Timed twice: a computer that is busy for a moment must not get the worse model for the whole session.
    const frameTime = holdsRate(firstTime, targetRate)
      ? firstTime
      : Math.min(firstTime, await this.#timeOf(full, SECOND_TIMING_FRAMES));
    const took = `full took ${frameTime.toFixed(0)} ms a frame`;
    const choice = sizeAfterFull(frameTime, options);
    if (choice === 'full') return { engine: full, why: `${took}, which holds ${targetRate} frames a second` };
    onProgress(progressOf('choosing', took));
    const other = choice === 'lite' ? 'lite' : 'heavy';
    try {
      await this.#fetchWeights(other, onProgress);
      const engine = await this.#buildChecked(other);
      const otherTime = await this.#timeOf(engine, 4);
      const otherTook = `${took}, ${other} ${otherTime.toFixed(0)} ms`;
      if (other === 'lite' || holdsRate(otherTime, targetRate)) {
        full.dispose();
        return { engine, why: `${otherTook}: ${other} suits ${targetRate} frames a second best` };
      }
      engine.dispose();
      return { engine: full, why: `${otherTook}, too long for ${targetRate} frames a second` };
    } catch (error) {
      // If another size cannot be loaded, the one that works is used.
      return { engine: full, why: `${took}; ${other} could not be used (${messageOf(error)})` };
    }
  }

  #timeOf(engine: LoadableEngine, frames: number): Promise<Milliseconds> {
    return fastestFrame(engine, frames, { now: () => this.#factory.now() });
  }
}

/** The backends are tried with `full`, because most machines end up with it. */
const firstSizeOf = ({ model }: LoadOptions): ModelSize => (model === 'auto' ? 'full' : model);

const candidatesOf = ({ backend }: LoadOptions, { backends }: EngineFactory): readonly BackendName[] =>
  backend === 'auto' ? backends : [backend];

const progressOf = (stage: LoadProgress['stage'], detail: string): LoadProgress => ({
  stage,
  loaded: 0,
  total: 0,
  detail,
});
