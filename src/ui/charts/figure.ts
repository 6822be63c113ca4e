import { pinholeCamera } from '../../instrument/geometry/pinhole-camera.ts';
import { add, apply, type Mat3, midpoint, rotationY, type Vec3 } from '../../instrument/geometry/rotation.ts';
import { bodyOf, boneLengths, JOINT, ROOT } from '../../instrument/geometry/skeleton.ts';
import { startPose } from '../../instrument/reference-pose/reference-pose-fit.ts';
import {
  type Degrees,
  leadingSide,
  type Metres,
  type Side,
  type WorkingSide,
} from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';

export type FigurePart = 'arm' | 'other leg' | 'working leg';

/** A start posture as a stick figure. Room frame: metres, y up, floor at y = 0, azimuth 0 (feet or front) at +z. */
export interface Figure {
  readonly torso: readonly Vec3[];
  readonly head: { readonly centre: Vec3; readonly radius: Metres };
  readonly limbs: readonly { readonly part: FigurePart; readonly points: readonly Vec3[] }[];
  readonly hips: Vec3;
}

const HEIGHT: Metres = 1.7;
const HEAD_RADIUS: Metres = 0.12;
/** Shoulders below this height mean a lying person, whose arms are drawn beside the trunk. */
const LYING_SHOULDERS: Metres = 0.35;

/** Length of an arm. If the shoulders are no higher than this, the hands are on the floor; otherwise the arms hang. */
const ARM: Metres = 0.62;

/** Azimuth of the recommended camera place, mirrored for the right side. */
export const viewAzimuth = (drill: DrillDefinition, side: WorkingSide): Degrees =>
  mirroredAzimuth(drill.measure.view.recommended, leadingSide(side));

const mirroredAzimuth = (azimuth: Degrees, side: Side): Degrees => (side === 'left' ? azimuth : (360 - azimuth) % 360);

/** The drill's good camera places for this side: sectors of azimuth, each from the smaller to the larger angle. */
export const goodSectors = (drill: DrillDefinition, side: WorkingSide): readonly (readonly [Degrees, Degrees])[] =>
  drill.measure.view.good.map(([from, to]) => (leadingSide(side) === 'left' ? [from, to] : [360 - to, 360 - from]));

/** The figure of a person 1.7 m tall in the start pose of the drill. */
export function startFigure(drill: DrillDefinition, side: WorkingSide): Figure {
  const { posture } = drill.measure;
  const start = startPose({ drill: drill.id, side, subjectHeight: HEIGHT, ...drill.measure });
  const bones = boneLengths(HEIGHT);
  const flat = bodyOf(start.pose, { pelvis: start.pelvis, thorax: start.thorax }, bones);
  const lowest = Math.min(...flat.joints.slice(JOINT.leftKnee).map(([, y]) => y));
  const rise = posture.height.of === 'mid-hip' ? posture.height.metres : posture.height.metres - lowest;
  const pose = start.pose.slice();
  pose[ROOT + 1] = rise;
  const body = bodyOf(pose, { pelvis: start.pelvis, thorax: start.thorax }, bones);
  const joint = (i: number): Vec3 => body.joints[i] ?? [0, 0, 0];
  const leg = (which: Side) => {
    const k = which === 'left' ? 0 : 1;
    const ankle = joint(JOINT.leftAnkle + k);
    const toe = add(ankle, apply(body.segments[JOINT.leftAnkle + k] ?? body.pelvis, [0, -0.04, 0.19]));
    return [joint(JOINT.leftHip + k), joint(JOINT.leftKnee + k), ankle, aboveFloor(toe)];
  };
  const shoulders = [joint(JOINT.leftShoulder), joint(JOINT.rightShoulder)] as const;
  const neck = midpoint(...shoulders);
  const other: Side = start.working === 'left' ? 'right' : 'left';
  return {
    torso: [shoulders[0], shoulders[1], joint(JOINT.rightHip), joint(JOINT.leftHip)],
    head: {
      centre: aboveFloor(add(neck, apply(body.thorax, [0, 0.25, 0.02])), HEAD_RADIUS),
      radius: HEAD_RADIUS,
    },
    limbs: [
      ...shoulders.map((shoulder, i) => ({
        part: 'arm' as const,
        points: arm(shoulder, body.thorax, i === 0 ? 1 : -1),
      })),
      { part: drill.bilateral ? 'working leg' : 'other leg', points: leg(other) },
      { part: 'working leg', points: leg(start.working) },
    ],
    hips: midpoint(joint(JOINT.leftHip), joint(JOINT.rightHip)),
  };
}

