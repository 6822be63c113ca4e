import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { AppErrorCode } from '../../app/app-error.ts';
import { isAppErrorCode } from '../../app/app-error.ts';
import { transferWords } from '../../i18n/en/transfer.ts';
import { download } from './download.ts';
import type { Services } from '../shell/services.ts';
import type { Imported, Settings } from '../../storage/storage-contract.ts';
import { commonStyles } from '../styles/styles.ts';
import type { ThConfirm } from '../elements/th-confirm.ts';
import '../elements/th-confirm.ts';
import '../shell/th-error-card.ts';

/** The result of an import in words. */
const importWords = ({ added, updated, skipped, selfChecks = 0 }: Imported): string => {
  const words = transferWords();
  return [
    words.added(added),
    ...(updated > 0 ? [words.updated(updated)] : []),
    ...(skipped > 0 ? [words.skipped(skipped)] : []),
    ...(selfChecks > 0 ? [words.checks(selfChecks)] : []),
  ].join(', ');
};

const differs = (settings: Partial<Settings>, current: Settings): boolean =>
  (Object.keys(settings) as (keyof Settings)[]).some(
    (key) => JSON.stringify(settings[key]) !== JSON.stringify(current[key]),
  );

/**
 * Exports all sets and settings to files and imports them again. Fires `th-imported` when sets or settings have
 * changed.
 */
@customElement('th-transfer')
export class ThTransfer extends LitElement {
  static override styles = [
    commonStyles,
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
  @state() private _message = '';
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
      <p role="status" class=${this._message ? 'note good' : 'visually-hidden'}>${this._message}</p>
      ${this._error ? html`<th-error-card .code=${this._error} .without=${['retry']}></th-error-card>` : null}
      <th-confirm></th-confirm>`;
  }

  readonly #export = async (): Promise<void> => {
    try {
      for await (const file of this.services.storage.exportFiles(null)) download(file);
      this._error = null;
    } catch (error) {
      this.#failed(error);
    }
  };

  readonly #import = async (): Promise<void> => {
    const file = this._file.files?.[0];
    this._file.value = '';
    if (!file) return;
    this._message = '';
    try {
      const imported = await this.services.storage.importText(await file.text());
      this._error = null;
      this._message = `${importWords(imported)}.`;
      this.#announce();
      await this.#importSettings(imported);
    } catch (error) {
      this.#failed(error);
    }
  };

  /** Asks before it takes over the settings of the file, which may come from another person. */
  async #importSettings({ settings }: Imported): Promise<void> {
    const access = this.services.settings;
    if (settings === null || !differs(settings, access.current)) return;
    const accepted = await this._confirm.ask(transferWords().ask);
    if (accepted) await access.change(settings);
    if (accepted && settings.muted !== undefined) this.services.session.setMuted(settings.muted);
    this._message += ` ${accepted ? transferWords().taken : transferWords().kept}`;
    this.#announce();
  }

  #announce(): void {
    this.dispatchEvent(new CustomEvent('th-imported', { bubbles: true, composed: true }));
  }

  readonly #failed = (error: unknown): void => {
    const name = error instanceof Error ? error.name : '';
    this._error = isAppErrorCode(name) ? name : 'unexpected';
  };
}
