import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Served } from '../shell/services.ts';
import { peopleWords } from '../../i18n/en/settings.ts';
import { base, buttons } from '../styles/styles.ts';
import { changePerson, nameOf } from './change-person.ts';

/** One button for each person, on the first page. Only where there are several. */
@customElement('th-people-switch')
export class ThPeopleSwitch extends Served {
  static override styles = [
    base,
    buttons,
    css`
      /* As wide as the page below it. */
      :host {
        max-inline-size: var(--page);
        margin-inline: auto;
        padding: var(--s4) var(--s5) 0;
      }
      @media (max-width: 640px) {
        :host {
          padding-inline: var(--s4);
        }
      }
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2);
      }
      span {
        color: var(--muted);
        font-weight: 580;
      }
      button {
        overflow-wrap: anywhere;
      }
      button[aria-pressed='true'] {
        border-color: var(--accent);
        box-shadow: inset 0 0 0 1px var(--accent);
      }
      a {
        min-block-size: 44px;
        align-content: center;
      }
    `,
  ];

  override render() {
    const { people } = this.services;
    const words = peopleWords();
    return html`<div role="group" aria-labelledby="who">
      <span id="who">${words.switch}</span>
      ${people.all.map(
        (one) =>
          html`<button translate="no" aria-pressed=${one.id === people.here.id} @click=${() => one.id === people.here.id || changePerson(this.services, one.id)}>${nameOf(this.services, one)}</button>`,
      )}
      <a href="#/people">${words.edit}</a>
    </div>`;
  }
}
