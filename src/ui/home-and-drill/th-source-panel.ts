import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type CameraChoice, listCameras } from '../../app/sources/camera-source.ts';
import type { SourceRequest } from '../../app/session/session-contract.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { choiceField, choiceStyles } from '../elements/choice-field.ts';
import { base, buttons, selects } from '../styles/styles.ts';

type Kind = SourceRequest['kind'];

/** Fired as `th-source` inside the click: browsers allow the camera and the sound only there. */
export type SourceEvent = CustomEvent<SourceRequest>;

/** Chooses the source of the picture. The camera is asked for only by its button, below the words that say why. */
@customElement('th-source-panel')
export class ThSourcePanel extends LitElement {
  static override styles = [
    base,
    buttons,
    choiceStyles,
    selects,
    css`
      :host {
        display: grid;
        gap: var(--s4);
      }
      .why {
        display: grid;
        gap: var(--s3);
      }
      ul {
        margin: 0;
        padding-inline-start: 1.2em;
        display: grid;
        gap: var(--s1);
      }
      button {
        inline-size: 100%;
      }
      .pane {
        display: grid;
        gap: var(--s4);
      }
      label.plain {
        display: grid;
        gap: var(--s1);
        color: var(--muted);
        font-size: 0.9375rem;
      }
    `,
  ];

  @property({ attribute: false }) cameraId: string | null = null;
  @property({ type: Boolean }) disabled = false;
  /** Title of the drill that the demo shows. */
  @property() demoTitle = '';
  @state() private _kind: Kind = 'camera';
  @state() private _cameras: readonly CameraChoice[] = [];
  @query('input[type=file]') private _file!: HTMLInputElement;

  override connectedCallback(): void {
    super.connectedCallback();
    listCameras().then(
      (cameras) => {
        this._cameras = cameras.filter(({ label }) => label !== '');
      },
      () => undefined,
    );
  }

  override render() {
    const { ask, kinds } = drillWords().source;
    return html`${choiceField<Kind>(
      ask,
      'source',
      [
        { value: 'camera', label: kinds.camera },
        { value: 'file', label: kinds.file },
        { value: 'demo', label: kinds.demo },
      ],
      this._kind,
      this.#choose,
    )}
    <div class="pane">${this.#pane()}</div>`;
  }

  #pane() {
    if (this._kind === 'camera') return this.#camera();
    if (this._kind === 'file') return this.#video();
    const words = drillWords().source;
    return html`<p>${words.demo(this.demoTitle)}</p>
      <button class="primary large" ?disabled=${this.disabled} @click=${() => this.#send({ kind: 'demo' })}>
        ${words.runDemo}
      </button>`;
  }

  #camera() {
    const words = drillWords().source;
    return html`<div class="why">
        <p>${words.why}</p>
        <ul class="small muted">
          ${words.promises.map((promise) => html`<li>${promise}</li>`)}
        </ul>
      </div>
      ${this._cameras.length > 1 ? this.#cameraList() : null}
      <button
        class="primary large"
        ?disabled=${this.disabled}
        @click=${() => this.#send({ kind: 'camera', deviceId: this.cameraId })}
      >
        ${words.camera}
      </button>`;
  }

  #cameraList() {
    const changed = (event: Event) => {
      this.cameraId = (event.currentTarget as HTMLSelectElement).value || null;
    };
    return html`<label class="plain">
      ${drillWords().source.which}
      <select @change=${changed}>
        <option value="" ?selected=${this.cameraId === null}>${drillWords().source.browsersChoice}</option>
        ${this._cameras.map(
          ({ deviceId, label }) =>
            html`<option value=${deviceId} ?selected=${deviceId === this.cameraId}>${label}</option>`,
        )}
      </select>
    </label>`;
  }

  #video() {
    const words = drillWords().source;
    return html`<p>${words.video}</p>
      <input type="file" accept="video/*,.mkv" hidden aria-label=${words.kinds.file} @change=${this.#picked} />
      <button class="primary large" ?disabled=${this.disabled} @click=${() => this._file.click()}>
        ${words.openVideo}
      </button>`;
  }

  readonly #choose = (kind: Kind): void => {
    this._kind = kind;
  };

  readonly #picked = (): void => {
    const file = this._file.files?.[0];
    this._file.value = '';
    if (file) this.#send({ kind: 'file', file });
  };

  #send(detail: SourceRequest): void {
    this.dispatchEvent(new CustomEvent('th-source', { detail, bubbles: true, composed: true }));
  }
}
