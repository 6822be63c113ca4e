import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { numbered } from '../elements/in-steps.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import { setWords } from '../../i18n/en/set.ts';
import { keyName } from '../shell/key-name.ts';
import { unitStyles } from './session-styles.ts';
import { base, buttons } from '../styles/styles.ts';

/** Who counts the repetitions of the phase. */
export type Counts = 'nobody' | 'voice' | 'you';

/**
 * Replaces the picture in a set without a camera: that nothing is measured, a button that counts repetitions, and the steps of the
 * drill. Fires `th-action` with `count`.
 */
@customElement('th-guided')
export class ThGuided extends LitElement {
  static override styles = [
    base,
    buttons,
    unitStyles,
    css`
      :host {
        display: grid;
        align-content: safe center;
        gap: calc(1.2 * var(--u));
        padding: calc(1.6 * var(--u)) calc(2 * var(--u));
        min-block-size: 0;
        overflow: auto;
        border-radius: var(--radius);
        background: var(--surface);
      }
      .unmeasured {
        font-size: max(1rem, calc(2 * var(--u)));
        font-weight: 620;
      }
      .count {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: calc(0.8 * var(--u)) calc(1.6 * var(--u));
        font-size: max(1rem, calc(1.7 * var(--u)));
        line-height: 1.3;
      }
      .count button {
        min-block-size: max(52px, calc(5.4 * var(--u)));
        font-size: max(1.0625rem, calc(2 * var(--u)));
      }
      .count span {
        flex: 1 1 14em;
      }
      @media (hover: none) {
        kbd {
          display: none;
        }
      }
      ol {
        display: grid;
        gap: calc(0.5 * var(--u));
        padding-inline-start: 1.3em;
        font-size: max(1rem, calc(1.7 * var(--u)));
        line-height: 1.3;
        color: var(--muted);
        max-inline-size: 90ch;
      }
    `,
  ];

  @property({ attribute: false }) plan!: SetPlan;
  @property() counts: Counts = 'nobody';

  /** More steps than fit are scrolled, also by keyboard. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = 0;
    this.setAttribute('role', 'region');
    this.setAttribute('aria-label', setWords().unmeasured);
  }

  override render() {
    return html`<p class="unmeasured">${setWords().unmeasured}</p>
      ${this.counts === 'nobody' ? null : this.#count()}
      ${numbered(this.plan.drill.steps)}`;
  }

  #count() {
    const { count, countNote } = setWords();
    const press = () => this.dispatchEvent(new CustomEvent('th-action', { detail: 'count' }));
    return html`<div class="count">
      <button @click=${press}>${count} <kbd aria-hidden="true">${keyName('Enter')}</kbd></button>
      ${this.counts === 'voice' ? html`<span>${countNote}</span>` : null}
    </div>`;
  }
}
