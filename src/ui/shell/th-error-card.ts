import { css, html, LitElement } from 'lit';
import { fire } from './services.ts';
import { customElement, property } from 'lit/decorators.js';
import { type AppErrorCode, appErrorText, type WayOn } from '../../app/app-error.ts';
import { frameWords } from '../../i18n/en/frame.ts';
import { commonStyles, readable } from '../styles/styles.ts';

/** Fired as `th-way` with the way on that the person chose. */
export type WayEvent = CustomEvent<WayOn>;

/** An error in plain words: what is wrong, what to do, and the ways on as buttons. Fires `th-way`. */
@customElement('th-error-card')
export class ThErrorCard extends LitElement {
  static override styles = [
    commonStyles,
    readable,
    css`
      .panel {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--s4);
        max-inline-size: 44rem;
        border-color: var(--warn);
      }
      svg {
        inline-size: 44px;
        block-size: 44px;
        stroke: var(--warn);
        stroke-width: 3.5;
      }
      .row {
        margin-block-start: var(--s2);
      }
      :host([compact]) .panel {
        padding: var(--s3) var(--s4);
      }
      :host([compact]) svg {
        inline-size: 28px;
        block-size: 28px;
      }
    `,
  ];

  @property() code: AppErrorCode = 'unexpected';
  /** Ways on that are left out, because they make no sense where the card stands. */
  @property({ attribute: false }) without: readonly WayOn[] = [];
  @property({ type: Boolean, reflect: true }) compact = false;

  override render() {
    const { title, todo, ways } = appErrorText(this.code);
    const offered = ways.filter((way) => !this.without.includes(way));
    return html`<div class="panel" role="alert">
      <svg class="lines" viewBox="0 0 48 48" aria-hidden="true"><path d="M24 6 45 42H3Z M24 19v11 M24 36v.5" /></svg>
      <div class="stack-s">
        <h2>${title}</h2>
        <p>${todo}</p>
        ${offered.length === 0 ? null : html`<div class="row">${offered.map((way, i) => html`<button class=${i === 0 ? 'primary' : ''} @click=${() => fire(this, 'th-way', way)}>${frameWords().ways[way]}</button>`)}</div>`}
      </div>
    </div>`;
  }
}
