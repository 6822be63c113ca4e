import { wrap } from 'comlink';
import type { RunningPelvisNetwork } from '../../src/instrument/frame-pipeline.ts';
import type { Milliseconds } from '../../src/instrument/geometry/units.ts';
import { codedError } from '../coded-error.ts';
import type { PelvisLook } from '../../src/instrument/networks/network-pelvis.ts';
import type { AsideApi } from './aside.api.ts';
import type { Disposable, NetworkLoaders } from './drill-networks.ts';

/** The other worker, seen from the pose worker. */
export interface AsideWorker {
  readonly api: AsideApi;
  /** Calls back when the worker fails. */
  onFailure(listener: () => void): void;
  end(): void;
}

export interface AsideOptions extends NetworkLoaders {
  /** Starts the worker; throws where a worker cannot start another one. */
  readonly open: () => AsideWorker;
  /** Hears how long the worker was busy. */
  readonly onWork: (took: Milliseconds) => void;
  /** Does a job later, unless what it returns is called. */
  readonly after: (time: Milliseconds, job: () => void) => () => void;
}

interface AsideNetwork {
  readonly drill: string;
  isLoaded: boolean;
}

/** A worker that has not answered for so long has died without a word. An answer takes some ten milliseconds. */
const ANSWER_LIMIT: Milliseconds = 2000;

/**
 * Loads the pelvis network of a drill so that it also runs in a worker of its own, beside the pose model. Until that has loaded
 * it, and after it failed, `runAside` is absent: the network then runs where the pose model does.
 */
export class AsideNetworks implements NetworkLoaders {
  readonly #options: AsideOptions;
  #network: AsideNetwork | null = null;
  #isStarted = false;
  #worker: AsideWorker | null = null;
  #failed = false;

  constructor(options: AsideOptions) {
    this.#options = options;
  }

  /**
   * Starts the worker and loads the network in it, once. Not before a reference pose is set: until then nothing runs there, and its
   * start would take processor time from the hold.
   */
  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    if (this.#network) this.#load(this.#network);
  }

  readonly loadPelvisNetwork = async (drill: string): Promise<(RunningPelvisNetwork & Disposable) | null> => {
    const network = await this.#options.loadPelvisNetwork(drill);
    if (!network) return null;
    const aside: AsideNetwork = { drill, isLoaded: false };
    this.#network = aside;
    if (this.#isStarted) this.#load(aside);
    const isReady = () => aside.isLoaded && this.#worker !== null;
    const look = (at: PelvisLook) => this.#answer(at);
    return {
      model: network.model,
      run: (input) => network.run(input),
      get runAside() {
        return isReady() ? look : undefined;
      },
      dispose: () => network.dispose(),
    };
  };

  #load(network: AsideNetwork): void {
    this.#startedWorker()
      ?.api.load(network.drill)
      .then(
        () => {
          network.isLoaded = true;
        },
        () => this.#fail(),
      );
  }

  #startedWorker(): AsideWorker | null {
    if (this.#failed || this.#worker) return this.#worker;
    try {
      this.#worker = this.#options.open();
      this.#worker.onFailure(() => this.#fail());
    } catch {
      this.#fail();
    }
    return this.#worker;
  }

  #fail(): void {
    this.#failed = true;
    this.#worker?.end();
    this.#worker = null;
  }

  async #answer(at: PelvisLook): Promise<Float32Array> {
    let forget = (): void => undefined;
    try {
      if (!this.#worker) throw codedError('unexpected', 'the network’s worker has ended');
      const limit = new Promise<never>((_, reject) => {
        const silent = () => reject(codedError('unexpected', 'the network’s worker is silent'));
        forget = this.#options.after(ANSWER_LIMIT, silent);
      });
      const { answer, took } = await Promise.race([this.#worker.api.pelvis(at), limit]);
      this.#options.onWork(took);
      return answer;
    } catch (error) {
      this.#fail();
      throw error;
    } finally {
      forget();
    }
  }
}

export function asideWorker(worker: Worker): AsideWorker {
  return {
    api: wrap<AsideApi>(worker),
    onFailure: (listener) => {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        listener();
      });
      worker.addEventListener('messageerror', listener);
    },
    end: () => worker.terminate(),
  };
}

/** For `AsideOptions.after`. */
export const afterTimeout = (time: number, job: () => void): (() => void) => {
  const timer = setTimeout(job, time);
  return () => clearTimeout(timer);
};
