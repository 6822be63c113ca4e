import type { LegJoint } from '../input/measurement-plan.ts';
import type { Segment, OutOfPlaneAngle } from '../geometry/out-of-plane-angles.ts';
import type { WindowPlan } from './crop-window.ts';
import type { LayerShape } from './pelvis-model.ts';
import type { Pixels, Seconds, Share } from '../geometry/units.ts';

/** One joint's map among the network's, and what its spread is worth. Learned on bodies it never saw. */
export interface LegJointScale {
  readonly name: LegJoint;
  /** Stated spread over the network's own. */
  readonly spread: number;
  /** Spread, of the trunk's length in the picture, from which on the joint is only guessed. */
  readonly guessedFrom: Share;
}

/** One segment's slant among the network's, and what its spread is worth. Learned on bodies it never saw. */
export interface SlantScale {
  readonly name: Segment;
  /** Stated spread over the network's own, and the least of it. */
  readonly spread: number;
  readonly leastSd: OutOfPlaneAngle;
}

/** What the fit makes of the network's points beside what the drill says of the pose model's. From `npm run accuracy`. */
export interface LegFit {
  /** Times the drill's stated spread. */
  readonly spread: number;
  /** Times the drill's `rotationSpread`, where the network's legs show the rotation better than the hip's other angles. Absent: 1. */
  readonly rotationSpread?: number;
}

/**
 * A step of the network; `of` names what it works on, by the steps' own names, 'input' for the crop.
 * `joined`: the coarse one, every number twice each way, plus the fine one, negative sums as 0. `mean`: over rows and columns.
 */
export type LegLayer =
  | (LayerShape & { readonly name: string; readonly of: string })
  | { readonly kind: 'joined'; readonly name: string; readonly of: readonly [coarse: string, fine: string] }
  | { readonly kind: 'mean'; readonly name: string; readonly of: string };

/** `models/legs-NAME.json`. Weights and biases of the layers that have any follow in `.bin`, half floats, in their order. */
export interface LegModel {
  readonly drill: string;
  readonly version: string;
  readonly window: WindowPlan;
  /** A trunk's length in the window's units, as the pose model sees those. Absent: the trunk is the unit. */
  readonly trunk?: number;
  /**
   * Whose unit sizes the window: the neutral's, for a trunk that folds towards the lens, or knees that the pose model sees wander.
   * Absent: each frame's own.
   */
  readonly sizedBy?: 'neutral';
  /**
   * How long it is still believed when no frame agrees with the pose model, where that takes the legs for each other or loses one for
   * seconds (`leg-belief.ts`). Absent: not at all.
   */
  readonly patience?: Seconds;
  /** Width of the crop it looks at: the window's side. */
  readonly size: Pixels;
  /** Height of the crop, the window's middle in its middle. Absent: as much. */
  readonly rows?: Pixels;
  /** In the order of the maps. */
  readonly joints: readonly LegJointScale[];
  /** In the order of the answer. Absent: it tells none. */
  readonly slants?: readonly SlantScale[];
  readonly fit: LegFit;
  readonly layers: readonly LegLayer[];
  /** The steps that give the maps, the logs of the spreads in hundredths of the crop's side, and the slants where it tells any. */
  readonly answers: { readonly maps: string; readonly spreads: string; readonly slants?: string };
  /** File beside this one, its length and its hash. */
  readonly weights: { readonly file: string; readonly bytes: number; readonly sha256: string };
}

/** What the network says of a crop. `maps`: rows, columns, joints; how strongly each place looks like the joint. */
export interface LegAnswer {
  readonly maps: Float32Array;
  readonly spreads: Float32Array;
  /** Slants, then the logs of their spreads in tenths. Absent: it tells none. */
  readonly slants?: Float32Array;
}
