import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { fitting } from '../styles/tokens.ts';
import { type AppErrorCode, errorCode, WAYS_TO_A_SET } from '../../app/app-error.ts';
import { phoneAddresses } from '../../app/phone/phone-address.ts';
import type { PhoneLink, PhoneState } from '../../app/phone/phone-link.ts';
import { openCamera } from '../../app/sources/camera-source.ts';
import type { FrameSource } from '../../app/sources/frame-source.ts';
import type { BodyPose } from '../../coach/drill-definition.ts';
import { phoneWords } from '../../i18n/en/phone/phone.ts';
import { numbered } from '../elements/in-steps.ts';
import { loadPart, Served } from '../shell/services.ts';
import { commonStyles, sentences } from '../styles/styles.ts';
import './th-code.ts';
import '../shell/th-error-card.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** Where the phone lies: on the pelvis, by the position of the body, or on the shin. */
export type PhonePlace = BodyPose | 'shin';

const NEEDS_NEW_CODE = new Set<PhoneState['kind']>([
  'off',
  'silent',
  'no-motion',
  'stale',
  'apart',
  'lost',
  'ended',
  'refused',
]);

/** Pairs a phone by two codes, and shows how it is doing. */
@customElement('th-phone')
export class ThPhone extends Served {
  static override styles = [
    commonStyles,
    sentences,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
      ${fitting('.codes', '12rem', 'var(--s3)', 'start')}
      video {
        inline-size: 100%;
        border-radius: var(--radius-s);
        background: #000;
        /* Shown as in a mirror, so that a hand finds the middle. */
        transform: scaleX(-1);
      }
      .address {
        overflow-wrap: anywhere;
      }
      [hidden] {
        display: none;
      }
    `,
  ];

  /** Null: not known. */
  @property({ attribute: false }) place: PhonePlace | null = null;
  @state() private _link: PhoneLink | null = null;
  /** Addresses of the phone's page; empty: a phone cannot reach it; null: not known yet. */
  @state() private _addresses: readonly string[] | null = null;
  @state() private _at = 0;
  @state() private _error: AppErrorCode | null = null;
  @query('h2') private _heading!: HTMLElement;
  @query('video') private _video!: HTMLVideoElement;
  #camera: FrameSource | null = null;
  /** A code is being made: a second press would open a second camera. */
  #isShowing = false;
  #endLooking: (() => void) | null = null;
  #endListening: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    loadPart(
      this,
      this.updateComplete.then(() => this.#begin()),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endListening?.();
    this.#closeCamera();
    // A code that nobody sees is good for nothing; a phone that is connected stays.
    if (this._link !== null && !this._link.isPaired) this._link.disconnect();
  }

  /** Moves the focus here, from the button that is gone. */
  takeFocus(): void {
    this._heading.focus();
  }

  override render() {
    const words = phoneWords();
    const link = this._link;
    return html`<h2 tabindex="-1">${words.heading}</h2>
      ${link?.isPaired ? null : html`<p>${this.place === 'shin' ? words.leadShin : words.lead}</p>`} ${this.#codes(link)}
      <div role="status" class="stack-s">${this.#status(link)}</div>
      ${this._error === null ? null : html`<th-error-card .code=${this._error} .without=${WAYS_TO_A_SET}></th-error-card>`}
      ${this.#buttons(link)}`;
  }

  #codes(link: PhoneLink | null) {
    const words = phoneWords();
    const address = this._addresses?.[this._at];
    const isShown = link?.state.kind === 'showing' && address !== undefined;
    const several = (this._addresses?.length ?? 0) > 1;
    return html`${isShown ? numbered(words.steps, 'sentences') : null}
      <div class="codes" ?hidden=${!isShown}>
        <div class="stack-s">
          ${isShown ? html`<th-code .text=${`${address}#${link.state.text}`} .label=${words.codeLabel}></th-code>` : null}
          <p class="small muted address">${address === undefined ? nothing : words.address(address)}</p>
          ${several ? html`<button class="quiet" @click=${() => (this._at = (this._at + 1) % (this._addresses?.length ?? 1))}>${words.nextAddress}</button>` : null}
        </div>
        <video muted playsinline aria-label=${commonWords().cameraPicture}></video>
      </div>
      ${isShown ? html`<details><summary>${words.warning}</summary><p class="small">${words.warningText}</p></details>` : null}`;
  }

  #status(link: PhoneLink | null) {
    const words = phoneWords();
    if (this._addresses?.length === 0) return said(words.unreachable);
    if (link === null) return said(words.states.preparing);
    const { state: now, trouble } = link;
    const text = now.kind === 'refused' ? words.refused[now.why] : words.states[now.kind];
    return html`${said(text)} ${now.kind === 'connected' && this.place !== null ? html`<p>${words.lay[this.place]}</p>` : null}
      ${trouble === null ? null : html`<p class="note">${words.troubles[trouble]}</p>`}`;
  }

  #buttons(link: PhoneLink | null) {
    const words = phoneWords();
    if (link === null) return null;
    const { kind } = link.state;
    const isBeginning = kind === 'off' && this._addresses === null;
    return html`<div class="row">
      ${NEEDS_NEW_CODE.has(kind) && !isBeginning ? html`<button class="primary" @click=${this.#show}>${words.newCode}</button>` : null}
      ${link.isPaired ? html`<button class="quiet" @click=${this.#disconnect}>${words.disconnect}</button>` : null}
      ${kind === 'showing' || kind === 'connecting' ? html`<button class="quiet" @click=${this.#disconnect}>${commonWords().cancel}</button>` : null}
    </div>`;
  }

  async #begin(): Promise<void> {
    if (this._link !== null || !this.isConnected) return;
    const link = await this.services.phone();
    this.#endListening = link.subscribe(() => this.#changed());
    this._link = link;
    if (link.isPaired) return;
    await this.#show();
  }

  /** A new code. First the camera: a browser grants it only near the press, and names the network's addresses only with it. */
  readonly #show = async (): Promise<void> => {
    const link = this._link;
    if (link === null || this.#isShowing) return;
    this.#isShowing = true;
    try {
      await this.#showCode(link);
    } finally {
      this.#isShowing = false;
    }
  };

  async #showCode(link: PhoneLink): Promise<void> {
    this._error = null;
    this._addresses = await phoneAddresses(location.href);
    this._at = 0;
    if (this._addresses.length === 0) return;
    if (await this.#look()) await link.show();
    await this.updateComplete;
    // The whole code, not behind the bar at the lower edge.
    this.renderRoot.querySelector('th-code')?.scrollIntoView({ block: 'center' });
    if (!this.isConnected) link.disconnect();
  }

  /** Opens the camera and looks for the phone's code. @returns false: there is no camera */
  async #look(): Promise<boolean> {
    this.#closeCamera();
    try {
      const camera = await openCamera({ video: this._video, deviceId: this.services.settings.current.cameraId });
      if (!this.isConnected) {
        camera.close();
        return false;
      }
      this.#camera = camera;
      const { lookForCodes } = await import('../../app/qr-code.ts');
      // Leaving the page has closed the camera meanwhile.
      if (!this.isConnected) return false;
      this.#endLooking = lookForCodes(this._video, (text) => this._link?.read(text));
      return true;
    } catch (error) {
      this._error = errorCode(error);
      return false;
    }
  }

  #changed(): void {
    const kind = this._link?.state.kind;
    if (kind !== 'showing' && kind !== 'preparing') this.#closeCamera();
    this.requestUpdate();
  }

  readonly #disconnect = (): void => {
    this._link?.disconnect();
    this.takeFocus();
  };

  #closeCamera(): void {
    this.#endLooking?.();
    this.#endLooking = null;
    this.#camera?.close();
    this.#camera = null;
  }
}

const said = ({ what, todo }: { readonly what: string; readonly todo: string }) =>
  html`${what === '' ? null : html`<p><strong>${what}</strong></p>`} ${todo === '' ? null : html`<p>${todo}</p>`}`;
