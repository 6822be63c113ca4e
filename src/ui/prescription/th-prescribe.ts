import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { newId } from '../../app/new-id.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { prescriptionWords } from '../../i18n/en/hip/prescription.ts';
import { WORKING_SIDES, type WorkingSide } from '../../instrument/geometry/units.ts';
import {
  type PrescribedItem,
  type Prescription,
  PRESCRIPTION_LIMITS as LIMITS,
  PRESCRIPTION_VERSION,
} from '../../training/prescription/prescription.ts';
import { turnsHipIn } from '../../training/safety/what-is-left.ts';
import { exercises } from '../home-and-drill/plan-choice.ts';
import { pageHead, section, toldNote } from '../elements/page-parts.ts';
import { choiceField, choiceStyles } from '../elements/choice-field.ts';
import { checkField, choicesOf, selectField } from '../elements/fields.ts';
import { stepperField } from '../elements/stepper-field.ts';
import { download } from '../history/download.ts';
import { prescriptionText } from './prescription-text.ts';
import { prescriptionStyles } from './prescription-styles.ts';
import { fire, Served } from '../shell/services.ts';
import { commonStyles, readable, selects } from '../styles/styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** What is being written: it stays while the app is open, and is stored nowhere. */
type Draft = Pick<Prescription, 'from' | 'for' | 'weeks' | 'items' | 'cautions'>;

/** A limit that is wanted and has no degrees yet. */
const NO_DEGREES = 0;

const newItem = (drill: string): PrescribedItem => ({
  drill,
  side: 'both',
  sets: 1,
  days: 3,
  limit: null,
  endRange: true,
  words: '',
});

let kept: Draft | null = null;

const emptyDraft = (drills: readonly DrillDefinition[], from = ''): Draft => ({
  from,
  for: '',
  weeks: 4,
  items: [newItem(drills[0]?.id ?? '')],
  cautions: '',
});

/** Blanks, and signs that nobody typed on purpose, such as the end of a line that was pasted. */
const tidy = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The finished prescription, not checked yet. */
const finished = (of: Draft, now: number): Prescription => ({
  ...of,
  version: PRESCRIPTION_VERSION,
  id: newId(),
  at: new Date(now).toISOString(),
  from: tidy(of.from),
  for: tidy(of.for),
  cautions: tidy(of.cautions),
  items: of.items.map((item) => ({ ...item, words: tidy(item.words) })),
});

/** The physiotherapist's page: writes a prescription and hands it over. */
@customElement('th-prescribe')
export class ThPrescribe extends Served {
  static override styles = [commonStyles, readable, selects, choiceStyles, prescriptionStyles];

  @state() private _message = '';

