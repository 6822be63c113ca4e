import type { PelvisModel } from '../networks/pelvis-model.ts';

/** The drill's own networks, used besides the pose model; null: the drill has none, or it could not be loaded. */
export interface DrillModels {
  readonly pelvis: PelvisModel | null;
}

export const NO_MODELS: DrillModels = { pelvis: null };
