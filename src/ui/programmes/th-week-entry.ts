import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Weekday, WEEKDAYS } from '../../training/planning/civil-day.ts';
import type { Programme } from '../../training/planning/programme.ts';
import type { ClockTime, WeekEntry } from '../../training/planning/week.ts';
import { weekWords } from '../../i18n/en/week.ts';
import { programmeStyles } from './programme-styles.ts';
import { clockText, clockTime, dayName } from './programme-words.ts';
import { checkField, selectField } from '../elements/fields.ts';
import { commonStyles } from '../styles/styles.ts';

/** Event `th-entry` with the changed entry, or with the command to remove it. */
export type EntryEvent = CustomEvent<WeekEntry | 'remove'>;

const MAX_TIMES = 4;
const LATEST: ClockTime = 23 * 60 + 59;

/** Edits one entry of the weekly plan: programme, days and times. Fires `th-entry`. */
@customElement('th-week-entry')
export class ThWeekEntry extends LitElement {
  static override styles = [
    commonStyles,
    programmeStyles,
    css`
      .fields {
        display: grid;
        gap: var(--s4);
      }
      .days {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
      }
      .days label {
        padding-inline: var(--s3);
        border: 1px solid var(--edge);
        border-radius: var(--radius-s);
        cursor: pointer;
      }
      legend {
        padding: 0;
        margin-block-end: var(--s1);
        color: var(--muted);
        font-size: 0.9375rem;
      }
      .time {
        display: inline-flex;
        gap: var(--s1);
      }
      .time input {
        inline-size: 10.5rem;
      }
      .narrow {
        max-inline-size: 26rem;
      }
    `,
  ];

  @property({ attribute: false }) programmes: readonly Programme[] = [];
  @property({ attribute: false }) entry!: WeekEntry;

  override render() {
    const words = weekWords();
    const title = this.programmes.find(({ id }) => id === this.entry.programme)?.title ?? words.deletedProgramme;
    return html`<div class="panel fields" role="group" aria-label=${title}>
      ${this.#programme(title)} ${this.#days()} ${this.#times()}
      <div><button class="quiet" aria-label=${words.removeFromWeek(title)} @click=${() => this.#fire('remove')}>${words.remove}</button></div>
    </div>`;
  }

  #programme(title: string) {
    const programmes = this.programmes.map(({ id, title: label }) => ({ value: id, label }));
    return selectField(
      weekWords().programme,
      programmes,
      this.entry.programme,
      (programme) => this.#change({ programme }),
      {
        look: 'narrow',
        otherwise: title,
      },
    );
  }

  #days() {
    return html`<fieldset>
      <legend>${weekWords().days}</legend>
      <div class="days">
        ${WEEKDAYS.map((day) => checkField(dayName(day), this.entry.days.includes(day), () => this.#toggle(day)))}
      </div>
    </fieldset>`;
  }

  #times() {
    const { at } = this.entry;
    const words = weekWords();
    return html`<fieldset>
      <legend>${words.times}</legend>
      <div class="row">
        ${at.map(
          (time, index) => html`<span class="time">
            <input
              type="time"
              aria-label=${words.time(index + 1)}
              .value=${clockText(time)}
              @change=${(event: Event) => this.#setTime(index, (event.currentTarget as HTMLInputElement).value)}
            />
            ${
              at.length > 1
                ? html`<button aria-label=${words.removeTime(index + 1)} @click=${() => this.#change({ at: at.toSpliced(index, 1) })}>×</button>`
                : null
            }
          </span>`,
        )}
        <button ?disabled=${at.length >= MAX_TIMES} @click=${this.#addTime}>${words.oneMoreTime}</button>
      </div>
    </fieldset>`;
  }

  #toggle(day: Weekday): void {
    const { days } = this.entry;
    const changed = days.includes(day) ? days.filter((one) => one !== day) : [...days, day];
    this.#change({ days: changed.toSorted((a, b) => a - b) });
  }

  /** An empty field or a duplicate time changes nothing. */
  #setTime(index: number, text: string): void {
    const time = clockTime(text);
    const { at } = this.entry;
    if (time === null || at.includes(time)) this.requestUpdate();
    else this.#change({ at: at.with(index, time) });
  }

  readonly #addTime = (): void => {
    const { at } = this.entry;
    let time = Math.min(LATEST, Math.max(...at) + 60);
    while (at.includes(time)) time -= 60;
    this.#change({ at: [...at, time] });
  };

  #change(part: Partial<WeekEntry>): void {
    this.#fire({ ...this.entry, ...part });
  }

  #fire(detail: EntryEvent['detail']): void {
    this.dispatchEvent(new CustomEvent('th-entry', { detail }));
  }
}
