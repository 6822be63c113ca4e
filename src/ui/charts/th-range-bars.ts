import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isTooSmall } from '../../coach/progress/clean-range.ts';
import { isWatched } from '../../coach/progress/real-change.ts';
import type { RangeSummary } from '../../coach/record/set-record.ts';
import { rangeTexts } from '../../i18n/en/ranges.ts';
import type { Degrees, Side } from '../../instrument/geometry/units.ts';
import { bandDegrees, formatGross, formatLike } from '../elements/format.ts';
import { partsInSteps } from '../elements/in-steps.ts';
import { sideName } from '../shell/words.ts';
import { bars, base } from '../styles/styles.ts';
import {
  borrowedLabel,
  isPelvisContributionUnknown,
  legendOf,
  type RangeFigure,
  rangeFigures,
  rangeLabel,
} from '../summary/range-words.ts';

/** Smallest scale in degrees, so that a small range does not look large. */
const MIN_SCALE = 45;

/**
 * Degrees of the full width. All rounds share one scale, so that they can be compared.
 * @param marks angles that are marked on the bars
 */
export const barScale = (ranges: readonly RangeSummary[], marks: readonly Degrees[] = []): number =>
  Math.ceil(
    Math.max(
      MIN_SCALE,
      ...marks,
      ...ranges.map(({ gross, clean, sd }) => Math.max(gross ?? 0, clean ?? 0) + (sd ?? 0) * 2),
    ) / 5,
  ) * 5;

/** Where a mark stands on the bar, in percent of the scale. */
const markAt = (angle: Degrees, scale: number): number => (Math.min(scale, Math.max(0, angle)) / scale) * 100;

/** The bar of one round, and the error band around its clean range, in percent of the scale. */
export function rangeBar({ clean, borrowed, sd }: RangeSummary, scale: number) {
  const share = (value: number): number => markAt(value, scale);
  const end = clean ?? 0;
  return {
    clean: share(end),
    borrowed: share(borrowed ?? 0),
    band:
      clean === null || sd === null ? null : ([share(end - bandDegrees(sd)), share(end + bandDegrees(sd))] as const),
  };
}

/**
 * One bar for each side and round: clean range and pelvic contribution, or only the total range if the pelvis was not
 * watched. On request also where the hip was last time.
 */
@customElement('th-range-bars')
export class ThRangeBars extends LitElement {
  static override styles = [
    base,
    bars,
    css`
      :host {
        display: grid;
        gap: var(--s4);
        /* Without its colours a printed bar is empty. */
        print-color-adjust: exact;
        -webkit-print-color-adjust: exact;
      }
      .round {
        display: grid;
        gap: var(--s2);
      }
      .words {
        align-items: baseline;
        gap: var(--s1) var(--s4);
      }
      .words .which {
        font-weight: 640;
        flex: 1 0 auto;
      }
      .clean-word {
        color: var(--accent);
        font-weight: 620;
      }
      .turned-word {
        font-weight: 620;
      }
      .borrowed-word {
        color: var(--warn);
        font-weight: 620;
      }
      .unknown-word {
        color: var(--muted);
      }
      .track {
        block-size: 30px;
        border-radius: var(--radius-s);
      }
      .figures {
        align-items: end;
        gap: var(--s2) var(--s5);
      }
      .figures dt {
        color: var(--muted);
        font-size: 0.9375rem;
      }
      .figures dd {
        font-size: 1.125rem;
        font-weight: 660;
        white-space: nowrap;
      }
      .figures .big {
        font-size: clamp(1.9rem, 1.4rem + 2vw, 2.75rem);
        line-height: 1.1;
        letter-spacing: -0.02em;
      }
      /* The answer. */
      .figures .own .big {
        font-size: clamp(3rem, 1.8rem + 3.6vw, 4.5rem);
        line-height: 1;
      }
      @media (max-width: 640px) {
        .figures .own {
          flex-basis: 100%;
        }
      }
      .figures .band {
        color: var(--muted);
        font-weight: 400;
      }
      .figures .own dd {
        color: var(--accent);
      }
      .figures .unwatched dd {
        color: var(--text);
      }
      .figures .pelvis dd {
        color: var(--warn);
      }
      .figures .unknown dd {
        color: var(--muted);
      }
      :host([large]) .track {
        block-size: 48px;
      }
      :host([large]) .whisker {
        inset-block: 11px;
      }
      .borrowed.open {
        border-inline-end: 4px dotted var(--warn);
      }
      .whisker {
        position: absolute;
        inset-block: 6px;
        border: 3px solid var(--text);
        border-block-width: 0;
        filter: drop-shadow(0 0 1px var(--bg)) drop-shadow(0 0 1px var(--bg));
      }
      .whisker::after {
        content: '';
        position: absolute;
        inset-inline: 0;
        inset-block-start: calc(50% - 1.5px);
        border-block-start: 3px solid var(--text);
      }
      /* Above and below the bar, so that it is seen on every colour. */
      .last {
        position: absolute;
        inset-block: -7px;
        border-inline-start: 3px dashed var(--text);
        filter: drop-shadow(0 0 1px var(--bg));
      }
      .bar {
        position: relative;
      }
      .key.last-key {
        inline-size: 0;
        margin-inline: 12px calc(var(--s2) + 11px);
        border-inline-start: 3px dashed var(--text);
        border-radius: 0;
      }
      ul {
        list-style: none;
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2) var(--s5);
      }
      .key {
        display: inline-block;
        inline-size: 26px;
        block-size: 14px;
        margin-inline-end: var(--s2);
        border-radius: 4px;
        vertical-align: -2px;
      }
      .bracket {
        block-size: 12px;
        border-inline: 3px solid var(--text);
        background: linear-gradient(var(--text), var(--text)) center / 100% 3px no-repeat;
      }
    `,
  ];

