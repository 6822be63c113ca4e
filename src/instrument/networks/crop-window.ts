import { JOINT_LANDMARKS } from '../input/landmarks.ts';
import { landmarkAt, midJoint, type PicturePoint, pixelDistance } from '../geometry/picture-points.ts';
import type { Pixels, Side } from '../geometry/units.ts';

/** Where a network's crop lies, relative to the landmarks. On the model card: training and app use the same. */
export interface WindowPlan {
  /** True: up in the crop is up in the picture. False: the crop lies along the trunk, head to the left. */
  readonly upright: boolean;
  /**
   * Unit of length: `trunk`, mid-hip to mid-shoulder; `thigh`, the mean of both thighs; both as seen in the picture.
   */
  readonly unit: 'trunk' | 'thigh';
  /** Side of the square, in units. */
  readonly side: number;
  /** Distance of the square's middle from the mid-hip, towards the head or up, in units. */
  readonly above: number;
  /**
   * Distance of the middle across that direction, in units: down in a lying crop, right in an upright crop. Absent: 0.
   */
  readonly aside?: number;
  /**
   * Absent: the crop is mirrored when the right side works, so that the network only learns the left. `both-sides`, for
   * crops along the trunk: the crop is mirrored when the head lies to the right, so that the floor is always below,
   * whichever leg works.
   */
  readonly alike?: 'both-sides';
}

/** Affine map from picture to crop: x' = a x + c y + e, y' = b x + d y + f; pixels from the top left corner. */
export interface CropWindow {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: Pixels;
  readonly f: Pixels;
}

function thighLength(points: ArrayLike<number>): Pixels {
  const length = ({ hip, knee }: { readonly hip: number; readonly knee: number }): Pixels =>
    pixelDistance(landmarkAt(points, knee), landmarkAt(points, hip));
  return (length(JOINT_LANDMARKS.left) + length(JOINT_LANDMARKS.right)) / 2;
}

function trunkLength(points: ArrayLike<number>): Pixels {
  return pixelDistance(midJoint(points, 'shoulder'), midJoint(points, 'hip'));
}

/** Length of the plan's unit in these landmarks. */
const cropScale = (points: ArrayLike<number>, { unit }: Pick<WindowPlan, 'unit'>): Pixels =>
  unit === 'trunk' ? trunkLength(points) : thighLength(points);

/**
 * The crop window around the pelvis.
 * @param points 33 landmarks, x and y in pixels
 * @param size of the crop in pixels
 * @param wider factor by which each side of the window is lengthened
 * @returns null: the landmarks lie on one point
 */
export function cropWindow(
  points: ArrayLike<number>,
  plan: WindowPlan,
  side: Side,
  size: Pixels,
  wider = 1,
): CropWindow | null {
  const length = cropScale(points, plan);
  const hip = midJoint(points, 'hip');
  const shoulder = midJoint(points, 'shoulder');
  const trunk = pixelDistance(shoulder, hip);
  if (!(trunk > 4 && length > 4)) return null;
  const head: PicturePoint = plan.upright ? [0, -1] : [(shoulder[0] - hip[0]) / trunk, (shoulder[1] - hip[1]) / trunk];
  const scale = size / (plan.side * wider * length);
  const mirrored = plan.alike === 'both-sides' ? head[0] > 0 : side === 'right';
  const mirror = mirrored ? -1 : 1;
  // Directions of the crop's axes in the picture: the head is on the left of a lying crop, on top of an upright one.
  const right: PicturePoint = plan.upright ? [mirror, 0] : [-head[0], -head[1]];
  const down: PicturePoint = plan.upright ? [0, 1] : [mirror * head[1], -mirror * head[0]];
  const { above, aside = 0 } = plan;
  const acrossAxis = plan.upright ? right : down;
  const centre: PicturePoint = [
    hip[0] + length * (above * head[0] + aside * acrossAxis[0]),
    hip[1] + length * (above * head[1] + aside * acrossAxis[1]),
  ];
  const along = (axis: PicturePoint): Pixels => size / 2 - scale * (axis[0] * centre[0] + axis[1] * centre[1]);
  return {
    a: scale * right[0],
    b: scale * down[0],
    c: scale * right[1],
    d: scale * down[1],
    e: along(right),
    f: along(down),
  };
}

/** Whether the crop is a mirror image: then a turn to the left in the crop is one to the right. */
export const isCropMirrored = (window: CropWindow): boolean => determinant(window) < 0;

const determinant = ({ a, b, c, d }: CropWindow): number => a * d - b * c;

/** The inverse map, from crop to picture. */
export function inverseOf(w: CropWindow): CropWindow {
  const det = determinant(w);
  const [a, b, c, d] = [w.d / det, -w.b / det, -w.c / det, w.a / det];
  return { a, b, c, d, e: -(a * w.e + c * w.f), f: -(b * w.e + d * w.f) };
}

/** A position of the picture in the crop, pixels; with an inverse map, a position of the crop in the picture. */
export const toCrop = (w: CropWindow, x: Pixels, y: Pixels): PicturePoint => [
  w.a * x + w.c * y + w.e,
  w.b * x + w.d * y + w.f,
];
