import { css, html } from 'lit';
import { customElement, property, state as reactive } from 'lit/decorators.js';
import { fitting } from '../styles/tokens.ts';
import { effortAdvice, painAdvice, painLight } from '../../training/review/after-set.ts';
import { asksAboutBack } from '../../coach/speech/phase-voice.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { WORKING_SIDES } from '../../instrument/geometry/units.ts';
import { largeRange } from '../../coach/progress/real-change.ts';
import type { AfterSet, BackAnswer, SetRecord } from '../../coach/record/set-record.ts';
import { isSymptom, type SymptomLock } from '../../training/planning/symptom-lock.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { lessonWords } from '../../i18n/en/lessons.ts';
import { faceStyles } from '../elements/choice-field.ts';
import { Fetched } from '../elements/fetched.ts';
import { formatDegrees } from '../elements/format.ts';
import { lockNote } from '../home-and-drill/drill-notes.ts';
import { lockOf } from '../safety/person-now.ts';
import { changeSettings, Served } from '../shell/services.ts';
import { answersWith } from '../../training/safety/answers.ts';
import { commonStyles } from '../styles/styles.ts';

/** Event `th-after` with the new answers. The element stores them itself. */
export type AfterEvent = CustomEvent<AfterSet>;

const SCORES = Array.from({ length: 11 }, (_, value) => value);
const NO_ANSWER: AfterSet = { effort: null, pain: null };
const BACK_ANSWERS: readonly BackAnswer[] = ['still', 'moved', 'unsure'];

/** In a hip test and in a stretch that is only held, nobody pushes. */
const isPushed = ({ hipTest, phases }: DrillDefinition): boolean =>
  hipTest === undefined && phases.some(({ kind }) => kind !== 'passive' && kind !== 'hold' && kind !== 'sink');

/** After a set: asks for effort, where there was any, and pain; gives advice; says if the drill is on hold. Fires `th-after`. */
@customElement('th-after-set')
export class ThAfterSet extends Served {
  static override styles = [
    commonStyles,
    faceStyles,
    css`
      :host {
        display: grid;
        gap: var(--s4);
      }
      /* One hint may take two lines, the other one; the scales stand in one row. */
      ${fitting('.asked', '26rem', 'var(--s4) var(--s6)', 'end')}
      legend {
        margin-block-end: var(--s2);
        font-weight: 580;
      }
      legend span {
        font-weight: 400;
      }
      .scale {
        display: grid;
        grid-template-columns: repeat(11, minmax(0, 1fr));
        gap: 2px;
      }
      /* Eleven in one row would be too narrow for a finger. */
      @media (max-width: 420px) {
        .scale {
          grid-template-columns: repeat(6, minmax(0, 1fr));
          gap: var(--s1);
        }
      }
      .scale.back {
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }
      .scale span {
        border: 1px solid var(--edge);
        font-variant-numeric: tabular-nums;
      }
      .scale input:checked + span {
        font-weight: 700;
      }
      .scale input:focus-visible + span {
        outline-offset: 2px;
      }
    `,
  ];

  @property({ attribute: false }) record!: SetRecord;
  @property({ attribute: false }) drill: DrillDefinition | null = null;
  readonly #lock = new Fetched(this, () => this.#readLock());
  @reactive() private _notStored = false;

