import { html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type CameraChoice, listCameras } from '../../app/sources/camera-source.ts';
import type { Strictness } from '../../coach/rules/rule-threshold.ts';
import type { ModelChoice, Shown, Units, Settings } from '../../storage/storage-contract.ts';
import { settingsWords } from '../../i18n/en/settings.ts';
import { spokenLanguage } from '../../i18n/speaking.ts';
import { type Choice, choiceField, choiceStyles } from '../elements/choice-field.ts';
import { countInField, heightField } from './person-fields.ts';
import type { Services } from '../shell/services.ts';
import { commonStyles, selects } from '../styles/styles.ts';
import { settingsStyles } from './settings-styles.ts';
import { forget } from './stored-kinds.ts';
import type { ThConfirm } from '../elements/th-confirm.ts';
import { takeLanguage } from '../shell/take-language.ts';
import '../elements/th-confirm.ts';
import './th-language-field.ts';
import './th-sound-settings.ts';
import '../elements/th-stepper.ts';
import '../history/th-transfer.ts';

const STRICTNESS: readonly Strictness[] = ['gentle', 'standard', 'strict'];
const SHOWN: readonly Shown[] = ['camera', 'body', 'nothing'];
const UNITS: readonly Units[] = ['cm', 'in'];
const MODELS: readonly ModelChoice[] = ['auto', 'lite', 'full', 'heavy'];

const choices = <Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): readonly Choice<Value>[] => values.map((value) => ({ value, label: labels[value] }));

/** The settings for all sets. Every change is stored at once. */
@customElement('th-settings')
export class ThSettings extends LitElement {
  static override styles = [commonStyles, choiceStyles, selects, settingsStyles];

