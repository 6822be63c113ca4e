import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { peopleWords } from '../../i18n/en/settings.ts';
import { DialogAnswer } from '../elements/dialog-answer.ts';
import type { Services } from '../shell/services.ts';
import { base, buttons, dialogs } from '../styles/styles.ts';
import { changePerson, nameOf } from './change-person.ts';

/** Asks before a set whose it is, on a day on which two people train. */
@customElement('th-who-lies-there')
export class ThWhoLiesThere extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogs,
    css`
      .people {
        display: grid;
        gap: var(--s3);
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @query('dialog') private _dialog!: HTMLDialogElement;
  readonly #answer = new DialogAnswer<string | null>(() => this._dialog);

  /** Null: the person went back. */
  async ask(): Promise<string | null> {
    await this.updateComplete;
    return this.#answer.ask();
  }

  override render() {
    const { people } = this.services;
    const { title, text, back } = peopleWords().ask;
    return html`<dialog aria-labelledby="title" aria-describedby="text" @close=${() => this.#answer.give(null)}>
      <h2 id="title">${title}</h2>
      <p id="text">${text}</p>
      <div class="people">
        ${people.all.map(
          (one) =>
            html`<button translate="no" class="large ${one.id === people.here.id ? 'primary' : ''}" ?autofocus=${one.id === people.here.id} @click=${() => this.#answer.give(one.id)}>${nameOf(this.services, one)}</button>`,
        )}
      </div>
      <div class="row end"><button class="quiet" @click=${() => this.#answer.give(null)}>${back}</button></div>
    </dialog>`;
  }

  /** Closes it without an answer, because the person has gone to another page. */
  dismiss(): void {
    this.#answer.give(null);
  }
}

/**
 * Asks whose set it is.
 * @returns true: of the person here. Otherwise nothing begins; if another was chosen, the page shows that person's data.
 */
export async function askWhoLiesThere(host: LitElement, services: Services): Promise<boolean> {
  const dialog = new ThWhoLiesThere();
  dialog.services = services;
  host.renderRoot.append(dialog);
  const chosen = await dialog.ask();
  dialog.remove();
  if (chosen !== null && chosen !== services.people.here.id) changePerson(services, chosen);
  return chosen === services.people.here.id;
}
