import type { WindowPlan } from './crop-window.ts';

/*
 * The model cards `models/pelvis-NAME.json`. Their property names are those of the files and stay. A "spread" there is
 * a factor on a standard deviation.
 */

/**
 * Outputs of a pelvis network: changes since the reference pose, with the signs of `PelvisAngles` in a crop that is not
 * mirrored. `sitBone`: rise of the working side's sit bone. `arch`: lumbar extension.
 */
export type PelvisOutput = 'twist' | 'sitBone' | 'arch';

/** From an output to a value with a standard deviation; calibrated on people that the network never saw. */
export interface OutputScale {
  readonly name: PelvisOutput;
  /** Degrees, or centimetres, of an output of 1. */
  readonly unit: number;
  /** Factor on the value: an unsure network answers too close to zero. */
  readonly gain: number;
  /** Factor on the network's own standard deviation. */
  readonly spread: number;
  /** Lower limit of the standard deviation; degrees or centimetres. */
  readonly leastSd: number;
  /** With a larger standard deviation the value is not used to judge a person; degrees or centimetres. */
  readonly mostSd: number;
  /** Lower limit of the reference crop's `cropHighGrey`, 0…255: below, the whole crop is too dark. Absent: no limit. */
  readonly leastBright?: number;
  /** Accurate enough on held-back people to be used. */
  readonly trusted: boolean;
}

/** A layer with weights: a convolution (shape: rows, columns, in, out) or a matrix product (in, out), then a bias. */
export interface LayerShape {
  readonly kind: 'convolution' | 'product';
  readonly shape: readonly number[];
  readonly stride: number;
  readonly padding: number;
  readonly relu: boolean;
}

/** A model card. The `.bin` file beside it holds weights, then bias, layer after layer; half floats. */
export interface PelvisModel {
  readonly drill: string;
  readonly version: string;
  readonly window: WindowPlan;
  readonly outputs: readonly OutputScale[];
  readonly layers: readonly LayerShape[];
  readonly weights: { readonly file: string; readonly bytes: number; readonly sha256: string };
}

/** The drill's own networks, used besides the pose model; null: the drill has none, or it could not be loaded. */
export interface DrillModels {
  readonly pelvis: PelvisModel | null;
}

export const NO_MODELS: DrillModels = { pelvis: null };
