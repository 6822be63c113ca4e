import { html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { dialogStyles } from '../styles/dialog-styles.ts';
import { base, buttons } from '../styles/styles.ts';

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/** Asks before something is lost. The harmless answer has the focus, and Escape gives it too. */
@customElement('th-confirm')
export class ThConfirm extends LitElement {
  static override styles = [base, buttons, dialogStyles];

  @state() private _question: Question | null = null;
  @query('dialog') private _dialog!: HTMLDialogElement;
  #answer: ((yes: boolean) => void) | null = null;

  /** Resolves with true only for the "yes" button. A question that is still open counts as "no". */
  async ask(question: Question): Promise<boolean> {
    this.#settle(false);
    this._question = question;
    await this.updateComplete;
    this._dialog.returnValue = '';
    if (!this._dialog.open) this._dialog.showModal();
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  /** Takes an open question back: it no longer matters. */
  dismiss(): void {
    if (this.hasUpdated && this._dialog.open) this._dialog.close();
  }

  override render() {
    const question = this._question;
    return html`<dialog role="alertdialog" aria-labelledby="title" aria-describedby="text" @close=${this.#closed}>
      <h2 id="title">${question?.title}</h2>
      <p id="text">${question?.text}</p>
      <form method="dialog" class="row end">
        <button value="no" autofocus>${question?.no}</button>
        <button value="yes" class="danger">${question?.yes}</button>
      </form>
    </dialog>`;
  }

  /** The event comes a moment after the closing: by then the next question may be open. */
  readonly #closed = (): void => {
    if (!this._dialog.open) this.#settle(this._dialog.returnValue === 'yes');
  };

  #settle(yes: boolean): void {
    this.#answer?.(yes);
    this.#answer = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-confirm': ThConfirm;
  }
}
