import type { PipelineNetworks, RunningPelvisNetwork } from '../../src/instrument/frame-pipeline.ts';
import type { MeasurementPlan } from '../../src/instrument/input/measurement-plan.ts';

export interface Disposable {
  dispose(): void;
}

export interface NetworkLoaders {
  /** Loads the pelvis network of this name; null: there is none. */
  readonly loadPelvisNetwork: (name: string) => Promise<(RunningPelvisNetwork & Disposable) | null>;
}

/**
 * Loads the pelvis network of a drill and keeps it for the next set of the same drill. A network that cannot be loaded is left out
 * and named: then the pelvis is not seen.
 */
export class DrillNetworks {
  readonly #loaders: NetworkLoaders;
  #name: string | null = null;
  #network: (RunningPelvisNetwork & Disposable) | null = null;

  constructor(loaders: NetworkLoaders) {
    this.#loaders = loaders;
  }

  async load({ pelvisModel }: Pick<MeasurementPlan, 'pelvisModel'>): Promise<PipelineNetworks> {
    const name = pelvisModel ?? null;
    if (this.#network && name === this.#name) return { pelvis: this.#network };
    this.#network?.dispose();
    this.#network = null;
    this.#name = name;
    if (name === null) return { pelvis: null };
    try {
      this.#network = await this.#loaders.loadPelvisNetwork(name);
    } catch {
      return { pelvis: null, failed: ['pelvis'] };
    }
    return { pelvis: this.#network };
  }
}
