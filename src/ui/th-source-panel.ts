import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type CameraChoice, listCameras } from '../app/camera-source.ts';
import type { SourceRequest } from '../app/session-contract.ts';
import { choiceField, choiceStyles } from './choice-field.ts';
import { base, buttons } from './styles.ts';

type Kind = SourceRequest['kind'];

/** Fired as `th-source` from the click itself: the camera and the sound may only be asked for there. */
export type SourceEvent = CustomEvent<SourceRequest>;

/** Where the picture comes from. The camera is asked for only by the button under the words that say why. */
@customElement('th-source-panel')
export class ThSourcePanel extends LitElement {
  static override styles = [
    base,
    buttons,
    choiceStyles,
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
      select {
        inline-size: 100%;
        min-block-size: 44px;
        padding-inline: var(--s3);
        border: 1px solid var(--edge);
        border-radius: var(--radius-s);
        background: var(--bg);
        color: inherit;
        font: inherit;
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
    return html`${choiceField<Kind>(
      'Where does the picture come from?',
      'source',
      [
        { value: 'camera', label: 'Camera' },
        { value: 'file', label: 'Video file' },
        { value: 'demo', label: 'Demo' },
      ],
      this._kind,
      this.#choose,
    )}
    <div class="pane">${this.#pane()}</div>`;
  }

  #pane() {
    if (this._kind === 'camera') return this.#camera();
    if (this._kind === 'file') return this.#video();
    return html`<p>
        A rendered person does the drill “${this.demoTitle}”. Nothing is faked: the clip runs through the same
        measurement as a camera would.
      </p>
      <button class="primary large" ?disabled=${this.disabled} @click=${() => this.#send({ kind: 'demo' })}>
        Run the demo
      </button>`;
  }

  #camera() {
    return html`<div class="why">
        <p>The camera is how Truehip sees your hips turn. When you press the button, the browser asks you once.</p>
        <ul class="small muted">
          <li>The picture is measured on this machine and then forgotten. It is not recorded and not sent anywhere.</li>
          <li>No sound is recorded.</li>
          <li>The browser’s question appears at the top of the window.</li>
        </ul>
      </div>
      ${this._cameras.length > 1 ? this.#cameraList() : null}
      <button
        class="primary large"
        ?disabled=${this.disabled}
        @click=${() => this.#send({ kind: 'camera', deviceId: this.cameraId })}
      >
        Turn on the camera
      </button>`;
  }

  #cameraList() {
    const changed = (event: Event) => {
      this.cameraId = (event.currentTarget as HTMLSelectElement).value || null;
    };
    return html`<label class="plain">
      Which camera
      <select @change=${changed}>
        <option value="" ?selected=${this.cameraId === null}>The browser’s choice</option>
        ${this._cameras.map(
          ({ deviceId, label }) =>
            html`<option value=${deviceId} ?selected=${deviceId === this.cameraId}>${label}</option>`,
        )}
      </select>
    </label>`;
  }

  #video() {
    return html`<p>
        A video of the drill, filmed from the place in the drawing with the whole body in the picture. It stays on this
        machine.
      </p>
      <input type="file" accept="video/*,.mkv" hidden aria-label="Video file" @change=${this.#picked} />
      <button class="primary large" ?disabled=${this.disabled} @click=${() => this._file.click()}>
        Open a video file …
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

declare global {
  interface HTMLElementTagNameMap {
    'th-source-panel': ThSourcePanel;
  }
}
