import { css, html, LitElement } from 'lit';
import { fire } from '../shell/services.ts';
import { customElement, property } from 'lit/decorators.js';
import type { SessionSnapshot, SourceRequest } from '../../app/session/session-contract.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { placingWords } from '../../i18n/en/placing.ts';
import { formatBytes } from '../elements/format.ts';
import { commonStyles } from '../styles/styles.ts';
import '../home-and-drill/th-drill-still.ts';
import { commonWords } from '../../i18n/en/common.ts';

type LoadProgress = NonNullable<SessionSnapshot['load']>;

/** Share of the model's bytes that are loaded; null while nothing can be counted. */
const loadedShare = (load: LoadProgress | null): number | null =>
  load?.stage === 'weights' && load.total > 0 ? Math.min(1, load.loaded / load.total) : null;

/** Shown while the model and the source open: the drill to come, what is being done, and how far it is. Fires `th-leave`. */
@customElement('th-loading')
export class ThLoading extends LitElement {
  static override styles = [
    commonStyles,
    css`
      :host {
        display: grid;
        place-content: center;
        grid-template-columns: minmax(0, 34rem);
        min-block-size: 100%;
        padding: var(--s5);
      }
      th-drill-still {
        border-radius: var(--radius);
      }
      @media (max-height: 540px) {
        th-drill-still {
          display: none;
        }
      }
      .title {
        font-size: 1.9rem;
        line-height: 1.2;
        font-weight: 650;
        letter-spacing: -0.015em;
      }
      progress {
        appearance: none;
        inline-size: 100%;
        block-size: 12px;
        border: 0;
        border-radius: 6px;
        background: var(--track);
        forced-color-adjust: none;
        overflow: hidden;
      }
      progress::-webkit-progress-bar {
        background: var(--track);
      }
      progress::-webkit-progress-value {
        background: var(--accent);
        transition: inline-size 0.2s;
      }
      progress::-moz-progress-bar {
        background: var(--accent);
      }
      progress:indeterminate {
        background: linear-gradient(90deg, var(--track) 30%, var(--accent) 50%, var(--track) 70%) 0 / 200% 100%;
        animation: slide 1.6s linear infinite;
      }
      progress:indeterminate::-webkit-progress-bar {
        background: transparent;
      }
      @keyframes slide {
        from {
          background-position: 100% 0;
        }
        to {
          background-position: -100% 0;
        }
      }
      .bytes {
        white-space: nowrap;
      }
      .figures {
        display: flex;
        justify-content: space-between;
        gap: var(--s4);
        min-block-size: 1.5em;
        line-height: 1.4;
      }
    `,
  ];

  @property({ attribute: false }) load: LoadProgress | null = null;
  @property({ attribute: false }) source: SourceRequest['kind'] | null = null;
  /** The drill to come; null: none is shown. */
  @property({ attribute: false }) drill: DrillDefinition | null = null;

  override render() {
    const { load } = this;
    const share = loadedShare(load);
    const texts = placingWords();
    const words = load ? texts.loading[load.stage] : commonWords().starting;
    return html`<div class="stack">
      ${this.drill ? html`<th-drill-still aria-hidden="true" .drill=${this.drill}></th-drill-still>` : null}
      <p class="title">${words}</p>
      ${
        share === null
          ? html`<progress aria-label=${words}></progress>`
          : html`<progress aria-label=${words} max="1" .value=${share}></progress>`
      }
      <p class="figures muted num">
        <span role="status">${load?.waiting ? texts.stalled : ''}</span>
        ${load && share !== null ? html`<span class="bytes">${texts.loaded(formatBytes(load.loaded), formatBytes(load.total))}</span>` : null}
      </p>
      <p class="muted">${this.source ? texts.sources[this.source] : ''}</p>
      <div><button class="quiet" @click=${() => fire(this, 'th-leave')}>${commonWords().cancel}</button></div>
    </div>`;
  }
}
