import type { Landmarks } from '../input/landmarks.ts';
import { JOINT_LANDMARKS } from '../input/landmarks.ts';
import {
  landmarkAt,
  midJoint,
  type PicturePoint,
  pixelDistance,
  rightToLeft,
  vectorBetween,
} from '../geometry/picture-points.ts';
import { DEG, type Vec3 } from '../geometry/rotation.ts';
import { JOINT } from '../geometry/skeleton.ts';
import { type BySide, type Degrees, type Metres, type Share, type Side } from '../geometry/units.ts';
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
  /** Length of that line over its length in the reference pose. */
  readonly trunkLength: Share;
  /** Change of the line across the shoulders and across the hips, whichever way round the pose model takes them. */
  readonly shouldersTurned: Metres;
  readonly hipsTurned: Metres;
  /** Both lines point the other way and the one across the shoulders has become longer, which no mix-up of the sides does. */
  readonly isReversed: boolean;
  /** How far the mid-point of the knees has sunk, along the vertical at the hips. */
  readonly kneesSunk: Metres;
  readonly knees: BySide<KneeShift>;
}

/** The bend of a knee in the picture; 0: hip, knee and ankle lie on one line. */
export interface KneeShift {
  readonly bend: Degrees;
  readonly bendBefore: Degrees;
  /** Distance from hip to ankle over that in the reference pose. */
  readonly reach: Share;
  /** Distance from hip to ankle, metres at the depth of the reference pose. */
  readonly span: Metres;
}

/** A trunk shorter than this in the reference picture points at the lens. */
const SHORTEST_TRUNK: Metres = 0.25;

export type ShiftOf = (landmarks: Pick<Landmarks, 'points'>) => PostureShift;

/** Prepares the comparison with a reference pose. */
export function postureShift(referencePose: ReferencePoseFit, still: Pick<StillLandmarks, 'points'>): ShiftOf {
  const { camera, body } = referencePose;
  const start = still.points;
  const at = (joint: number): Vec3 => body.joints[joint] as Vec3;
  const between = (a: number, b: number): Vec3 => {
    const [p, q] = [at(a), at(b)];
    return [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2, (p[2] + q[2]) / 2];
  };
  const metre = (place: Vec3): number => camera.focalPixels / camera.project(place)[2];
  const upAt = (place: Vec3): PicturePoint => {
    const [x, y] = camera.project(place);
    const [ux, uy] = camera.project([place[0], place[1] + STEP, place[2]]);
    return [(ux - x) / STEP, (uy - y) / STEP];
  };
  const hips = between(JOINT.leftHip, JOINT.rightHip);
  const chest = between(JOINT.leftShoulder, JOINT.rightShoulder);
  const scale = { hip: metre(hips), shoulder: metre(chest) };
  const up = { hip: upAt(hips), shoulder: upAt(chest) };
  const trunkBefore = trunkOf(start);
  const isTrunkSeen = Math.hypot(...trunkBefore) / scale.hip >= SHORTEST_TRUNK;
  const shiftOf = (points: ArrayLike<number>, part: 'hip' | 'shoulder') => {
    const d = vectorBetween(midJoint(start, part), midJoint(points, part));
    const u = up[part];
    return {
      risen: (d[0] * u[0] + d[1] * u[1]) / (u[0] * u[0] + u[1] * u[1]),
      moved: Math.hypot(...d) / scale[part],
    };
  };
  const turnOf = (points: ArrayLike<number>, part: 'hip' | 'shoulder'): Metres => {
    const [[x, y], before] = [rightToLeft(points, part), rightToLeft(start, part)];
    // The pose model sometimes swaps left and right.
    return Math.min(pixelDistance([x, y], before), pixelDistance([-x, -y], before)) / scale[part];
  };
  const hasReversed = (points: ArrayLike<number>): boolean =>
    (['shoulder', 'hip'] as const).every((part) => {
      const [[x, y], [bx, by]] = [rightToLeft(points, part), rightToLeft(start, part)];
      return x * bx + y * by < 0;
    }) && Math.hypot(...rightToLeft(points, 'shoulder')) >= LONGER * Math.hypot(...rightToLeft(start, 'shoulder'));
  const sunkKnees = (points: ArrayLike<number>): Metres => {
    const d = vectorBetween(midJoint(start, 'knee'), midJoint(points, 'knee'));
    const u = up.hip;
    return -(d[0] * u[0] + d[1] * u[1]) / (u[0] * u[0] + u[1] * u[1]);
  };
  const kneeOf = (points: ArrayLike<number>, side: Side): KneeShift => ({
    bend: bendOf(points, side),
    bendBefore: bendOf(start, side),
    reach: reachOf(points, side) / Math.max(1, reachOf(start, side)),
    span: reachOf(points, side) / scale.hip,
  });
  return ({ points }) => {
    const [hip, shoulder] = [shiftOf(points, 'hip'), shiftOf(points, 'shoulder')];
    const trunk = trunkOf(points);
    return {
      hipsRisen: hip.risen,
      hipsMoved: hip.moved,
      chestRisen: shoulder.risen,
      chestMoved: shoulder.moved,
      trunkTurned: isTrunkSeen ? angle(trunk, trunkBefore) : null,
      trunkLength: Math.hypot(...trunk) / Math.max(1, Math.hypot(...trunkBefore)),
      shouldersTurned: turnOf(points, 'shoulder'),
      hipsTurned: turnOf(points, 'hip'),
      isReversed: hasReversed(points),
      kneesSunk: sunkKnees(points),
      knees: { left: kneeOf(points, 'left'), right: kneeOf(points, 'right') },
    };
  };
}

/** Growth of the line across the shoulders when a body that is seen from its side turns onto it. */
const LONGER: Share = 1.15;
/** Step of the numeric derivative of the projection. */
const STEP: Metres = 0.05;

const trunkOf = (points: ArrayLike<number>): PicturePoint =>
  vectorBetween(midJoint(points, 'hip'), midJoint(points, 'shoulder'));

function angle([ax, ay]: PicturePoint, [bx, by]: PicturePoint): Degrees {
  return Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by)) * DEG;
}

function bendOf(points: ArrayLike<number>, side: Side): Degrees {
  const { hip, knee, ankle } = JOINT_LANDMARKS[side];
  const [h, k, a] = [landmarkAt(points, hip), landmarkAt(points, knee), landmarkAt(points, ankle)];
  return angle(vectorBetween(h, k), vectorBetween(k, a));
}

const reachOf = (points: ArrayLike<number>, side: Side): number => {
  const { hip, ankle } = JOINT_LANDMARKS[side];
  return pixelDistance(landmarkAt(points, hip), landmarkAt(points, ankle));
};
