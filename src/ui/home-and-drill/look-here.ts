import { css, svg } from 'lit';
import type { LoopKind } from '../../app/loops.ts';
import type { LookMark, PicturePlace } from '../../coach/drill-definition.ts';

/** The drawing is 160 × 90, as the pictures are 16 : 9. */
const at = ([x, y]: PicturePlace): string => `${(x * 1.6).toFixed(1)} ${(y * 0.9).toFixed(1)}`;

/** Length of the two strokes of an arrow's head, and their angle to its path, rad. */
const HEAD = { length: 6.5, angle: 0.55 } as const;

function arrowPath({ from, to, over }: Extract<LookMark, { from: PicturePlace }>): string {
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
