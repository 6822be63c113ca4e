import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { peopleWords } from '../../i18n/en/settings.ts';
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
  #answer: ((chosen: string | null) => void) | null = null;

  /** Resolves inside the press, because a browser grants camera and sound only there. Null: the person went back. */
  async ask(): Promise<string | null> {
    await this.updateComplete;
    this._dialog.showModal();
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  override render() {
    const { people } = this.services;
    const { title, text, back } = peopleWords().ask;
    return html`<dialog aria-labelledby="title" aria-describedby="text" @close=${() => this.#resolve(null)}>
      <h2 id="title">${title}</h2>
      <p id="text">${text}</p>
      <div class="people">
        ${people.all.map(
          (one) =>
            html`<button translate="no" class="large ${one.id === people.here.id ? 'primary' : ''}" ?autofocus=${one.id === people.here.id} @click=${() => this.#resolve(one.id)}>${nameOf(this.services, one)}</button>`,
        )}
      </div>
      <div class="row end"><button class="quiet" @click=${() => this.#resolve(null)}>${back}</button></div>
    </dialog>`;
  }

  /** Closes it without an answer, because the person has gone to another page. */
  dismiss(): void {
    this.#resolve(null);
  }

  #resolve(chosen: string | null): void {
    const answer = this.#answer;
    this.#answer = null;
    answer?.(chosen);
    // Gives the focus back to what was pressed.
    if (this._dialog.open) this._dialog.close();
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

declare global {
  interface HTMLElementTagNameMap {
    'th-who-lies-there': ThWhoLiesThere;
  }
}
