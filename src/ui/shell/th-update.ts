import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { AppUpdates } from '../../app/app-updates.ts';
import { frameWords } from '../../i18n/en/frame.ts';
import type { Services } from './services.ts';
import { whileShown } from '../elements/while-shown.ts';
import { base, buttons } from '../styles/styles.ts';
import { tokens } from '../styles/tokens.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** A page that stays open looks for a new version each time it is shown again, but at most this often (ms). */
const CHECK_INTERVAL = 3_600_000;

/** Offers a new version of the app, once there is one and no set is open. */
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
  #checkedAt = performance.now();

  constructor() {
    super();
    whileShown(this, () => {
      const onSnapshot = (): void => {
        this._busy = this.session.snapshot.stage !== 'idle';
      };
      document.addEventListener('visibilitychange', this.#shownAgain);
      const unsubscribe = this.session.subscribe(onSnapshot);
      onSnapshot();
      return () => {
        unsubscribe();
        document.removeEventListener('visibilitychange', this.#shownAgain);
      };
    });
  }

  protected override firstUpdated(): void {
    // Private windows and some addresses allow no service worker; the app works without one.
    this.#updates.start().catch(() => undefined);
  }

  override render() {
    const words = frameWords().update;
    const shown = this._ready && !this._busy && !this._later;
    return html`<section class="screen-only" aria-label=${words.label} ?hidden=${!shown}>
      <div class="row">
        <span role="status">${shown ? words.ready : ''}</span>
        <button class="primary" @click=${() => this.#updates.take()}>${words.reload}</button>
        <button class="quiet" @click=${this.#putOff}>${commonWords().later}</button>
      </div>
    </section>`;
  }

  readonly #putOff = () => (this._later = true);

  readonly #shownAgain = (): void => {
    const now = performance.now();
    if (document.visibilityState !== 'visible' || this._busy || now - this.#checkedAt < CHECK_INTERVAL) return;
    this.#checkedAt = now;
    this.#updates.check().catch(() => undefined);
  };
}
