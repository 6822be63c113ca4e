import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Degrees } from '../../instrument/geometry/units.ts';
import { barStyles } from '../styles/bar-styles.ts';
import { unitStyles } from '../live-set/set-styles.ts';
import { turnBar } from './turn-bar.ts';

/** Under the big number: the hip's own (striped where nobody knows all that is lent), what pelvis or back lend, the best so far. */
@customElement('th-turn-bar')
export class ThTurnBar extends LitElement {
  static override styles = [
    unitStyles,
    barStyles,
    css`
      :host {
        display: block;
        flex: 1 0 100%;
        margin-block-start: calc(0.9 * var(--u));
      }
      .track {
        block-size: calc(1.5 * var(--u));
        border-radius: calc(0.4 * var(--u));
      }
      .best {
        position: absolute;
        inset-block: 0;
        inline-size: calc(0.35 * var(--u));
        margin-inline-start: calc(-0.35 * var(--u));
        background: var(--text);
      }
    `,
  ];

  @property({ attribute: false }) own: Degrees = 0;
  @property({ attribute: false }) pelvisContribution: Degrees | null = null;
  /** More may be lent than is known. */
  @property({ attribute: false }) atLeast = false;
  @property({ attribute: false }) best: Degrees | null = null;

  override render() {
    const bar = turnBar(this.own, this.pelvisContribution, this.best);
    return html`<div class="track">
      <span class=${this.pelvisContribution === null || this.atLeast ? 'turned' : 'clean'} style="inline-size: ${bar.own.toFixed(1)}%"></span>
      <span class="borrowed" style="inline-size: ${bar.pelvisContribution.toFixed(1)}%"></span>
      ${bar.best === null ? null : html`<span class="best" style="inset-inline-start: ${bar.best.toFixed(1)}%"></span>`}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-turn-bar': ThTurnBar;
  }
}
