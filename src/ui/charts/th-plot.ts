import { css, html, LitElement, type PropertyValues, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { angleWords, levelWords } from '../summary/range-words.ts';
import { type PlotFrame, type PlotModel, plotModel, type PlotScale, plotScale } from './plot-geometry.ts';
import { drawnNote } from '../elements/in-steps.ts';
import { momentAt, momentRows, momentText, plotDescription } from './plot-text.ts';
import { axesSvg, cursorSvg, curvesSvg, flagsSvg, LANE, LANE_TOP, phasesSvg, plotStyles } from './plot-svg.ts';
import { legendEntry, legends } from './chart-styles.ts';
import { HostWidth } from './host-width.ts';
import { base, panels } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';

/** Heights in pixels: phase titles above the curve, the curve, and the time axis below the flags. */
const TOP = 30;
const CURVE = 248;
const AXIS = 26;

/** Time step of each key. */
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
        @pointerleave=${this.#clear}
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
            <tr><th>${words.time}</th><th>${words.phase}</th><th class="n">${angleWords(this.record.range).column}</th><th class="n">${words.bandColumn}</th><th>${words.flags}</th></tr>
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

  #point(event: PointerEvent, { x }: PlotScale): void {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    this._cursor = x.invert(event.clientX - box.left);
  }

  readonly #clear = (): void => {
    this._cursor = null;
  };
}
