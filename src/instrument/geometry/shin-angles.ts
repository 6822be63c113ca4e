import { angleBetween, apply, DEG, transpose, type Vec3 } from './rotation.ts';
import { JOINT, type Body } from './skeleton.ts';
import type { BySide, Degrees, Share, Side } from './units.ts';

/**
 * How far a shin has turned in the room since the reference pose, as an instrument on it shows. Positive where the hip
 * turns inwards, on both sides. Null: the instrument cannot show it in this position.
 */
export interface ShinAngles {
  /**
   * What a phone's inclinometer shows that lies flat on the front of the shin with its long edge along it: the angle
   * between that edge and the vertical, within the plane of the screen.
   */
  readonly slope: Degrees | null;
  /** What a compass along the shin shows: its turn about the vertical. */
  readonly heading: Degrees | null;
  /** What a phone shows that lies anywhere on the shin: how far gravity's direction has turned in its axes. */
  readonly tip: Degrees | null;
}

type Segments = Pick<Body, 'segments'>;

/**
 * Least share of gravity within the plane of the screen, and of the shin within the level plane. Below 0.5, which is
 * within 30° of lying flat or of standing upright, the angle jumps with small movements, and phones show another one.
 */
const LEAST_SHARE: Share = 0.5;

const SHANK: Readonly<Record<Side, number>> = { left: JOINT.leftAnkle, right: JOINT.rightAnkle };
const THIGH: Readonly<Record<Side, number>> = { left: JOINT.leftKnee, right: JOINT.rightKnee };

/** An axis of a segment in the room; null: there is no such segment. */
function axisOf({ segments }: Segments, segment: number, own: Vec3): Vec3 | null {
  const orientation = segments[segment];
  return orientation ? apply(orientation, own) : null;
}

/** From the ankle to the knee. */
const along = (body: Segments, side: Side): Vec3 | null => axisOf(body, SHANK[side], [0, 1, 0]);

function slopeOf(body: Segments, side: Side): Degrees | null {
  const [up, across] = [along(body, side), axisOf(body, SHANK[side], [1, 0, 0])];
  if (!up || !across || Math.hypot(across[1], up[1]) < LEAST_SHARE) return null;
  return Math.atan2(across[1], up[1]) * DEG;
}

function headingOf(body: Segments, side: Side): Degrees | null {
  const shin = along(body, side);
  return !shin || Math.hypot(shin[0], shin[2]) < LEAST_SHARE ? null : Math.atan2(shin[0], shin[2]) * DEG;
}

/** The same turn of the hip is seen from above on a thigh that hangs, and from below on one that stands up. */
const hangs = (body: Segments, side: Side): boolean => (axisOf(body, THIGH[side], [0, 1, 0])?.[1] ?? 0) > 0;

/** "Up" in the axes of the shank; null: there is no such segment. */
function upOf({ segments }: Segments, side: Side): Vec3 | null {
  const orientation = segments[SHANK[side]];
  return orientation ? apply(transpose(orientation), [0, 1, 0]) : null;
}

/** @param slope for the sign, which gravity's turn alone does not have */
function tipOf(now: Vec3 | null, start: Vec3 | null, slope: Degrees | null): Degrees | null {
  if (now === null || start === null || slope === null) return null;
  const angle = angleBetween(now, start);
  return Number.isFinite(angle) ? (slope < 0 ? -angle : angle) : null;
}

/** The change between two directions, −180…180. */
function change(now: Degrees | null, start: Degrees | null, sign: number): Degrees | null {
  if (now === null || start === null) return null;
  const turned = now - start;
  // Adding 0 turns −0, which JSON does not have, into 0.
  const angle = sign * (turned - 360 * Math.round(turned / 360)) + 0;
  return Number.isFinite(angle) ? angle : null;
}

/**
 * Both shins of a fitted body against its reference pose.
 * @param now the body in this frame
 * @param start the body in the reference pose
 */
export function shinAngles(now: Segments, start: Segments): BySide<ShinAngles> {
  const of = (side: Side): ShinAngles => {
    const sign = side === 'left' ? 1 : -1;
    const slope = change(slopeOf(now, side), slopeOf(start, side), sign);
    return {
      slope,
      tip: tipOf(upOf(now, side), upOf(start, side), slope),
      heading: change(headingOf(now, side), headingOf(start, side), hangs(start, side) ? -sign : sign),
    };
  };
  return { left: of('left'), right: of('right') };
}

/** Whether an inclinometer on this shin shows an angle in this position of the body. */
export const showsSlope = (body: Segments, side: Side): boolean => slopeOf(body, side) !== null;
