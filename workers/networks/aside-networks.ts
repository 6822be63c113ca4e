import type { RunningPelvisNetwork } from '../../src/instrument/frame-pipeline.ts';
import type { Milliseconds } from '../../src/instrument/geometry/units.ts';
import type { Picture } from '../../src/instrument/input/picture.ts';
import type { RunningLegNetwork } from '../../src/instrument/networks/leg-stage.ts';
import type { NetworkName } from '../../src/instrument/output/reading.ts';
import { codedError } from '../coded-error.ts';
import type { AsideApi, Timed } from './aside.api.ts';
import type { Disposable, NetworkLoaders } from './drill-networks.ts';

/** The other worker, seen from the pose worker. */
export interface AsideWorker {
  readonly api: AsideApi;
  /** Calls back when the worker fails. */
  onFailure(listener: () => void): void;
  end(): void;
}

export interface AsideOptions extends Required<NetworkLoaders> {
  /** Starts the worker; throws where a worker cannot start another one. */
  readonly open: () => AsideWorker;
  /** Hears how long the worker was busy. */
  readonly onWork?: ((took: Milliseconds) => void) | undefined;
  /** Does a job later, unless what it returns is called. */
  readonly after: (time: Milliseconds, job: () => void) => () => void;
}

interface AsideNetwork {
  readonly name: NetworkName;
  readonly drill: string;
  isLoaded: boolean;
}

/** A worker that has not answered for so long has died without a word. An answer takes some ten milliseconds. */
const ANSWER_LIMIT: Milliseconds = 2000;

/**
 * Loads the small networks of a drill so that they also run in a worker of their own, beside the pose model. Until that has loaded
 * them, and after it failed, `runAside` is absent: the network then runs where the pose model does.
 */
export class AsideNetworks implements Required<NetworkLoaders> {
  readonly #options: AsideOptions;
  /** The networks of the drill, and whether the worker was asked to load them. */
  readonly #networks = new Map<NetworkName, AsideNetwork>();
  #isStarted = false;
  #worker: AsideWorker | null = null;
  #failed = false;
  #lastPicture: Picture | null = null;

  constructor(options: AsideOptions) {
    this.#options = options;
  }

  /**
   * Starts the worker and loads the networks in it, once. Not before a reference pose is set: until then nothing runs there, and its
   * start would take processor time from the hold.
   */
  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    for (const network of this.#networks.values()) this.#load(network);
  }

  readonly loadLegNetwork = async (drill: string): Promise<(RunningLegNetwork & Disposable) | null> => {
    const network = await this.#options.loadLegNetwork(drill);
    if (!network) return null;
    const aside = this.#loadAside('legs', drill);
    const look: RunningLegNetwork['runAside'] = ({ window, picture }) =>
      this.#answer((api) => api.legs(window, this.#unlessShown(picture)));
    return {
      model: network.model,
      run: (input) => network.run(input),
      get runAside() {
        return aside.isReady() ? look : undefined;
      },
      dispose: () => network.dispose(),
    };
  };

  readonly loadPelvisNetwork = async (drill: string): Promise<(RunningPelvisNetwork & Disposable) | null> => {
    const network = await this.#options.loadPelvisNetwork(drill);
    if (!network) return null;
    const aside = this.#loadAside('pelvis', drill);
    const look: RunningPelvisNetwork['runAside'] = ({ window, referencePose, picture }) =>
      this.#answer((api) => api.pelvis(window, referencePose, this.#unlessShown(picture)));
    return {
      model: network.model,
      run: (input) => network.run(input),
      get runAside() {
        return aside.isReady() ? look : undefined;
      },
      dispose: () => network.dispose(),
    };
  };

  #loadAside(name: NetworkName, drill: string): { readonly isReady: () => boolean } {
    const network: AsideNetwork = { name, drill, isLoaded: false };
    this.#networks.set(name, network);
    if (this.#isStarted) this.#load(network);
    return { isReady: () => network.isLoaded && this.#worker !== null };
  }

  #load(network: AsideNetwork): void {
    this.#startedWorker()
      ?.api.load(network.name, network.drill)
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

  /** Both networks look at the same picture of a frame, so it is sent once. */
  #unlessShown(picture: Picture): Picture | null {
    if (picture === this.#lastPicture) return null;
    this.#lastPicture = picture;
    return picture;
  }

  async #answer<Answer>(ask: (api: AsideApi) => Promise<Timed<Answer>>): Promise<Answer> {
    let forget = (): void => undefined;
    try {
      if (!this.#worker) throw codedError('unexpected', 'the networks’ worker has ended');
      const limit = new Promise<never>((_, reject) => {
        const silent = () => reject(codedError('unexpected', 'the networks’ worker is silent'));
        forget = this.#options.after(ANSWER_LIMIT, silent);
      });
      const { answer, took } = await Promise.race([ask(this.#worker.api), limit]);
      this.#options.onWork?.(took);
      return answer;
    } catch (error) {
      this.#fail();
      throw error;
    } finally {
      forget();
    }
  }
}
