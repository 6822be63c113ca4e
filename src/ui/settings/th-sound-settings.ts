import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createVoice, understoodVoices, type Voice } from '../../app/sound/voice.ts';
import { frameWords } from '../../i18n/en/frame.ts';
import { settingsWords } from '../../i18n/en/settings.ts';
import type { Services } from '../shell/services.ts';
import type { Settings } from '../../storage/storage-contract.ts';
import { commonStyles, selects } from '../styles/styles.ts';
import { settingsStyles } from './settings-styles.ts';
import type { StepEvent } from '../elements/th-stepper.ts';
import '../elements/th-stepper.ts';

/** Speed of speech in percent of the normal speed; storage accepts the same limits. */
const SLOWEST = 80;
const FASTEST = 130;

/** Voice, volume and speed of speech. Every change is stored at once. */
@customElement('th-sound-settings')
export class ThSoundSettings extends LitElement {
  static override styles = [commonStyles, selects, settingsStyles];

  @property({ attribute: false }) services!: Services;
  /** Remote ones included, agreed to or not. */
  @state() private _voices: readonly SpeechSynthesisVoice[] = [];
  @state() private _message = '';
  #voice: Voice | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    // Some browsers load their voices only after a while and give an empty list before.
    this.#synthesis?.addEventListener('voiceschanged', this.#readVoices);
    this.#readVoices();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#synthesis?.removeEventListener('voiceschanged', this.#readVoices);
    this.#voice?.close();
    this.#voice = null;
  }

  get #synthesis(): SpeechSynthesis | null {
    return 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : null;
  }

  override render() {
    const settings = this.services.settings.current;
    const words = settingsWords().sound;
    const percent = (share: number): number => Math.round(share * 100);
    return html`<section class="panel stack" aria-labelledby="sound">
      <h2 id="sound">${words.heading}</h2>
      <div>
        <label class="check">
          <input type="checkbox" .checked=${!settings.muted} @change=${this.#toggleSound} />${words.on}
        </label>
        <label class="check">
          <input type="checkbox" .checked=${settings.voice} @change=${this.#toggleVoice} />${words.voice}
        </label>
      </div>
      ${this.#voiceField(settings)}
      <div class="pair">
        <th-stepper
          label=${words.volume}
          unit="%"
          .value=${percent(settings.volume)}
          .min=${0}
          .max=${100}
          .step=${10}
          @th-step=${(event: StepEvent) => this.#change({ volume: event.detail / 100 })}
        ></th-stepper>
        <th-stepper
          label=${words.speed}
          unit="%"
          .value=${percent(settings.voiceRate)}
          .min=${SLOWEST}
          .max=${FASTEST}
          .step=${10}
          @th-step=${(event: StepEvent) => this.#change({ voiceRate: event.detail / 100 })}
        ></th-stepper>
      </div>
      <div class="row">
        <button @click=${this.#speakSample}>${words.try}</button>
        <span class="small muted" role="status">${this._message}</span>
      </div>
    </section>`;
  }

  #voiceField({ voiceName, remoteVoices }: Settings) {
    const voices = this._voices.filter(({ localService }) => localService || remoteVoices);
    const words = settingsWords().sound;
    const known = voices.some(({ voiceURI }) => voiceURI === voiceName);
    const field = html`<label class="plain">
      ${words.which}
      <select @change=${this.#chooseVoice}>
        <option value="" ?selected=${!known}>${words.best}</option>
        ${voices.map(
          ({ voiceURI, name, localService }) =>
            html`<option value=${voiceURI} ?selected=${voiceURI === voiceName}>${localService ? name : words.network(name)}</option>`,
        )}
      </select>
    </label>`;
    const none = html`<p class="small muted">${frameWords().language.noVoice}</p>`;
    return html`${voices.length > 0 ? field : none} ${this.#remoteField(remoteVoices)}`;
  }

  /** Asks before any phrase goes to the maker of a voice. Not shown where every voice is this machine's own. */
  #remoteField(agreed: boolean) {
    if (!agreed && this._voices.every(({ localService }) => localService)) return null;
    const words = settingsWords().sound;
    const changed = (event: Event): void =>
      this.#change({ remoteVoices: (event.currentTarget as HTMLInputElement).checked });
    return html`<div>
      <label class="check">
        <input type="checkbox" .checked=${agreed} aria-describedby="remote" @change=${changed} />${words.remote}
      </label>
      <p class="small muted" id="remote">${words.remoteNote}</p>
    </div>`;
  }

  readonly #readVoices = (): void => {
    this._voices = understoodVoices(this.#synthesis?.getVoices() ?? [], true);
  };

  /** Tells the session as well, so that the choice holds for a set that is open. */
  readonly #toggleSound = (event: Event): void => {
    this.services.session.setMuted(!(event.currentTarget as HTMLInputElement).checked);
    this.#change({ muted: !(event.currentTarget as HTMLInputElement).checked });
  };

  readonly #toggleVoice = (event: Event): void =>
    this.#change({ voice: (event.currentTarget as HTMLInputElement).checked });

  readonly #chooseVoice = (event: Event): void =>
    this.#change({ voiceName: (event.currentTarget as HTMLSelectElement).value || null });

  /** Speaks a sample, also while the sound is switched off. */
  readonly #speakSample = (): void => {
    this.#voice ??= createVoice(undefined, () => this.services.settings.current);
    this.#voice.unlock();
    const { sample, noVoice } = frameWords().language;
    const heard = this.#voice.say(sample, true);
    const words = settingsWords().sound;
    const silent = this.services.settings.current.volume === 0;
    this._message = heard ? (silent ? words.silent : words.said(sample)) : noVoice;
  };

  #change(part: Partial<Settings>): void {
    // A setting that cannot be stored still holds until the page is closed.
    this.services.settings.change(part).catch(() => undefined);
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-sound-settings': ThSoundSettings;
  }
}
