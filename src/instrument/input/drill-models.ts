import type { LegModel } from '../networks/leg-model.ts';
import type { PelvisModel } from '../networks/pelvis-model.ts';

/** The small networks that a set is measured with beside the pose model; null: the drill has none, or it could not be had. */
export interface DrillModels {
  readonly pelvis: PelvisModel | null;
  readonly legs: LegModel | null;
}

export const NO_MODELS: DrillModels = { pelvis: null, legs: null };
