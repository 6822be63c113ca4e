import { css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { toldNote, fileField } from '../elements/page-parts.ts';
import { type AppErrorCode, errorCode, WAYS_TO_A_SET } from '../../app/app-error.ts';
import { openCamera } from '../../app/sources/camera-source.ts';
import type { FrameSource } from '../../app/sources/frame-source.ts';
import { prescriptionWords } from '../../i18n/en/hip/prescription.ts';
import type { Brought } from '../../storage/prescription/prescription-files.ts';
import { fire, Served } from '../shell/services.ts';
import { commonStyles } from '../styles/styles.ts';
import '../shell/th-error-card.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** Fired as `th-brought`. */
export type BroughtEvent = CustomEvent<Brought>;

/** Brings a prescription or a report: from a file, a picture of a code, or a code in front of the camera. Fires `th-brought`. */
@customElement('th-bring')
export class ThBring extends Served {
  static override styles = [
    commonStyles,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
      video {
        inline-size: min(100%, 30rem);
        border-radius: var(--radius-s);
        background: #000;
      }
    `,
  ];

  @state() private _looking = false;
  @state() private _message = '';
  @state() private _error: AppErrorCode | null = null;
  @query('input') private _file!: HTMLInputElement;
  @query('video') private _video!: HTMLVideoElement;
  #camera: FrameSource | null = null;
  #endLooking: (() => void) | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  override render() {
    const words = prescriptionWords().bring;
    return html`<div class="row">
        <button @click=${() => this._file.click()}>${words.file}</button>
        <button @click=${this._looking ? this.#stop : this.#look}>${this._looking ? words.stop : words.camera}</button>
        ${fileField('application/json,.json,image/*', words.fileLabel, (file) => void this.#chosen(file))}
      </div>
      <video ?hidden=${!this._looking} muted playsinline aria-label=${commonWords().cameraPicture}></video>
      <p class="small muted">${this._looking ? words.hold : words.without}</p>
      ${toldNote(this._message)}
      ${this._error === null ? null : html`<th-error-card .code=${this._error} .without=${WAYS_TO_A_SET}></th-error-card>`}`;
  }

  async #chosen(file: File): Promise<void> {
    this.#forget();
    try {
      const files = await this.services.prescriptions();
      const brought = file.type.startsWith('image/') ? await this.#inPicture(file) : await files.readBroughtFile(file);
      if (brought !== null) return fire(this, 'th-brought', brought);
      const words = prescriptionWords().bring;
      this._message = file.type.startsWith('image/') ? words.noCode : words.otherFile;
    } catch (error) {
      this._error = errorCode(error);
    }
  }

  async #inPicture(file: Blob): Promise<Brought | null> {
    const { codeInFile } = await import('../../app/qr-code.ts');
    const text = await codeInFile(file);
    return text === null ? null : (await this.services.prescriptions()).readCode(text);
  }

  readonly #look = async (): Promise<void> => {
    this.#forget();
    this._looking = true;
    try {
      // First the camera: a browser grants it only near the press.
      const camera = await openCamera({ video: this._video, deviceId: this.services.settings.current.cameraId });
      if (!this._looking || !this.isConnected) return camera.close();
      this.#camera = camera;
      const { lookForCodes } = await import('../../app/qr-code.ts');
      // Stopping has closed the camera meanwhile.
      if (this.#camera !== camera) return;
      this.#endLooking = lookForCodes(this._video, (text) => void this.#seen(text));
    } catch (error) {
      this.#stop();
      this._error = errorCode(error);
    }
  };

  async #seen(text: string): Promise<void> {
    const { isOurCode, readCode } = await this.services.prescriptions();
    if (!this._looking) return;
    if (!isOurCode(text)) {
      this._message = prescriptionWords().bring.other;
      return;
    }
    this.#stop();
    this.#forget();
    try {
      fire(this, 'th-brought', await readCode(text));
    } catch (error) {
      this._error = errorCode(error);
    }
  }

  readonly #stop = (): void => {
    this.#endLooking?.();
    this.#endLooking = null;
    this.#camera?.close();
    this.#camera = null;
    this._looking = false;
  };

  #forget(): void {
    this._message = '';
    this._error = null;
  }
}
