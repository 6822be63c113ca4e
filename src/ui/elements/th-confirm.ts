import { css, html, type LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { AskingDialog } from './asking-dialog.ts';

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/** Asks before something is lost. The focus is on the harmless answer, which Escape gives too. */
@customElement('th-confirm')
export class ThConfirm extends AskingDialog<boolean> {
  static override styles = [
    ...super.styles,
    css`
      :host {
        position: absolute;
      }
    `,
  ];

  @property({ attribute: false }) question!: Question;
  protected readonly back = false;

  override render() {
    const { title, text, yes, no } = this.question;
    return html`<dialog role="alertdialog" aria-labelledby="title" aria-describedby="text" @close=${this.dismiss}>
      <h2 id="title">${title}</h2>
      <p id="text">${text}</p>
      <div class="row end">
        <button autofocus @click=${this.dismiss}>${no}</button>
        <button class="danger" @click=${() => this.give(true)}>${yes}</button>
      </div>
    </dialog>`;
  }
}

/** Asks on a screen. Resolves with true only for the "yes" button. */
export const ask = (screen: LitElement, question: Question): Promise<boolean> =>
  Object.assign(new ThConfirm(), { question }).askIn(screen.renderRoot);
