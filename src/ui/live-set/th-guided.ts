import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Gauge, SetPlan, WholeSet } from '../../coach/coach-contract.ts';
import { setWords } from '../../i18n/en/set.ts';
import { formatCountdown } from '../elements/format.ts';
import { keyName } from '../shell/th-keys-dialog.ts';
import { sideName } from '../shell/words.ts';
import { liveStyles } from './session-styles.ts';
import { buttons } from '../styles/styles.ts';
import '../home-and-drill/th-loop.ts';

export type Counts = 'nobody' | 'voice' | 'you';

/**
 * Stands for the picture in a set without a camera: the drill's loop, which leg works, how far the whole set is, and a button
 * that counts repetitions. Fires `th-action` with `count`.
 */
@customElement('th-guided')
export class ThGuided extends LitElement {
  static override styles = [
    liveStyles,
    buttons,
    css`
      :host {
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
        grid-auto-rows: auto;
        gap: calc(0.8 * var(--u));
        min-block-size: 0;
        overflow: hidden;
      }
      .show {
        /* The loop is as large as the room that all else leaves. */
        container-type: size;
        display: grid;
        place-items: center;
        --loop-height: calc(100cqh - 6px);
      }
      th-loop {
        /* The picture, and its button beside it. */
        inline-size: min(100cqw, 100cqh * 16 / 9 + 44px + var(--s2));
        font-size: max(0.875rem, calc(1.4 * var(--u)));
      }
      .row {
        justify-content: space-between;
        gap: calc(0.6 * var(--u)) calc(1.6 * var(--u));
      }
      .leg {
        font-size: max(1.5rem, calc(5 * var(--u)));
        font-weight: 680;
        letter-spacing: -0.02em;
        line-height: 1.05;
      }
      button {
        min-block-size: max(48px, calc(5 * var(--u)));
        font-size: max(1.0625rem, calc(2 * var(--u)));
      }
      .whole {
        display: grid;
        gap: calc(0.5 * var(--u));
        font-size: max(1rem, calc(2.8 * var(--u)));
        font-variant-numeric: tabular-nums;
        line-height: 1.2;
      }
      .bar {
        block-size: max(10px, calc(1.4 * var(--u)));
        border-radius: calc(0.7 * var(--u));
      }
      .bar i {
        position: absolute;
        inset-block: 0;
        inline-size: max(3px, calc(0.3 * var(--u)));
        background: var(--bg);
      }
      .small {
        color: var(--muted);
        font-size: max(0.875rem, calc(1.4 * var(--u)));
        line-height: 1.25;
      }
      /* On a telephone the loop needs the room more than words that the page before has said. */
      @media (orientation: portrait) and (max-height: 720px), (max-height: 420px) {
        .small {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) plan!: SetPlan;
  @property({ attribute: false }) gauge!: Gauge;
  @property() counts: Counts = 'nobody';

  override render() {
    const { phase, whole } = this.gauge;
    const side = phase?.side ?? this.plan.sides[0] ?? 'left';
    const { leg, unmeasured, countNote } = setWords();
    return html`<div class="show"><th-loop bare .drill=${this.plan.drill} .side=${side}></th-loop></div>
      <div class="row">
        <strong class="leg" translate="no" .textContent=${side === 'both' ? sideName('both') : leg(side)}></strong>
        ${this.counts === 'nobody' ? null : html`<button @click=${() => this.dispatchEvent(new CustomEvent('th-action', { detail: 'count' }))}>${setWords().count} <kbd aria-hidden="true">${keyName('Enter')}</kbd></button>`}
      </div>
      ${whole ? this.#whole(whole) : null}
      <p class="small">${unmeasured} ${this.counts === 'voice' ? countNote : null}</p>`;
  }

  #whole({ left, progress, marks }: WholeSet) {
    return html`<div class="whole">
      <span class="bar" aria-hidden="true">
        <span .style="transform: scaleX(${progress.toFixed(4)})"></span>
        ${marks.map((at) => html`<i .style="inset-inline-start: ${(100 * at).toFixed(1)}%"></i>`)}
      </span>
      <span translate="no" .textContent=${setWords().wholeLeft(formatCountdown(left))}></span>
    </div>`;
  }
}
