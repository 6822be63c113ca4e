import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { newId } from '../../app/new-id.ts';
import {
  mostAlike,
  OUTSIDE_LIMITS,
  type OutsideValue,
  seriesName,
  withOutside,
} from '../../training/review/outside-series.ts';
import { outsideWords } from '../../i18n/en/transfer.ts';
import type { TakenValues } from '../../storage/outside/read-values.ts';
import { choiceField, choiceStyles } from '../elements/choice-field.ts';
import { formatDay } from '../elements/format.ts';
import { fire, type Services } from '../shell/services.ts';
import { commonStyles, fields, readable } from '../styles/styles.ts';
import { understoodText } from './outside-text.ts';

/**
 * Says what was understood of a file with values of the person's own, and keeps them after a yes. Fires `th-outside` with what to say:
 * nothing where they are not kept.
 */
@customElement('th-outside-file')
export class ThOutsideFile extends LitElement {
  static override styles = [
    commonStyles,
    fields,
    choiceStyles,
    readable,
    css`
      section,
      form,
      label {
        display: grid;
        gap: var(--s3);
        justify-items: start;
      }
      label {
        gap: var(--s1);
      }
      input:not([type]) {
        inline-size: min(100%, 22rem);
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @property({ attribute: false }) read!: TakenValues;
  /** Null: not said yet. */
  @state() private _order: 'day' | 'month' | null = null;
  @state() private _full = false;
  @query('input:not([type])') private _name!: HTMLInputElement;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  /** Null: the order of day and month is not known yet. */
  get #values(): readonly OutsideValue[] | null {
    const { monthFirst, values } = this.read;
    if (monthFirst === null || this._order === 'day') return values;
    return this._order === 'month' ? monthFirst.values : null;
  }

  override render() {
    const values = this.#values;
    return html`<section class="note" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${outsideWords().heading}</h2>
      ${this.#orderField()} ${values === null ? this.#no() : this.#understood(values)}
    </section>`;
  }

  #orderField() {
    const { monthFirst } = this.read;
    if (monthFirst === null) return null;
    const { day, month } = monthFirst;
    const choices = [
      { value: 'day' as const, label: formatDay(day, { dateStyle: 'long' }) },
      { value: 'month' as const, label: formatDay(month, { dateStyle: 'long' }) },
    ];
    return choiceField(outsideWords().order(monthFirst.cell), 'order', choices, this._order, (order) => {
      this._order = order;
    });
  }

  #understood(values: readonly OutsideValue[]) {
    const words = outsideWords();
    const like = mostAlike(this.services.settings.current.outside, values);
    if (like?.known === values.length)
      return html`<p role="status">${words.allHere(like.name)}</p>
        <button @click=${() => this.#done('')}>${words.close}</button>`;
    return html`<p role="status"><strong>${understoodText(values)}</strong></p>
      <p class="small">${words.columns(this.read.columns.join(', '))}</p>
      ${like === null ? null : html`<p>${words.here(like.known, like.name)}</p>`}
      <form @submit=${(event: SubmitEvent) => this.#keep(event, values)}>
        <label>
          ${words.name}
          <input required maxlength=${OUTSIDE_LIMITS.name} .value=${like?.name ?? ''} placeholder=${words.example} autocomplete="off" />
        </label>
        <p class="small">${words.use}</p>
        ${this._full ? html`<p role="alert">${words.full(OUTSIDE_LIMITS.series, OUTSIDE_LIMITS.values)}</p>` : null}
        <div class="row"><button class="primary">${words.keep}</button>${this.#no()}</div>
      </form>`;
  }

  #no() {
    return html`<button type="button" @click=${() => this.#done('')}>${outsideWords().no}</button>`;
  }

  async #keep(event: SubmitEvent, values: readonly OutsideValue[]): Promise<void> {
    event.preventDefault();
    const [name, { settings }, words] = [seriesName(this._name.value), this.services, outsideWords()];
    const outside = withOutside(settings.current.outside, { id: newId(), name, values });
    this._full = outside === null;
    if (name === '') this._name.focus();
    else if (outside !== null)
      this.#done(
        await settings.change({ outside }).then(
          () => words.kept(name),
          () => words.notStored,
        ),
      );
  }

  #done(message: string): void {
    fire(this, 'th-outside', message);
  }
}