  async #readLock(): Promise<SymptomLock | null> {
    const { drill, services, record } = this;
    if (!drill || !isSymptom(record.ended)) return null;
    return lockOf(drill, services.drills, await services.sets.list(), services.settings.current, Date.now());
  }

  override render() {
    const isHard = this.drill === null || isPushed(this.drill);
    return html`${this.#lock.value ? lockNote(this.#lock.value) : null} ${this.#largeRange()}
      <section class="panel stack" aria-label=${summaryWords().felt.label}>
        <div class="asked">${isHard ? this.#question('effort') : null} ${this.#question('pain')} ${this.#whichHip()} ${this.#backQuestion()}</div>
        <div role="status" class="stack-s">${this.#advice()}</div>
      </section>`;
  }

  get #answers(): AfterSet {
    return this.record.after ?? NO_ANSWER;
  }

  #question(key: 'effort' | 'pain') {
    const { ask, ends } = summaryWords().felt[key];
    return html`<fieldset>
      <legend>${ask} <span class="small muted">${ends}</span></legend>
      <div class="scale faces">${SCORES.map((value) => this.#choice(key, value, String(value)))}</div>
    </fieldset>`;
  }

  /** Asked where no camera place shows the lower back. An arm raised during the set has answered it already. */
  #backQuestion() {
    const { record, drill } = this;
    if (drill === null || drill.hipTest !== undefined || !asksAboutBack(drill) || record.neutral === null) return null;
    const { ask, why, answers, rounded } = summaryWords().felt.back;
    return html`<fieldset>
      <legend>${ask[drill.backShape ?? 'still']} <span class="small muted">${why}</span></legend>
      <div class="scale back faces">${BACK_ANSWERS.map((value) => this.#choice('back', value, value === 'moved' && drill.backShape ? rounded : answers[value]))}</div>
    </fieldset>`;
  }

  /** Asked after a symptom, and where it hurts. The hip at work when a symptom ended the set is the answer at first. */
  #whichHip() {
    if (!isSymptom(this.record.ended) && painLight(this.#answers.pain ?? 0) === 'green') return null;
    const { ask, answers } = summaryWords().felt.hip;
    return html`<fieldset>
      <legend>${ask}</legend>
      <div class="scale back faces">${WORKING_SIDES.map((value) => this.#choice('side', value, answers[value]))}</div>
    </fieldset>`;
  }

  #choice<K extends keyof AfterSet>(key: K, value: NonNullable<AfterSet[K]>, name: string) {
    const { ended, phases } = this.record;
    const hipAtEnd = isSymptom(ended) ? (phases.at(-1)?.side ?? null) : null;
    return html`<label>
      <input
        type="radio"
        name=${key}
        .value=${String(value)}
        .checked=${(this.#answers[key] ?? (key === 'side' ? hipAtEnd : null)) === value}
        @change=${() => this.#answer({ [key]: value })}
      />
      <span>${name}</span>
    </label>`;
  }

  #advice() {
    const words = summaryWords().felt;
    const advice = lessonWords().after;
    const pain = painAdvice(this.#answers, advice);
    const effort = effortAdvice(this.#answers, this.record.goal, advice);
    const level = pain?.light === 'red' ? 'bad' : pain?.light === 'green' ? 'good' : '';
    return html`${pain ? html`<p class="note ${level}"><strong>${words.lights[pain.light]}</strong><span>${pain.text}</span></p>` : null}
      ${effort ? html`<p>${effort}</p>` : null}
      ${pain || effort ? null : html`<p class="small muted">${words.optional}</p>`}
      ${this._notStored ? html`<p>${words.notStored}</p>` : null}`;
  }

  #largeRange() {
    const range = this.drill && largeRange(this.record, this.drill);
    if (range === null) return null;
    return html`<div class="note" role="note">
      <strong>${summaryWords().felt.largeTitle}</strong>
      <span>${summaryWords().felt.large(formatDegrees(range))}</span>
    </div>`;
  }

  #answer(part: Partial<AfterSet>): void {
    const detail: AfterSet = { ...this.#answers, ...part };
    this.dispatchEvent(new CustomEvent('th-after', { detail }));
    const { safety } = this.services.settings.current;
    // The safety questions are due before the next set.
    if (part.pain !== undefined && painLight(part.pain ?? 0) === 'red')
      changeSettings(this, { safety: answersWith(safety, { again: true }) });
    this.services.sets.keepAfter(this.record.id, detail).then(
      () => (this._notStored = false),
      () => (this._notStored = true),
    );
  }
}
