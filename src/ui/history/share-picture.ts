import { scaleLinear } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';
import type { TrendPoint } from '../../coach/review/trends.ts';
import { band90, type Pixels } from '../../instrument/geometry/units.ts';
import { drawnPoints } from '../charts/trend-geometry.ts';

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

/** What the picture to share shows. */
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
/** Of the picture of the person, at the right of the heading. */
const FACE = { width: 320, height: 180 };

/** Writes a text in lines, and returns where the next line would stand. */
function writeLines(context: CanvasRenderingContext2D, text: string, top: Pixels, step: Pixels): Pixels {
  let [rest, y] = ['', top];
  for (const word of text.split(' ')) {
    const longer = rest === '' ? word : `${rest} ${word}`;
    if (context.measureText(longer).width <= WIDTH - 2 * MARGIN) rest = longer;
    else {
      context.fillText(rest, MARGIN, y);
      [rest, y] = [word, y + step];
    }
  }
  context.fillText(rest, MARGIN, y);
  return y + step;
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
  const along = ({ at }: TrendPoint): Pixels => x(at);
  const drawn = drawnPoints(hip.points);
  context.fillStyle = colours.accent;
  context.globalAlpha = 0.22;
  context.beginPath();
  area<TrendPoint>(
    along,
    ({ range }) => y(range.value - band90(range.sd)),
    ({ range }) => y(range.value + band90(range.sd)),
  )
    .curve(curveMonotoneX)
    .context(context)(drawn);
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = colours.accent;
  context.lineWidth = 6;
  context.beginPath();
  line<TrendPoint>(along, ({ range }) => y(range.value))
    .curve(curveMonotoneX)
    .context(context)(drawn);
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
  Object.assign(canvas, { width: WIDTH, height: HEAD + HIP * hips.length + FOOT });
  const context = canvas.getContext('2d');
  if (!context) return Promise.reject(new Error('no canvas'));
  context.fillStyle = colours.bg;
  context.fillRect(0, 0, WIDTH, canvas.height);
  context.fillStyle = colours.text;
  context.font = '700 72px system-ui, sans-serif';
  context.fillText(heading, MARGIN, 130);
  context.font = '36px system-ui, sans-serif';
  context.fillStyle = colours.muted;
  context.fillText(drill, MARGIN, 190);
  if (face) context.drawImage(face, WIDTH - MARGIN - FACE.width, 40, FACE.width, FACE.height);
  for (const [i, hip] of hips.entries()) drawHip(context, hip, hips, HEAD + i * HIP, colours);
  context.fillStyle = colours.text;
  context.font = '34px system-ui, sans-serif';
  const below = writeLines(context, sentence, HEAD + hips.length * HIP + 50, 46);
  context.fillStyle = colours.muted;
  context.font = '26px system-ui, sans-serif';
  writeLines(context, footer, Math.max(below + 10, canvas.height - 70), 34);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}
