import { JOINT_LANDMARKS, LANDMARK_BONES } from '../body/landmarks.ts';
import { FITTED_JOINTS, type Reading } from '../body/reading.ts';
import type { Side } from '../body/units.ts';
import type { Gauge } from '../coach/coach-contract.ts';
import { ruleName, rulePart } from './words.ts';

type Point = readonly [x: number, y: number];

/** How the source's picture lies in its box with `object-fit: contain`, and whether it is mirrored. */
export interface PictureBox {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
  readonly width: number;
  readonly mirrored: boolean;
}

export function containBox(
  frame: { readonly width: number; readonly height: number },
  box: { readonly width: number; readonly height: number },
  mirrored: boolean,
): PictureBox {
  const scale = Math.min(box.width / frame.width, box.height / frame.height);
  return {
    scale,
    left: (box.width - frame.width * scale) / 2,
    top: (box.height - frame.height * scale) / 2,
    width: frame.width,
    mirrored,
  };
}

/** Frame pixels → box units. The canvas itself is never mirrored, so that words on it can be read. */
export const toBox = (picture: PictureBox, x: number, y: number): Point => [
  picture.left + (picture.mirrored ? picture.width - x : x) * picture.scale,
  picture.top + y * picture.scale,
];

const LIGHT = '#ffffff';
const DARK = '#05080b';
const HIP = '#62d9c0';
const AMBER = '#ffc061';
const RED = '#ff6a5a';
const SEEN = 0.5;

const jointAt = (name: (typeof FITTED_JOINTS)[number]): number => FITTED_JOINTS.indexOf(name);

interface Stroke {
  readonly from: Point;
  readonly to: Point;
  readonly colour: string;
  readonly width: number;
  readonly dash: readonly number[];
}

/** Dark outline first, light core on top: one of the two stands out from any clothes and any floor. */
function strokeLine(context: CanvasRenderingContext2D, { from, to, colour, width, dash }: Stroke): void {
  context.lineCap = 'round';
  for (const [ink, extra] of [
    [DARK, width * 0.9],
    [colour, 0],
  ] as const) {
    context.setLineDash(extra > 0 ? [] : [...dash]);
    context.strokeStyle = ink;
    context.lineWidth = width + extra;
    context.beginPath();
    context.moveTo(...from);
    context.lineTo(...to);
    context.stroke();
  }
  context.setLineDash([]);
}

function dot(context: CanvasRenderingContext2D, [x, y]: Point, radius: number, colour: string): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.strokeStyle = DARK;
  context.lineWidth = radius * 0.7;
  context.stroke();
  context.fill();
}

/** A bar with an arrowhead at each end pointing opposite ways: the pelvis that moved, told by shape as well as colour. */
function movedPelvis(
  context: CanvasRenderingContext2D,
  a: Point,
  b: Point,
  colour: string,
  width: number,
): void {
  strokeLine(context, { from: a, to: b, colour, width: width * 1.7, dash: [] });
  const along = Math.atan2(b[1] - a[1], b[0] - a[0]);
  for (const [tip, way] of [
    [a, along + Math.PI / 2],
    [b, along - Math.PI / 2],
  ] as const) {
    const head = width * 3.4;
    context.beginPath();
    context.moveTo(tip[0] + Math.cos(way) * head, tip[1] + Math.sin(way) * head);
    context.lineTo(tip[0] + Math.cos(way + 2.2) * head, tip[1] + Math.sin(way + 2.2) * head);
    context.lineTo(tip[0] + Math.cos(way - 2.2) * head, tip[1] + Math.sin(way - 2.2) * head);
    context.closePath();
    context.fillStyle = colour;
    context.strokeStyle = DARK;
    context.lineWidth = width * 0.6;
    context.stroke();
    context.fill();
  }
}

function wordPlate(
  context: CanvasRenderingContext2D,
  word: string,
  at: Point,
  colour: string,
  size: number,
): void {
  context.font = `700 ${size}px Roboto, 'Segoe UI', Arial, sans-serif`;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  const half = context.measureText(word).width / 2 + size * 0.6;
  const x = Math.min(Math.max(at[0], half + 4), context.canvas.clientWidth - half - 4);
  const y = Math.min(Math.max(at[1], size), context.canvas.clientHeight - size);
  context.fillStyle = DARK;
  context.strokeStyle = colour;
  context.lineWidth = 3;
  context.beginPath();
  context.roundRect(x - half, y - size * 0.85, half * 2, size * 1.7, size * 0.4);
  context.fill();
  context.stroke();
  context.fillStyle = colour;
  context.fillText(word, x, y);
}

