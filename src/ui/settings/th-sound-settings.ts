import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createVoice, understoodVoices, type Voice } from '../../app/sound/voice.ts';
import { frameWords } from '../../i18n/en/frame.ts';
import { settingsWords } from '../../i18n/en/settings.ts';
import type { Services, UiSettings } from '../shell/services.ts';
import { selects } from '../styles/select-styles.ts';
import { settingsStyles } from './settings-styles.ts';
import { base, buttons, panels } from '../styles/styles.ts';
import type { StepEvent } from '../elements/th-stepper.ts';
import '../elements/th-stepper.ts';

/** Speed of speech in percent of the usual; what storage takes. */
const SLOWEST = 80;
const FASTEST = 130;

/** Voice, volume and speed of speech. What is changed is kept at once. */
@customElement('th-sound-settings')
export class ThSoundSettings extends LitElement {
  static override styles = [base, buttons, panels, selects, settingsStyles];

  @property({ attribute: false }) services!: Services;
  @state() private _voices: readonly SpeechSynthesisVoice[] = [];
  @state() private _said = '';
  #voice: Voice | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    // Some browsers know their voices only after a while, and have no list at all before.
    this.#synthesis?.addEventListener('voiceschanged', this.#look);
    this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#synthesis?.removeEventListener('voiceschanged', this.#look);
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
          <input type="checkbox" .checked=${!settings.muted} @change=${this.#sound} />${words.on}
        </label>
        <label class="check">
          <input type="checkbox" .checked=${settings.voice} @change=${this.#speaks} />${words.voice}
        </label>
      </div>
      ${this.#names(settings)}
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
        <button @click=${this.#try}>${words.try}</button>
        <span class="small muted" role="status">${this._said}</span>
      </div>
    </section>`;
  }

  #names({ voiceName }: UiSettings) {
    if (this._voices.length === 0) return html`<p class="small muted">${frameWords().language.noVoice}</p>`;
    const words = settingsWords().sound;
    const known = this._voices.some(({ voiceURI }) => voiceURI === voiceName);
    return html`<label class="plain">
      ${words.which}
      <select @change=${this.#named}>
        <option value="" ?selected=${!known}>${words.best}</option>
        ${this._voices.map(
          ({ voiceURI, name, localService }) =>
            html`<option value=${voiceURI} ?selected=${voiceURI === voiceName}>${localService ? name : words.network(name)}</option>`,
        )}
      </select>
    </label>`;
  }

  readonly #look = (): void => {
    this._voices = understoodVoices(this.#synthesis?.getVoices() ?? []);
  };

  /** The session knows too, should one be open in a moment; it keeps the choice. */
  readonly #sound = (event: Event): void => {
    this.services.session.setMuted(!(event.currentTarget as HTMLInputElement).checked);
    this.#change({ muted: !(event.currentTarget as HTMLInputElement).checked });
  };

  readonly #speaks = (event: Event): void => this.#change({ voice: (event.currentTarget as HTMLInputElement).checked });

  readonly #named = (event: Event): void =>
    this.#change({ voiceName: (event.currentTarget as HTMLSelectElement).value || null });

  /** Heard though the sound is off: the person asks for it. */
  readonly #try = (): void => {
    this.#voice ??= createVoice(undefined, () => this.services.settings.current);
    this.#voice.unlock();
    const { sample, noVoice } = frameWords().language;
    const heard = this.#voice.say(sample, true);
    const words = settingsWords().sound;
    const silent = this.services.settings.current.volume === 0;
    this._said = heard ? (silent ? words.silent : words.said(sample)) : noVoice;
  };

  #change(part: Partial<UiSettings>): void {
    // What cannot be kept for the next visit still counts for this one.
    this.services.settings.change(part).catch(() => undefined);
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-sound-settings': ThSoundSettings;
  }
}
