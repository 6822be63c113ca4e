import '../home-and-drill/th-sound-try.ts';
import './th-language-field.ts';
import '../safety/th-safety-form.ts';
import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { install, installWayHere } from '../../app/install.ts';
import type { SessionSnapshot } from '../../app/session/session-contract.ts';
import { onVoices, understoodVoices } from '../../app/sound/voice.ts';
import { diagnosticsWords } from '../../i18n/en/diagnostics.ts';
import { frameWords } from '../../i18n/en/frame.ts';
import { safetyWords } from '../../i18n/en/hip/safety.ts';
import { peopleWords, settingsWords } from '../../i18n/en/settings.ts';
import { figure } from '../../i18n/speaking.ts';
import type { Settings } from '../../storage/storage-contract.ts';
import { section, pageHead } from '../elements/page-parts.ts';
import { choiceField, choiceStyles } from '../elements/choice-field.ts';
import { Fetched } from '../elements/fetched.ts';
import { checkField, choicesOf, selectField } from '../elements/fields.ts';
import { stepperField } from '../elements/stepper-field.ts';
import { whileShown } from '../elements/while-shown.ts';
import { cameraField, namedCameras } from './camera-field.ts';
import { personFields } from './person-fields.ts';
import { changeSettings, fire, Served } from '../shell/services.ts';
import { commonStyles, facts, selects, stackedFacts } from '../styles/styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

type Fact = readonly [string, string];