  @property({ attribute: false }) ranges: readonly RangeSummary[] = [];
  /** What each bar is called. Empty: side and round. */
  @property({ attribute: false }) names: readonly string[] = [];
  /** What each hip did last time, if that can be compared. */
  @property({ attribute: false }) last: Readonly<Partial<Record<Side, Degrees>>> = {};
  @property({ type: Boolean, reflect: true }) large = false;

  override render() {
    const lasts = this.ranges.flatMap((range) => markOf(range, this.last[range.side]) ?? []);
    const scale = barScale(this.ranges, lasts);
    return html`${partsInSteps(this.ranges, (range, i) => this.#round(range, scale, this.names[i]))}
      <ul class="small muted">
        ${legendOf(this.ranges).map(({ key, text }) => html`<li><span class="key ${key}"></span>${text}</li>`)}
        ${lasts.length > 0 ? html`<li><span class="key last-key"></span>${rangeTexts().legend.last}</li>` : null}
      </ul>`;
  }

  #round(range: RangeSummary, scale: number, name?: string) {
    const bar = rangeBar(range, scale);
    const last = markOf(range, this.last[range.side]);
    const own = isWatched(range) ? 'clean' : 'turned';
    const which = name ?? rangeTexts().round(sideName(range.side), range.round);
    return html`<div class="round">
      ${this.large ? this.#figures(range, which) : this.#words(range, which, own)}
      <div class="bar" aria-hidden="true">
      <div class="track">
        <span class=${own} .style="inline-size: ${bar.clean}%"></span>
        <span class="borrowed ${range.borrowedAtLeast && bar.borrowed > 1 ? 'open' : ''}" .style="inline-size: ${bar.borrowed}%"></span>
        ${bar.band ? html`<span class="whisker" .style="inset-inline-start: ${bar.band[0]}%; inline-size: ${bar.band[1] - bar.band[0]}%"></span>` : null}
      </div>
      ${last === null ? null : html`<span class="last" .style="inset-inline-start: calc(${markAt(last, scale)}% - 1.5px)"></span>`}
      </div>
    </div>`;
  }

  #words(range: RangeSummary, which: string, own: string) {
    return html`<div class="row words num">
      <p class="which">${which}</p>
      <span class="${own}-word">${rangeLabel(range)}</span>
      <span class=${isPelvisContributionUnknown(range) ? 'unknown-word' : 'borrowed-word'}>${borrowedLabel(range)}</span>
      <span class="muted">${range.gross === null || isTooSmall(range) ? '' : rangeTexts().gross(formatGross(range))}</span>
    </div>`;
  }

  #figures(range: RangeSummary, which: string) {
    const last = this.last[range.side];
    const unsure = isWatched(range) ? '' : 'unwatched';
    const unknown = isPelvisContributionUnknown(range) ? 'unknown' : '';
    const kinds = { own: unsure, pelvis: unknown, total: '' };
    return html`<p class="which">${which}</p>
      <dl class="row figures num">
        ${rangeFigures(range).map(
          (figure) => html`<div class="${figure.key} ${kinds[figure.key]}">
            <dt>${figure.name}</dt>
            <dd>${valueOf(figure)}</dd>
          </div>`,
        )}
        ${
          last === undefined
            ? null
            : html`<div class="total">
                <dt>${rangeTexts().legend.last}</dt>
                <dd>${valueOf({ value: markOf(range, last) === null ? rangeTexts().tooSmall : formatLike(last, range.sd), band: '' })}</dd>
              </div>`
        }
      </dl>`;
  }
}

/**
 * The value at which last time is marked. Null: it is unknown or within the measuring error. The error of last time is not kept, so
 * today's is used.
 */
const markOf = ({ sd }: RangeSummary, last: Degrees | undefined): Degrees | null =>
  last === undefined || isTooSmall({ clean: last, sd, borrowed: null }) ? null : last;

/** The number large, the words about it and its error small. The gap between them stands for a comma. */
function valueOf({ value, band }: Pick<RangeFigure, 'value' | 'band'>) {
  const [, before, number, rest] = /^(\D*?)([−\d]\S*°)(.*)$/.exec(value) ?? [null, '', '', value];
  return html`${before}${number ? html`<span class="big">${number}</span>` : null}${rest}${band ? html`<span class="band">${band.replace(/^, /, '')}</span>` : null}`;
}