  /** A test or a side check is no exercise. */
  get #drills(): readonly DrillDefinition[] {
    return exercises(this.services.drills);
  }

  get #draft(): Draft {
    return (kept ??= emptyDraft(this.#drills));
  }

  /** As the patient will see it: a limit without degrees is none. */
  get #seen(): Draft {
    const { items, ...draft } = this.#draft;
    return { ...draft, items: items.map((item) => ({ ...item, limit: item.limit || null })) };
  }

  #change(part: Partial<Draft>): void {
    kept = { ...this.#draft, ...part };
    this._message = '';
    this.requestUpdate();
  }

  /** Only where the coach can stop a hip at its degrees. */
  #turnsIn(id: string): boolean {
    return this.#drills.some((drill) => drill.id === id && turnsHipIn(drill));
  }

  #changeItem(index: number, part: Partial<PrescribedItem>): void {
    this.#change({ items: this.#draft.items.map((item, at) => (at === index ? { ...item, ...part } : item)) });
  }

  override render() {
    const words = prescriptionWords().write;
    return html`<div class="page">
        <div class="screen-only">${pageHead(words.heading, words.lead)}</div>
        ${this.#who()} ${this.#items()} ${this.#give()}
      </div>`;
  }

  #line(label: string, value: string, longest: number, change: (value: string) => void) {
    return html`<label class="plain">${label}
      <input type="text" maxlength=${longest} autocomplete="off" .value=${value} @input=${(event: Event) => change((event.currentTarget as HTMLInputElement).value)} />
    </label>`;
  }

  #who() {
    const words = prescriptionWords().write;
    const draft = this.#draft;
    const weeks = { label: words.weeks, unit: words.weeksUnit(draft.weeks), value: draft.weeks, ...LIMITS.weeks };
    return section('who', words.who, 'panel stack screen-only')`
      <div class="two">
        ${this.#line(words.from, draft.from, LIMITS.from, (from) => this.#change({ from }))}
        ${this.#line(words.for, draft.for, LIMITS.for, (name) => this.#change({ for: name }))}
        ${stepperField(weeks, (value) => this.#change({ weeks: value }))}
      </div>
      ${this.#line(words.cautions, draft.cautions, LIMITS.cautions, (cautions) => this.#change({ cautions }))}`;
  }

  #items() {
    const words = prescriptionWords().write;
    const { items } = this.#draft;
    return section('drills', words.drills, 'stack screen-only')`
      <div>${items.map((item, index) => this.#item(item, index))}</div>
      <div class="row">
        <button ?disabled=${items.length >= LIMITS.items} @click=${() => this.#change({ items: [...items, newItem(this.#drills[0]?.id ?? '')] })}>${words.add}</button>
      </div>`;
  }

  #item(item: PrescribedItem, index: number) {
    const words = prescriptionWords().write;
    const number = index + 1;
    const titles = this.#drills.map(({ id, title, variant }) => ({
      value: id,
      label: variant ? `${title}: ${variant.name}` : title,
    }));
    const { items } = this.#draft;
    const turnsIn = this.#turnsIn(item.drill);
    return html`<article class="panel stack item" aria-labelledby="drill-${index}">
      <header>
        <h3 id="drill-${index}">${words.drill(number)}</h3>
        ${
          items.length < 2
            ? null
            : html`<button class="quiet" aria-label=${words.removeOf(number)} @click=${() => this.#change({ items: items.toSpliced(index, 1) })}>${commonWords().remove}</button>`
        }
      </header>
      ${selectField(words.which(number), titles, item.drill, (drill) => this.#changeItem(index, { drill, ...(this.#turnsIn(drill) ? {} : { limit: null }) }))}
      ${choiceField<WorkingSide>(words.side, `side-${index}`, choicesOf(WORKING_SIDES, words.sides), item.side, (side) => this.#changeItem(index, { side }))}
      <div class="two">
        ${stepperField({ label: words.sets, unit: words.setsUnit(item.sets), value: item.sets, ...LIMITS.sets }, (sets) => this.#changeItem(index, { sets }))}
        ${stepperField({ label: words.days, unit: words.daysUnit(item.days), value: item.days, ...LIMITS.days }, (days) => this.#changeItem(index, { days }))}
      </div>
      ${turnsIn ? checkField(words.limited, item.limit !== null, (is) => this.#changeItem(index, { limit: is ? NO_DEGREES : null })) : null}
      ${!turnsIn || item.limit === null ? null : this.#degrees(item.limit, index)}
      ${checkField(words.strength, item.strength === true, (is) => this.#changeItem(index, { strength: is ? true : undefined }))}
      ${checkField(words.noEndRange, !item.endRange, (no) => this.#changeItem(index, { endRange: !no }))}
      ${this.#line(words.words, item.words, LIMITS.words, (text) => this.#changeItem(index, { words: text }))}
    </article>`;
  }

  /** Empty at first: nobody should hand out a limit that they have not seen. */
  #degrees(limit: number, index: number) {
    const words = prescriptionWords().write;
    const change = (event: Event) => {
      const field = event.currentTarget as HTMLInputElement;
      field.value = field.value.replaceAll(/\D/g, '');
      this.#changeItem(index, { limit: Number(field.value) });
    };
    return html`<div class="two">
      <label class="plain">${words.limit}
        <input type="text" inputmode="numeric" maxlength="2" aria-describedby="counted-${index}" .value=${limit === NO_DEGREES ? '' : `${limit}`} @input=${change} />
      </label>
      <p class="small muted" id="counted-${index}">${words.counted}</p>
    </div>`;
  }

  #give() {
    const { write } = prescriptionWords();
    return section('give', write.give, 'panel stack screen-only')`
      <p class="muted">${write.reads}</p>
      <div class="stack reads">${prescriptionText(this.#seen, this.#drills)}</div>
      <p>${write.how}</p>
      <p class="small muted">${write.health}</p>
      <div class="row">
        <button class="primary" @click=${this.#save}>${commonWords().saveFile}</button>
        <button class="quiet" @click=${this.#empty}>${write.fresh}</button>
      </div>
      ${toldNote(this._message)}`;
  }

  readonly #save = async (): Promise<void> => {
    const words = prescriptionWords().write;
    const { min, max } = LIMITS.degrees;
    const { from, items } = this.#draft;
    if (from.trim() === '') this._message = words.needsName;
    else if (items.some(({ limit }) => limit !== null && (limit < min || limit > max)))
      this._message = words.needsLimit(min, max);
    else {
      const { prescriptionFile, prescriptionFrom } = await this.services.prescriptions();
      const made = prescriptionFrom(finished(this.#draft, Date.now()));
      this._message = made === null ? words.wrong : '';
      if (made !== null) download(prescriptionFile(made));
    }
  };

  /** For the next patient. The name above it stays, because the same person writes. */
  readonly #empty = (): void => {
    const before = this.#draft;
    this.#change(emptyDraft(this.#drills, before.from));
    this.renderRoot.querySelector('h1')?.focus();
    fire(this, 'th-deleted', async () => (kept = before));
  };
}
