import { html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { CameraChoice } from '../app/camera-source.ts';
import { listCameras } from '../app/camera-source.ts';
import type { Strictness } from '../coach/strictness.ts';
import type { ModelChoice, Shown, Units } from '../storage/storage-contract.ts';
import { spokenLanguage } from '../language/speaking.ts';
import { type Choice, choiceField, choiceStyles } from './choice-field.ts';
import { heightField } from './height-field.ts';
import type { Services, UiSettings } from './services.ts';
import { settingsStyles } from './settings-styles.ts';
import { base, buttons, panels } from './styles.ts';
import type { Question, ThConfirm } from './th-confirm.ts';
import type { StepEvent } from './th-stepper.ts';
import { takeLanguage } from './take-language.ts';
import './th-confirm.ts';
import './th-language-field.ts';
import './th-sound-settings.ts';
import './th-stepper.ts';
import './th-transfer.ts';

const STRICTNESS: readonly Choice<Strictness>[] = [
  { value: 'gentle', label: 'Gentle' },
  { value: 'standard', label: 'Standard' },
  { value: 'strict', label: 'Strict' },
];
const STRICTNESS_TEXT: Readonly<Record<Strictness, string>> = {
  gentle: 'Speaks up a third later. What is strong is still flagged. Good while you learn a drill.',
  standard: 'As the drills ask for it.',
  strict: 'Speaks up a fifth sooner, but never at less than what your own stillness looks like from here.',
};
const SHOWN: readonly Choice<Shown>[] = [
  { value: 'camera', label: 'Camera and body' },
  { value: 'body', label: 'Body only' },
  { value: 'nothing', label: 'Nothing' },
];
const UNITS: readonly Choice<Units>[] = [
  { value: 'cm', label: 'Centimetres' },
  { value: 'in', label: 'Inches' },
];
const MODELS: readonly Choice<ModelChoice>[] = [
  { value: 'auto', label: 'By itself' },
  { value: 'lite', label: 'Lite' },
  { value: 'full', label: 'Full' },
  { value: 'heavy', label: 'Heavy' },
];
const DELETE_ALL: Question = {
  title: 'Delete every set?',
  text: 'All past sets and their notes are removed from this machine and cannot be brought back. Export them first if you may want them later.',
  yes: 'Delete everything',
  no: 'Keep them',
};
const RESET: Question = {
  title: 'Reset all settings?',
  text: 'Everything on this page, your numbers of the drills, your own programmes and your week go back to what they were at first. Your sets stay.',
  yes: 'Reset',
  no: 'Keep them',
};

/** What the person may choose once for all sets. What is changed is kept at once. */
@customElement('th-settings')
export class ThSettings extends LitElement {
  static override styles = [base, buttons, panels, choiceStyles, settingsStyles];

  @property({ attribute: false }) services!: Services;
  @state() private _cameras: readonly CameraChoice[] = [];
  @state() private _done = '';
  @query('th-confirm') private _confirm!: ThConfirm;

  override connectedCallback(): void {
    super.connectedCallback();
    listCameras().then(
      (cameras) => (this._cameras = cameras.filter(({ label }) => label !== '')),
      () => undefined,
    );
  }

  override render() {
    const settings = this.services.settings.current;
    return html`<div class="page">
      <header class="stack-s">
        <h1 tabindex="-1">Settings</h1>
        <p class="muted">They are kept on this machine and go out with an export. ${settings.singleKeys ? html`Press <kbd>,</kbd> anywhere to come here.` : null}</p>
      </header>
      <div class="sections">
        <th-sound-settings .services=${this.services}></th-sound-settings>
        <section class="panel"><th-language-field .services=${this.services}></th-language-field></section>
        ${this.#watching(settings)} ${this.#person(settings)} ${this.#camera(settings)} ${this.#keys(settings)}
        ${this.#data()}
      </div>
      <th-confirm></th-confirm>
    </div>`;
  }

  #watching({ strictness }: UiSettings) {
    return html`<section class="panel stack" aria-labelledby="watching">
      <h2 id="watching">How soon I speak up</h2>
      ${choiceField<Strictness>('When the pelvis helps along', 'strictness', STRICTNESS, strictness, (value) => this.#change({ strictness: value }))}
      <p class="small" role="status">${STRICTNESS_TEXT[strictness]}</p>
      <p class="small muted">It counts from the next set. Every set keeps which it was; sets of different kinds are not compared.</p>
    </section>`;
  }

  #person(settings: UiSettings) {
    return html`<section class="panel stack" aria-labelledby="person">
      <h2 id="person">You</h2>
      ${choiceField<Units>('Units of heights and lifts', 'units', UNITS, settings.units, (units) => this.#change({ units }))}
      <div class="pair">
        ${heightField(settings, (subjectHeight) => this.#change({ subjectHeight }))}
        <th-stepper
          label="Get into place"
          unit="s"
          .value=${settings.countIn}
          .min=${5}
          .max=${60}
          .step=${5}
          @th-step=${(event: StepEvent) => this.#change({ countIn: event.detail })}
        ></th-stepper>
      </div>
      <p class="small muted">How long each part of a drill takes stands on the drill’s own page: <a href="#/">pick a drill</a>.</p>
    </section>`;
  }

  #camera(settings: UiSettings) {
    return html`<section class="panel stack" aria-labelledby="camera">
      <h2 id="camera">Camera</h2>
      ${choiceField<Shown>('What you see of yourself in a set', 'shown', SHOWN, settings.shown, (shown) => this.#change({ shown }))}
      ${this._cameras.length > 1 ? this.#cameras(settings) : html`<p class="small muted">Once the camera has been allowed, you can choose here between several.</p>`}
      ${choiceField<ModelChoice>('Model that finds your body', 'model', MODELS, settings.model, (model) => this.#change({ model }))}
      <p class="small muted">By itself: the best one that is quick enough here. Heavy sees best and is slow. What runs now: <a href="#/diagnostics">Diagnostics</a>.</p>
    </section>`;
  }

  #cameras({ cameraId }: UiSettings) {
    const changed = (event: Event): void =>
      this.#change({ cameraId: (event.currentTarget as HTMLSelectElement).value || null });
    return html`<label class="plain">
      Which camera
      <select @change=${changed}>
        <option value="" ?selected=${cameraId === null}>The browser’s choice</option>
        ${this._cameras.map(
          ({ deviceId, label }) =>
            html`<option value=${deviceId} ?selected=${deviceId === cameraId}>${label}</option>`,
        )}
      </select>
    </label>`;
  }

  #keys({ singleKeys }: UiSettings) {
    const changed = (event: Event): void =>
      this.#change({ singleKeys: (event.currentTarget as HTMLInputElement).checked });
    return html`<section class="panel stack" aria-labelledby="keys">
      <h2 id="keys">Keys</h2>
      <label class="check">
        <input type="checkbox" .checked=${singleKeys} @change=${changed} />Letters and numbers act as keys
      </label>
      <p class="small muted">Off: only Space, Escape and the arrow keys act, so that dictation or a slip does nothing.</p>
    </section>`;
  }

  #data() {
    return html`<section class="panel stack" aria-labelledby="data" @th-imported=${this.#again}>
      <h2 id="data">Your data</h2>
      <p class="small muted">Sets, notes and settings, as one file that another machine can take in.</p>
      <th-transfer .services=${this.services}></th-transfer>
      <div class="row">
        <button class="danger" @click=${this.#deleteAll}>Delete every set</button>
        <button class="danger" @click=${this.#reset}>Reset all settings</button>
      </div>
      <p class="small" role="status">${this._done}</p>
      <p class="small muted">A single set is deleted from <a href="#/history">Past sets</a>. What is kept for use without a network: <a href="#/offline">here</a>.</p>
    </section>`;
  }

  readonly #deleteAll = async (): Promise<void> => {
    if (!(await this._confirm.ask(DELETE_ALL))) return;
    this._done = await this.services.sets.removeAll().then(
      () => 'Every set is deleted.',
      () => 'The sets could not be deleted. Reload the page and try again.',
    );
  };

  readonly #reset = async (): Promise<void> => {
    if (!(await this._confirm.ask(RESET))) return;
    await this.services.settings.reset().catch(() => undefined);
    this.services.session.setMuted(this.services.settings.current.muted);
    this._done = 'All settings are as they were at first.';
    await this.#speakAgain();
    this.#again();
  };

  /** The language is a setting too. */
  async #speakAgain(): Promise<void> {
    const before = spokenLanguage();
    await takeLanguage(this.services.settings.current.language);
    const detail = spokenLanguage() !== before;
    this.dispatchEvent(new CustomEvent('th-language', { detail, bubbles: true, composed: true }));
  }

  /** Settings have changed from elsewhere. */
  readonly #again = (): void => {
    this.requestUpdate();
    this.renderRoot.querySelector('th-sound-settings')?.requestUpdate();
  };

  #change(part: Partial<UiSettings>): void {
    // What cannot be kept for the next visit still counts for this one.
    this.services.settings.change(part).catch(() => undefined);
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-settings': ThSettings;
  }
}
