import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isWatched } from '../../coach/progress/best-range.ts';
import type { RangeSummary } from '../../coach/record/set-record.ts';
import { rangeTexts } from '../../i18n/en/ranges.ts';
import { bars, base } from '../styles/styles.ts';
import { formatGross } from '../elements/format.ts';
import { barScale, rangeBar } from './range-bar.ts';
import { borrowedLabel, isPelvisContributionUnknown, legendOf, rangeLabel } from '../summary/range-words.ts';
import { sideName } from '../shell/words.ts';

/**
 * One bar for each side and round: clean range and pelvic contribution, or only the total range if the pelvis was not
 * watched.
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
      }
      .round {
        display: grid;
        gap: var(--s2);
      }
      .words {
        display: flex;
        flex-wrap: wrap;
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

  override render() {
    const scale = barScale(this.ranges);
    return html`${this.ranges.map((range) => this.#round(range, scale))}
      <ul class="small muted">
        ${legendOf(this.ranges).map(({ key, text }) => html`<li><span class="key ${key}"></span>${text}</li>`)}
      </ul>`;
  }

  #round(range: RangeSummary, scale: number) {
    const bar = rangeBar(range, scale);
    const own = isWatched(range) ? 'clean' : 'turned';
    const pelvisContribution = borrowedLabel(range);
    const words = rangeTexts();
    return html`<div class="round">
      <div class="words num">
        <p class="which">${words.round(sideName(range.side), range.round)}</p>
        <span class="${own}-word">${rangeLabel(range)}</span>
        <span class=${isPelvisContributionUnknown(range) ? 'unknown-word' : 'borrowed-word'}>${pelvisContribution}</span>
        <span class="muted">${range.gross === null ? '' : words.gross(formatGross(range))}</span>
      </div>
      <div class="track" aria-hidden="true">
        <span class=${own} style="inline-size: ${bar.clean}%"></span>
        <span class="borrowed ${range.borrowedAtLeast && bar.borrowed > 1 ? 'open' : ''}" style="inline-size: ${bar.borrowed}%"></span>
        ${bar.band ? html`<span class="whisker" style="inset-inline-start: ${bar.band[0]}%; inline-size: ${bar.band[1] - bar.band[0]}%"></span>` : null}
      </div>
    </div>`;
  }
}
