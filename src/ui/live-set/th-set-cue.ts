import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { liveStyles } from './session-styles.ts';

/** The one short phrase across the screen: a cue, or what the next press of a key will do. */
@customElement('th-set-cue')
export class ThSetCue extends LitElement {
  static override styles = [
    liveStyles,
    css`
      :host {
        display: grid;
        grid-template: 1fr auto / auto minmax(0, 1fr);
        align-items: center;
        column-gap: calc(1.6 * var(--u));
        padding: calc(0.7 * var(--u)) calc(1.6 * var(--u)) calc(0.9 * var(--u));
        background: var(--bg);
        border: calc(0.5 * var(--u)) solid var(--warn);
        border-radius: calc(1 * var(--u));
      }
      :host([severity='red']) {
        border-color: var(--danger);
      }
      p {
        font-size: calc(var(--size, 7.1) * var(--share, 1) * var(--u));
        overflow-wrap: break-word;
        hyphens: auto;
        font-weight: 680;
        letter-spacing: -0.022em;
        line-height: 1.02;
        text-wrap: balance;
      }
      svg {
        inline-size: calc(6 * var(--u));
        block-size: calc(6 * var(--u));
        fill: none;
        stroke: var(--warn);
        stroke-width: 4;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .line {
        grid-column-end: -1;
        font-size: max(0.9375rem, calc(2.2 * var(--u)));
      }
      :host([severity='red']) svg {
        stroke: var(--danger);
      }
      /* The sign stands above the words, which then have the whole width. */
      @media (orientation: portrait) {
        :host {
          /* A word of 14 letters fits on a line of a phone. */
          --size: 6.4;
          grid-template: auto / minmax(0, 1fr);
          align-content: center;
          row-gap: calc(1 * var(--u));
        }
      }
      /* The line needs room, too. */
      @media (orientation: landscape) and (max-height: 420px) {
        :host {
          --share: 0.85;
        }
      }
    `,
  ];

  @property() text = '';
  /** Below it: the phase that goes on. Empty: it says so itself. */
  @property() line = '';
  @property({ reflect: true }) severity: 'amber' | 'red' = 'amber';

  override render() {
    const shape =
      this.severity === 'red'
        ? 'M15 4h18l11 11v18L33 44H15L4 33V15Z M24 14v12 M24 33v.5'
        : 'M24 6 45 42H3Z M24 19v11 M24 36v.5';
    return html`<svg viewBox="0 0 48 48" aria-hidden="true"><path d=${shape} /></svg>
      <p translate="no" .textContent=${this.text}></p>
      ${this.line === '' ? null : html`<span class="line" translate="no" .textContent=${this.line}></span>`}`;
  }
}
