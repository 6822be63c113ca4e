import type { Milliseconds } from '../../src/instrument/geometry/units.ts';
import { fastestFrame, type TrialEngine, type TrialResult, tryBackends } from '../backend/backend-trials.ts';
import { codedError, messageOf } from '../coded-error.ts';
import { holdsRate, sizeAfterFull } from './model-choice.ts';
import type { BackendName, EngineInfo, EngineName, LoadOptions, LoadProgress, ModelSize } from '../pose.api.ts';
import type { PoseEstimator } from './orientation-search.ts';

/** A pose model on the chosen backend, ready to measure. */
export interface LoadableEngine extends PoseEstimator, TrialEngine {
  readonly name: EngineName;
  readonly size: ModelSize;
}

/** What the loader needs of TensorFlow.js and the network; `pose.worker.ts` hands in the real ones. */
export interface EngineWorkshop {
  readonly backends: readonly BackendName[];
  whyNotTry(backend: BackendName): Promise<string | null>;
  activate(backend: BackendName): Promise<void>;
  release(backend: BackendName): void;
  threadsOf(backend: BackendName): Promise<number>;
  fetchWeights(size: ModelSize, onProgress: (loaded: number, total: number, waiting?: boolean) => void): Promise<void>;
  build(size: ModelSize, name: EngineName): Promise<LoadableEngine>;
  version(size: ModelSize, name: EngineName): string;
  readonly isolated: boolean;
  now(): Milliseconds;
}

export interface LoadedEngine {
  readonly engine: LoadableEngine;
  readonly info: EngineInfo;
}

interface Started {
  readonly best: NonNullable<TrialResult<LoadableEngine>['best']>;
  readonly trials: EngineInfo['trials'];
  readonly why: string;
}

/** One to two seconds of frames. */
const SECOND_LOOK_FRAMES = 20;

type OnProgress = (progress: LoadProgress) => void;

/** Chooses backend and model size at start, and changes the size later. */
export class EngineLoader {
  readonly #workshop: EngineWorkshop;

  constructor(workshop: EngineWorkshop) {
    this.#workshop = workshop;
  }

  /** Errors: `no-backend`, `weights-missing`, `weights-stalled`, `weights-corrupt`. */
  async load(options: LoadOptions, onProgress: OnProgress): Promise<LoadedEngine> {
    const workshop = this.#workshop;
    // `full` is what most machines end up with, so it is the size that the backends are tried with.
    const firstSize = options.model === 'auto' ? 'full' : options.model;
    await this.#fetchWeights(firstSize, onProgress);
    const { best, trials, why } = await this.#startEngine(firstSize, options, onProgress);
    const chosen =
      options.model === 'auto'
        ? await this.#chooseSize(best.engine, best.frameTime, options.targetRate, onProgress)
        : { engine: best.engine, why: `${options.model} was asked for` };
    const info: EngineInfo = {
      model: chosen.engine.size,
      backend: best.backend,
      why: [why, chosen.why].join('; '),
      version: workshop.version(chosen.engine.size, chosen.engine.name),
      threads: await workshop.threadsOf(best.backend),
      isolated: workshop.isolated,
      trials,
    };
    chosen.engine.reset();
    onProgress(progressOf('ready', `${info.model} on ${info.backend}`));
    return { engine: chosen.engine, info };
  }

