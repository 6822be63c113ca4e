import { css, svg } from 'lit';
import { ROTATIONS } from '../../training/assessment/hip-test.ts';
import type { Rotation } from '../../coach/drill-definition.ts';
import type { Degrees, Side } from '../../instrument/geometry/units.ts';

/** How far a hip turns one way. Null: not read. */
export interface TurnedArc {
  readonly active: Degrees | null;
  readonly passive: Degrees | null;
  /** Half of the 90 % band of the further one. */
  readonly band: Degrees;
}

export type HipArcs = Readonly<Record<Rotation, TurnedArc>>;

/** The knee, from which the shin hangs, and the length of the shin, in a box of 200 × 122. */
const KNEE = [100, 14] as const;
const SHIN = 90;
/** The bracket of the error lies outside the arc. */
const BRACKET = SHIN + 8;
/** The drawing ends here. An error band that reaches further is cut off. */
const MOST: Degrees = 90;

/**
 * Where the foot goes: 1 to the right of the picture. Both hips stand as the person sees them, left on the left. Turning in swings the
 * foot away from the other leg.
 */
export const directionOf = (side: Side, rotation: Rotation): 1 | -1 =>
  (side === 'left') === (rotation === 'internal') ? -1 : 1;

const clamp = (angle: Degrees): Degrees => Math.min(MOST, Math.max(0, angle));

function pointAt(angle: Degrees, radius: number, towards: 1 | -1): string {
  const turned = (clamp(angle) * Math.PI) / 180;
  const [x, y] = [KNEE[0] + towards * radius * Math.sin(turned), KNEE[1] + radius * Math.cos(turned)];
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

const arc = (from: Degrees, to: Degrees, radius: number, towards: 1 | -1): string =>
  `${pointAt(from, radius, towards)} A ${radius} ${radius} 0 0 ${towards === 1 ? 0 : 1} ${pointAt(to, radius, towards)}`;

const wedge = (from: Degrees, to: Degrees, towards: 1 | -1): string =>
  `M ${KNEE.join(' ')} L ${arc(from, to, SHIN, towards)} Z`;

const bracket = ([from, to]: readonly [Degrees, Degrees], towards: 1 | -1): string =>
  [
    `M ${pointAt(from, BRACKET - 5, towards)} L ${arc(from, to, BRACKET, towards)}`,
    `L ${pointAt(to, BRACKET - 5, towards)}`,
  ].join(' ');

/** What is drawn of one way: the part by itself, what help adds to it, and the error around the further one. */
export function arcPaths({ active, passive, band }: TurnedArc, towards: 1 | -1) {
  const own = clamp(active ?? 0);
  const most = passive ?? active;
  return {
    own: own > 0 ? wedge(0, own, towards) : null,
    helped: passive !== null && passive > own ? wedge(own, passive, towards) : null,
    error: most === null ? null : bracket([most - band, most + band], towards),
  };
}

export const hipArcStyles = css`
  .arcs {
    display: block;
    inline-size: 100%;
    fill: none;
    stroke-linejoin: round;
    forced-color-adjust: none;
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  .arcs .room {
    fill: var(--surface-2);
  }
  .arcs .own {
    fill: var(--accent);
  }
  .arcs .helped {
    fill: var(--accent);
    fill-opacity: 0.35;
  }
  .arcs .error {
    stroke: var(--text);
    stroke-width: 2.5;
  }
  .arcs .start {
    stroke: var(--text);
    stroke-width: 1.5;
    stroke-dasharray: 4 4;
  }
  .arcs .knee {
    fill: var(--text);
  }
`;

/** One hip, seen from in front: the shin hangs from the knee and swings both ways. The figures stand beside it. */
export const hipArcs = (hip: HipArcs, side: Side) => svg`<svg class="arcs" viewBox="0 0 200 122" aria-hidden="true">
  <path class="room" d=${wedge(0, MOST, 1)} /><path class="room" d=${wedge(0, MOST, -1)} />
  ${ROTATIONS.map((rotation) => {
    const { own, helped, error } = arcPaths(hip[rotation], directionOf(side, rotation));
    return svg`${own && svg`<path class="own" d=${own} />`}${helped && svg`<path class="helped" d=${helped} />`}
      ${error && svg`<path class="error" d=${error} />`}`;
  })}
  <path class="start" d="M ${KNEE.join(' ')} V ${KNEE[1] + SHIN}" />
  <circle class="knee" cx=${KNEE[0]} cy=${KNEE[1]} r="5" />
</svg>`;
