import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { bullets } from '../elements/in-steps.ts';
import { type AppErrorCode, appErrorText } from '../../app/app-error.ts';
import type { SourceRequest } from '../../app/session/session-contract.ts';
import { cannotMeasure } from '../../app/measuring-off.ts';
import { cameraNeedsHttps } from '../../app/sources/camera-source.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { cameraField, namedCameras } from '../settings/camera-field.ts';
import { Fetched } from '../elements/fetched.ts';
import { fire } from '../shell/services.ts';
import { base, buttons, selects, sentences } from '../styles/styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** Fired as `th-source` inside the click: browsers allow the camera and the sound only there. */
export type SourceEvent = CustomEvent<SourceRequest>;

/** Fired as `th-camera`: the camera that was chosen; null: the browser's choice. */
export type CameraEvent = CustomEvent<string | null>;

/** Why there is no camera for this page. Where nothing can be measured, demo and video are of no use either. */
const whyNoCamera = (): AppErrorCode | null => cannotMeasure() ?? (cameraNeedsHttps() ? 'camera-needs-https' : null);

/**
 * Where the picture comes from: a button for each source, and the words that say why the camera is needed. The camera is asked
 * for only by its button.
 */
@customElement('th-source-panel')
export class ThSourcePanel extends LitElement {
  static override styles = [
    base,
    buttons,
    selects,
    sentences,
    css`
      :host {
        display: grid;
        gap: var(--s4);
      }
      .why {
        display: grid;
        gap: var(--s3);
      }
      .sources {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
      }
      .sources .primary {
        flex: 1 0 auto;
      }
      .brief {
        display: none;
      }
      @media (max-width: 640px) {
        :host([shows='buttons']) .sources :is(button, .button) {
          flex: 1 0 auto;
          padding-inline: var(--s3);
        }
      }
      /* The bar has one row beside what was chosen. */
      @media (max-width: 1100px) {
        :host([shows='buttons']) .full {
          display: none;
        }
        :host([shows='buttons']) .brief {
          display: inline;
        }
      }
    `,
  ];

  @property({ attribute: false }) cameraId: string | null = null;
  @property({ type: Boolean }) disabled = false;
  /** True: the drill may also be done without a camera. */
  @property({ type: Boolean }) timer = false;
  /** Address of the page that reads a video of the set; null: a video is not offered. */
  @property() videoPage: string | null = null;
  /** The buttons can stand apart from the words about the camera. */
  @property({ reflect: true }) shows: 'all' | 'buttons' | 'words' = 'all';
  readonly #cameras = new Fetched(this, async () => (this.shows === 'buttons' ? [] : namedCameras()));

  override render() {
    return html`${this.shows === 'buttons' ? null : this.#words()} ${this.shows === 'words' ? null : this.#sources()}`;
  }

  #words() {
    const words = drillWords().source;
    const why = whyNoCamera();
    const lacks = why && appErrorText(why);
    const about = html`<p>${words.why}</p>${bullets(words.promises, 'sentences small muted')}${this.videoPage === null ? null : html`<p class="small muted">${words.video}</p>`}`;
    return html`<div class="why">
        ${lacks ? html`<p><strong>${lacks.title}.</strong> ${lacks.todo}</p>` : about}
        ${this.timer ? html`<p class="small muted">${words.withoutNote}</p>` : null}
      </div>
      ${(this.#cameras.value ?? []).length > 1 ? this.#cameraField() : null}`;
  }

  #cameraField() {
    const { which, browsersChoice } = drillWords().source;
    return cameraField(which, browsersChoice, this.#cameras.value ?? [], this.cameraId, (chosen) => {
      this.cameraId = chosen;
      this.dispatchEvent(new CustomEvent('th-camera', { detail: chosen }));
    });
  }

  #sources() {
    const words = drillWords().source;
    const { demo, videoFile, withoutCamera } = commonWords();
    const measures = cannotMeasure() === null;
    // The demo is an exercise: it shows neither a hip test nor a side check.
    const hasDemo = measures && (this.timer || this.shows === 'all');
    const why = whyNoCamera();
    const camera = () => this.#send({ kind: 'camera', deviceId: this.cameraId });
    const button = html`<button class="primary large" ?disabled=${this.disabled} @click=${camera}>${words.camera}</button>`;
    // In place of the camera's button, where the words stand apart.
    const title = why && this.shows === 'buttons' ? html`<p class="plain">${appErrorText(why).title}.</p>` : null;
    const video =
      this.videoPage === null
        ? null
        : html`<a class="button large" href=${this.videoPage} aria-label=${videoFile}>${videoFile}</a>`;
    return html`<div class="sources">
      ${why === null ? button : title}
      ${this.timer ? this.#other(withoutCamera, withoutCamera, () => this.#send({ kind: 'none' }), { primary: why !== null }) : null}
      ${hasDemo ? this.#other(words.runDemo, demo, () => this.#send({ kind: 'demo' }), { disabled: false }) : null}
      ${measures ? video : null}
    </div>`;
  }

  /** A button with a shorter word for a narrow bar; its name stays whole. */
  #other(full: string, brief: string, click: () => void, { primary = false, disabled = this.disabled } = {}) {
    return html`<button
      class=${primary ? 'primary large' : 'large'}
      ?disabled=${disabled}
      aria-label=${this.shows === 'buttons' ? full : nothing}
      @click=${click}
    >
      <span class="full">${full}</span><span class="brief" aria-hidden="true">${brief}</span>
    </button>`;
  }

  #send(request: SourceRequest): void {
    fire(this, 'th-source', request);
  }
}
