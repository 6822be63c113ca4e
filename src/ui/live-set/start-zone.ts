import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { type CheckId, isLying } from '../../coach/setup/gate-checks.ts';
import { setWords } from '../../i18n/en/set.ts';
import { AMBER, type Point, wordPlate } from './canvas-marks.ts';
import { boundsOf, cameraView, figurePoints, startFigure } from '../charts/figure.ts';
import { type PictureBox, toBox } from './overlay-painter.ts';

/** Where in the picture the body belongs, as long as a check fails. */
export interface StartZone {
  readonly drill: DrillDefinition;
  readonly side: WorkingSide;
  readonly check: CheckId;
}

/** Checks that the person passes by going into the zone. The others concern the light or the laptop. */
const PASSED_BY_MOVING: ReadonlySet<CheckId> = new Set(['person', 'body', 'posture']);

/** Free room around the drawn body, because bodies and places differ. Share of the frame's width. */
const MARGIN = 0.05;
/** Width of a drawn limb, share of the frame's width. */
const LIMB_WIDTH = 0.028;
/** Share of the frame's width. */
const HEAD_RADIUS = 0.034;

/** The start posture as the camera sees it from the recommended place, and a box around it. All in frame pixels. */
export function zoneShape(
  drill: DrillDefinition,
  side: WorkingSide,
  { width, height }: { readonly width: number; readonly height: number },
) {
  const project = cameraView(drill, side, width, height, false);
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
  const [left, top, right, bottom] = boundsOf(figurePoints(figure, project), MARGIN * width);
  const clamp = (value: number, most: number): number => Math.min(most - 4, Math.max(4, value));
  return {
    lines,
    head: at(figure.head.centre),
    left: clamp(left, width),
    top: clamp(top, height),
    right: clamp(right, width),
    bottom: clamp(bottom, height),
  };
}

/** Draws the zone over the live picture: the shape of the body, a dashed frame and a word. */
export function paintZone(
  context: CanvasRenderingContext2D,
  picture: PictureBox,
  frame: { readonly width: number; readonly height: number },
  { drill, side, check }: StartZone,
): void {
  const shape = zoneShape(drill, side, frame);
  const place = ([x, y]: Point): Point => toBox(picture, x, y);
  context.save();
  context.globalAlpha = 0.3;
  context.strokeStyle = AMBER;
  context.fillStyle = AMBER;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.lineWidth = LIMB_WIDTH * frame.width * picture.scale;
  for (const line of shape.lines) tracePath(context, line.map(place));
  context.beginPath();
  context.arc(...place(shape.head), HEAD_RADIUS * frame.width * picture.scale, 0, 2 * Math.PI);
  context.fill();
  context.globalAlpha = 1;
  const [ax, ay] = place([shape.left, shape.top]);
  const [bx, by] = place([shape.right, shape.bottom]);
  context.setLineDash([14, 10]);
  context.lineWidth = 4;
  context.beginPath();
  context.roundRect(Math.min(ax, bx), ay, Math.abs(bx - ax), by - ay, 18);
  context.stroke();
  context.restore();
  if (!PASSED_BY_MOVING.has(check)) return;
  const size = Math.max(22, (frame.width * picture.scale) / 24);
  wordPlate(
    context,
    isLying(drill) ? setWords().lieHere : setWords().beHere,
    // Above the zone, so that it does not cover the person; inside when there is no room above.
    [(ax + bx) / 2, ay > 2 * size ? ay - size : ay + size],
    AMBER,
    size,
  );
}

function tracePath(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  context.beginPath();
  points.forEach((point, i) => (i === 0 ? context.moveTo(...point) : context.lineTo(...point)));
  context.stroke();
}
