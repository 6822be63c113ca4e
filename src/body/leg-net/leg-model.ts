import type { WindowPlan } from '../pelvis-net/crop-window.ts';
import type { LayerShape } from '../pelvis-net/pelvis-model.ts';
import type { Pixels, Share } from '../units.ts';

/** A joint of a leg as the network names it: by which leg works, whichever side that is. */
export type LegJoint = `${'working' | 'other'} ${'hip' | 'knee' | 'ankle'}`;

/** One joint's map among the network's, and what its spread is worth. Learned on bodies it never saw. */
export interface LegJointScale {
  readonly name: LegJoint;
  /** Stated spread over the network's own. */
  readonly spread: number;
  /** Spread, of the trunk's length in the picture, from which on the joint is only guessed. */
  readonly guessedFrom: Share;
}

/**
 * A step of the network; `of` names what it works on, by the steps' own names, 'input' for the crop.
 * `joined`: the coarse one, every number twice each way, plus the fine one, negative sums as 0. `mean`: over rows and columns.
 */
export type LegLayer =
  | (LayerShape & { readonly name: string; readonly of: string })
  | { readonly kind: 'joined'; readonly name: string; readonly of: readonly [coarse: string, fine: string] }
  | { readonly kind: 'mean'; readonly name: string; readonly of: string };

/** `models/legs-DRILL.json`. Weights and biases of the layers that have any follow in `.bin`, half floats, in their order. */
export interface LegModel {
  readonly drill: string;
  readonly version: string;
  readonly window: WindowPlan;
  /** Side of the crop it looks at. */
  readonly size: Pixels;
  /** In the order of the maps. */
  readonly joints: readonly LegJointScale[];
  readonly layers: readonly LegLayer[];
  /** The steps that give the maps, and the logs of the spreads in hundredths of the crop's side. */
  readonly answers: { readonly maps: string; readonly spreads: string };
  /** File beside this one, its length and its hash. */
  readonly weights: { readonly file: string; readonly bytes: number; readonly sha256: string };
}

/** What the network says of a crop. `maps`: rows, columns, joints; how strongly each place looks like the joint. */
export interface LegAnswer {
  readonly maps: Float32Array;
  readonly spreads: Float32Array;
}
