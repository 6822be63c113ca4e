import { css, html } from 'lit';
import { WEEKDAYS } from '../../training/planning/civil-day.ts';
import type { Programme } from '../../training/planning/programme.ts';
import type { ClockTime, WeekEntry } from '../../training/planning/week.ts';
import { weekWords } from '../../i18n/en/week.ts';
import { checkField, selectField } from '../elements/fields.ts';
import { clockText, clockTime, dayName } from './programme-words.ts';

const MAX_TIMES = 4;
const LATEST: ClockTime = 23 * 60 + 59;

/** For `entryFields`, beside `programmeStyles`. */
export const entryStyles = css`
  .entry {
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
  .entry legend {
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
  .entry .narrow {
    max-inline-size: 26rem;
  }
`;

type Change = (change: WeekEntry | 'remove') => void;

/** Edits one entry of the weekly plan: programme, days and times. @param index among the entries */
export function entryFields(entry: WeekEntry, index: number, offered: readonly Programme[], change: Change) {
  const words = weekWords();
  const title = offered.find(({ id }) => id === entry.programme)?.title ?? words.deletedProgramme;
  const programmes = offered.map(({ id, title: label }) => ({ value: id, label }));
  const choose = (programme: string): void => change({ ...entry, programme });
  return html`<div class="panel entry" role="group" aria-label=${title}>
    ${selectField(words.programme, programmes, entry.programme, choose, { look: 'narrow', otherwise: title, key: index })}
    ${days(entry, change)} ${times(entry, change)}
    <div><button class="quiet" aria-label=${words.removeFromWeek(title)} @click=${() => change('remove')}>${words.remove}</button></div>
  </div>`;
}

function days(entry: WeekEntry, change: Change) {
  const chosen = entry.days;
  const toggled = (day: (typeof WEEKDAYS)[number]) =>
    chosen.includes(day) ? chosen.filter((one) => one !== day) : [...chosen, day].toSorted((a, b) => a - b);
  return html`<fieldset>
    <legend>${weekWords().days}</legend>
    <div class="days">
      ${WEEKDAYS.map((day) => checkField(dayName(day), chosen.includes(day), () => change({ ...entry, days: toggled(day) })))}
    </div>
  </fieldset>`;
}

function times(entry: WeekEntry, change: Change) {
  const { at } = entry;
  const words = weekWords();
  const keep = (changed: readonly ClockTime[]): void => change({ ...entry, at: changed });
  return html`<fieldset>
    <legend>${words.times}</legend>
    <div class="row">
      ${at.map(
        (time, index) => html`<span class="time">
          <input
            type="time"
            aria-label=${words.time(index + 1)}
            .value=${clockText(time)}
            @change=${(event: Event) => timeChanged(event.currentTarget as HTMLInputElement, at, index, keep)}
          />
          ${at.length > 1 ? html`<button aria-label=${words.removeTime(index + 1)} @click=${() => keep(at.toSpliced(index, 1))}>×</button>` : null}
        </span>`,
      )}
      <button ?disabled=${at.length >= MAX_TIMES} @click=${() => keep([...at, oneMore(at)])}>${words.oneMoreTime}</button>
    </div>
  </fieldset>`;
}

/** An empty field or a duplicate time changes nothing. */
function timeChanged(
  field: HTMLInputElement,
  at: readonly ClockTime[],
  index: number,
  keep: (changed: readonly ClockTime[]) => void,
): void {
  const time = clockTime(field.value);
  if (time === null || at.includes(time)) field.value = clockText(at[index] ?? 0);
  else keep(at.with(index, time));
}

function oneMore(at: readonly ClockTime[]): ClockTime {
  let time = Math.min(LATEST, Math.max(...at) + 60);
  while (at.includes(time)) time -= 60;
  return time;
}
