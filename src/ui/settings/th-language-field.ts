import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { hasVoice } from '../../app/sound/voice.ts';
import { frameWords } from '../../i18n/en/frame.ts';
import { LANGUAGE_NAMES, type LanguageChoice, LANGUAGES } from '../../i18n/language.ts';
import type { Services } from '../shell/services.ts';
import { base, buttons } from '../styles/styles.ts';
import { takeLanguage } from '../shell/take-language.ts';

const CHOICES: readonly LanguageChoice[] = ['auto', ...LANGUAGES];

/** In which language the page writes and speaks. Fires `th-language` (true: another one) once it does; the choice is kept. */
@customElement('th-language-field')
export class ThLanguageField extends LitElement {
  static override styles = [
    base,
    buttons,
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
        min-block-size: 44px;
        padding-inline: var(--s3);
        border: 1px solid var(--edge);
        border-radius: var(--radius-s);
        background: var(--surface-2);
        color: var(--text);
        font: inherit;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @state() private _failed = false;
  @query('select') private _select!: HTMLSelectElement;

  override connectedCallback(): void {
    super.connectedCallback();
    // Voices arrive late in some browsers.
    globalThis.speechSynthesis?.addEventListener('voiceschanged', this.#look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.speechSynthesis?.removeEventListener('voiceschanged', this.#look);
  }

  override focus(): void {
    this.updateComplete.then(
      () => this._select.focus(),
      () => undefined,
    );
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
      <div role="status" class="small muted">${this._failed ? words.failed : this.#silent() ? words.silent : ''}</div>`;
  }

  /** No voice at all is said elsewhere: it may only be on its way. */
  #silent(): boolean {
    const voices = globalThis.speechSynthesis?.getVoices() ?? [];
    return voices.length > 0 && !hasVoice(voices);
  }

  readonly #look = (): void => this.requestUpdate();

  readonly #changed = (): void => {
    const language = CHOICES.find((choice) => choice === this._select.value) ?? 'auto';
    // What cannot be kept for the next visit still counts for this one.
    this.services.settings.change({ language }).catch(() => undefined);
    this.#take(language).catch(() => undefined);
  };

  async #take(language: LanguageChoice): Promise<void> {
    const before = document.documentElement.lang;
    this._failed = !(await takeLanguage(language));
    const detail = document.documentElement.lang !== before;
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('th-language', { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-language-field': ThLanguageField;
  }
}