  @property({ attribute: false }) services!: Services;
  @state() private _cameras: readonly CameraChoice[] = [];
  @state() private _message = '';
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
    const { heading, lead, key } = settingsWords();
    return html`<div class="page">
      <header class="stack-s">
        <h1 tabindex="-1">${heading}</h1>
        <p class="muted">${lead} ${settings.singleKeys ? html`<span class="keys">${key[0]} <kbd>,</kbd> ${key[1]}</span>` : null}</p>
      </header>
      <div class="sections">
        <th-sound-settings .services=${this.services}></th-sound-settings>
        <section class="panel"><th-language-field .services=${this.services}></th-language-field></section>
        ${this.#watching(settings)} ${this.#person(settings)} ${this.#camera(settings)} ${this.#keys(settings)}
        ${this.#data()}
      </div>
      <p class="small"><a href="#/licences">${settingsWords().licences}</a></p>
      <th-confirm></th-confirm>
    </div>`;
  }

  #watching({ strictness }: Settings) {
    const words = settingsWords().watching;
    const options = STRICTNESS.map((value) => ({ value, label: words.strictness[value].label }));
    return html`<section class="panel stack" aria-labelledby="watching">
      <h2 id="watching">${words.heading}</h2>
      ${choiceField<Strictness>(words.ask, 'strictness', options, strictness, (value) => this.#change({ strictness: value }))}
      <p class="small" role="status">${words.strictness[strictness].text}</p>
      <p class="small muted">${words.note}</p>
    </section>`;
  }

  #person(settings: Settings) {
    const words = settingsWords().you;
    return html`<section class="panel stack" aria-labelledby="person">
      <h2 id="person">${words.heading}</h2>
      ${choiceField<Units>(words.units, 'units', choices(UNITS, words.unit), settings.units, (units) => this.#change({ units }))}
      <div class="pair">
        ${heightField(settings, (subjectHeight) => this.#change({ subjectHeight }))}
        ${countInField(settings, (countIn) => this.#change({ countIn }))}
      </div>
      <p class="small muted">${words.parts[0]} <a href="#/">${words.parts[1]}</a>.</p>
    </section>`;
  }

  #camera(settings: Settings) {
    const words = settingsWords().camera;
    const figures = (event: Event): void =>
      this.#change({ errorFigures: (event.currentTarget as HTMLInputElement).checked });
    const pictures = (event: Event): void =>
      this.#change({ keepPictures: (event.currentTarget as HTMLInputElement).checked });
    return html`<section class="panel stack" aria-labelledby="camera">
      <h2 id="camera">${words.heading}</h2>
      ${choiceField<Shown>(words.shown, 'shown', choices(SHOWN, words.see), settings.shown, (shown) => this.#change({ shown }))}
      <label class="check">
        <input type="checkbox" .checked=${settings.errorFigures} @change=${figures} />${words.errorFigures}
      </label>
      <label class="check">
        <input type="checkbox" .checked=${settings.keepPictures} @change=${pictures} />${words.pictures}
      </label>
      <p class="small muted">${words.picturesNote}</p>
      ${this._cameras.length > 1 ? this.#cameras(settings) : html`<p class="small muted">${words.several}</p>`}
      ${choiceField<ModelChoice>(words.model, 'model', choices(MODELS, words.models), settings.model, (model) => this.#change({ model }))}
      <p class="small muted">${words.modelNote} <a href="#/diagnostics">${words.diagnostics}</a>.</p>
    </section>`;
  }

  #cameras({ cameraId }: Settings) {
    const words = settingsWords().camera;
    const changed = (event: Event): void =>
      this.#change({ cameraId: (event.currentTarget as HTMLSelectElement).value || null });
    return html`<label class="plain">
      ${words.which}
      <select @change=${changed}>
        <option value="" ?selected=${cameraId === null}>${words.browsersChoice}</option>
        ${this._cameras.map(
          ({ deviceId, label }) => html`<option value=${deviceId} ?selected=${deviceId === cameraId}>${label}</option>`,
        )}
      </select>
    </label>`;
  }

  #keys({ singleKeys }: Settings) {
    const words = settingsWords().keys;
    const changed = (event: Event): void =>
      this.#change({ singleKeys: (event.currentTarget as HTMLInputElement).checked });
    return html`<section class="panel stack" aria-labelledby="keys">
      <h2 id="keys">${words.heading}</h2>
      <label class="check">
        <input type="checkbox" .checked=${singleKeys} @change=${changed} />${words.single}
      </label>
      <p class="small muted">${words.note}</p>
    </section>`;
  }

  #data() {
    const words = settingsWords().data;
    const [single, pastSets, kept, here] = words.elsewhere;
    return html`<section class="panel stack" aria-labelledby="data" @th-imported=${this.#refresh}>
      <h2 id="data">${words.heading}</h2>
      <p class="small muted">${words.lead}</p>
      <p><a href="#/your-data">${words.all}</a></p>
      <th-transfer .services=${this.services}></th-transfer>
      <div class="row">
        <button class="danger" @click=${this.#deleteAll}>${words.deleteAll}</button>
        <button class="danger" @click=${this.#reset}>${words.reset}</button>
      </div>
      <p class="small" role="status">${this._message}</p>
      <p class="small muted">${single} <a href="#/history">${pastSets}</a>. ${kept} <a href="#/offline">${here}</a>.</p>
    </section>`;
  }

  readonly #deleteAll = async (): Promise<void> => {
    const { askDelete, deleted, notDeleted } = settingsWords().data;
    if (!(await this._confirm.ask(askDelete))) return;
    const removed = (['sets', 'selfChecks'] as const).map((kind) => forget(kind, this.services, null));
    this._message = await Promise.all(removed).then(
      () => deleted,
      () => notDeleted,
    );
  };

  readonly #reset = async (): Promise<void> => {
    if (!(await this._confirm.ask(settingsWords().data.askReset))) return;
    await this.services.settings.reset().catch(() => undefined);
    this.services.session.setMuted(this.services.settings.current.muted);
    this._message = settingsWords().data.isReset;
    await this.#applyLanguage();
    this.#refresh();
  };

  /** Applies the language of the reset settings. */
  async #applyLanguage(): Promise<void> {
    const before = spokenLanguage();
    await takeLanguage(this.services.settings.current.language);
    const detail = spokenLanguage() !== before;
    this.dispatchEvent(new CustomEvent('th-language', { detail, bubbles: true, composed: true }));
  }

  /** Renders the settings again after an import or a reset. */
  readonly #refresh = (): void => {
    this.requestUpdate();
    this.renderRoot.querySelector('th-sound-settings')?.requestUpdate();
  };

  #change(part: Partial<Settings>): void {
    // A setting that cannot be stored still holds until the page is closed.
    this.services.settings.change(part).catch(() => undefined);
    this.requestUpdate();
  }
}
