import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { onVoices, understoodVoices } from '../../app/sound/voice.ts';
import { frameWords } from '../../i18n/en/frame.ts';
import { settingsWords } from '../../i18n/en/settings.ts';
import { checkField, selectField } from '../elements/fields.ts';
import { stepperField } from '../elements/stepper-field.ts';
import { whileShown } from '../elements/while-shown.ts';
import { changeSettings, type Services } from '../shell/services.ts';
import type { Settings } from '../../storage/storage-contract.ts';
import { commonStyles, selects } from '../styles/styles.ts';
import '../home-and-drill/th-sound-try.ts';

/** Speed of speech in percent of the normal speed; storage accepts the same limits. */
const SLOWEST = 80;
const FASTEST = 130;

/** Voice, volume and speed of speech. Every change is stored at once. */
@customElement('th-sound-settings')
export class ThSoundSettings extends LitElement {
  static override styles = [commonStyles, selects];

  @property({ attribute: false }) services!: Services;
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
    return html`<section class="panel stack" aria-labelledby="sound">
      <h2 id="sound">${words.heading}</h2>
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
      <th-sound-try .services=${this.services}></th-sound-try>
    </section>`;
  }

  #voiceField({ voiceName, remoteVoices }: Settings) {
    const voices = this._voices.filter(({ localService }) => localService || remoteVoices);
    const words = settingsWords().sound;
    const known = voices.map(({ voiceURI, name, localService }) => ({
      value: voiceURI,
      label: localService ? name : words.network(name),
    }));
    const chosen = known.find(({ value }) => value === voiceName)?.value ?? null;
    const field = selectField<string | null>(
      words.which,
      [{ value: null, label: words.best }, ...known],
      chosen,
      (voice) => changeSettings(this, { voiceName: voice }),
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
