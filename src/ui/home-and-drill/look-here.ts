import { css, svg } from 'lit';
import type { LoopKind } from '../../app/loops.ts';

/** A point of the picture: per cent of its width from the left, of its height from the top. */
type Point = readonly [x: number, y: number];

/** Shows where to look in a loop: a ring round what must keep still or goes wrong, an arrow along what moves. */
export type LookMark =
  | { readonly ring: Point /** Radius in per cent of the width. */; readonly size: number }
  /** The path bends towards `over`; absent: it is straight. */
  | { readonly from: Point; readonly to: Point; readonly over?: Point };

const ring = (x: number, y: number, size = 7): LookMark => ({ ring: [x, y], size });
const arrow = (from: Point, to: Point, over?: Point): LookMark => ({ from, to, ...(over ? { over } : {}) });

/** By the loop's name `<drill>-<kind>`, for the LEFT side at the moment of the poster; the picture is mirrored with its marks. */
const MARKS: Readonly<Record<string, readonly LookMark[]>> = {
  'supine-sleeper-right': [ring(45, 40), arrow([66, 20], [54, 34], [60, 20])],
  'supine-sleeper-cheat': [ring(44, 36, 9), arrow([40, 14], [54, 22], [49, 12])],
  'supine-ir-pulses-feet-lifted-right': [ring(48, 27), arrow([32, 8], [22, 14]), arrow([53, 6], [63, 8])],
  'supine-ir-pulses-feet-lifted-cheat': [ring(48, 31, 9), arrow([30, 38], [38, 34]), arrow([68, 34], [59, 32])],
  'supine-ir-pulses-feet-flat-right': [ring(57, 52), arrow([22, 26], [32, 22]), arrow([60, 10], [51, 17])],
  'supine-ir-pulses-feet-flat-cheat': [ring(54, 45, 9), arrow([54, 80], [54, 64])],
  'knee-to-knee-wall-right': [ring(46, 60), arrow([55, 24], [46, 31]), arrow([30, 24], [38, 31])],
  'knee-to-knee-wall-cheat': [ring(46, 53, 9), arrow([46, 86], [46, 70])],
  'knee-to-knee-floor-right': [ring(52, 27), arrow([70, 52], [59, 50]), arrow([24, 36], [35, 42])],
  'knee-to-knee-floor-cheat': [
    ring(45, 46, 12),
    arrow([60, 66], [50, 60]),
    arrow([50, 60], [60, 66]),
    arrow([28, 62], [38, 58]),
    arrow([38, 58], [28, 62]),
  ],
  'ninety-ninety-pails-rails-right': [arrow([79, 54], [79, 70]), arrow([34, 60], [53, 60], [44, 68])],
  'ninety-ninety-pails-rails-cheat': [ring(40, 44, 9), arrow([46, 8], [28, 14], [36, 4])],
  'ninety-ninety-stretch-right': [arrow([34, 58], [56, 58], [45, 68])],
  'ninety-ninety-stretch-cheat': [ring(40, 46, 9), arrow([46, 10], [27, 16], [35, 5])],
  'ninety-ninety-contract-relax-right': [arrow([80, 64], [80, 82]), arrow([37, 46], [56, 46], [46, 55])],
  'ninety-ninety-contract-relax-cheat': [ring(43, 46, 9), arrow([28, 34], [28, 54], [24, 44])],
  'ninety-ninety-lift-off-right': [ring(44, 46, 9), arrow([84, 82], [84, 62])],
  'ninety-ninety-lift-off-cheat': [ring(41, 46, 9), arrow([48, 16], [27, 20], [36, 6])],
  'ninety-ninety-lift-off-hinge-right': [arrow([22, 20], [22, 48], [16, 34]), arrow([83, 76], [83, 54])],
  'ninety-ninety-lift-off-hinge-cheat': [ring(33, 46, 10), arrow([44, 16], [22, 28], [28, 10])],
  'quadruped-band-ir-right': [ring(51, 26, 8), arrow([47, 88], [33, 88])],
  'quadruped-band-ir-cheat': [ring(49, 26, 9), arrow([63, 12], [63, 32])],
  'standing-hamstring-right': [ring(61, 50), arrow([66, 14], [46, 10], [56, 4])],
  'standing-hamstring-cheat': [ring(55, 30, 8), arrow([44, 12], [38, 28], [37, 18])],
  'hip-movement-sequence-right': [ring(53, 40)],
  'hip-movement-sequence-cheat': [ring(49, 36, 8), arrow([55, 8], [38, 12], [46, 2])],
};

/** The marks of a loop; none for a drill without loops. */
export const lookMarks = (drill: string, kind: LoopKind): readonly LookMark[] => MARKS[`${drill}-${kind}`] ?? [];

/** The drawing is 160 × 90, as the pictures are 16 : 9. */
const at = ([x, y]: Point): string => `${(x * 1.6).toFixed(1)} ${(y * 0.9).toFixed(1)}`;

/** Length of the two strokes of an arrow's head, and their angle to its path, rad. */
const HEAD = { length: 6.5, angle: 0.55 } as const;

function arrowPath({ from, to, over }: Extract<LookMark, { from: Point }>): string {
  const [comesX, comesY] = over ?? from;
  const back = Math.atan2((comesY - to[1]) * 0.9, (comesX - to[0]) * 1.6);
  const tip = [back - HEAD.angle, back + HEAD.angle].map((turn) =>
    at([to[0] + (HEAD.length * Math.cos(turn)) / 1.6, to[1] + (HEAD.length * Math.sin(turn)) / 0.9]),
  );
  return `M${at(from)}${over ? `Q${at(over)} ` : 'L'}${at(to)}M${tip[0]}L${at(to)}L${tip[1]}`;
}

function markPath(mark: LookMark): string {
  if (!('ring' in mark)) return arrowPath(mark);
  const [x, y] = mark.ring;
  const radius = mark.size * 1.6;
  return `M${at([x - mark.size, y])}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
}

/** The marks over a picture. Hidden from screen readers, because the caption says the same. */
export const lookHere = (marks: readonly LookMark[], kind: LoopKind) => {
  const path = marks.map(markPath).join('');
  return svg`<svg class="look ${kind}" viewBox="0 0 160 90" aria-hidden="true"><path class="halo" d=${path} /><path d=${path} /></svg>`;
};

/** The colours are the same in every palette, because the pictures are. */
export const lookHereStyles = css`
  .look {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    fill: none;
    stroke: #7ff0d6;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    pointer-events: none;
    forced-color-adjust: none;
  }
  .look.cheat {
    stroke: #ffc95c;
  }
  .look .halo {
    stroke: #06121a;
    stroke-width: 4;
    opacity: 0.75;
  }
`;
