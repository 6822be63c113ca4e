import type { LegJoint } from '../input/measurement-plan.ts';
import type { Segment, OutOfPlaneAngle } from '../geometry/out-of-plane-angles.ts';
import type { WindowPlan } from './crop-window.ts';
import type { LayerShape } from './pelvis-model.ts';
import type { Pixels, Seconds, Share } from '../geometry/units.ts';

/*
 * The model cards `models/legs-NAME.json`. Their property names are those of the files and stay. A "spread" there is a
 * standard deviation or a factor on one; "slants" are out-of-plane angles; "neutral" is the reference pose.
 */

/** One joint among the network's outputs, calibrated on people that the network was not trained on. */
export interface LegJointScale {
  readonly name: LegJoint;
  /** Factor on the network's own standard deviation. */
  readonly spread: number;
  /** Standard deviation, as a share of the trunk's length in the picture, from which the joint counts as guessed. */
  readonly guessedFrom: Share;
}

/**
 * One segment's out-of-plane angle among the network's outputs, calibrated on people that the network was not trained
 * on.
 */
export interface SlantScale {
  readonly name: Segment;
  /** Factor on the network's own standard deviation. */
  readonly spread: number;
  /** Lower limit of the standard deviation. */
  readonly leastSd: OutOfPlaneAngle;
}

/** Factors on the drill's own factors while the network locates the legs. From `npm run accuracy`. */
export interface LegFit {
  /** Factor on `MotionModel.hipSdScale`. */
  readonly spread: number;
  /** Factor on `MotionModel.rotationSdScale`. Absent: 1. */
  readonly rotationSpread?: number;
}

/**
 * One step of the network. `of` names its input: another step, or 'input' for the crop.
 * `joined`: the coarse map, doubled in size, plus the fine map, then ReLU. `mean`: over rows and columns.
 */
export type LegLayer =
  | (LayerShape & { readonly name: string; readonly of: string })
  | { readonly kind: 'joined'; readonly name: string; readonly of: readonly [coarse: string, fine: string] }
  | { readonly kind: 'mean'; readonly name: string; readonly of: string };

/**
 * A model card. The `.bin` file beside it holds weights, then bias, of each layer that has them, in order; half floats.
 */
export interface LegModel {
  readonly drill: string;
  readonly version: string;
  readonly window: WindowPlan;
  /** Length of the trunk in the window's unit, by the pose model's landmarks. Absent: 1, the trunk is the unit. */
  readonly trunk?: number;
  /**
   * `neutral`: while a reference pose is set, the window keeps the size it had there. For drills in which the trunk
   * folds towards the lens or BlazePose's knees wander. Absent: each frame gives the size.
   */
  readonly sizedBy?: 'neutral';
  /**
   * How long the network stays in use while no frame agrees with the pose model (`keypoint-source-selector.ts`): the
   * pose model may swap the legs or lose one for seconds. Absent: 0.
   */
  readonly patience?: Seconds;
  /** Width of the crop: the window's side. */
  readonly size: Pixels;
  /** Height of the crop, centred on the window. Absent: as much as the width. */
  readonly rows?: Pixels;
  /** In the order of the maps. */
  readonly joints: readonly LegJointScale[];
  /** In the order of `LegAnswer.slants`. Absent: the network has no such output. */
  readonly slants?: readonly SlantScale[];
  readonly fit: LegFit;
  readonly layers: readonly LegLayer[];
  /** Names of the output steps. `spreads` gives logs of standard deviations in hundredths of the crop's side. */
  readonly answers: { readonly maps: string; readonly spreads: string; readonly slants?: string };
  /** The weight file beside the card. */
  readonly weights: { readonly file: string; readonly bytes: number; readonly sha256: string };
}

/**
 * Output of the network for one crop. `maps`: rows, columns, joints; logits of each place. `spreads`: per joint, see
 * `answers`.
 */
export interface LegAnswer {
  readonly maps: Float32Array;
  readonly spreads: Float32Array;
  /**
   * Out-of-plane angles, then the logs of their standard deviations in tenths. Absent: the network has no such output.
   */
  readonly slants?: Float32Array;
}
