import { css, html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { base, buttons, dialogs } from '../styles/styles.ts';

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/** Asks before something is lost. The focus is on the harmless answer, which Escape gives too. */
@customElement('th-confirm')
export class ThConfirm extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogs,
    css`
      :host {
        position: absolute;
      }
    `,
  ];

  @state() private _question: Question | null = null;
  @query('dialog') private _dialog!: HTMLDialogElement;
  #answer: ((yes: boolean) => void) | null = null;

  /** Resolves with true only for the "yes" button. A question that is still open is answered with "no" first. */
  async ask(question: Question): Promise<boolean> {
    this.#resolve(false);
    this._question = question;
    await this.updateComplete;
    this._dialog.returnValue = '';
    if (!this._dialog.open) this._dialog.showModal();
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  /** Whoever leaves the screen of a question says no: a dialog that is taken away tells nobody that it closed. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resolve(false);
  }

  /** Closes an open question that no longer matters; its answer is "no". */
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

  /** The event comes a moment after the dialog closes; by then the next question may be open. */
  readonly #closed = (): void => {
    if (!this._dialog.open) this.#resolve(this._dialog.returnValue === 'yes');
  };

  #resolve(yes: boolean): void {
    this.#answer?.(yes);
    this.#answer = null;
  }
}

/** Asks in a dialog of a screen, which is there only as long as it is open. */
export async function ask(screen: LitElement, question: Question): Promise<boolean> {
  const dialog = new ThConfirm();
  screen.renderRoot.append(dialog);
  const answer = await dialog.ask(question);
  dialog.remove();
  return answer;
}
