/**
 * The one answer of a dialog that a screen opens inside a press: a browser grants camera and sound only there. Whatever closes the
 * dialog answers it.
 */
export class DialogAnswer<Answer> {
  readonly #dialog: () => HTMLDialogElement;
  #give: ((answer: Answer) => void) | null = null;

  constructor(dialog: () => HTMLDialogElement) {
    this.#dialog = dialog;
  }

  /** Opens the dialog. Resolves with the first answer. */
  ask(): Promise<Answer> {
    this.#dialog().showModal();
    return new Promise((resolve) => {
      this.#give = resolve;
    });
  }

  /** Answers it, and closes it, which gives the focus back to what was pressed. A second answer changes nothing. */
  readonly give = (answer: Answer): void => {
    const give = this.#give;
    this.#give = null;
    give?.(answer);
    const dialog = this.#dialog();
    if (dialog.open) dialog.close();
  };
}
