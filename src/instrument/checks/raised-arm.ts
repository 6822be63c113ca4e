import { JOINT_LANDMARKS, type Landmarks } from '../input/landmarks.ts';
import type { PinholeCamera } from '../geometry/pinhole-camera.ts';
import { type Body, JOINT } from '../geometry/skeleton.ts';
import { type Metres, type Share, type Side, SIDES } from '../geometry/units.ts';

/**
 * Shoulder to wrist: 0.332 of a height of 1.7 m (Drillis and Contini 1966). The limits below allow for other heights.
 */
const ARM: Metres = 0.564;
/** A joint of the arm with less visibility is a guess of the pose model. */
const MIN_VISIBILITY: Share = 0.5;
/** Limits of wrist and elbow along the projected upright arm and beside it, shares of its length. */
const WRIST = { from: 0.68, to: 1.4, beside: 0.42 } as const;
const ELBOW = { from: 0.28, to: 0.9, beside: 0.32 } as const;
/**
 * Least projected length of an upright arm, share of the picture's width. A shorter one points at the lens and looks
 * like a folded arm.
 */
const MIN_LENGTH: Share = 0.06;

interface Reach {
  readonly from: number;
  readonly to: number;
  readonly beside: number;
}

/**
 * How many arms point straight up in the room, 0 to 2, whether the person lies, sits or stands. The seen arm is compared
 * with the projection of an upright arm from the same shoulder, so posture and place of the lens do not matter.
 * @param body fitted to this frame: gives the depth of the shoulders
 * @param width of the picture, pixels
 */
export function raisedArms(
  landmarks: Landmarks,
  camera: PinholeCamera,
  { joints }: Pick<Body, 'joints'>,
  width: number,
): number {
  return SIDES.filter((side) => {
    const shoulder = joints[side === 'left' ? JOINT.leftShoulder : JOINT.rightShoulder];
    return shoulder !== undefined && pointsUp(landmarks, camera, side, camera.project(shoulder)[2], width);
  }).length;
}

function pointsUp(
  { points, visibility }: Landmarks,
  camera: PinholeCamera,
  side: Side,
  depth: Metres,
  width: number,
): boolean {
  const { shoulder, elbow, wrist } = JOINT_LANDMARKS[side];
  const seen = [shoulder, elbow, wrist].every((l) => (visibility[l] ?? 0) >= MIN_VISIBILITY);
  if (!seen) return false;
  const sx = points[2 * shoulder] ?? 0;
  const sy = points[2 * shoulder + 1] ?? 0;
  const [rx, ry, rz] = camera.ray(sx, sy);
  const [px, py, pz] = camera.place;
  const [tx, ty] = camera.project([px + rx * depth, py + ry * depth + ARM, pz + rz * depth]);
  const arm = [tx - sx, ty - sy] as const;
  if (Math.hypot(...arm) < MIN_LENGTH * width) return false;
  const at = (l: number): readonly [number, number] => [(points[2 * l] ?? 0) - sx, (points[2 * l + 1] ?? 0) - sy];
  return reaches(at(wrist), arm, WRIST) && reaches(at(elbow), arm, ELBOW);
}

function reaches([x, y]: readonly [number, number], [ax, ay]: readonly [number, number], reach: Reach): boolean {
  const square = ax * ax + ay * ay;
  const along = (x * ax + y * ay) / square;
  const beside = Math.abs(x * ay - y * ax) / square;
  return along >= reach.from && along <= reach.to && beside <= reach.beside;
}
