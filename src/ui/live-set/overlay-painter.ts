import { JOINT_LANDMARKS, LANDMARK_BONES } from '../../instrument/input/landmarks.ts';
import { FITTED_JOINTS, type Reading } from '../../instrument/output/reading.ts';
import type { Side } from '../../instrument/geometry/units.ts';
import type { Gauge } from '../../coach/coach-contract.ts';
import { AMBER, dot, HIP, LIGHT, movedPelvis, type Point, RED, strokeLine, wordPlate } from './canvas-marks.ts';
import { ruleName, rulePart } from '../shell/words.ts';

/** Where the source's picture lies in its box with `object-fit: contain`; it is shown mirrored. */
export interface PictureBox {
  /** CSS pixels. */
  readonly left: number;
  /** CSS pixels. */
  readonly top: number;
  /** CSS pixels per frame pixel. */
  readonly scale: number;
  /** Frame pixels. */
  readonly width: number;
}

export function containBox(
  frame: { readonly width: number; readonly height: number },
  box: { readonly width: number; readonly height: number },
): PictureBox {
  const scale = Math.min(box.width / frame.width, box.height / frame.height);
  return {
    scale,
    left: (box.width - frame.width * scale) / 2,
    top: (box.height - frame.height * scale) / 2,
    width: frame.width,
  };
}

/** Frame pixels to CSS pixels of the box. The canvas itself is never mirrored, so that words on it can be read. */
export const toBox = (picture: PictureBox, x: number, y: number): Point => [
  picture.left + (picture.width - x) * picture.scale,
  picture.top + y * picture.scale,
];

/** Landmarks below this visibility are not drawn. */
const MIN_VISIBILITY = 0.5;

type JointName = (typeof FITTED_JOINTS)[number];

interface Scene {
  readonly context: CanvasRenderingContext2D;
  readonly picture: PictureBox;
  readonly reading: Reading;
  readonly cue: Gauge['cue'];
  /** The working leg; null: both. */
  readonly working: Side | null;
  /** Line width of a bone, CSS pixels. */
  readonly width: number;
}

/** Draws a reading over the picture: the fitted skeleton, or the landmarks while there is no fit. */
export function paintOverlay(
  context: CanvasRenderingContext2D,
  picture: PictureBox,
  reading: Reading,
  gauge: Gauge | null,
  working: Side | null,
): void {
  if (!reading.person.seen) return;
  const width = Math.max(3, context.canvas.clientWidth / 170);
  const scene: Scene = { context, picture, reading, cue: gauge?.cue ?? null, working, width };
  if (!reading.skeleton) paintLandmarks(scene);
  else {
    paintSkeleton(scene, reading.skeleton);
    paintAnchors(scene);
    paintAlarm(scene, reading.skeleton);
  }
}

/** The landmarks of the pose model, thinner than a skeleton. */
function paintLandmarks({ context, picture, reading, width }: Scene): void {
  const { landmarks } = reading;
  if (!landmarks) return;
  const seen = (i: number): boolean => (landmarks.visibility[i] ?? 0) > MIN_VISIBILITY;
  const at = (i: number): Point => pointOf(picture, landmarks.points, i);
  for (const [a, b] of LANDMARK_BONES)
    if (seen(a) && seen(b))
      strokeLine(context, { from: at(a), to: at(b), colour: LIGHT, width: width * 0.7, dash: [] });
}

const pointOf = (picture: PictureBox, points: Float32Array, i: number): Point =>
  toBox(picture, points[2 * i] ?? 0, points[2 * i + 1] ?? 0);

const jointOf = (scene: Scene, points: Float32Array, name: JointName): Point =>
  pointOf(scene.picture, points, FITTED_JOINTS.indexOf(name));

const alarmColour = ({ cue }: Scene): string => (cue?.severity === 'red' ? RED : AMBER);

/** The plain colour, or the alarm's when the cue is about this part of the body. */
const inkOf = (scene: Scene, part: ReturnType<typeof rulePart>, plain: string): string =>
  scene.cue && rulePart(scene.cue.rule) === part ? alarmColour(scene) : plain;

function paintSkeleton(scene: Scene, points: Float32Array): void {
  const { context, reading, working, width } = scene;
  const at = (name: JointName): Point => jointOf(scene, points, name);
  // Dashed: the fit is not valid.
  const dash = reading.body && !reading.body.valid ? [width * 2, width * 2] : [];
  const bone = (from: JointName, to: JointName, colour = LIGHT): void =>
    strokeLine(context, { from: at(from), to: at(to), colour, width, dash });
  bone('left shoulder', 'right shoulder');
  bone('left hip', 'right hip');
  for (const side of ['left', 'right'] as const) {
    const colour = side === working || working === null ? inkOf(scene, 'hip', HIP) : LIGHT;
    bone(`${side} shoulder`, `${side} hip`, inkOf(scene, 'trunk', LIGHT));
    bone(`${side} hip`, `${side} knee`, colour);
    bone(`${side} knee`, `${side} ankle`, colour);
    paintFoot(scene, side, colour);
  }
  for (const name of FITTED_JOINTS) dot(context, at(name), width * 1.15, LIGHT);
}

/** Which parts are watched for staying in place: small squares, in the colour of the alarm while they move. */
function paintAnchors({ context, picture, reading, cue, width }: Scene): void {
  for (const { channel, at } of reading.body?.anchors ?? []) {
    const [x, y] = toBox(picture, at[0], at[1]);
    const size = 3.6 * width;
    context.lineWidth = width * 0.8;
    context.strokeStyle = cue?.rule === channel ? AMBER : LIGHT;
    context.strokeRect(x - size / 2, y - size / 2, size, size);
  }
}

/** The fit ends at the ankle, so the foot is drawn from the landmarks. */
function paintFoot({ context, picture, reading, width }: Scene, side: Side, colour: string): void {
  const { landmarks } = reading;
  const { ankle, toe } = JOINT_LANDMARKS[side];
  if (!landmarks || (landmarks.visibility[toe] ?? 0) < MIN_VISIBILITY) return;
  const [from, to] = [pointOf(picture, landmarks.points, ankle), pointOf(picture, landmarks.points, toe)];
  strokeLine(context, { from, to, colour, width: width * 0.7, dash: [] });
}

/** Marks the part of the body that the cue is about, by shape, colour and word. */
function paintAlarm(scene: Scene, points: Float32Array): void {
  const { context, cue, working, width } = scene;
  if (!cue) return;
  const part = rulePart(cue.rule);
  const colour = alarmColour(scene);
  const [left, right] = [jointOf(scene, points, 'left hip'), jointOf(scene, points, 'right hip')];
  const other = working === 'left' ? 'right' : 'left';
  const side = cue.rule === 'other-knee-shift' ? other : (working ?? 'left');
  const knee = jointOf(scene, points, `${side} knee`);
  if (part === 'pelvis') movedPelvis(context, left, right, colour, width);
  if (part === 'knee') dot(context, knee, width * 2.6, colour);
  const below: Point = [(left[0] + right[0]) / 2, Math.max(left[1], right[1]) + 10 * width];
  const above: Point = [knee[0], knee[1] - 9 * width];
  wordPlate(context, ruleName(cue.rule), part === 'knee' ? above : below, colour, Math.max(18, width * 4.4));
}
