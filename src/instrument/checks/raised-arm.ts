import { JOINT_LANDMARKS, type Landmarks } from '../input/landmarks.ts';
import type { PinholeCamera } from '../geometry/pinhole-camera.ts';
import { type Body, JOINT } from '../geometry/skeleton.ts';
import type { Metres, Share, Side } from '../geometry/units.ts';

/** Shoulder to wrist, metres: .332 of a height of 1.7 m (Drillis and Contini 1966); the reach below allows for the rest. */
const ARM: Metres = 0.564;
const SIDES = ['left', 'right'] as const satisfies readonly Side[];
/** Below this a joint of an arm is guessed, not seen. */
const LEAST_VISIBILITY: Share = 0.5;
/** How far along an upright arm's picture wrist and elbow reach, and how far beside it they may lie: shares of its length. */
const WRIST = { from: 0.68, to: 1.4, beside: 0.42 } as const;
const ELBOW = { from: 0.28, to: 0.9, beside: 0.32 } as const;
/** An upright arm that looks shorter than this points at the lens and looks like a folded one: share of the picture's width. */
const SHORTEST: Share = 0.06;

interface Reach {
  readonly from: number;
  readonly to: number;
  readonly beside: number;
}

/**
 * Whether an arm points straight up: towards the ceiling for somebody who lies, over the head for somebody who sits or stands.
 * The seen arm is held against the picture that an upright arm from the same shoulder would give through this lens, so it means
 * the same in every posture and from every place.
 * @param body as fitted to this frame: how far off the shoulders are
 */
export function isArmRaised(
  landmarks: Landmarks,
  camera: PinholeCamera,
  { joints }: Pick<Body, 'joints'>,
  width: number,
): boolean {
  return SIDES.some((side) => {
    const shoulder = joints[side === 'left' ? JOINT.leftShoulder : JOINT.rightShoulder];
    return shoulder !== undefined && pointsUp(landmarks, camera, side, camera.project(shoulder)[2], width);
  });
}

function pointsUp(
  { points, visibility }: Landmarks,
  camera: PinholeCamera,
  side: Side,
  depth: Metres,
  width: number,
): boolean {
  const { shoulder, elbow, wrist } = JOINT_LANDMARKS[side];
  const seen = [shoulder, elbow, wrist].every((l) => (visibility[l] ?? 0) >= LEAST_VISIBILITY);
  if (!seen) return false;
  const sx = points[2 * shoulder] ?? 0;
  const sy = points[2 * shoulder + 1] ?? 0;
  const [rx, ry, rz] = camera.ray(sx, sy);
  const [px, py, pz] = camera.place;
  const [tx, ty] = camera.project([px + rx * depth, py + ry * depth + ARM, pz + rz * depth]);
  const arm = [tx - sx, ty - sy] as const;
  if (Math.hypot(...arm) < SHORTEST * width) return false;
  const at = (l: number): readonly [number, number] => [(points[2 * l] ?? 0) - sx, (points[2 * l + 1] ?? 0) - sy];
  return reaches(at(wrist), arm, WRIST) && reaches(at(elbow), arm, ELBOW);
}

function reaches([x, y]: readonly [number, number], [ax, ay]: readonly [number, number], reach: Reach): boolean {
  const square = ax * ax + ay * ay;
  const along = (x * ax + y * ay) / square;
  const beside = Math.abs(x * ay - y * ax) / square;
  return along >= reach.from && along <= reach.to && beside <= reach.beside;
}
