import { css, html, LitElement, svg, type SVGTemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { loopWords } from '../../i18n/en/loops.ts';
import { figure as decimal } from '../../i18n/speaking.ts';
import type { Degrees, WorkingSide } from '../../instrument/geometry/units.ts';
import { figureStyles } from '../charts/figure-styles.ts';
import { figureSvg } from '../charts/figure-svg.ts';
import {
  boundsOf,
  figurePoints,
  fromAbove,
  fromTheSide,
  goodSectors,
  placeFromAbove,
  type Point,
  startFigure,
  UNIT,
  viewAzimuth,
} from '../charts/figure.ts';
import { base } from '../styles/styles.ts';

/** Free room around a drawing, in its own units. */
const PAD = 46;
/** Half of the camera's horizontal field of view. */
const HALF_FIELD: Degrees = 33;

const xy = ([x, y]: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** Part of a ring between two azimuths, `from` below `to`, and two radii in metres. */
const ringPath = (from: Degrees, to: Degrees, inner: number, outer: number): string => {
  const steps = Math.max(2, Math.ceil((to - from) / 5));
  const along = (radius: number) =>
    Array.from({ length: steps + 1 }, (_, i) => placeFromAbove(from + ((to - from) * i) / steps, radius));
  return `M${[...along(outer), ...along(inner).reverse()].map(xy).join('L')}Z`;
};

const boxOf = (points: readonly Point[], pad = PAD): string => {
  const [left, top, right, bottom] = boundsOf(points, pad);
  return [left, top, right - left, bottom - top].map(Math.round).join(' ');
};

/** The room from above: the person, the laptop, its field of view, and the good places for it. */
function drawFromAbove(drill: DrillDefinition, side: WorkingSide) {
  const { distance } = drill.measure.view;
  const azimuth = viewAzimuth(drill, side);
  const figure = startFigure(drill, side);
  const project = fromAbove(UNIT);
  const laptop = placeFromAbove(azimuth, distance);
  const field = [azimuth - HALF_FIELD, azimuth + HALF_FIELD].map((edge): Point => {
    const a = ((edge + 180) * Math.PI) / 180;
    return [laptop[0] + Math.sin(a) * distance * 1.25 * UNIT, laptop[1] + Math.cos(a) * distance * 1.25 * UNIT];
  });
  const sectors = goodSectors(drill, side);
  const ring = sectors.flatMap(([from, to]) =>
    [from, (from + to) / 2, to].map((edge) => placeFromAbove(edge, distance + 0.18)),
  );
  const middle: Point = [laptop[0] * 0.62, laptop[1] * 0.62];
  const content = svg`
    <path class="field" d="M${xy(laptop)}L${field.map(xy).join('L')}Z" />
    ${sectors.map(([from, to]) => svg`<path class="good" d=${ringPath(from, to, distance - 0.18, distance + 0.18)} />`)}
    <path class="measure" d="M${xy(laptop)}L0 0" />
    ${figureSvg(figure, project, UNIT)}
    <g transform="translate(${xy(laptop)}) rotate(${(180 - azimuth).toFixed(0)})">${laptopFromAbove}</g>
    ${label(middle, `${decimal(distance, 1)} m`)}`;
  return { viewBox: boxOf([...figurePoints(figure, project), laptop, ...ring]), content };
}

/** The laptop's keyboard half and its lid; its lens looks down the drawing. */
const laptopFromAbove = svg`
  <rect class="laptop" x="-17" y="-21" width="34" height="22" rx="3" />
  <rect class="lid" x="-17" y="-3" width="34" height="6" rx="2" />
  <circle class="lens" cx="0" cy="3" r="3.4" />`;

/** The room from the side, at right angles to the line of sight: the height of the lens and how far it looks down. */
export function drawFromTheSide(drill: DrillDefinition, side: WorkingSide) {
  const { distance, lensHeight } = drill.measure.view;
  const figure = startFigure(drill, side);
  const project = fromTheSide(viewAzimuth(drill, side), UNIT);
  const lens: Point = [distance * UNIT, -lensHeight * UNIT];
  const [hipX, hipY] = project(figure.hips);
  const points = [...figurePoints(figure, project), lens, [lens[0] + 42, 0] as const, [0, 12] as const];
  const left = Math.min(...points.map(([x]) => x)) - 20;
  const right = lens[0] + 58;
  const content = svg`
    <path class="floor" d="M${left.toFixed(0)} 2H${right.toFixed(0)}" />
    ${seatUnder(drill, [hipX, hipY])}
    <path class="field" d=${fieldFromTheSide(lens, [hipX, hipY])} />
    <path class="sight" d="M${xy(lens)}L${xy([hipX, hipY])}" />
    ${figureSvg(figure, project, UNIT)}
    <path class="stand" d="M${lens[0] - 6} ${lens[1] + 22}H${lens[0] + 36}M${lens[0] + 2} ${lens[1] + 22}V0M${lens[0] + 28} ${lens[1] + 22}V0" />
    <path class="laptop-side" d="M${lens[0] + 30} ${lens[1] + 18}H${lens[0] + 4}L${xy(lens)}" />
    <circle class="lens" cx=${lens[0]} cy=${lens[1]} r="4.5" />
    <path class="measure" d="M${lens[0] + 44} ${lens[1]}V0M${lens[0] + 38} ${lens[1]}h12M${lens[0] + 38} 0h12" />
    ${label([lens[0] + 44, lens[1] / 2], `${decimal(lensHeight, 1)} m`)}
    <path class="measure" d="M${hipX.toFixed(0)} 22H${lens[0]}M${hipX.toFixed(0)} 16v12M${lens[0]} 16v12" />
    ${label([(hipX + lens[0]) / 2, 22], `${decimal(distance, 1)} m`)}`;
  return { viewBox: boxOf([...points, [right, 30]], 22), content };
}

/** Metres. A person whose start position is given by hips at this height or higher sits on a seat. */
const SEAT = 0.5;

function seatUnder({ measure: { posture } }: DrillDefinition, [x, y]: Point): SVGTemplateResult | null {
  if (posture.height.of !== 'mid-hip' || posture.height.metres < SEAT) return null;
  const top = (y + 14).toFixed(0);
  const [back, front] = [(x - 15).toFixed(0), (x + 18).toFixed(0)];
  return svg`<path class="stand" d="M${back} ${top}H${front}M${back} ${top}V0M${front} ${top}V0" />`;
}

const fieldFromTheSide = (lens: Point, hips: Point): string => {
  const down = Math.atan2(hips[1] - lens[1], hips[0] - lens[0]);
  const half = 0.34;
  const edge = (angle: number): Point => {
    const reach = Math.min(330, (-lens[1] + 2) / Math.max(0.12, Math.sin(angle)));
    return [lens[0] + Math.cos(angle) * reach, lens[1] + Math.sin(angle) * reach];
  };
  return `M${xy(lens)}L${xy(edge(down - half))}L${xy(edge(Math.min(Math.PI - 0.15, down + half)))}Z`;
};

const label = ([x, y]: Point, text: string): SVGTemplateResult => svg`
  <g transform="translate(${x.toFixed(0)} ${y.toFixed(0)})">
    <rect class="label-plate" x="-31" y="-15" width="62" height="30" rx="7" />
    <text class="label" text-anchor="middle" y="8">${text}</text>
  </g>`;

/** Where the laptop stands for a drill: two drawings to scale, from above and from the side. */
@customElement('th-placement-drawing')
export class ThPlacementDrawing extends LitElement {
  static override styles = [
    base,
    figureStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
        gap: var(--s3);
        --figure-edge: var(--scene);
      }
      figure {
        display: grid;
        grid-template-rows: 1fr auto;
        background: var(--scene);
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        overflow: hidden;
      }
      svg {
        display: block;
        inline-size: 100%;
        block-size: var(--drawing-height, 13.5rem);
        padding: var(--s2);
      }
      figcaption {
        padding: var(--s2) var(--s3);
        border-block-start: 1px solid var(--line);
        color: var(--muted);
        font-size: 0.8125rem;
      }
      .field {
        fill: var(--accent);
        opacity: 0.09;
      }
      .good {
        fill: var(--accent);
        opacity: 0.3;
      }
      .measure,
      .sight {
        fill: none;
        stroke: var(--muted);
        stroke-width: 1.5;
        stroke-dasharray: 5 5;
      }
      .sight {
        stroke: var(--accent);
      }
      .floor,
      .stand {
        fill: none;
        stroke: var(--floor);
        stroke-width: 4;
        stroke-linecap: round;
      }
      .laptop,
      .lid {
        fill: var(--text);
        stroke: var(--scene);
        stroke-width: 1.5;
      }
      .laptop-side {
        fill: none;
        stroke: var(--text);
        stroke-width: 5;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .lens {
        fill: var(--accent);
        stroke: var(--scene);
        stroke-width: 1.5;
      }
      .label-plate {
        fill: var(--scene);
      }
      .label {
        fill: var(--text);
        font-size: 23px;
        font-weight: 600;
      }
    `,
  ];

  /** Without captions: beside the live picture the drawings speak for themselves. */
  @property({ type: Boolean }) bare = false;
  @property({ attribute: false }) drill!: DrillDefinition;
  @property({ attribute: false }) side: WorkingSide = 'left';

  override render() {
    const { where, lens, tilt } = this.drill.placement;
    const words = loopWords();
    return html`
      ${this.#figure(drawFromAbove(this.drill, this.side), words.above, words.fromAbove(where))}
      ${this.#figure(drawFromTheSide(this.drill, this.side), words.side, words.fromSide(lens, tilt))}
    `;
  }

  #figure({ viewBox, content }: ReturnType<typeof drawFromAbove>, caption: string, description: string) {
    return html`<figure>
      <svg role="img" aria-label=${description} viewBox=${viewBox}>${content}</svg>
      ${this.bare ? null : html`<figcaption>${caption}</figcaption>`}
    </figure>`;
  }
}