/** What a report of a fault needs. Nothing of the person, of a picture or of a set. */
@customElement('th-diagnostics')
export class ThDiagnostics extends Served {
  static override styles = [
    commonStyles,
    facts,
    stackedFacts,
    css`
      dd {
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** The latest snapshot with an engine. The session drops it on closing, so the app keeps it. */
  @property({ attribute: false }) last: SessionSnapshot | null = null;
  readonly #storage = new Fetched(this, () => this.services.storage.report());
  @state() private _message = '';

  override render() {
    const words = diagnosticsWords();
    return html`<div class="stack">
      <dl class="facts">${this.#facts().map(([name, value]) => html`<dt>${name}</dt><dd class="num">${value}</dd>`)}</dl>
      <div class="row"><button @click=${this.#copy}>${words.copy}</button><span role="status" class="muted">${this._message}</span></div>
      <p><a href="#/self-check">${commonWords().selfCheck}</a></p>
    </div>`;
  }

  #facts(): readonly Fact[] {
    const { names, asking, gone, yes } = diagnosticsWords();
    const report = this.#storage.value;
    return [
      ['Truehip', `${this.services.appVersion}, build ${this.services.build}`],
      [names.browser, navigator.userAgent],
      ...this.#measuring(),
      [names.kept, report ? (report.available ? yes : gone) : asking],
      ...this.#senses(),
    ];
  }

  #measuring(): readonly Fact[] {
    const { names, notYet, tried } = diagnosticsWords();
    const { last } = this;
    const engine = last?.engine;
    if (!engine) return [[names.model, notYet]];
    return [
      [names.model, `BlazePose ${engine.model}, ${engine.version}`],
      [names.backend, `${engine.backend}: ${engine.why}`],
      ...engine.trials.map(({ backend, note }): Fact => [tried(backend), note]),
      [names.perSecond, figure(last.frames.perSecond, 1)],
    ];
  }

  #senses(): readonly Fact[] {
    const { names, notTried, voices, wakeLocks } = diagnosticsWords();
    const sound = this.last?.sound;
    if (!sound) return [[commonWords().voice, notTried]];
    return [
      [commonWords().voice, voices[sound.voice]],
      [names.screen, wakeLocks[sound.wakeLock]],
    ];
  }

  readonly #copy = async (): Promise<void> => {
    const text = this.#facts()
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n');
    try {
      await navigator.clipboard.writeText(text);
      this._message = diagnosticsWords().copied;
    } catch {
      this._message = diagnosticsWords().notCopied;
    }
  };
}

/** Speed of speech in percent of the normal speed; storage accepts the same limits. */
const SLOWEST = 80;
const FASTEST = 130;

/** Voice, volume and speed of speech. Every change is stored at once. */
@customElement('th-sound-settings')
export class ThSoundSettings extends Served {
  static override styles = [commonStyles, selects];

  /** Remote ones included, agreed to or not. */
  @state() private _voices: readonly SpeechSynthesisVoice[] = [];

  constructor() {
    super();
    // Some browsers load their voices only after a while and give an empty list before.
    whileShown(this, () => {
      const end = onVoices(this.#readVoices);
      this.#readVoices();
      return end;
    });
  }

  override render() {
    const settings = this.services.settings.current;
    const words = settingsWords().sound;
    const percent = (label: string, of: number, min: number, max: number, change: (share: number) => void) =>
      stepperField({ label, unit: '%', value: Math.round(of * 100), min, max, step: 10 }, (value) =>
        change(value / 100),
      );
    return section('sound', commonWords().sound)`
      <div>
        ${checkField(words.on, !settings.muted, this.#turnSound)}
        ${checkField(words.voice, settings.voice, (voice) => changeSettings(this, { voice }), 'reader')}
        <p class="small muted" id="reader">${words.reader}</p>
      </div>
      ${this.#voiceField(settings)}
      <div class="pair">
        ${percent(words.volume, settings.volume, 0, 100, (volume) => changeSettings(this, { volume }))}
        ${percent(words.speed, settings.voiceRate, SLOWEST, FASTEST, (voiceRate) => changeSettings(this, { voiceRate }))}
      </div>
      <th-sound-try .services=${this.services}></th-sound-try>`;
  }

  #voiceField({ voiceName, remoteVoices }: Settings) {
    const voices = this._voices.filter(({ localService }) => localService || remoteVoices);
    const words = settingsWords().sound;
    const known = voices.map(({ voiceURI, name, localService }) => ({
      value: voiceURI,
      label: localService ? name : words.network(name),
    }));
    const chosen = known.find(({ value }) => value === voiceName)?.value ?? null;
    const choices = [{ value: null, label: words.best }, ...known];
    const field = selectField<string | null>(commonWords().voice, choices, chosen, (voice) =>
      changeSettings(this, { voiceName: voice }),
    );
    const none = html`<p class="small muted">${frameWords().language.noVoice}</p>`;
    return html`${voices.length > 0 ? field : none} ${this.#remoteField(remoteVoices)}`;
  }

  /** Asks before any phrase goes to the maker of a voice. Not shown where every voice is this machine's own. */
  #remoteField(agreed: boolean) {
    if (!agreed && this._voices.every(({ localService }) => localService)) return null;
    const words = settingsWords().sound;
    return html`<div>
      ${checkField(words.remote, agreed, (changed) => changeSettings(this, { remoteVoices: changed }), 'remote')}
      <p class="small muted" id="remote">${words.remoteNote}</p>
    </div>`;
  }

  readonly #readVoices = (): void => {
    this._voices = understoodVoices(globalThis.speechSynthesis?.getVoices() ?? [], true);
  };

  /** Tells the session as well, so that the choice holds for a set that is open. */
  readonly #turnSound = (on: boolean): void => {
    this.services.session.setMuted(!on);
    changeSettings(this, { muted: !on });
  };
}

/** The settings for all sets. Every change is stored at once. */
@customElement('th-settings')
export class ThSettings extends Served {
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

  /** The latest snapshot with an engine, for the technical details. */
  @property({ attribute: false }) last: SessionSnapshot | null = null;
  readonly #cameras = new Fetched(this, namedCameras);
  @state() private _isInstalling = false;

  override render() {
    const settings = this.services.settings.current;
    const { heading, colours } = settingsWords();
    return html`<div class="page">
      ${pageHead(heading)}
      <div class="sections">
        <th-sound-settings .services=${this.services}></th-sound-settings>
        <section class="panel stack">
          <th-language-field .services=${this.services}></th-language-field>
          ${choiceField<Settings['theme']>(colours.label, 'theme', choicesOf(['auto', 'light', 'dark'], colours.names), settings.theme, (theme) => fire(this, 'th-theme', theme))}
          ${this.#install()}
        </section>
        ${this.#watching(settings)} ${this.#person(settings)} ${this.#camera(settings)} ${this.#keys(settings)} ${this.#safety()}
        ${section('data', commonWords().yourData)`<p><a href="#/your-data">${settingsWords().data.all}</a></p>`}
      </div>
      <section class="panel stack" aria-labelledby="technical">
        <h2 id="technical" tabindex="-1" data-part="diagnostics">${commonWords().technical}</h2>
        <th-diagnostics .services=${this.services} .last=${this.last}></th-diagnostics>
      </section>
      <p class="small"><a href="THIRD-PARTY.txt" hreflang="en">${settingsWords().licences}</a></p>
    </div>`;
  }

  #watching({ strictness }: Settings) {
    const words = settingsWords().watching;
    const options = (['gentle', 'standard', 'strict'] as const).map((value) => ({
      value,
      label: words.strictness[value].label,
    }));
    return section('watching', words.heading)`
      ${choiceField(words.ask, 'strictness', options, strictness, (value) => changeSettings(this, { strictness: value }))}
      <p class="small" role="status">${words.strictness[strictness].text}</p>
      <p class="small muted">${words.note}</p>`;
  }

  #person(settings: Settings) {
    const words = settingsWords().you;
    return section('person', words.heading)`
      ${choiceField<Settings['units']>(words.units, 'units', choicesOf(['cm', 'in'], words.unit), settings.units, (units) => changeSettings(this, { units }))}
      ${personFields(settings, (part) => changeSettings(this, part))}
      <p class="small muted">${words.parts[0]} <a href="#/">${words.parts[1]}</a>.</p>
      <p><a href="#/people">${peopleWords().others}</a></p>`;
  }

  #camera(settings: Settings) {
    const words = settingsWords().camera;
    const cameras = this.#cameras.value ?? [];
    return section('camera', words.heading)`
      ${choiceField<Settings['shown']>(words.shown, 'shown', choicesOf(['camera', 'body', 'nothing'], words.see), settings.shown, (shown) => changeSettings(this, { shown }))}
      ${checkField(words.errorFigures, settings.errorFigures, (errorFigures) => changeSettings(this, { errorFigures }))}
      ${cameras.length > 1 ? cameraField(commonWords().whichCamera, words.browsersChoice, cameras, settings.cameraId, (cameraId) => changeSettings(this, { cameraId })) : null}
      ${choiceField<Settings['model']>(words.model, 'model', choicesOf(['auto', 'lite', 'full', 'heavy'], words.models), settings.model, (model) => changeSettings(this, { model }))}
      <p class="small muted">${words.modelNote} <a href="#/diagnostics">${commonWords().technical}</a>.</p>`;
  }

  /** Only where the app can be put on the device and is not there yet. */
  #install() {
    const way = installWayHere();
    const words = settingsWords().install;
    if (way === null) return this._isInstalling ? html`<p class="small" role="status">${words.done}</p>` : null;
    if (way !== 'offered') return html`<p class="small muted">${words[way]}</p>`;
    return html`<div class="row"><button @click=${this.#installHere}>${words.button}</button></div>`;
  }

  readonly #installHere = async (): Promise<void> => {
    this._isInstalling = await install().catch(() => false);
    this.requestUpdate();
  };

  #keys({ singleKeys }: Settings) {
    const words = settingsWords().keys;
    return section('keys', words.heading)`
      ${checkField(words.single, singleKeys, (changed) => changeSettings(this, { singleKeys: changed }))}
      <p class="small muted">${words.note}</p>`;
  }

  #safety() {
    const words = safetyWords();
    return section('safety', words.settings)`
      <p class="small muted">${words.settingsNote}</p>
      <th-safety-form .services=${this.services}></th-safety-form>
      <p class="small"><a href="#/prescription">${words.prescription}</a></p>
      <p class="small"><a href="#/prescribe">${commonWords().prescribe}</a></p>`;
  }
}
