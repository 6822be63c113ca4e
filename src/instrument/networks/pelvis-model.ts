import type { Degrees } from '../geometry/units.ts';
import type { WindowPlan } from './crop-window.ts';

/** What a network says against the neutral; signs as in `PelvisAngles`, in a crop not turned round. `arch`: lumbar extension. */
export type PelvisOutput = 'twist' | 'lift' | 'obliquity' | 'sitBone' | 'arch';

/** Turns what a network says into a value with an honest spread. Learned on bodies it never saw. */
export interface OutputScale {
  readonly name: PelvisOutput;
  /** Degrees, or centimetres, of an output of 1. */
  readonly unit: number;
  /** Whoever is unsure keeps near zero: the value is stretched by this factor. */
  readonly gain: number;
  /** Stated spread over the network's own, and the least of it. */
  readonly spread: number;
  readonly leastSd: number;
  /** A spread beyond this is no reading. */
  readonly mostSd: number;
  /** Grey (`cropLight`, 0…255) of the neutral below which it judges nobody: black cloth hides the pelvis. Absent: none. */
  readonly leastLight?: number;
  /** Grey of its lightest tenth (`cropBright`) below which all of the neutral is dark, and nobody is judged. Absent: none. */
  readonly leastBright?: number;
  /** Good enough on held-back bodies to be used. */
  readonly trusted: boolean;
}

/** One layer of plain numbers: a convolution (rows, columns, in, out) or a product (in, out), then a bias. */
export interface LayerShape {
  readonly kind: 'convolution' | 'product';
  readonly shape: readonly number[];
  readonly stride: number;
  readonly padding: number;
  readonly relu: boolean;
}

/** `models/pelvis-NAME.json`. The numbers follow in `.bin`, half floats: weights, bias, layer after layer. */
export interface PelvisModel {
  readonly drill: string;
  readonly version: string;
  readonly window: WindowPlan;
  /** From where its scenes were filmed, as the drill's plan counts azimuth. Absent: from the drill's good places. */
  readonly azimuths?: readonly [Degrees, Degrees];
  readonly outputs: readonly OutputScale[];
  readonly layers: readonly LayerShape[];
  /** File beside this one, its length and its hash. */
  readonly weights: { readonly file: string; readonly bytes: number; readonly sha256: string };
}
