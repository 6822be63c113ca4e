import type { PipelineNetworks, RunningPelvisNetwork } from '../../src/instrument/frame-pipeline.ts';
import type { MeasurementPlan } from '../../src/instrument/input/measurement-plan.ts';
import type { RunningLegNetwork } from '../../src/instrument/networks/leg-stage.ts';
import type { NetworkName } from '../../src/instrument/output/reading.ts';

export interface Disposable {
  dispose(): void;
}

export interface NetworkLoaders {
  /** Loads the pelvis network of this name; null: there is none. Absent: no pelvis networks here. */
  readonly loadPelvisNetwork?: (name: string) => Promise<(RunningPelvisNetwork & Disposable) | null>;
  /** Loads the leg network of this name; null: there is none. Absent: no leg networks here. */
  readonly loadLegNetwork?: (name: string) => Promise<(RunningLegNetwork & Disposable) | null>;
}

/**
 * Loads the small networks of a drill and keeps them for the next set of the same drill. A network that cannot be loaded is left
 * out and named: then the pelvis is not seen, and the legs stay where the pose model has them.
 */
export class DrillNetworks {
  readonly #loaders: NetworkLoaders;
  readonly #pelvis = new CachedNetwork<RunningPelvisNetwork & Disposable>();
  readonly #legs = new CachedNetwork<RunningLegNetwork & Disposable>();

  constructor(loaders: NetworkLoaders) {
    this.#loaders = loaders;
  }

  async load({
    pelvisModel,
    legsModel,
  }: Pick<MeasurementPlan, 'pelvisModel' | 'legsModel'>): Promise<PipelineNetworks> {
    const { loadPelvisNetwork, loadLegNetwork } = this.#loaders;
    const [pelvis, legs] = await Promise.all([
      this.#pelvis.load(pelvisModel ?? null, loadPelvisNetwork),
      this.#legs.load(legsModel ?? null, loadLegNetwork),
    ]);
    const failed = (['legs', 'pelvis'] as const satisfies readonly NetworkName[]).filter(
      (name) => (name === 'legs' ? this.#legs : this.#pelvis).hasFailed,
    );
    return { pelvis, legs, ...(failed.length > 0 ? { failed } : {}) };
  }
}

/** A network that stays loaded until another one, or none, is asked for. */
class CachedNetwork<Network extends Disposable> {
  #name: string | null = null;
  #network: Network | null = null;
  /** The network that was asked for last could not be loaded. */
  hasFailed = false;

  async load(
    name: string | null,
    load: ((name: string) => Promise<Network | null>) | undefined,
  ): Promise<Network | null> {
    if (this.#network && name === this.#name) return this.#network;
    this.#network?.dispose();
    this.#network = null;
    this.#name = name;
    this.hasFailed = false;
    if (name === null) return null;
    try {
      this.#network = (await load?.(name)) ?? null;
    } catch {
      this.hasFailed = true;
    }
    return this.#network;
  }
}
