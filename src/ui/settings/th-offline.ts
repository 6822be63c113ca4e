import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { whileShown } from '../elements/while-shown.ts';
import {
  keptFiles,
  type KeptFiles,
  type KeptStatus,
  faultyWorker,
  startAfresh,
  watchInstalls,
} from '../../app/kept-files.ts';
import { offlineWords } from '../../i18n/en/offline.ts';
import { formatBytes } from '../elements/format.ts';
import { itemsInSteps } from '../elements/in-steps.ts';
import { ask } from '../elements/th-confirm.ts';
import { commonStyles, readable, sentences } from '../styles/styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

const share = ({ kept, total }: KeptStatus): number => (total > 0 ? Math.floor((100 * kept) / total) : 0);

/**
 * Stores the model weights, WASM and videos for use without a network, and removes them again. Says what could not be stored, and why.
 */
@customElement('th-offline')
export class ThOffline extends LitElement {
  static override styles = [
    commonStyles,
    readable,
    sentences,
    css`
      progress {
        inline-size: 100%;
        block-size: 16px;
        accent-color: var(--accent);
      }
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** The stored files; tests put in their own. */
  @property({ attribute: false }) files: KeptFiles | null = keptFiles();
  @state() private _status: KeptStatus | null = null;
  @state() private _absent = false;
  @state() private _message = '';
  @state() private _faulty: readonly string[] = [];
  @state() private _away = false;
  @state() private _loading: AbortController | null = null;

  constructor() {
    super();
    whileShown(this, () => {
      const gone = new AbortController();
      this.#watch(gone.signal).catch(() => undefined);
      return () => {
        gone.abort();
        this._loading?.abort();
      };
    });
  }

  override render() {
    const isFaulty = this._faulty.length > 0;
    return html`<div class="stack">
      <p>${offlineWords().lead}</p>
      ${this._absent || !this.files ? (isFaulty ? null : this.#impossible()) : this.#panel()}
      ${isFaulty ? this.#faults() : null} ${this.files ? this.#afresh() : null}
    </div>`;
  }

  #impossible() {
    const [before, after] = offlineWords().impossible;
    return html`<p class="note" role="note"><span>${before}<code>npm start</code>${after}</span></p>`;
  }

  #panel() {
    const status = this._status;
    const words = offlineWords();
    if (!status) return html`<p class="muted">${words.looking}</p>`;
    const { kept, total } = status;
    const whole = kept >= total;
    const left = formatBytes(total - kept);
    return html`<section class="panel stack" aria-label=${words.label}>
      <p class="num"><strong>${formatBytes(kept)}</strong> ${words.ofTotal(formatBytes(total), share(status))}</p>
      <progress max=${total} .value=${kept} aria-label=${words.progress}></progress>
      <div class="row">
        ${
          this._loading
            ? html`<button @click=${() => this._loading?.abort()}>${words.stop}</button>`
            : html`<button class="primary" ?disabled=${whole && status.wanted} @click=${this.#keep}>
                ${whole && status.wanted ? words.whole : kept > 0 ? words.rest(left) : words.keep(left)}
              </button>`
        }
        <button class="danger" ?disabled=${kept === 0 || this._loading !== null} @click=${this.#remove}>${commonWords().remove}</button>
      </div>
      <p role="status">${this._message}</p>
    </section>`;
  }

  #faults() {
    const { heading, lead } = offlineWords().faults;
    return html`<section class="panel stack" aria-labelledby="faults">
      <h3 id="faults">${heading}</h3>
      <p>${lead}</p>
      <ul class="sentences">${itemsInSteps(this._faulty, (path) => html`<li><code class="small">${path}</code></li>`)}</ul>
    </section>`;
  }

  #afresh() {
    const { heading, lead, button, away } = offlineWords().afresh;
    return html`<section class="panel stack" aria-labelledby="afresh">
      <h3 id="afresh">${heading}</h3>
      <p>${lead}</p>
      <div class="row"><button class="danger" ?disabled=${this._loading !== null} @click=${this.#startAfresh}>${button}</button></div>
      <p role="status">${this._away ? away : ''}</p>
    </section>`;
  }

  /** A version may be on its way here. */
  async #watch(signal: AbortSignal): Promise<void> {
    await this.#read();
    if (this.files) await watchInstalls(() => void this.#read().catch(() => undefined), signal);
  }

  async #read(): Promise<void> {
    const files = this.files;
    if (!files) return;
    const isBuilt = await this.#readStatus().then(
      () => true,
      () => false,
    );
    this._absent = !isBuilt;
    // The development server has neither a list nor a service worker.
    const worker = isBuilt ? await faultyWorker() : null;
    this._faulty = [...(worker ? [worker] : []), ...(await files.faults())];
  }

  async #readStatus(): Promise<void> {
    this._status = (await this.files?.status()) ?? null;
  }

  readonly #startAfresh = async (): Promise<void> => {
    this._away = false;
    if (await ask(this, offlineWords().afresh.ask)) this._away = !(await startAfresh());
  };

  readonly #keep = async (): Promise<void> => {
    if (!this.files || this._loading) return;
    const loading = new AbortController();
    this._loading = loading;
    this._message = offlineWords().fetching;
    // Asks the browser not to delete the files when the disk is nearly full. They are stored even if it refuses.
    navigator.storage?.persist().catch(() => undefined);
    const outcome = await this.files.keep((status) => (this._status = status), loading.signal);
    this._loading = null;
    this._message = offlineWords().outcomes[outcome];
    await this.#read().catch(() => undefined);
  };

  readonly #remove = async (): Promise<void> => {
    await this.files?.remove();
    this._message = offlineWords().removed;
    await this.#readStatus();
  };
}