/** Draws the newest reading over the picture. Sizes are CSS pixels of the canvas' box. */
export function paintOverlay(
  context: CanvasRenderingContext2D,
  picture: PictureBox,
  reading: Reading,
  gauge: Gauge | null,
  working: Side | null,
): void {
  const width = Math.max(3, context.canvas.clientWidth / 170);
  if (!reading.person.seen) return;
  if (reading.skeleton) paintSkeleton(context, picture, reading, gauge, working, width);
  else paintLandmarks(context, picture, reading, width * 0.7);
}

function paintLandmarks(
  context: CanvasRenderingContext2D,
  picture: PictureBox,
  reading: Reading,
  width: number,
): void {
  const { landmarks } = reading;
  if (!landmarks) return;
  const seen = (i: number): boolean => (landmarks.visibility[i] ?? 0) > SEEN;
  const at = (i: number): Point =>
    toBox(picture, landmarks.points[2 * i] ?? 0, landmarks.points[2 * i + 1] ?? 0);
  for (const [a, b] of LANDMARK_BONES)
    if (seen(a) && seen(b)) strokeLine(context, { from: at(a), to: at(b), colour: LIGHT, width, dash: [] });
}

function paintSkeleton(
  context: CanvasRenderingContext2D,
  picture: PictureBox,
  reading: Reading,
  gauge: Gauge | null,
  working: Side | null,
  width: number,
): void {
  const points = reading.skeleton;
  if (!points) return;
  const at = (name: (typeof FITTED_JOINTS)[number]): Point => {
    const i = jointAt(name);
    return toBox(picture, points[2 * i] ?? 0, points[2 * i + 1] ?? 0);
  };
  const dash = reading.body && !reading.body.valid ? [width * 2, width * 2] : [];
  const bone = (from: Point, to: Point, colour = LIGHT): void =>
    strokeLine(context, { from, to, colour, width, dash });
  const cue = gauge?.cue ?? null;
  const alarm =
    cue === null ? null : { part: rulePart(cue.rule), colour: cue.severity === 'red' ? RED : AMBER };
  const ink = (part: string, plain: string): string => (alarm?.part === part ? alarm.colour : plain);
  bone(at('left shoulder'), at('right shoulder'));
  for (const side of ['left', 'right'] as const) {
    const colour = side === working || working === null ? ink('hip', HIP) : LIGHT;
    bone(at(`${side} shoulder`), at(`${side} hip`), ink('trunk', LIGHT));
    bone(at(`${side} hip`), at(`${side} knee`), colour);
    bone(at(`${side} knee`), at(`${side} ankle`), colour);
    paintFoot(context, picture, reading, side, colour, width);
  }
  const hips = [at('left hip'), at('right hip')] as const;
  if (alarm?.part === 'pelvis') movedPelvis(context, ...hips, alarm.colour, width);
  else bone(...hips);
  for (const name of FITTED_JOINTS) dot(context, at(name), width * 1.15, LIGHT);
  if (!cue || !alarm) return;
  const knee = at(`${working ?? 'left'} knee`);
  if (alarm.part === 'knee') dot(context, knee, width * 2.6, alarm.colour);
  const anchor: Point =
    alarm.part === 'knee' ? knee : [(hips[0][0] + hips[1][0]) / 2, Math.max(hips[0][1], hips[1][1])];
  wordPlate(
    context,
    ruleName(cue.rule),
    [anchor[0], anchor[1] + (alarm.part === 'knee' ? -9 : 10) * width],
    alarm.colour,
    Math.max(18, width * 4.4),
  );
}

/** The fit ends at the ankle; the foot is drawn as the model saw it. */
function paintFoot(
  context: CanvasRenderingContext2D,
  picture: PictureBox,
  { landmarks }: Reading,
  side: Side,
  colour: string,
  width: number,
): void {
  const { ankle, toe } = JOINT_LANDMARKS[side];
  if (!landmarks || (landmarks.visibility[toe] ?? 0) < SEEN) return;
  const at = (i: number): Point =>
    toBox(picture, landmarks.points[2 * i] ?? 0, landmarks.points[2 * i + 1] ?? 0);
  strokeLine(context, { from: at(ankle), to: at(toe), colour, width: width * 0.7, dash: [] });
}
