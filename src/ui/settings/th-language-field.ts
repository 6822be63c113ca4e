import { css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { onVoices, understoodVoices } from '../../app/sound/voice.ts';
import { frameWords } from '../../i18n/en/frame.ts';
import { LANGUAGE_NAMES, type LanguageChoice, LANGUAGES } from '../../i18n/language.ts';
import { whileShown } from '../elements/while-shown.ts';
import { changeSettings, focusLater, Served } from '../shell/services.ts';
import { base, buttons, fields } from '../styles/styles.ts';
import { applyLanguage } from '../shell/take-language.ts';

const CHOICES: readonly LanguageChoice[] = ['auto', ...LANGUAGES];

/**
 * Chooses the language of texts and voice, and stores the choice. Fires `th-language` when the texts are loaded; its
 * detail is true if the language changed.
 */
@customElement('th-language-field')
export class ThLanguageField extends Served {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: var(--s2);
      }
      label {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s3);
      }
      select {
        background: var(--surface-2);
      }
    `,
  ];

  @state() private _failed = false;
  @query('select') private _select!: HTMLSelectElement;

  constructor() {
    super();
    // Some browsers load their voices only after a while.
    whileShown(this, () => onVoices(() => this.requestUpdate()));
  }

  override focus(): void {
    focusLater(this, 'select');
  }

  override render() {
    const words = frameWords().language;
    const { language } = this.services.settings.current;
    return html`<label>
        ${words.label}
        <select @change=${this.#changed}>
          ${CHOICES.map(
            (choice) => html`<option
              value=${choice}
              lang=${choice === 'auto' ? '' : choice}
              ?selected=${choice === language}
            >
              ${choice === 'auto' ? words.auto : LANGUAGE_NAMES[choice]}
            </option>`,
          )}
        </select>
      </label>
      <div role="status" class="small muted">${this._failed ? words.failed : this.#lacksVoice() ? words.silent : ''}</div>`;
  }

  /** Whether the browser has voices but none for this language that may be used. With no voice at all, they may still be loading. */
  #lacksVoice(): boolean {
    const voices = globalThis.speechSynthesis?.getVoices() ?? [];
    return voices.length > 0 && understoodVoices(voices, this.services.settings.current.remoteVoices).length === 0;
  }

  readonly #changed = (): void => {
    const language = CHOICES.find((choice) => choice === this._select.value) ?? 'auto';
    changeSettings(this, { language });
    applyLanguage(this, language).then(
      (isLoaded) => (this._failed = !isLoaded),
      () => undefined,
    );
  };
}
