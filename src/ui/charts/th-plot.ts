import { css, html, LitElement, type PropertyValues, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { sdOfBound90, type Seconds } from '../../instrument/geometry/units.ts';
import { legendEntry, legends } from './chart-styles.ts';
import { HostWidth } from './host-width.ts';
import {
  angleTicks,
  flagsAt,
  phaseAt,
  type PlotFrame,
  plotModel,
  type PlotModel,
  plotPaths,
  type PlotPoint,
  plotScale,
  type PlotScale,
  pointAt,
  timeTicks,
} from './plot-geometry.ts';
import { angleText, type AngleText, formatDegrees, formatMoment, formatWhole } from '../elements/format.ts';
import { drawnNote } from '../elements/in-steps.ts';
import { ruleName } from '../shell/words.ts';
import { base, panels } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { angleWords, levelWords } from '../summary/range-words.ts';
import { noFlagText, watchedIn } from '../summary/watched-text.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** Approximate width of a letter in pixels. A phase that is too narrow for its title is drawn without one. */
const LETTER = 8;
/** Distance in pixels from the curve to the first lane of flags. */
const LANE_TOP = 8;
/** Distance in pixels from one lane to the next. */
const LANE = 24;
/** Smallest width of a flag in pixels, so that its number can be read. */
const CHIP = 18;

const phasesSvg = (model: PlotModel, frame: PlotFrame, scale: PlotScale) =>
  model.phases.map(({ title, start, end }, i) => {
    const x = scale.x(start);
    const width = Math.max(0, scale.x(end) - x);
    return svg`<rect class="phase ${i % 2 === 0 ? 'even' : 'odd'}" x=${x} y=${frame.top - 24} width=${width} height=${frame.height + 24} />
      ${width > title.length * LETTER ? svg`<text class="phase-name" x=${x + width / 2} y=${frame.top - 8}>${title}</text>` : null}`;
  });

const axesSvg = (model: PlotModel, frame: PlotFrame, scale: PlotScale) => {
  const right = frame.left + frame.width;
  return svg`
    ${angleTicks(scale).map(
      (value) => svg`<path class=${value === 0 ? 'zero' : 'grid'} d="M${frame.left} ${scale.y(value)}H${right}" />
        <text class="tick" text-anchor="end" x=${frame.left - 8} y=${scale.y(value) + 4}>${formatWhole(value)}°</text>`,
    )}
    ${timeTicks(model, frame).map(
      (t) => svg`<path class="tick-mark" d="M${scale.x(t)} ${frame.axis}v6" />
        <text class="tick" text-anchor="middle" x=${scale.x(t)} y=${frame.axis + 20}>${formatMoment(t - model.start).replace(/[.,]0$/, '')}</text>`,
    )}`;
};

const curvesSvg = (model: PlotModel, scale: PlotScale) => {
  const { band, curve } = plotPaths(scale);
  return svg`
  ${[...model.segments, ...model.rightSegments].map((points) => svg`<path class="band" d=${band(points)} />`)}
  ${model.levels.map(
    ({ start, end, clean }) => svg`<path class="level" d="M${scale.x(start)} ${scale.y(clean)}H${scale.x(end)}" />`,
  )}
  ${model.segments.map((points) => svg`<path class="curve" d=${curve(points)} />`)}
  ${model.rightSegments.map((points) => svg`<path class="curve other" d=${curve(points)} />`)}
  ${sideLabelsSvg(model, scale)}`;
};

/** If both hips have a curve, each curve and each level is marked with L or R. */
function sideLabelsSvg({ segments, rightSegments, levels }: PlotModel, scale: PlotScale) {
  if (rightSegments.length === 0) return null;
  const ends = [
    { name: 'L', point: segments.at(-1)?.at(-1) },
    { name: 'R', point: rightSegments.at(-1)?.at(-1) },
  ].flatMap(({ name, point }) => (point ? [{ name, t: point.t, value: point.value, dx: 4 }] : []));
  const tops = levels.map(({ side, end, clean }) => ({
    name: side === 'left' ? 'L' : 'R',
    t: end,
    value: clean,
    dx: side === 'left' ? -12 : -26,
  }));
  return [...ends, ...tops].map(
    ({ name, t, value, dx }) => svg`<text class="side" x=${scale.x(t) + dx} y=${scale.y(value) - 5}>${name}</text>`,
  );
}

/** Flags: numbered marks below the curve, and a shade over the time that does not count as clean. */
const flagsSvg = (model: PlotModel, frame: PlotFrame, scale: PlotScale) => {
  return model.flags.map(({ rule, onset, start, end, severity, lane }, i) => {
    const y = frame.top + frame.height + LANE_TOP + lane * LANE;
    const x = scale.x(Math.min(onset, start));
    const width = Math.max(3, scale.x(end) - x);
    const chip = Math.max(CHIP, width);
    const left = x + (width - chip) / 2;
    return svg`<rect class="unclean" x=${x} y=${frame.top} width=${width} height=${frame.height} />
      <rect class="flag ${severity}" x=${left} y=${y} width=${chip} height="20" rx="5"><title>${ruleName(rule)}</title></rect>
      <text class="flag-number" x=${left + chip / 2} y=${y + 15}>${i + 1}</text>`;
  });
};

const cursorSvg = (model: PlotModel, frame: PlotFrame, scale: PlotScale, t: Seconds) => {
  const points = [pointAt(model, t), pointAt({ segments: model.rightSegments }, t)];
  return svg`<path class="cursor" d="M${scale.x(t)} ${frame.top}V${frame.axis}" />
    ${points.map((point) => (point ? svg`<circle class="cursor-dot" cx=${scale.x(point.t)} cy=${scale.y(point.value)} r="5" />` : null))}`;
};

const plotStyles = css`
  .phase.even {
    fill: var(--plot-even);
  }
  .phase.odd {
    fill: var(--plot-odd);
  }
  .phase-name {
    fill: var(--muted);
    font-size: 13px;
    font-weight: 580;
    text-anchor: middle;
  }
  .grid,
  .zero,
  .tick-mark {
    stroke: var(--plot-grid);
    fill: none;
  }
  .zero {
    stroke: var(--plot-zero);
  }
  .tick {
    fill: var(--muted);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  .band {
    fill: var(--focus);
    opacity: 0.24;
  }
  .curve {
    fill: none;
    stroke: var(--text);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .curve.other {
    stroke: var(--plot-other);
    stroke-width: 3;
    stroke-linecap: round;
    stroke-dasharray: 0.1 6;
  }
  .side {
    fill: var(--text);
    font-size: 13px;
    font-weight: 700;
  }
  .level {
    fill: none;
    stroke: var(--accent);
    stroke-width: 2.5;
    stroke-dasharray: 9 5;
  }
  .unclean {
    fill: var(--warn);
    opacity: 0.1;
  }
  .flag.amber {
    fill: var(--warn);
  }
  .flag.red {
    fill: var(--danger);
    stroke: var(--text);
    stroke-width: 2;
  }
  .flag-number {
    fill: var(--bg);
    font-size: 13px;
    font-weight: 700;
    text-anchor: middle;
  }
  .cursor {
    stroke: var(--focus);
    stroke-width: 1.5;
  }
  .cursor-dot {
    fill: var(--focus);
    stroke: var(--bg);
    stroke-width: 2;
  }
`;

const told = (point: PlotPoint | null): AngleText =>
  point ? angleText(point.value, sdOfBound90(point.band)) : { value: summaryWords().plot.noReading, band: '' };
const readingText = (point: PlotPoint | null): string => `${told(point).value}${told(point).band}`;

/** One moment of a set in words, for the readout, the screen reader and the table. */
export function momentAt(model: PlotModel, t: Seconds) {
  const point = pointAt(model, t);
  const other = pointAt({ segments: model.rightSegments }, t);
  const phase = phaseAt(model, t);
  return {
    time: formatMoment(t - model.start),
    phase: phase ? phase.title : '–',
    angle: other ? summaryWords().plot.both(readingText(point), readingText(other)) : told(point).value,
    band: other ? '' : told(point).band,
    flags: flagsAt(model, t)
      .map(({ rule }) => ruleName(rule))
      .join(', '),
  };
}

export const momentText = ({ time, phase, angle, band, flags }: ReturnType<typeof momentAt>): string =>
  `${time}, ${phase}: ${angle}${band}${flags ? `, ${flags}` : ''}`;

const MAX_ROWS = 120;

/** Rows of the table: one a second, fewer for a long set. */
export function momentRows(model: PlotModel) {
  const span = model.end - model.start;
  const step = Math.max(1, Math.ceil(span / MAX_ROWS));
  return Array.from({ length: Math.floor(span / step) + 1 }, (_, i) => momentAt(model, model.start + i * step));
}

function plotDescription(record: SetRecord, model: PlotModel, drill: DrillDefinition | null): string {
  const points = [...model.segments, ...model.rightSegments].flat();
  const top = points.reduce((best, { value }) => Math.max(best, value), Number.NEGATIVE_INFINITY);
  const words = summaryWords().plot;
  const count = record.flags.length;
  const flags =
    count > 0 ? words.flagCount(count) : noFlagText(words.noFlags, watchedIn(record, drill)).replace(/\.$/, '');
  const length = formatMoment(model.end - model.start);
  if (points.length === 0) return words.none(length, flags);
  return words.sentence(angleWords(record.range).long, length, formatDegrees(top), flags);
}

/** Heights in pixels: phase titles above the curve, the curve, and the time axis below the flags. */
const TOP = 30;
const CURVE = 248;
const AXIS = 26;

const KEY_STEPS: Readonly<Record<string, Seconds>> = {
  ArrowRight: 0.5,
  ArrowUp: 0.5,
  ArrowLeft: -0.5,
  ArrowDown: -0.5,
  PageUp: 10,
  PageDown: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * Plots the trained angle over time with its 90 % band, the phases, the flags and the clean range. A cursor follows the
 * pointer or the arrow keys and shows the values at that moment. A table below has the same values.
 */
@customElement('th-plot')
export class ThPlot extends LitElement {
  static override styles = [
    base,
    panels,
    tables,
    plotStyles,
    legends,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
      .area {
        position: relative;
        touch-action: pan-y;
        cursor: crosshair;
      }
      svg {
        display: block;
        inline-size: 100%;
      }
      .readout {
        min-block-size: 1.5em;
        font-weight: 580;
      }
      .legend {
        gap: var(--s2) var(--s5);
      }
      .scroll {
        max-block-size: 22rem;
        overflow: auto;
      }
    `,
  ];

  @property({ attribute: false }) record!: SetRecord;
  /** Gives the phases their titles; null if this version does not know the drill. */
  @property({ attribute: false }) drill: DrillDefinition | null = null;
  readonly #width = new HostWidth(this, 900, 200);
  @state() private _cursor: Seconds | null = null;
  #model: PlotModel | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('record') || changed.has('drill')) this.#model = plotModel(this.record, this.drill);
  }

  override render() {
    const model = this.#model;
    if (!model) return null;
    const words = summaryWords().plot;
    const lanes = 1 + Math.max(0, ...model.flags.map(({ lane }) => lane));
    const axis = TOP + CURVE + LANE_TOP + lanes * LANE + 4;
    const frame: PlotFrame = { left: 42, top: TOP, width: this.#width.pixels - 54, height: CURVE, axis };
    const scale = plotScale(model, frame);
    return html`${this.#legend(model.rightSegments.length > 0)}
      <div
        class="area"
        role="slider"
        tabindex="0"
        aria-label=${words.arrows(plotDescription(this.record, model, this.drill))}
        aria-orientation="horizontal"
        aria-valuemin="0"
        aria-valuemax=${Math.round(model.end - model.start)}
        aria-valuenow=${Math.round((this._cursor ?? model.start) - model.start)}
        aria-valuetext=${momentText(momentAt(model, this._cursor ?? model.start))}
        @keydown=${(event: KeyboardEvent) => this.#key(event, model)}
        @pointermove=${(event: PointerEvent) => this.#point(event, scale)}
        @pointerleave=${this.#left}
      >
        ${this.#drawing(model, frame, scale)}
      </div>
      <p class="readout num" aria-hidden="true">
        ${this._cursor === null ? html`<span class="muted">${words.point}</span>` : momentText(momentAt(model, this._cursor))}
      </p>
      ${drawnNote(this.record.flags)} ${this.#table(model)}`;
  }

  #drawing(model: PlotModel, frame: PlotFrame, scale: PlotScale) {
    const height = frame.axis + AXIS;
    return html`<svg viewBox="0 0 ${this.#width.pixels} ${height}" height=${height} aria-hidden="true">
      ${phasesSvg(model, frame, scale)} ${axesSvg(model, frame, scale)} ${curvesSvg(model, scale)}
      ${flagsSvg(model, frame, scale)} ${this._cursor === null ? null : cursorSvg(model, frame, scale, this._cursor)}
    </svg>`;
  }

  #legend(both: boolean) {
    const angle = angleWords(this.record.range).long;
    const words = summaryWords().plot;
    return html`<ul class="legend small muted">
      ${legendEntry(svg`<rect class="band" width="30" height="16" /><path class="curve" d="M0 8h30" />`, both ? words.leftBand(angle) : words.band(angle))}
      ${both ? legendEntry(svg`<rect class="band" width="30" height="16" /><path class="curve other" d="M1 8h30" />`, words.right) : null}
      ${legendEntry(svg`<path class="level" d="M0 8h30" />`, levelWords(this.record.summary.sets))}
      ${legendEntry(svg`<rect class="flag amber" y="3" width="30" height="10" rx="3" />`, words.flag)}
      ${legendEntry(svg`<rect class="flag red" y="3" width="30" height="10" rx="3" />`, words.strongFlag)}
    </ul>`;
  }

  #table(model: PlotModel) {
    const words = summaryWords().plot;
    return html`<details>
      <summary>${words.asTable}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.asTable}>
        <table>
          <thead>
            <tr><th>${commonWords().time}</th><th>${words.phase}</th><th class="n">${angleWords(this.record.range).column}</th><th class="n">${words.bandColumn}</th><th>${commonWords().flags}</th></tr>
          </thead>
          <tbody>
            ${momentRows(model).map(
              ({ time, phase, angle, band, flags }) =>
                html`<tr><td class="num">${time}</td><td>${phase}</td><td class="n">${angle}</td><td class="n">${band}</td><td>${flags}</td></tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  #key(event: KeyboardEvent, model: PlotModel): void {
    const step = KEY_STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const from = this._cursor ?? model.start;
    this._cursor = Math.min(model.end, Math.max(model.start, from + step));
  }

  readonly #left = () => (this._cursor = null);

  #point(event: PointerEvent, { x }: PlotScale): void {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    this._cursor = x.invert(event.clientX - box.left);
  }
}
