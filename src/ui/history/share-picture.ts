import { scaleLinear } from 'd3-scale';
import type { TrendPoint } from '../../training/review/trends.ts';
import { band90, type Pixels } from '../../instrument/geometry/units.ts';
import { drawnPoints, trendShapes } from '../charts/trend-geometry.ts';

/** A hip on the picture. Texts are in the person's language. */
export interface SharedHip {
  readonly name: string;
  /** "21° ± 4° → 33° ± 4°" */
  readonly figures: string;
  /** "9 Oct 2026 – 28 Nov 2026" */
  readonly days: string;
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
}

export interface Shared {
  readonly heading: string;
  readonly drill: string;
  readonly hips: readonly SharedHip[];
  readonly sentence: string;
  readonly footer: string;
  /** The person at their best position; null: left out. */
  readonly face: ImageBitmap | null;
  readonly colours: Readonly<Record<'bg' | 'text' | 'muted' | 'accent', string>>;
}

const WIDTH: Pixels = 1080;
const MARGIN: Pixels = 72;
const HEAD: Pixels = 250;
const HIP: Pixels = 410;
const FOOT: Pixels = 340;
/** The most that the picture of the person takes, at the right of the heading. */
const FACE = { width: 320, height: 180 };
const GAP: Pixels = 24;
const DRILL = { font: '36px system-ui, sans-serif', top: 190, step: 42, lines: 2 };

/** A text in lines of a width, in the font of the context. */
function linesOf(context: CanvasRenderingContext2D, text: string, width: Pixels): readonly string[] {
  const lines: string[] = [];
  let rest = '';
  for (const word of text.split(' ')) {
    const longer = rest === '' ? word : `${rest} ${word}`;
    if (context.measureText(longer).width <= width) rest = longer;
    else {
      lines.push(rest);
      rest = word;
    }
  }
  return [...lines, rest];
}

/** Writes a text in lines, and returns where the next line would stand. */
function writeLines(
  context: CanvasRenderingContext2D,
  text: string,
  top: Pixels,
  step: Pixels,
  width: Pixels = WIDTH - 2 * MARGIN,
): Pixels {
  const lines = linesOf(context, text, width);
  for (const [i, one] of lines.entries()) context.fillText(one, MARGIN, top + i * step, width);
  return top + lines.length * step;
}

/** The picture of the person keeps its shape. */
function faceSize(face: ImageBitmap | null): { readonly width: Pixels; readonly height: Pixels } {
  if (face === null) return { width: 0, height: 0 };
  const k = Math.min(FACE.width / face.width, FACE.height / face.height);
  return { width: k * face.width, height: k * face.height };
}

/** The line of each hip with its ribbon. All hips share the scales. */
function drawHip(
  context: CanvasRenderingContext2D,
  hip: SharedHip,
  all: readonly SharedHip[],
  top: Pixels,
  colours: Shared['colours'],
): void {
  const points = all.flatMap((one) => one.points);
  const edges = points.flatMap(({ range }) => [range.value - band90(range.sd), range.value + band90(range.sd)]);
  const times = points.map(({ at }) => at);
  const x = scaleLinear([Math.min(...times), Math.max(...times)], [MARGIN + 12, WIDTH - MARGIN - 12]);
  const y = scaleLinear([Math.min(...edges) - 2, Math.max(...edges) + 2], [top + HIP - 60, top + 120]);
  const { through, ribbon } = trendShapes({ x, y });
  const drawn = drawnPoints(hip.points);
  context.fillStyle = colours.accent;
  context.globalAlpha = 0.22;
  context.beginPath();
  ribbon.context(context)(drawn);
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = colours.accent;
  context.lineWidth = 6;
  context.beginPath();
  through.context(context)(drawn);
  context.stroke();
  for (const end of [drawn[0], drawn.at(-1)]) {
    if (!end) continue;
    context.beginPath();
    context.arc(x(end.at), y(end.range.value), 11, 0, 2 * Math.PI);
    context.fill();
  }
  context.font = '700 40px system-ui, sans-serif';
  context.fillStyle = colours.text;
  context.fillText(hip.name, MARGIN, top + 44);
  context.textAlign = 'right';
  context.fillStyle = colours.accent;
  context.fillText(hip.figures, WIDTH - MARGIN, top + 44);
  context.font = '30px system-ui, sans-serif';
  context.fillStyle = colours.muted;
  context.fillText(hip.days, WIDTH - MARGIN, top + 88);
  context.textAlign = 'left';
}

/** The picture as a PNG, made on this machine. Rejects where the browser cannot make one. */
export function sharePicture({ heading, drill, hips, sentence, footer, face, colours }: Shared): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return Promise.reject(new Error('no canvas'));
  const size = faceSize(face);
  const beside = WIDTH - 2 * MARGIN - (face ? size.width + GAP : 0);
  context.font = DRILL.font;
  const lines = linesOf(context, drill, beside).length;
  const head = HEAD + DRILL.step * Math.max(0, lines - DRILL.lines);
  // This also sets the font back.
  Object.assign(canvas, { width: WIDTH, height: head + HIP * hips.length + FOOT });
  context.fillStyle = colours.bg;
  context.fillRect(0, 0, WIDTH, canvas.height);
  context.fillStyle = colours.text;
  context.font = '700 72px system-ui, sans-serif';
  context.fillText(heading, MARGIN, 130, beside);
  context.font = DRILL.font;
  context.fillStyle = colours.muted;
  writeLines(context, drill, DRILL.top, DRILL.step, beside);
  if (face) context.drawImage(face, WIDTH - MARGIN - size.width, 40, size.width, size.height);
  for (const [i, hip] of hips.entries()) drawHip(context, hip, hips, head + i * HIP, colours);
  context.fillStyle = colours.text;
  context.font = '34px system-ui, sans-serif';
  const below = writeLines(context, sentence, head + hips.length * HIP + 50, 46);
  context.fillStyle = colours.muted;
  context.font = '26px system-ui, sans-serif';
  writeLines(context, footer, Math.max(below + 10, canvas.height - 70), 34);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}
