import { css, html, type LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { peopleWords } from '../../i18n/en/settings.ts';
import { AskingDialog } from '../elements/asking-dialog.ts';
import type { Services } from '../shell/services.ts';
import { changePerson, nameOf } from './change-person.ts';

/** Asks before a set whose it is, on a day on which two people train. */
@customElement('th-who-lies-there')
export class ThWhoLiesThere extends AskingDialog<string | null> {
  static override styles = [
    ...super.styles,
    css`
      .people {
        display: grid;
        gap: var(--s3);
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  protected readonly back = null;

  override render() {
    const { people } = this.services;
    const { title, text, back } = peopleWords().ask;
    return html`<dialog aria-labelledby="title" aria-describedby="text" @close=${this.dismiss}>
      <h2 id="title">${title}</h2>
      <p id="text">${text}</p>
      <div class="people">
        ${people.all.map(
          (one) =>
            html`<button translate="no" class="large ${one.id === people.here.id ? 'primary' : ''}" ?autofocus=${one.id === people.here.id} @click=${() => this.give(one.id)}>${nameOf(this.services, one)}</button>`,
        )}
      </div>
      <div class="row end"><button class="quiet" @click=${this.dismiss}>${back}</button></div>
    </dialog>`;
  }
}

/**
 * Asks whose set it is.
 * @returns true: of the person here. Otherwise nothing begins; if another was chosen, the page shows that person's data.
 */
export async function askWhoLiesThere(host: LitElement, services: Services): Promise<boolean> {
  const chosen = await Object.assign(new ThWhoLiesThere(), { services }).askIn(host.renderRoot);
  if (chosen !== null && chosen !== services.people.here.id) changePerson(services, chosen);
  return chosen === services.people.here.id;
}
