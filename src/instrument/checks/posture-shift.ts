import { JOINT_LANDMARKS, type Landmarks } from '../input/landmarks.ts';
import {
  landmarkAt,
  midJoint,
  type PicturePoint,
  pixelDistance,
  rightToLeft,
  turnOfLine,
  vectorBetween,
} from '../geometry/picture-points.ts';
import { add, DEG, midpoint, type Vec3 } from '../geometry/rotation.ts';
import { JOINT } from '../geometry/skeleton.ts';
import type { BySide, Degrees, Metres, Pixels, Share, Side } from '../geometry/units.ts';
import type { ReferencePoseFit, StillLandmarks } from '../reference-pose/reference-pose-fit.ts';

/**
 * How far the body has moved in the picture since the reference pose, in metres at the depth that the joints had there.
 * A movement towards the lens or away from it is not seen, or read as a rise.
 */
export interface PostureShift {
  /** Of the mid-hip and of the mid-point of the shoulders, along the room's vertical; negative: sunk. */
  readonly hipsRisen: Metres;
  readonly chestRisen: Metres;
  /** Their displacement in any direction of the picture. */
  readonly hipsMoved: Metres;
  readonly chestMoved: Metres;
  /** Change of direction of the line from the mid-hip to the shoulders; null: it pointed at the lens. */
  readonly trunkTurned: Degrees | null;
  /** Change of the line across the shoulders and across the hips; mixed-up left and right is no change. */
  readonly shouldersTurned: Metres;
  readonly hipsTurned: Metres;
  /**
   * Both lines point the other way, and the one across the shoulders has become longer. If the pose model had only
   * mixed up left and right, it would have kept its length.
   */
  readonly isReversed: boolean;
  /** How far the mid-point of the knees has sunk, along the vertical at the hips. */
  readonly kneesSunk: Metres;
  readonly knees: BySide<KneeShift>;
  /**
   * Distance in the picture from the shoulders to the feet over that in the reference pose. It stays when only the hips
   * rise, and grows when the camera zooms.
   */
  readonly shouldersToFeet: Share;
}

/** The bend of a knee in the picture; 0: hip, knee and ankle lie on one line. */
export interface KneeShift {
  readonly bend: Degrees;
  readonly bendBefore: Degrees;
  /** Distance from hip to ankle over that in the reference pose. */
  readonly reach: Share;
}

/** A trunk shorter than this in the reference picture points at the lens. */
const SHORTEST_TRUNK: Metres = 0.25;

export type ShiftOf = (landmarks: Pick<Landmarks, 'points'>) => PostureShift;

/** Prepares the comparison with a reference pose. */
export function postureShift(referencePose: ReferencePoseFit, still: Pick<StillLandmarks, 'points'>): ShiftOf {
  const start = still.points;
  const scales = { hip: scaleAt(referencePose, 'hip'), shoulder: scaleAt(referencePose, 'shoulder') };
  const trunkBefore = trunkOf(start);
  const isTrunkSeen = Math.hypot(...trunkBefore) / scales.hip.metre >= SHORTEST_TRUNK;
  const risen = (points: ArrayLike<number>, part: 'hip' | 'shoulder' | 'knee'): Metres => {
    const [x, y] = vectorBetween(midJoint(start, part), midJoint(points, part));
    const [ux, uy] = scales[part === 'shoulder' ? 'shoulder' : 'hip'].up;
    return (x * ux + y * uy) / (ux * ux + uy * uy);
  };
  const moved = (points: ArrayLike<number>, part: 'hip' | 'shoulder'): Metres =>
    pixelDistance(midJoint(points, part), midJoint(start, part)) / scales[part].metre;
  return ({ points }) => {
    const trunk = trunkOf(points);
    return {
      hipsRisen: risen(points, 'hip'),
      hipsMoved: moved(points, 'hip'),
      chestRisen: risen(points, 'shoulder'),
      chestMoved: moved(points, 'shoulder'),
      trunkTurned: isTrunkSeen ? angle(trunk, trunkBefore) : null,
      shouldersTurned: turnOfLine(points, start, 'shoulder') / scales.shoulder.metre,
      hipsTurned: turnOfLine(points, start, 'hip') / scales.hip.metre,
      isReversed: hasReversed(points, start),
      kneesSunk: -risen(points, 'knee'),
      knees: { left: kneeShift(points, start, 'left'), right: kneeShift(points, start, 'right') },
      shouldersToFeet: spanOf(points) / Math.max(1, spanOf(start)),
    };
  };
}

/** Step of the numeric derivative of the projection. */
const STEP: Metres = 0.05;

/** Pixels of a metre across the line of sight, and of a metre upwards, at the middle of two joints. */
function scaleAt({ camera, body }: ReferencePoseFit, part: 'hip' | 'shoulder') {
  const [left, right] = part === 'hip' ? [JOINT.leftHip, JOINT.rightHip] : [JOINT.leftShoulder, JOINT.rightShoulder];
  const place = midpoint(body.joints[left] as Vec3, body.joints[right] as Vec3);
  const [x, y, depth] = camera.project(place);
  const [ux, uy] = camera.project(add(place, [0, STEP, 0]));
  const up: PicturePoint = [(ux - x) / STEP, (uy - y) / STEP];
  return { metre: camera.focalPixels / depth, up };
}

/** Least growth of the line across the shoulders when a body that is filmed from the side rolls onto its side. */
const LONGER: Share = 1.15;

function hasReversed(points: ArrayLike<Pixels>, start: ArrayLike<Pixels>): boolean {
  const isOpposite = (part: 'hip' | 'shoulder'): boolean => {
    const [[x, y], [bx, by]] = [rightToLeft(points, part), rightToLeft(start, part)];
    return x * bx + y * by < 0;
  };
  const across = (of: ArrayLike<Pixels>): Pixels => Math.hypot(...rightToLeft(of, 'shoulder'));
  return isOpposite('shoulder') && isOpposite('hip') && across(points) >= LONGER * across(start);
}

const kneeShift = (points: ArrayLike<Pixels>, start: ArrayLike<Pixels>, side: Side): KneeShift => ({
  bend: bendOf(points, side),
  bendBefore: bendOf(start, side),
  reach: reachOf(points, side) / Math.max(1, reachOf(start, side)),
});

const spanOf = (points: ArrayLike<Pixels>): Pixels =>
  pixelDistance(midJoint(points, 'shoulder'), midJoint(points, 'ankle'));

const trunkOf = (points: ArrayLike<Pixels>): PicturePoint =>
  vectorBetween(midJoint(points, 'hip'), midJoint(points, 'shoulder'));

/** Angle between two vectors of the picture, 0 to 180. */
function angle([ax, ay]: PicturePoint, [bx, by]: PicturePoint): Degrees {
  return Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by)) * DEG;
}

function bendOf(points: ArrayLike<Pixels>, side: Side): Degrees {
  const { hip, knee, ankle } = JOINT_LANDMARKS[side];
  const [h, k, a] = [landmarkAt(points, hip), landmarkAt(points, knee), landmarkAt(points, ankle)];
  return angle(vectorBetween(h, k), vectorBetween(k, a));
}

function reachOf(points: ArrayLike<Pixels>, side: Side): Pixels {
  const { hip, ankle } = JOINT_LANDMARKS[side];
  return pixelDistance(landmarkAt(points, hip), landmarkAt(points, ankle));
}
