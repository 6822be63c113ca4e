import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  answersWith,
  isTicked,
  ME,
  NO_ANSWERS,
  painNow,
  type SafetyAnswers,
  tickFlag,
  tickRow,
} from '../../training/safety/answers.ts';
import { painIn } from '../../training/safety/person.ts';
import { RED_FLAGS, type RedFlag, SAFETY_ROWS, type SafetyRow } from '../../training/safety/red-flags.ts';
import { safetyWords } from '../../i18n/en/hip/safety.ts';
import { SIDES, WORKING_SIDES, type WorkingSide } from '../../instrument/geometry/units.ts';
import { choiceField, choiceStyles } from '../elements/choice-field.ts';
import { checkField, choicesOf } from '../elements/fields.ts';
import { changeSettings, Served } from '../shell/services.ts';
import { commonStyles } from '../styles/styles.ts';
import { flagText } from './allowed-note.ts';
import { endFeelField } from './end-feel-field.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** The pain that each answer stands for: the least of its span of the traffic light. */
const PAINS = ['1', '3', '5'] as const;
type PainAnswer = (typeof PAINS)[number];

/** Whoever says that a hip hurts, and no more, is taken to hurt much. */
const UNKNOWN_PAIN: PainAnswer = '5';
const NO_PAIN = { left: 0, right: 0 } as const;

/** The safety questions: rows to tick, each opening its answers and what follows from them. Stores every tick at once. Fires `th-changed`. */
@customElement('th-safety-form')
export class ThSafetyForm extends Served {
  static override styles = [
    commonStyles,
    choiceStyles,
    css`
      ul {
        list-style: none;
      }
      .opened {
        margin-inline-start: 2.4em;
      }
      /* The buttons at the end of the dialog cover nothing that is pressed or focused. */
      li,
      input {
        scroll-margin-block-end: 7em;
      }
    `,
  ];

  /** `pain`: only the question about pain. `flags`: only the rows. */
  @property() shows: 'all' | 'pain' | 'flags' = 'all';

  get #answers(): SafetyAnswers {
    return this.services.settings.current.safety[ME] ?? NO_ANSWERS;
  }

  override render() {
    // Only what was told: it is asked where it matters, on the hip passport.
    const told = SIDES.filter((side) => this.#answers.endFeel[side] !== undefined);
    return html`<ul>
        ${this.shows === 'flags' ? null : html`<li>${this.#hurts()}</li>`}
        ${this.shows === 'pain' ? null : SAFETY_ROWS.map((row) => html`<li data-row=${row.id}>${this.#row(row)}</li>`)}
      </ul>
      ${this.shows === 'pain' ? null : told.map((side) => endFeelField(this, side, true))}`;
  }

  #hurts() {
    const words = safetyWords();
    const pain = painNow(this.#answers, Date.now()) ?? NO_PAIN;
    const most = Math.max(pain.left, pain.right);
    const amount = PAINS.findLast((least) => most >= Number(least)) ?? UNKNOWN_PAIN;
    const hip = pain.left === 0 ? 'right' : pain.right === 0 ? 'left' : 'both';
    return html`${checkField(words.hurts, most > 0, (ticked) => this.#tellPain(ticked ? UNKNOWN_PAIN : '0', 'both'))}
      ${
        most > 0
          ? html`<div class="opened stack-s">
              ${choiceField(words.howMuch, 'pain-now', choicesOf(PAINS, words.pains), amount, (chosen) => this.#tellPain(chosen, hip))}
              ${choiceField(commonWords().whichHip, 'hip-now', choicesOf(WORKING_SIDES, words.hips), hip, (chosen) => this.#tellPain(amount, chosen))}
            </div>`
          : null
      }`;
  }

  #tellPain(amount: PainAnswer | '0', hip: WorkingSide): void {
    this.#store({ pain: { ...NO_PAIN, ...painIn(hip, Number(amount)), at: new Date().toISOString() } });
  }

  #row(row: SafetyRow) {
    const ticked = isTicked(row, this.#answers);
    const change = (is: boolean) => {
      this.#store(tickRow(this.#answers, row, is));
      void this.#showRow(row);
    };
    return html`${checkField(safetyWords().rows[row.id], ticked, change)}
      ${ticked ? html`<div class="opened stack-s">${this.#opened(row)}</div>` : null}`;
  }

  async #showRow({ id }: SafetyRow): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector(`[data-row="${id}"]`)?.scrollIntoView({ block: 'nearest' });
  }

  /** The answers of the row, and what follows from those that were given. */
  #opened(row: SafetyRow) {
    const words = safetyWords();
    const { flags, seen } = this.#answers;
    const all = row.unsure === null ? [] : [...row.flags, row.unsure];
    const given = [...row.flags, ...(row.unsure === null ? [] : [row.unsure])].filter((flag) => flags.includes(flag));
    return html`${
      all.length === 0
        ? null
        : html`<fieldset class="plain stack-s">
            <legend class="small muted">${words.which}</legend>
            ${all.map((flag) =>
              checkField(words.flags[flag].name, flags.includes(flag), (is) =>
                this.#store(tickFlag(this.#answers, row, flag, is)),
              ),
            )}
          </fieldset>`
    }
    <div role="status" class="small">${given.map((flag) => html`<p>${flagText(flag, seen.includes(flag))}</p>`)}</div>
    ${given.some((flag) => RED_FLAGS[flag].first === true || RED_FLAGS[flag].seen !== undefined) ? this.#seen(given) : null}`;
  }

  #seen(given: readonly RedFlag[]) {
    const { seen } = this.#answers;
    const isSeen = given.every((flag) => seen.includes(flag));
    return checkField(safetyWords().seen, isSeen, (is) =>
      this.#store({ seen: [...seen.filter((flag) => !given.includes(flag)), ...(is ? given : [])] }),
    );
  }

  #store(part: Partial<SafetyAnswers>): void {
    const { safety } = this.services.settings.current;
    changeSettings(this, { safety: answersWith(safety, part) });
    this.dispatchEvent(new CustomEvent('th-changed'));
  }
}