  /** The same backend with another size, checked and warmed up; `from` is disposed of. Throws and keeps `from` when it fails. */
  async change(from: LoadedEngine, size: ModelSize, why: string): Promise<LoadedEngine> {
    const { name } = from.engine;
    const engine = await this.#buildChecked(size, name);
    from.engine.dispose();
    return { engine, info: { ...from.info, model: size, why, version: this.#workshop.version(size, name) } };
  }

  /** Brings the weights of a size in beforehand, so that changing to it does not wait for the network. */
  fetchAhead(size: ModelSize): Promise<void> {
    return this.#workshop.fetchWeights(size, () => undefined);
  }

  async #fetchWeights(size: ModelSize, onProgress: OnProgress): Promise<void> {
    let shown = '';
    await this.#workshop.fetchWeights(size, (loaded, total, waiting = false) => {
      const now = `${Math.floor((100 * loaded) / Math.max(1, total))} ${waiting}`;
      if (now === shown) return;
      shown = now;
      onProgress({ stage: 'weights', loaded, total, detail: `${size} model`, waiting });
    });
  }

  /** The wanted engine on its fastest backend; the reference engine where our own passes on none. */
  async #startEngine(size: ModelSize, options: LoadOptions, onProgress: OnProgress): Promise<Started> {
    const asked = options.engine ?? 'own';
    const { best, trials } = await this.#tryBackends(size, asked, options, onProgress);
    const wished = asked === 'reference' ? ['the reference engine was asked for'] : [];
    if (best) return { best, trials, why: [whyBackend(best.backend), ...wished].join('; ') };
    const problem = notesOf(trials);
    if (asked === 'own') {
      const other = await this.#tryBackends(size, 'reference', options, onProgress);
      const why = `the reference engine stands in for our own, which did not start (${problem})`;
      if (other.best) return { ...other, best: other.best, why: `${whyBackend(other.best.backend)}; ${why}` };
    }
    throw codedError('no-backend', `no backend passed its check (${problem})`);
  }

  #tryBackends(
    size: ModelSize,
    name: EngineName,
    options: LoadOptions,
    onProgress: OnProgress,
  ): Promise<TrialResult<LoadableEngine>> {
    const workshop = this.#workshop;
    const candidates = options.backend === 'auto' ? workshop.backends : [options.backend];
    return tryBackends(candidates, {
      whyNotTry: (backend) => workshop.whyNotTry(backend),
      activate: (backend) => {
        onProgress(progressOf('backend', `trying ${backend}`));
        return workshop.activate(backend);
      },
      build: () => {
        onProgress(progressOf('warm-up', `${size} model`));
        return workshop.build(size, name);
      },
      release: (backend) => workshop.release(backend),
      now: () => workshop.now(),
    });
  }

  async #buildChecked(size: ModelSize, name: EngineName): Promise<LoadableEngine> {
    const engine = await this.#workshop.build(size, name);
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
    targetRate: number,
    onProgress: OnProgress,
  ): Promise<{ readonly engine: LoadableEngine; readonly why: string }> {
    // A computer that happens to be busy must not cost the better model for the whole session: look twice.
    const frameTime = holdsRate(firstTime, targetRate)
      ? firstTime
      : Math.min(firstTime, await this.#timeOf(full, SECOND_LOOK_FRAMES));
    const took = `full took ${frameTime.toFixed(0)} ms a frame`;
    const choice = sizeAfterFull(frameTime, targetRate);
    if (choice === 'full') return { engine: full, why: `${took}, which holds ${targetRate} frames a second` };
    onProgress(progressOf('choosing', took));
    const other = choice === 'lite' ? 'lite' : 'heavy';
    try {
      await this.#fetchWeights(other, onProgress);
      const engine = await this.#buildChecked(other, full.name);
      const otherTime = await this.#timeOf(engine, 4);
      const otherTook = `${took}, ${other} ${otherTime.toFixed(0)} ms`;
      if (other === 'lite' || holdsRate(otherTime, targetRate)) {
        full.dispose();
        return { engine, why: `${otherTook}: ${other} suits ${targetRate} frames a second best` };
      }
      engine.dispose();
      return { engine: full, why: `${otherTook}, too long for ${targetRate} frames a second` };
    } catch (error) {
      // A size that cannot be had is no reason not to start with the one that works.
      return { engine: full, why: `${took}; ${other} could not be used (${messageOf(error)})` };
    }
  }

  #timeOf(engine: LoadableEngine, frames: number): Promise<Milliseconds> {
    return fastestFrame(engine, frames, () => this.#workshop.now());
  }
}

const whyBackend = (backend: BackendName): string => `${backend} is the fastest that agrees with the known answer`;

const notesOf = (trials: EngineInfo['trials']): string =>
  trials.map(({ backend, note }) => `${backend}: ${note}`).join('; ');

const progressOf = (stage: LoadProgress['stage'], detail: string): LoadProgress => ({
  stage,
  loaded: 0,
  total: 0,
  detail,
});
