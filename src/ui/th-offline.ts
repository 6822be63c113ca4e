import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type KeepOutcome, KeptFiles, type KeptStatus } from '../app/kept-files.ts';
import { formatBytes } from './format.ts';
import { base, buttons, panels } from './styles.ts';

const OUTCOMES: Readonly<Record<KeepOutcome, string>> = {
  all: 'Everything is on this machine now.',
  stopped: 'Stopped. What has arrived is kept; go on when you like.',
  broken: 'The network broke off. What has arrived is kept; go on when it is back.',
  full: 'There is no more room for it on this machine. What has arrived is kept.',
};

const share = ({ kept, total }: KeptStatus): number => (total > 0 ? Math.floor((100 * kept) / total) : 0);

/** Caches exist only at https and at this machine's own address, the list only in a built app. */
const keptFiles = (): KeptFiles | null =>
  'caches' in globalThis && 'serviceWorker' in navigator
    ? new KeptFiles({
        caches,
        fetch: (...request) => fetch(...request),
        home: new URL('./', document.baseURI).href,
      })
    : null;

/** Keeps weights, WASM and clips for use without a network, and removes them again. */
@customElement('th-offline')
export class ThOffline extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      p {
        max-inline-size: var(--measure);
      }
      progress {
        inline-size: 100%;
        block-size: 16px;
        accent-color: var(--accent);
      }
    `,
  ];

  /** Where the files go; another one in tests. */
  @property({ attribute: false }) files: KeptFiles | null = keptFiles();
  @state() private _status: KeptStatus | null = null;
  @state() private _absent = false;
  @state() private _said = '';
  @state() private _loading: AbortController | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#look().catch(() => (this._absent = true));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._loading?.abort();
  }

  override render() {
    return html`<div class="page">
      <h1 tabindex="-1">Use without a network</h1>
      <p>
        Truehip opens without a network once you have visited it. Measuring also needs the model’s weights, and the drills
        their moving pictures: what you use is kept as you use it, or you can fetch all of it now. It comes from this
        app’s own address and stays in this browser.
      </p>
      ${this._absent || !this.files ? this.#impossible() : this.#panel()}
    </div>`;
  }

  #impossible() {
    return html`<p class="note" role="note">
      This browser cannot keep it here: that takes a built app (<code>npm start</code>) at https or at this machine’s own
      address, outside a private window.
    </p>`;
  }

  #panel() {
    const status = this._status;
    if (!status) return html`<p class="muted">Looking what is there …</p>`;
    const { kept, total } = status;
    const whole = kept >= total;
    const left = formatBytes(total - kept);
    return html`<section class="panel stack" aria-label="On this machine">
      <p class="num"><strong>${formatBytes(kept)}</strong> of ${formatBytes(total)} on this machine (${share(status)} %).</p>
      <progress max=${total} .value=${kept} aria-label="Kept for use without a network"></progress>
      <div class="row">
        ${
          this._loading
            ? html`<button @click=${() => this._loading?.abort()}>Stop for now</button>`
            : html`<button class="primary" ?disabled=${whole && status.wanted} @click=${this.#keep}>
                ${whole && status.wanted ? 'Everything is kept' : kept > 0 ? `Keep the rest too (${left})` : `Keep for use without a network (${left})`}
              </button>`
        }
        <button class="danger" ?disabled=${kept === 0 || this._loading !== null} @click=${this.#remove}>Remove</button>
      </div>
      <p role="status">${this._said}</p>
    </section>`;
  }

  async #look(): Promise<void> {
    this._status = (await this.files?.status()) ?? null;
  }

  readonly #keep = async (): Promise<void> => {
    if (!this.files || this._loading) return;
    const loading = new AbortController();
    this._loading = loading;
    this._said = 'Fetching …';
    // What was asked for should not be cleared when the disk runs short; whatever the browser answers, it is kept.
    navigator.storage?.persist().catch(() => undefined);
    const outcome = await this.files.keep((status) => (this._status = status), loading.signal);
    this._loading = null;
    this._said = OUTCOMES[outcome];
    await this.#look().catch(() => undefined);
  };

  readonly #remove = async (): Promise<void> => {
    await this.files?.remove();
    this._said = 'Removed. The sets you did are still there.';
    await this.#look();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'th-offline': ThOffline;
  }
}
