import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { AppUpdates } from '../../app/app-updates.ts';
import { frameWords } from '../../i18n/en/frame.ts';
import type { Services } from './services.ts';
import { base, buttons } from '../styles/styles.ts';
import { tokens } from '../styles/tokens.ts';

/** A page that stays open for days asks for a new version when it is looked at again, but no more often than this (ms). */
const ASK_EVERY = 3_600_000;

/** Says that a new version is ready, once there is one and no set is open. */
@customElement('th-update')
export class ThUpdate extends LitElement {
  static override styles = [
    tokens,
    base,
    buttons,
    css`
      section {
        position: fixed;
        inset: auto var(--s4) var(--s4) auto;
        z-index: 20;
        max-inline-size: calc(100vw - 2 * var(--s4));
        padding: var(--s3) var(--s4);
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--surface-2);
      }
      section[hidden] {
        display: none;
      }
      @media print {
        section {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) session!: Services['session'];
  @state() private _ready = false;
  @state() private _busy = false;
  @state() private _later = false;
  readonly #updates = new AppUpdates(
    {
      registry: navigator.serviceWorker,
      script: new URL('service-worker.js', document.baseURI).href,
      reload: () => location.reload(),
    },
    () => (this._ready = true),
  );
  #unsubscribe: (() => void) | null = null;
  #askedAt = performance.now();

  override connectedCallback(): void {
    super.connectedCallback();
    const look = (): void => {
      this._busy = this.session.snapshot.stage !== 'idle';
    };
    this.#unsubscribe = this.session.subscribe(look);
    look();
    document.addEventListener('visibilitychange', this.#seenAgain);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    document.removeEventListener('visibilitychange', this.#seenAgain);
  }

  protected override firstUpdated(): void {
    // Private windows and odd addresses allow none; the app itself needs none.
    this.#updates.start().catch(() => undefined);
  }

  override render() {
    const words = frameWords().update;
    const shown = this._ready && !this._busy && !this._later;
    return html`<section aria-label=${words.label} ?hidden=${!shown}>
      <div class="row">
        <span role="status">${shown ? words.ready : ''}</span>
        <button class="primary" @click=${() => this.#updates.take()}>${words.reload}</button>
        <button class="quiet" @click=${this.#putOff}>${words.later}</button>
      </div>
    </section>`;
  }

  readonly #putOff = (): void => {
    this._later = true;
  };

  readonly #seenAgain = (): void => {
    const now = performance.now();
    if (document.visibilityState !== 'visible' || this._busy || now - this.#askedAt < ASK_EVERY) return;
    this.#askedAt = now;
    this.#updates.check().catch(() => undefined);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'th-update': ThUpdate;
  }
}
