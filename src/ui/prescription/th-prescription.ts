import { html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { type AppErrorCode, errorCode, WAYS_TO_A_SET } from '../../app/app-error.ts';
import { isSameName } from '../../coach/plain-name.ts';
import { isPerformed } from '../../coach/record/set-record.ts';
import { prescriptionWords } from '../../i18n/en/hip/prescription.ts';
import { type Degrees, type Milliseconds, type Side, SIDES, sidesOf } from '../../instrument/geometry/units.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { dayInZone } from '../../training/planning/civil-day.ts';
import { PROGRAMME_LIMITS } from '../../training/planning/programme.ts';
import {
  holdsNow,
  type PrescribedItem,
  type Prescription,
  type ProgrammeTexts,
  type TakenPrescription,
  withoutPrescription,
  withPrescription,
} from '../../training/prescription/prescription.ts';
import { Fetched } from '../elements/fetched.ts';
import { pageHead, section, toldNote } from '../elements/page-parts.ts';
import { formatDateAlone, formatDay, sentence } from '../elements/format.ts';
import { ask } from '../elements/th-confirm.ts';
import { nameOf } from '../people/change-person.ts';
import { takeBrought } from './brought.ts';
import { prescriptionText } from './prescription-text.ts';
import { prescriptionStyles } from './prescription-styles.ts';
import { lastDay, personsZone } from '../programmes/week-input.ts';
import '../shell/th-error-card.ts';
import { routeHash } from '../shell/router.ts';
import { focusLater, latePart, Served } from '../shell/services.ts';
import { commonStyles, readable, sentences } from '../styles/styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

/**
 * How far each prescribed hip turned in this drill before a moment, where that is beyond its limit. Null: it is not, or nobody
 * knows. The whole is null where both are.
 */
export function turnedFurther(
  { drill, side, limit }: PrescribedItem,
  sets: readonly SetOverview[],
  before: Milliseconds,
): Readonly<Record<Side, Degrees | null>> | null {
  if (limit === null) return null;
  const own = sets.filter(
    (set) =>
      set.drill === drill &&
      set.range === undefined &&
      isPerformed(set.source) &&
      Date.parse(set.startedAt ?? '') < before,
  );
  const [left = null, right = null] = SIDES.map((hip) => {
    const seen = sidesOf(side).includes(hip) ? own.flatMap(({ hips }) => hips) : [];
    const best = Math.max(
      ...seen.filter((one) => one.side === hip && one.watched).map(({ range }) => Math.round(range.value)),
    );
    return best > limit ? best : null;
  });
  return left === null && right === null ? null : { left, right };
}

const PRESCRIBE = routeHash({ screen: 'prescribe' });

/** The patient's page: what was brought, and after a yes the prescription that holds, with its report. */
@customElement('th-prescription')
export class ThPrescription extends Served {
  static override styles = [commonStyles, readable, sentences, prescriptionStyles];

  @state() private _brought: Prescription | null = null;
  @state() private _message = '';
  @state() private _error: AppErrorCode | null = null;
  @query('input[type=file]') private _file!: HTMLInputElement;
  readonly #sets = new Fetched<readonly SetOverview[]>(this, () => this.services.sets.list(), []);

  protected override willUpdate(): void {
    if (!this.hasUpdated) this._brought = takeBrought();
  }

  override render() {
    const words = prescriptionWords().take;
    const taken = this.services.settings.current.prescription;
    return html`<div class="page">
        <div class="screen-only">${pageHead(words.heading, words.lead)}</div>
        ${toldNote(this._message, 'note good screen-only')}
        ${this._brought === null ? this.#present(taken) : this.#asked(this._brought, taken)}
        ${section('bring', taken === null ? words.bring : words.another, 'panel stack screen-only')`
          <div class="row">
            <button @click=${() => this._file.click()}>${words.file}</button>
            <input type="file" accept="application/json,.json" hidden aria-label=${words.file} @change=${this.#chosen} />
          </div>
          ${this._error === null ? null : html`<th-error-card .code=${this._error} .without=${WAYS_TO_A_SET}></th-error-card>`}
          ${taken === null ? html`<p class="small"><a href=${PRESCRIBE}>${commonWords().prescribe}</a></p>` : null}`}
      </div>
      ${taken === null || this._brought !== null ? null : latePart(this, import('./th-prescription-report.ts'), html`<th-prescription-report .services=${this.services} .taken=${taken}></th-prescription-report>`)}`;
  }

  #present(taken: TakenPrescription | null) {
    if (taken === null) return null;
    const words = prescriptionWords().take;
    const told = holdsNow(taken, Date.now()) ? 'until' : 'over';
    const last = formatDay(lastDay(taken), { dateStyle: 'medium' });
    const { people } = this.services;
    return section('now', words[told](taken.from, last), 'panel stack screen-only')`
      ${people.several ? html`<p>${sentence(words.heldFor(nameOf(this.services, people.here)))}</p>` : null}
      ${this.#content(taken, Date.parse(taken.takenAt))}
      <div class="row">
        <a class="button" href=${routeHash({ screen: 'week' })}>${words.toWeek}</a>
        <button class="danger" @click=${this.#end}>${words.end}</button>
      </div>`;
  }

  #content(prescription: Prescription, before: number) {
    const further = (item: PrescribedItem) => {
      const beyond = turnedFurther(item, this.#sets.value ?? [], before);
      return beyond && prescriptionWords().take.further(beyond.left, beyond.right, item.limit ?? 0);
    };
    return prescriptionText(prescription, this.services.drills, further);
  }

  /** Which person of this browser takes it. Null: only one trains here. */
  #taker(written: string) {
    const { people } = this.services;
    if (!people.several) return null;
    const words = prescriptionWords().take;
    const name = nameOf(this.services, people.here);
    const isOther = written !== '' && !isSameName(written, name);
    return html`<p><strong>${sentence(words.here(name))}</strong> ${isOther ? words.hereNot(written, name) : null}</p>
      <p><a href=${routeHash({ screen: 'people' })}>${words.notMe(name)}</a></p>`;
  }

  #asked(prescription: Prescription, taken: TakenPrescription | null) {
    const words = prescriptionWords().take;
    const made = words.made(formatDateAlone(prescription.at), prescription.weeks);
    return section('asked', words.from(prescription.from))`
      <p class="note">${words.unproved}</p>
      <p>${prescription.for === '' ? null : html`<strong>${sentence(words.forWhom(prescription.for))}</strong> `}${made}</p>
      ${this.#taker(prescription.for)}
      <h3>${words.changes}</h3>
      ${this.#content(prescription, Date.now())}
      <ul class="sentences">
        ${[
          words.week,
          ...(prescription.items.some(({ limit, endRange }) => limit !== null || !endRange) ? [words.others] : []),
          words.stricter,
          ...(taken === null ? [] : [words.replaces(taken.from)]),
        ].map((line) => html`<li>${line}</li>`)}
      </ul>
      <div class="row">
        <button class="primary large" @click=${() => this.#take(prescription)}>${words.yes}</button>
        <button @click=${() => this.#answered(words.refused)}>${words.no}</button>
      </div>`;
  }

  readonly #chosen = async (): Promise<void> => {
    const file = this._file.files?.[0];
    this._file.value = '';
    if (!file) return;
    this._message = '';
    this._error = null;
    try {
      const { readPrescriptionFile } = await this.services.prescriptions();
      this._brought = await readPrescriptionFile(file);
      if (this._brought === null) this._message = prescriptionWords().take.otherFile;
      // The question stands above what was pressed.
      else focusLater(this);
    } catch (error) {
      this._error = errorCode(error);
    }
  };

  #answered(message: string): void {
    this._brought = null;
    this._message = message;
    this.renderRoot.querySelector('h1')?.focus();
  }

  async #take(prescription: Prescription): Promise<void> {
    const words = prescriptionWords().take;
    const { settings, drills } = this.services;
    const now = new Date();
    const texts: ProgrammeTexts = (days) => ({
      title: words.programme(days).slice(0, PROGRAMME_LIMITS.title),
      summary: words.summary(prescription.from),
    });
    const taken = { ...prescription, takenAt: now.toISOString() };
    const today = dayInZone(personsZone())(now.getTime());
    const changed = withPrescription(settings.current, taken, drills, texts, today);
    if (changed === null) {
      this._message = words.noRoom;
      return;
    }
    // A setting that cannot be stored still holds until the page is closed.
    await settings.change(changed).catch(() => undefined);
    this.#answered(words.taken);
  }

  readonly #end = async (): Promise<void> => {
    const words = prescriptionWords().take;
    if (!(await ask(this, words.ask))) return;
    await this.services.settings.change(withoutPrescription(this.services.settings.current)).catch(() => undefined);
    this.#answered(words.ended);
  };
}
