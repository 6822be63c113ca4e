import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Strictness } from '../../coach/rules/rule-threshold.ts';
import type { SessionSnapshot } from '../../app/session/session-contract.ts';
import { diagnosticsWords } from '../../i18n/en/diagnostics.ts';
import type { ModelChoice, Shown, ThemeChoice, Units, Settings } from '../../storage/storage-contract.ts';
import { safetyWords } from '../../i18n/en/hip/safety.ts';
import { peopleWords, settingsWords } from '../../i18n/en/settings.ts';
import { cameraField, namedCameras } from './camera-field.ts';
import { choiceField, choiceStyles } from '../elements/choice-field.ts';
import { Fetched } from '../elements/fetched.ts';
import { checkField, choicesOf } from '../elements/fields.ts';
import { countInField, heightField } from './person-fields.ts';
import { changeSettings, fire, type Services } from '../shell/services.ts';
import { commonStyles, selects } from '../styles/styles.ts';
import { install, installWayHere } from '../../app/install.ts';
import './th-diagnostics.ts';
import './th-language-field.ts';
import './th-sound-settings.ts';
import '../safety/th-safety-form.ts';

const STRICTNESS: readonly Strictness[] = ['gentle', 'standard', 'strict'];
const SHOWN: readonly Shown[] = ['camera', 'body', 'nothing'];
const UNITS: readonly Units[] = ['cm', 'in'];
const THEMES: readonly ThemeChoice[] = ['auto', 'light', 'dark'];
const MODELS: readonly ModelChoice[] = ['auto', 'lite', 'full', 'heavy'];

