import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type OutsideSeries, withOutside } from '../../training/review/outside-series.ts';
import { outsideWords } from '../../i18n/en/transfer.ts';
import { changeSettings, fire, type Services } from '../shell/services.ts';
import { commonStyles, lists, readable } from '../styles/styles.ts';
import { understoodText } from './outside-text.ts';

/** The series that were not measured here, each with a button that deletes it. Fires `th-outside` where one is gone. */
@customElement('th-outside-series')
export class ThOutsideSeries extends LitElement {
  static override styles = [
    commonStyles,
    lists,
    readable,
    css`
      li {
        display: grid;
        gap: var(--s1);
        justify-items: start;
      }
      strong {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;

  override render() {
    const words = outsideWords();
    return html`<section class="panel stack" aria-labelledby="outside">
      <h2 id="outside">${words.title}</h2>
      <p class="small muted">${words.use}</p>
      <ul class="list">
        ${this.services.settings.current.outside.map(
          (series) => html`<li>
            <strong>${series.name}</strong>
            <span class="muted">${understoodText(series.values)}</span>
            <button class="danger" aria-label=${words.deleteOf(series.name)} @click=${() => this.#delete(series)}>${words.delete}</button>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #delete(series: OutsideSeries): void {
    const { settings } = this.services;
    changeSettings(this, { outside: settings.current.outside.filter(({ id }) => id !== series.id) });
    fire(this, 'th-outside');
    fire(this, 'th-deleted', () => {
      const { outside } = settings.current;
      return settings.change({ outside: withOutside(outside, series) ?? outside });
    });
  }
}
