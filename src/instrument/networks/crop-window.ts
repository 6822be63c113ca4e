import { JOINT_LANDMARKS } from '../input/landmarks.ts';
import { landmarkAt, midJoint, type PicturePoint, pixelsApart } from '../geometry/picture-points.ts';
import type { Pixels, Side } from '../geometry/units.ts';

/** What the model of a drill looks at, told by landmarks: the same definition trains it and feeds it. */
export interface WindowPlan {
  /** Which way is up in the crop: along the trunk with the head to the left, or up in the picture. */
  readonly upright: boolean;
  /** The length that gives the size: mid-hip to mid-shoulder, or the mean of both thighs. */
  readonly unit: 'trunk' | 'thigh';
  /** Side of the square and its middle's distance from the mid-hip (towards the head, or up), in units. */
  readonly side: number;
  readonly above: number;
  /** How far the middle lies beside that, in units: down in the crop of somebody who lies, right in that of one who sits. Absent: not. */
  readonly aside?: number;
  /**
   * A crop is turned round by the working side, so that it shows left-side work. One along the trunk that is filmed square from
   * either side is turned by what it shows instead: the floor is below, whichever leg works.
   */
  readonly alike?: 'both-sides';
}

/** Turns pictures into crops: x' = a x + c y + e, y' = b x + d y + f, both in pixels from the top left corner. */
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
    pixelsApart(landmarkAt(points, knee), landmarkAt(points, hip));
  return (length(JOINT_LANDMARKS.left) + length(JOINT_LANDMARKS.right)) / 2;
}

function trunkLength(points: ArrayLike<number>): Pixels {
  return pixelsApart(midJoint(points, 'shoulder'), midJoint(points, 'hip'));
}

/** The plan's unit as these landmarks show it. */
export const cropScale = (points: ArrayLike<number>, { unit }: Pick<WindowPlan, 'unit'>): Pixels =>
  unit === 'trunk' ? trunkLength(points) : thighLength(points);

/**
 * The window round the pelvis of a neutral. Work of the right side is turned round, so that the model knows the left only.
 * @param points 33 landmarks, x and y in pixels
 * @param size of the crop in pixels
 * @param wider the window's side is so many times what the plan says
 * @param length the plan's unit, where another moment shows it better than these landmarks
 * @returns null when the landmarks lie on one spot
 */
export function cropWindow(
  points: ArrayLike<number>,
  plan: WindowPlan,
  side: Side,
  size: Pixels,
  wider = 1,
  length: Pixels = cropScale(points, plan),
): CropWindow | null {
  const hip = midJoint(points, 'hip');
  const shoulder = midJoint(points, 'shoulder');
  const trunk = pixelsApart(shoulder, hip);
  if (!(trunk > 4 && length > 4)) return null;
  const head: PicturePoint = plan.upright ? [0, -1] : [(shoulder[0] - hip[0]) / trunk, (shoulder[1] - hip[1]) / trunk];
  const scale = size / (plan.side * wider * length);
  const turned = plan.alike === 'both-sides' ? head[0] > 0 : side === 'right';
  const mirror = turned ? -1 : 1;
  // Rows of the crop's axes in the picture: lying people have their head on the left, sitting ones on top.
  const right: PicturePoint = plan.upright ? [mirror, 0] : [-head[0], -head[1]];
  const down: PicturePoint = plan.upright ? [0, 1] : [mirror * head[1], -mirror * head[0]];
  const { above, aside = 0 } = plan;
  const square = plan.upright ? right : down;
  const centre: PicturePoint = [
    hip[0] + length * (above * head[0] + aside * square[0]),
    hip[1] + length * (above * head[1] + aside * square[1]),
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

/** Whether a crop shows left for right: then the turns to the left in it are turns to the right. */
export const isTurnedRound = (window: CropWindow): boolean => determinant(window) < 0;

const determinant = ({ a, b, c, d }: CropWindow): number => a * d - b * c;

/** From the crop back into the picture. */
export function backwards(w: CropWindow): CropWindow {
  const det = determinant(w);
  const [a, b, c, d] = [w.d / det, -w.b / det, -w.c / det, w.a / det];
  return { a, b, c, d, e: -(a * w.e + c * w.f), f: -(b * w.e + d * w.f) };
}

/** Where a place of the picture lies in the crop. */
export const intoCrop = (w: CropWindow, x: Pixels, y: Pixels): PicturePoint => [
  w.a * x + w.c * y + w.e,
  w.b * x + w.d * y + w.f,
];
