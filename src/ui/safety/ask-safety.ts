import { css, html, type LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SetPlan } from '../../coach/coach-contract.ts';
import { morningDue } from '../../training/load/morning.ts';
import type { MorningAnswer } from '../../coach/record/set-record.ts';
import { answersWith, type Due, ME, painNow, questionsDue } from '../../training/safety/answers.ts';
import { safetyWords } from '../../i18n/en/hip/safety.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import { AskingDialog } from '../elements/asking-dialog.ts';
import { choiceStyles } from '../elements/choice-field.ts';
import { dayText } from '../elements/format.ts';
import { dayAmong, doneSets } from '../programmes/week-input.ts';
import { changeSettings, type Services } from '../shell/services.ts';
import { keepMorning, morningQuestion } from '../summary/morning-question.ts';
import { limitedPlan } from './limited-plan.ts';
import { readPerson } from './person-now.ts';
import './th-safety-form.ts';
import { commonWords } from '../../i18n/en/common.ts';

type MorningSets = ReturnType<typeof doneSets>;

/** The safety questions in a dialog. One press when none applies. */
@customElement('th-safety-dialog')
export class ThSafetyDialog extends AskingDialog<boolean> {
  static override styles = [
    ...super.styles,
    choiceStyles,
    css`
      dialog {
        max-block-size: 92vh;
        overflow: auto;
        padding-block-end: 0;
      }
      /* In sight, however many rows are open. Its ground covers the rows that scroll behind it. */
      .end {
        position: sticky;
        inset-block-end: 0;
        padding-block: var(--s3) var(--s5);
        background: inherit;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @property({ attribute: false }) due!: Due;
  /** The sets whose next morning is asked about. Empty: it is not. */
  @property({ attribute: false }) mornings: MorningSets = [];
  @state() private _again = false;
  /** Null: not told. */
  @state() morning: MorningAnswer | null = null;
  protected readonly back = false;

  override askIn(place: ParentNode): Promise<boolean> {
    this._again = this.#answers?.again === true;
    return super.askIn(place);
  }

  get #answers() {
    return this.services.settings.current.safety[ME];
  }

  override render() {
    const words = safetyWords();
    const { flags, pain } = this.due;
    const [last] = this.mornings;
    return html`<dialog aria-labelledby="title" aria-describedby=${flags ? 'text' : 'title'} @close=${this.dismiss}>
      <h2 id="title">${flags ? words.heading : pain ? words.painHeading : commonWords().beforeStart}</h2>
      ${flags ? html`<p id="text">${this._again ? words.again : words.lead}</p>` : null}
      ${
        flags || pain
          ? html`<th-safety-form
              .services=${this.services}
              .shows=${flags ? 'all' : 'pain'}
              @th-changed=${() => this.requestUpdate()}
            ></th-safety-form>`
          : null
      }
      ${last && morningQuestion(dayText(last.startedAt), this.morning, this.#toldMorning)}
      <div class="row end">
        <button @click=${this.dismiss}>${commonWords().back}</button>
        <button class="primary" autofocus @click=${this.#go}>${this.#goName()}</button>
      </div>
    </dialog>`;
  }

  readonly #toldMorning = (answer: MorningAnswer) => (this.morning = answer);

  #goName(): string {
    const words = safetyWords();
    const { flags, pain } = this.due;
    const told = this.#answers && painNow(this.#answers, Date.now());
    const hurts = (told?.left ?? 0) + (told?.right ?? 0) > 0;
    const isTicked = flags && (this.#answers?.flags ?? []).length > 0;
    if (hurts || isTicked || !(flags || pain)) return words.go;
    return flags ? words.none : words.painNone;
  }

  readonly #go = (): void => {
    const { safety } = this.services.settings.current;
    const at = new Date().toISOString();
    const { flags, pain } = this.due;
    const told = this.#answers && painNow(this.#answers, Date.now());
    const hurts = flags || pain ? { pain: { left: told?.left ?? 0, right: told?.right ?? 0, at } } : {};
    changeSettings(this, {
      safety: answersWith(safety, { ...(flags ? { askedAt: at, again: undefined } : {}), ...hurts }),
    });
    this.give(true);
  };
}

/** The sets of the last training day whose next morning is to be told: before the first set of a day. */
async function morningsDue({ sets, drills }: Services, now: Milliseconds): Promise<MorningSets> {
  const all = await sets.list().catch(() => []);
  const [done, dayOf] = [doneSets(all), dayAmong(all)];
  const hasBegun = done.some(({ startedAt }) => dayOf(startedAt) === dayOf(now));
  return hasBegun ? [] : morningDue(done, drills, now, dayOf);
}

/** Asks what is due. False: the person went back. */
async function asked(host: LitElement, services: Services, plan: SetPlan): Promise<boolean> {
  const now = Date.now();
  const due = questionsDue(services.settings.current.safety[ME], plan.drill.hipTest !== undefined, now);
  const mornings = await morningsDue(services, now);
  if (!due.flags && !due.pain && mornings.length === 0) return true;
  const dialog = Object.assign(new ThSafetyDialog(), { services, due, mornings });
  if (!(await dialog.askIn(host.renderRoot))) return false;
  // An answer that cannot be stored is asked for again.
  if (dialog.morning !== null) await keepMorning(services.sets, mornings, dialog.morning).catch(() => undefined);
  return true;
}

/** `back`: the person went back. `refused`: what they answered, or what happened in earlier sets, stands against it. */
export type Asked = SetPlan | 'back' | 'refused';

/**
 * The one door to a set: asks what is due, and looks at everything that is known of the person.
 * @returns the set as it may be done
 */
export async function askSafety(host: LitElement, services: Services, plan: SetPlan): Promise<Asked> {
  if (!(await asked(host, services, plan))) return 'back';
  const now = Date.now();
  return limitedPlan(plan, await readPerson(services, now), now) ?? 'refused';
}