const aboveFloor = ([x, y, z]: Vec3, least = 0.02): Vec3 => [x, Math.max(least, y), z];

function arm(shoulder: Vec3, thorax: Mat3, outwards: number): readonly Vec3[] {
  if (shoulder[1] < LYING_SHOULDERS) {
    const elbow = add(shoulder, apply(thorax, [outwards * 0.12, -0.24, 0]));
    return [shoulder, aboveFloor(elbow), aboveFloor(add(elbow, apply(thorax, [outwards * 0.03, -0.24, 0])))];
  }
  if (shoulder[1] > ARM) {
    const elbow = add(shoulder, apply(thorax, [outwards * 0.06, -ARM / 2, 0]));
    return [shoulder, elbow, add(elbow, apply(thorax, [0, -ARM / 2, 0.03]))];
  }
  const out = apply(thorax, [outwards * 0.05, 0, 0]);
  return [shoulder, [shoulder[0] + out[0], 0.03, shoulder[2] + out[2]]];
}

/** Projects a room point to drawing units. A larger depth is further away. */
export type Projection = (point: Vec3) => readonly [x: number, y: number, depth: number];

/** View from above, with the feet (or the front) at the bottom of the drawing. */
export const fromAbove =
  (scale: number): Projection =>
  ([x, y, z]) => [x * scale, z * scale, -y];

/** View at a right angle to the line of sight, with the camera on the right. */
export const fromTheSide =
  (azimuth: Degrees, scale: number): Projection =>
  ([x, y, z]) => {
    const a = (azimuth * Math.PI) / 180;
    const along = x * Math.sin(a) + z * Math.cos(a);
    return [along * scale, -y * scale, -(x * Math.cos(a) - z * Math.sin(a))];
  };

/** Drawing units per metre in the drawings of the room. */
export const UNIT = 100;

export type Point = readonly [x: number, y: number];

/** Position of a camera place in the drawing from above. */
export const placeFromAbove = (azimuth: Degrees, metres: number): Point => {
  const a = (azimuth * Math.PI) / 180;
  return [Math.sin(a) * metres * UNIT, Math.cos(a) * metres * UNIT];
};

/** Hips above this height mean a person who stands, or sits on a high seat. The camera then aims at the hips. */
const HIGH_HIPS: Metres = 0.55;
/** Height at which the camera aims for a person on the floor. */
const FLOOR_AIM: Metres = 0.25;

/**
 * Projection of the camera at the recommended place, in pixels.
 * @param mirror flips left and right, as the live screen does
 */
export function cameraView(
  drill: DrillDefinition,
  side: WorkingSide,
  width: number,
  height: number,
  mirror: boolean,
): Projection {
  const { lensHeight, distance } = drill.measure.view;
  const turn = rotationY(-viewAzimuth(drill, side));
  const hips = startFigure(drill, side).hips[1];
  const aim = hips > HIGH_HIPS ? hips : FLOOR_AIM;
  const pitch = (-Math.atan2(lensHeight - aim, distance) * 180) / Math.PI;
  const camera = pinholeCamera({ height: lensHeight, pitch, roll: 0, focal: 0.77 }, width, height);
  return (point) => {
    const turned = apply(turn, point);
    const [x, y, depth] = camera.project([turned[0], turned[1], turned[2] - distance]);
    return [mirror ? width - x : x, y, depth];
  };
}

/** Everything that the figure is made of, projected. */
export const figurePoints = ({ torso, head, limbs }: Figure, project: Projection): readonly Point[] =>
  [...torso, head.centre, ...limbs.flatMap(({ points }) => points)].map((point) => {
    const [x, y] = project(point);
    return [x, y];
  });

/** Left, top, right and bottom of some points, with room around them. */
export function boundsOf(points: readonly Point[], pad: number): readonly [number, number, number, number] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs) - pad, Math.min(...ys) - pad, Math.max(...xs) + pad, Math.max(...ys) + pad];
}
