/** A place on the canvas, CSS pixels from its top left corner. */
export type Point = readonly [x: number, y: number];

export const LIGHT = '#ffffff';
const DARK = '#05080b';
export const HIP = '#62d9c0';
export const AMBER = '#ffc061';
export const RED = '#ff6a5a';

export interface Stroke {
  readonly from: Point;
  readonly to: Point;
  readonly colour: string;
  readonly width: number;
  readonly dash: readonly number[];
}

/** Draws a dark outline and the colour on top of it, so that the line stands out from any clothes and any floor. */
export function strokeLine(context: CanvasRenderingContext2D, { from, to, colour, width, dash }: Stroke): void {
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

export function dot(context: CanvasRenderingContext2D, [x, y]: Point, radius: number, colour: string): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  fillOutlined(context, colour, radius * 0.7);
}

function fillOutlined(context: CanvasRenderingContext2D, colour: string, width: number): void {
  context.fillStyle = colour;
  context.strokeStyle = DARK;
  context.lineWidth = width;
  context.stroke();
  context.fill();
}

/** Marks a pelvis that moved: a bar with arrowheads that point opposite ways, so that shape tells it as well as colour. */
export function movedPelvis(
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
    fillOutlined(context, colour, width * 0.6);
  }
}

/** A word on a dark plate, kept inside the canvas. */
export function wordPlate(
  context: CanvasRenderingContext2D,
  word: string,
  at: Point,
  colour: string,
  size: number,
): void {
  context.font = `700 ${size}px Roboto, 'Segoe UI', Arial, 'DejaVu as wide as Arial', sans-serif`;
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
