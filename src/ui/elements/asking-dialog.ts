import { LitElement } from 'lit';
import { query } from 'lit/decorators.js';
import { base, buttons, dialogs } from '../styles/styles.ts';

/**
 * A dialog with one answer. A screen opens it inside a press, because a browser grants camera and sound only there. Whatever closes the
 * dialog answers it; the template of the element calls `dismiss` on `close`.
 */
export abstract class AskingDialog<Answer> extends LitElement {
  static override styles = [base, buttons, dialogs];

  @query('dialog') private _dialog!: HTMLDialogElement | null;
  /** The answer if the dialog is closed without one. */
  protected abstract readonly back: Answer;
  #give: ((answer: Answer) => void) | null = null;

  /** Adds the dialog to a place, opens it, and removes it when it is answered. A dialog of its kind that is open there is dismissed first. */
  async askIn(place: ParentNode): Promise<Answer> {
    place.querySelector<AskingDialog<Answer>>(this.localName)?.dismiss();
    const answered = new Promise<Answer>((resolve) => {
      this.#give = resolve;
    });
    place.append(this);
    await this.updateComplete;
    // It may have been dismissed before it could open, because the person left the page.
    if (this.#give !== null) this._dialog?.showModal();
    const answer = await answered;
    this.remove();
    return answer;
  }

  /** Answers it, and closes it, which gives the focus back to what was pressed. A second answer changes nothing. */
  protected give(answer: Answer): void {
    this.#give?.(answer);
    this.#give = null;
    this._dialog?.close();
  }

  /** Closes it without an answer, such as when the person has gone to another page. */
  readonly dismiss = (): void => this.give(this.back);

  /** A dialog that is taken away tells nobody that it closed. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dismiss();
  }
}