/** The settings for all sets. Every change is stored at once. */
@customElement('th-settings')
export class ThSettings extends LitElement {
  static override styles = [
    commonStyles,
    choiceStyles,
    selects,
    css`
      .sections {
        columns: 2 24rem;
        column-gap: var(--s5);
      }
      .sections > * {
        break-inside: avoid;
        margin-block-end: var(--s5);
      }
      /* Keeps the gaps of a stack when a label is drawn as a block. */
      .sections > :not(.stack) {
        display: block;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  /** The latest snapshot with an engine, for the technical details. */
  @property({ attribute: false }) last: SessionSnapshot | null = null;
  readonly #cameras = new Fetched(this, namedCameras);
  @state() private _isInstalling = false;

  override render() {
    const settings = this.services.settings.current;
    const { heading, lead, key, colours } = settingsWords();
    return html`<div class="page">
      <header class="stack-s">
        <h1 tabindex="-1">${heading}</h1>
        <p class="muted">${lead} ${settings.singleKeys ? html`<span class="keys">${key[0]} <kbd>,</kbd> ${key[1]}</span>` : null}</p>
      </header>
      <div class="sections">
        <th-sound-settings .services=${this.services}></th-sound-settings>
        <section class="panel stack">
          <th-language-field .services=${this.services}></th-language-field>
          ${choiceField<ThemeChoice>(colours.label, 'theme', choicesOf(THEMES, colours.names), settings.theme, (theme) => fire(this, 'th-theme', theme))}
          ${this.#install()}
        </section>
        ${this.#watching(settings)} ${this.#person(settings)} ${this.#camera(settings)} ${this.#keys(settings)} ${this.#safety()}
        ${this.#data()}
      </div>
      <section class="panel stack" aria-labelledby="technical">
        <h2 id="technical" tabindex="-1" data-part="diagnostics">${diagnosticsWords().heading}</h2>
        <th-diagnostics .services=${this.services} .last=${this.last}></th-diagnostics>
      </section>
      <p class="small"><a href="THIRD-PARTY.txt" hreflang="en">${settingsWords().licences}</a></p>
    </div>`;
  }

  #watching({ strictness }: Settings) {
    const words = settingsWords().watching;
    const options = STRICTNESS.map((value) => ({ value, label: words.strictness[value].label }));
    return html`<section class="panel stack" aria-labelledby="watching">
      <h2 id="watching">${words.heading}</h2>
      ${choiceField<Strictness>(words.ask, 'strictness', options, strictness, (value) => changeSettings(this, { strictness: value }))}
      <p class="small" role="status">${words.strictness[strictness].text}</p>
      <p class="small muted">${words.note}</p>
    </section>`;
  }

  #person(settings: Settings) {
    const words = settingsWords().you;
    return html`<section class="panel stack" aria-labelledby="person">
      <h2 id="person">${words.heading}</h2>
      ${choiceField<Units>(words.units, 'units', choicesOf(UNITS, words.unit), settings.units, (units) => changeSettings(this, { units }))}
      <div class="pair">
        ${heightField(settings, (subjectHeight) => changeSettings(this, { subjectHeight }))}
        ${countInField(settings, (countIn) => changeSettings(this, { countIn }))}
      </div>
      <p class="small muted">${words.parts[0]} <a href="#/">${words.parts[1]}</a>.</p>
      <p><a href="#/people">${peopleWords().others}</a></p>
    </section>`;
  }

  #camera(settings: Settings) {
    const words = settingsWords().camera;
    return html`<section class="panel stack" aria-labelledby="camera">
      <h2 id="camera">${words.heading}</h2>
      ${choiceField<Shown>(words.shown, 'shown', choicesOf(SHOWN, words.see), settings.shown, (shown) => changeSettings(this, { shown }))}
      ${checkField(words.errorFigures, settings.errorFigures, (errorFigures) => changeSettings(this, { errorFigures }))}
      <p class="small muted">${words.television}</p>
      ${(this.#cameras.value ?? []).length > 1 ? this.#cameraField(settings) : html`<p class="small muted">${words.several}</p>`}
      ${choiceField<ModelChoice>(words.model, 'model', choicesOf(MODELS, words.models), settings.model, (model) => changeSettings(this, { model }))}
      <p class="small muted">${words.modelNote} <a href="#/diagnostics">${words.diagnostics}</a>.</p>
    </section>`;
  }

  #cameraField({ cameraId }: Settings) {
    const words = settingsWords().camera;
    return cameraField(words.which, words.browsersChoice, this.#cameras.value ?? [], cameraId, (chosen) =>
      changeSettings(this, { cameraId: chosen }),
    );
  }

  /** Only where the app can be put on the device and is not there yet. */
  #install() {
    const way = installWayHere();
    const words = settingsWords().install;
    if (way === null) return this._isInstalling ? html`<p class="small" role="status">${words.done}</p>` : null;
    if (way !== 'offered') return html`<p class="small muted">${words[way]}</p>`;
    return html`<div class="row"><button @click=${this.#installHere}>${words.button}</button><span class="small muted">${words.note}</span></div>`;
  }

  readonly #installHere = async (): Promise<void> => {
    this._isInstalling = await install().catch(() => false);
    this.requestUpdate();
  };

  #keys({ singleKeys }: Settings) {
    const words = settingsWords().keys;
    return html`<section class="panel stack" aria-labelledby="keys">
      <h2 id="keys">${words.heading}</h2>
      ${checkField(words.single, singleKeys, (changed) => changeSettings(this, { singleKeys: changed }))}
      <p class="small muted">${words.note}</p>
    </section>`;
  }

  #safety() {
    const words = safetyWords();
    return html`<section class="panel stack" aria-labelledby="safety">
      <h2 id="safety">${words.settings}</h2>
      <p class="small muted">${words.settingsNote}</p>
      <th-safety-form .services=${this.services}></th-safety-form>
      <p class="small"><a href="#/prescription">${words.prescription}</a></p>
      <p class="small"><a href="#/prescribe">${words.prescribe}</a></p>
    </section>`;
  }

  /** The page "Your data" does the work; a second place for the same buttons would be one to keep in step. */
  #data() {
    const words = settingsWords().data;
    return html`<section class="panel stack" aria-labelledby="data">
      <h2 id="data">${words.heading}</h2>
      <p><a href="#/your-data">${words.all}</a></p>
    </section>`;
  }
}
