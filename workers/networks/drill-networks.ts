import type { DrillModels } from '../../src/instrument/input/drill-models.ts';
import type { Landmarks } from '../../src/instrument/input/landmarks.ts';
import { KeypointSourceSelector } from '../../src/instrument/networks/keypoint-source-selector.ts';
import { type LegLook, lookAtLegs, sightOf } from '../../src/instrument/networks/leg-keypoints.ts';
import { CropScaleFilter } from '../../src/instrument/networks/crop-scale-filter.ts';
import type { MeasurementPlan } from '../../src/instrument/input/measurement-plan.ts';
import { cropScale } from '../../src/instrument/networks/crop-window.ts';
import type { NetworkInput } from '../../src/instrument/networks/network-input.ts';
import type { Picture } from '../../src/instrument/input/picture.ts';
import { leadingSide, type Seconds, type Side } from '../../src/instrument/geometry/units.ts';
import type { LegNetwork } from './leg-network.ts';
import type { PelvisNetwork } from './pelvis-network.ts';

type RunningPelvis = Pick<PelvisNetwork, 'model' | 'run' | 'dispose'>;
type RunningLegs = Pick<LegNetwork, 'model' | 'run' | 'dispose'>;

export interface NetworkLoaders {
  /** The pelvis model of this name; null: there is none. Absent: never. */
  readonly loadPelvisNetwork?: (name: string) => Promise<RunningPelvis | null>;
  /** The model of the legs of this name; null: there is none. Absent: never. */
  readonly loadLegNetwork?: (name: string) => Promise<RunningLegs | null>;
}

/**
 * The small networks of the drill that is measured. One that cannot be loaded or fails leaves its part to what is there without it:
 * the pelvis unseen, the legs where the pose model has them.
 */
export class DrillNetworks {
  readonly #loaders: NetworkLoaders;
  readonly #pelvis = new CachedNetwork<RunningPelvis>();
  readonly #legs = new CachedNetwork<RunningLegs>();
  #side: Side = 'left';
  #belief = new KeypointSourceSelector();
  #unit = new CropScaleFilter();

  constructor(loaders: NetworkLoaders) {
    this.#loaders = loaders;
  }

  /** What the tracker is told. */
  get models(): DrillModels {
    return { pelvis: this.#pelvis.network?.model ?? null, legs: this.#legs.network?.model ?? null };
  }

  async load({ pelvisModel, legsModel, side }: MeasurementPlan): Promise<void> {
    this.#side = leadingSide(side);
    this.#unit = new CropScaleFilter();
    const { loadPelvisNetwork, loadLegNetwork } = this.#loaders;
    await Promise.all([
      this.#pelvis.load(pelvisModel ?? null, loadPelvisNetwork),
      this.#legs.load(legsModel ?? null, loadLegNetwork),
    ]);
    this.#belief = new KeypointSourceSelector(this.#legs.network?.model.patience);
  }

  async askPelvis(input: NetworkInput | null): Promise<Float32Array | null> {
    return (input && (await this.#pelvis.network?.run(input).catch(() => null))) ?? null;
  }

  /** @returns the landmarks with the legs where the network sees them, or as they were */
  async seeLegs(picture: Picture, landmarks: Landmarks | null, time: Seconds): Promise<Landmarks | null> {
    const legs = this.#legs.network;
    const look = legs && landmarks && this.#look(legs, picture, landmarks, time);
    if (!look) return landmarks;
    const answer = await legs.run(look.input).catch(() => null);
    const sight = answer && sightOf(legs.model, this.#side, look, answer, landmarks);
    if (sight && this.#belief.step(sight.apart, time)) return sight.landmarks;
    return landmarks;
  }

  /** @param sharp whether the neutral that measures now was taken by the network's legs; null: there is none */
  settle(sharp: boolean | null): void {
    this.#belief.settle(sharp);
    this.#unit.settle(sharp !== null);
  }

  #look({ model }: RunningLegs, picture: Picture, landmarks: Landmarks, time: Seconds): LegLook | null {
    const now = cropScale(landmarks.points, model.window);
    const unit = model.sizedBy === 'neutral' ? this.#unit.step(now, time) : now;
    return lookAtLegs(model, this.#side, picture, landmarks, unit);
  }
}

/** A network that stays for the next set that wants the same. */
class CachedNetwork<Network extends { dispose(): void }> {
  #name: string | null = null;
  #network: Network | null = null;

  get network(): Network | null {
    return this.#network;
  }

  async load(name: string | null, load: ((name: string) => Promise<Network | null>) | undefined): Promise<void> {
    if (this.#network && name === this.#name) return;
    this.#network?.dispose();
    this.#network = null;
    this.#name = name;
    if (name !== null) this.#network = (await load?.(name).catch(() => null)) ?? null;
  }
}
