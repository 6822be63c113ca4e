import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { type CheckId, isLying } from '../../coach/setup/gate-checks.ts';
import { setWords } from '../../i18n/en/set.ts';
import { AMBER, HIP, type Point, wordPlate } from './canvas-marks.ts';
import { asTheLensSees, startFigure } from '../charts/figure.ts';
import { type PictureBox, toBox } from './overlay-painter.ts';

/** The place in the picture where the body belongs. */
export interface StartZone {
  readonly drill: DrillDefinition;
  readonly side: WorkingSide;
  /** What is in the way; null: nothing. */
  readonly check: CheckId | null;
}

interface ZoneShape {
  /** Limbs and trunk as lines in frame pixels. */
  readonly lines: readonly (readonly Point[])[];
  readonly head: Point;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What the person puts right by being in the zone. */
const PERSONAL: ReadonlySet<CheckId> = new Set(['person', 'body', 'posture']);

/** Free room about the drawn body, share of the frame's width: bodies differ and so do places. */
const MARGIN = 0.05;
/** Width of a limb and radius of the head, share of the frame's width. */
const LIMB = 0.028;
const HEAD = 0.034;

/** The start posture as the lens sees it from the recommended place, and the box about it, in pixels of a frame of this size. */
export function zoneShape(
  drill: DrillDefinition,
  side: WorkingSide,
  { width, height }: { readonly width: number; readonly height: number },
): ZoneShape {
  const project = asTheLensSees(drill, side, width, height, false);
  const figure = startFigure(drill, side);
  const at = (point: Parameters<typeof project>[0]): Point => {
    const [x, y] = project(point);
    return [x, y];
  };
  const [leftShoulder, rightShoulder, rightHip, leftHip] = figure.torso.map(at) as [Point, Point, Point, Point];
  const lines = [
    [leftShoulder, rightShoulder, rightHip, leftHip, leftShoulder],
    ...figure.limbs.map(({ points }) => points.map(at)),
  ];
  const head = at(figure.head.centre);
  const all = [...lines.flat(), head];
  const margin = MARGIN * width;
  const clamp = (value: number, most: number): number => Math.min(most - 4, Math.max(4, value));
  return {
    lines,
    head,
    left: clamp(Math.min(...all.map(([x]) => x)) - margin, width),
    top: clamp(Math.min(...all.map(([, y]) => y)) - margin, height),
    right: clamp(Math.max(...all.map(([x]) => x)) + margin, width),
    bottom: clamp(Math.max(...all.map(([, y]) => y)) + margin, height),
  };
}

/** Draws the zone over the live picture: a shape of the body to lie into, a dashed frame, and a word. */
export function paintZone(
  context: CanvasRenderingContext2D,
  picture: PictureBox,
  frame: { readonly width: number; readonly height: number },
  { drill, side, check }: StartZone,
): void {
  const shape = zoneShape(drill, side, frame);
  const fine = check === null;
  const colour = fine ? HIP : AMBER;
  const place = ([x, y]: Point): Point => toBox(picture, x, y);
  context.save();
  context.globalAlpha = 0.3;
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.lineWidth = LIMB * frame.width * picture.scale;
  for (const line of shape.lines) tracePath(context, line.map(place));
  context.beginPath();
  context.arc(...place(shape.head), HEAD * frame.width * picture.scale, 0, 2 * Math.PI);
  context.fill();
  context.globalAlpha = 1;
  const [ax, ay] = place([shape.left, shape.top]);
  const [bx, by] = place([shape.right, shape.bottom]);
  context.setLineDash(fine ? [] : [14, 10]);
  context.lineWidth = 4;
  context.beginPath();
  context.roundRect(Math.min(ax, bx), ay, Math.abs(bx - ax), by - ay, 18);
  context.stroke();
  context.restore();
  // Else it is the light or the laptop that has to change, not the person.
  if (check === null || !PERSONAL.has(check)) return;
  const size = Math.max(22, (frame.width * picture.scale) / 24);
  wordPlate(
    context,
    isLying(drill) ? setWords().lieHere : setWords().beHere,
    // Above the zone, where it covers nobody; inside where there is no room.
    [(ax + bx) / 2, ay > 2 * size ? ay - size : ay + size],
    colour,
    size,
  );
}

function tracePath(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  context.beginPath();
  points.forEach((point, i) => (i === 0 ? context.moveTo(...point) : context.lineTo(...point)));
  context.stroke();
}
