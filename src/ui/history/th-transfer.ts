import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { AppErrorCode } from '../../app/app-error.ts';
import { isAppErrorCode } from '../../app/app-error-text.ts';
import { transferWords } from '../../i18n/en/transfer.ts';
import { download } from './download.ts';
import type { ImportedText, Services, UiSettings } from '../shell/services.ts';
import { base, buttons, panels } from '../styles/styles.ts';
import type { ThConfirm } from '../elements/th-confirm.ts';
import '../elements/th-confirm.ts';
import '../shell/th-error-card.ts';

/** What came of an import, in a sentence. */
const importWords = ({ added, updated, skipped }: ImportedText): string => {
  const words = transferWords();
  return [
    words.added(added),
    ...(updated > 0 ? [words.updated(updated)] : []),
    ...(skipped > 0 ? [words.skipped(skipped)] : []),
  ].join(', ');
};

const differs = (settings: Partial<UiSettings>, current: UiSettings): boolean =>
  (Object.keys(settings) as (keyof UiSettings)[]).some(
    (key) => JSON.stringify(settings[key]) !== JSON.stringify(current[key]),
  );

/** Everything out as a file and in again. Fires `th-imported` when sets or settings have changed. */
@customElement('th-transfer')
export class ThTransfer extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
      th-confirm {
        position: absolute;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @state() private _said = '';
  @state() private _error: AppErrorCode | null = null;
  @query('input[type=file]') private _file!: HTMLInputElement;
  @query('th-confirm') private _confirm!: ThConfirm;

  override render() {
    const words = transferWords();
    return html`<div class="row">
        <button @click=${this.#export}>${words.exportAll}</button>
        <button @click=${() => this._file.click()}>${words.import}</button>
        <input type="file" accept="application/json,.json" hidden aria-label=${words.file} @change=${this.#import} />
      </div>
      <p role="status" class=${this._said ? 'note good' : 'visually-hidden'}>${this._said}</p>
      ${this._error ? html`<th-error-card .code=${this._error} .without=${['retry']}></th-error-card>` : null}
      <th-confirm></th-confirm>`;
  }

  readonly #export = async (): Promise<void> => {
    try {
      for await (const file of this.services.sets.exportFiles(null)) download(file);
      this._error = null;
    } catch (error) {
      this.#failed(error);
    }
  };

  readonly #import = async (): Promise<void> => {
    const file = this._file.files?.[0];
    this._file.value = '';
    if (!file) return;
    this._said = '';
    try {
      const imported = await this.services.sets.importText(await file.text());
      this._error = null;
      this._said = `${importWords(imported)}.`;
      this.#tell();
      await this.#settings(imported);
    } catch (error) {
      this.#failed(error);
    }
  };

  /** Never without a question: a file of somebody else's is opened just as well. */
  async #settings({ settings }: ImportedText): Promise<void> {
    const access = this.services.settings;
    if (settings === null || !differs(settings, access.current)) return;
    const taken = await this._confirm.ask(transferWords().ask);
    if (taken) await access.change(settings);
    if (taken && settings.muted !== undefined) this.services.session.setMuted(settings.muted);
    this._said += ` ${taken ? transferWords().taken : transferWords().kept}`;
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new CustomEvent('th-imported', { bubbles: true, composed: true }));
  }

  readonly #failed = (error: unknown): void => {
    const name = error instanceof Error ? error.name : '';
    this._error = isAppErrorCode(name) ? name : 'unexpected';
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'th-transfer': ThTransfer;
  }
}
