import { add, cross, dot, scale, subtract, unit, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import type { Degrees, Metres, Pixels } from '../../../src/instrument/geometry/units.ts';
import type { CameraPlace } from '../contract.ts';
import { midpointOf } from '../kinematics/joint-landmarks.ts';
import { DEGREES } from '../vectors.ts';
import type { Channels } from './channels.ts';
import type { CameraView, Performance, PerformedFrame } from './performance.ts';

/** Free margin around the body, as a share of the picture. */
const BORDER = 0.045;
const STEP_BACK = 1.03;
const LARGEST_STEPS = 40;
/** Only every fourth frame is used to find the place. */
const EVERY = 4;

type Picture = readonly [Pixels, Pixels];

const forward = (yaw: Degrees, pitch: Degrees): Vec3 => [
  Math.sin(yaw / DEGREES) * Math.cos(pitch / DEGREES),
  Math.sin(pitch / DEGREES),
  Math.cos(yaw / DEGREES) * Math.cos(pitch / DEGREES),
];

function viewFrom(
  eye: Vec3,
  yaw: Degrees,
  pitch: Degrees,
  lens: Pick<CameraView, 'focalLength' | 'width' | 'height'>,
): CameraView {
  const { focalLength, width, height } = lens;
  return { eye, yaw, pitch, target: add(eye, forward(yaw, pitch)), focalLength, width, height };
}

const rightOf = (view: CameraView): Vec3 => unit(cross(forward(view.yaw, view.pitch), [0, 1, 0]));

/** Projects a point of the room into the picture. A point behind the lens is placed far outside. */
export function project(view: CameraView, point: Vec3): Picture {
  const ahead = forward(view.yaw, view.pitch);
  const right = rightOf(view);
  const away = subtract(point, view.eye);
  const scaleTo = view.focalLength / Math.max(0.02, dot(away, ahead));
  return [view.width / 2 + scaleTo * dot(away, right), view.height / 2 - scaleTo * dot(away, cross(right, ahead))];
}

export const verticalFieldOfView = (view: CameraView): Degrees =>
  2 * Math.atan(view.height / 2 / view.focalLength) * DEGREES;

/** Landmarks of a frame in a room with the floor at height 0. */
export const roomLandmarks = (frame: PerformedFrame, floorLift: Metres): Vec3[] =>
  frame.solved.landmarks.map((place) => add(place, [0, floorLift, 0]));

function boxOf(view: CameraView, points: readonly Vec3[]) {
  const pictures = points.map((point) => project(view, point));
  const xs = pictures.map(([x]) => x);
  const ys = pictures.map(([, y]) => y);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

function fits(view: CameraView, points: readonly Vec3[]): boolean {
  const box = boxOf(view, points);
  const [x, y] = [BORDER * view.width, BORDER * 1.3 * view.height];
  const inside = box.left > x && box.right < view.width - x;
  return inside && box.top > y && box.bottom < view.height - BORDER * view.height;
}

/** Turns the camera until the body is in the middle of the picture. */
function centre(start: CameraView, points: readonly Vec3[]): CameraView {
  let view = start;
  for (let turn = 0; turn < 6; turn += 1) {
    const box = boxOf(view, points);
    const right = ((box.left + box.right) / 2 - view.width / 2) / view.focalLength;
    const down = ((box.top + box.bottom) / 2 - view.height / 2) / view.focalLength;
    const yaw = view.yaw - Math.atan(right) * 0.9 * DEGREES;
    view = viewFrom(view.eye, yaw, view.pitch - Math.atan(down) * 0.9 * DEGREES, view);
  }
  return view;
}

/** The laptop is placed for the drill, not for who walks off or sits up. */
const isInDrill = ({ walk, gone, sitBack }: Channels): boolean => walk === 0 && gone === 0 && sitBack === 0;

export interface PlacedCamera {
  readonly view: CameraView;
  /** Distance from the mid-hip at the start. */
  readonly distance: Metres;
  /** 0 = at the feet or in front, 90 = square to the person's LEFT. */
  readonly azimuth: Degrees;
}

/**
 * Height of the crown above the eyes, in distances from mouth to eyes. No landmark marks the crown, which must be in
 * the picture.
 */
const CROWN = 2;

function withCrown(landmarks: readonly Vec3[]): Vec3[] {
  const between = (a: number, b: number): Vec3 => scale(add(landmarks[a] ?? [0, 0, 0], landmarks[b] ?? [0, 0, 0]), 0.5);
  const [eyes, mouth] = [between(2, 5), between(9, 10)];
  return [...landmarks, add(eyes, scale(subtract(eyes, mouth), CROWN))];
}

/**
 * Puts the camera at its place, aims it at the middle of the body, and moves it back until the whole body stays in the
 * picture while the person is in the drill.
 */
export function placeCamera(performance: Performance, place: CameraPlace): PlacedCamera {
  const { recipe, frames, floorLift, referencePose, workingSide } = performance;
  const { width, height } = recipe;
  const focalLength = width / 2 / Math.tan(place.fieldOfView / 2 / DEGREES);
  const azimuth = workingSide === 'left' ? place.azimuth : -place.azimuth;
  const hip = add(midpointOf(referencePose, 'hip'), [0, floorLift, 0]);
  const points = frames
    .filter(({ asked }, index) => index % EVERY === 0 && isInDrill(asked))
    .flatMap((frame) => withCrown(roomLandmarks(frame, floorLift)));
  const rise = place.height - hip[1];
  const from = (distance: Metres): CameraView => {
    const level = Math.sqrt(Math.max(0.3, distance ** 2 - rise ** 2));
    const [x, z] = [Math.sin(azimuth / DEGREES) * level, Math.cos(azimuth / DEGREES) * level];
    const eye: Vec3 = [hip[0] + x, place.height, hip[2] + z];
    const yaw = Math.atan2(-x, -z) * DEGREES;
    const pitch = Math.asin(Math.max(-1, -rise / distance)) * DEGREES;
    return centre(viewFrom(eye, yaw, pitch, { focalLength, width, height }), points);
  };
  let distance: Metres = place.distance;
  let view = from(distance);
  for (let step = 0; step < LARGEST_STEPS && !fits(view, points); step += 1) {
    distance *= STEP_BACK;
    view = from(distance);
  }
  return { view, distance, azimuth };
}

/** The camera after a movement of the laptop by the camera channels. */
export function moveCamera(view: CameraView, channels: Channels): CameraView {
  const { cameraRight, cameraUp, cameraPan, cameraTilt } = channels;
  const eye = add(add(view.eye, scale(rightOf(view), cameraRight)), [0, cameraUp, 0]);
  return viewFrom(eye, view.yaw - cameraPan, view.pitch + cameraTilt, view);
}
