import { css, html, type LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SetPlan } from '../../coach/coach-contract.ts';
import { answersWith, type Due, ME, painNow, questionsDue } from '../../coach/safety/answers.ts';
import { safetyWords } from '../../i18n/en/hip/safety.ts';
import { AskingDialog } from '../elements/asking-dialog.ts';
import { changeSettings, type Services } from '../shell/services.ts';
import { limitedPlan } from './limited-plan.ts';
import { readPerson } from './person-now.ts';
import './th-safety-form.ts';

/** The safety questions in a dialog. One press when none applies. */
@customElement('th-safety-dialog')
export class ThSafetyDialog extends AskingDialog<boolean> {
  static override styles = [
    ...super.styles,
    css`
      dialog {
        max-block-size: 92vh;
        overflow: auto;
      }
      /* In sight, however many rows are open. */
      .end {
        position: sticky;
        inset-block-end: 0;
        background: inherit;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @property({ attribute: false }) due!: Due;
  @state() private _again = false;
  /** The person went back. */
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
    const { flags } = this.due;
    const pain = this.#answers && painNow(this.#answers, Date.now());
    const isNone =
      (pain?.left ?? 0) + (pain?.right ?? 0) === 0 && (!flags || (this.#answers?.flags ?? []).length === 0);
    const none = flags ? words.none : words.painNone;
    return html`<dialog aria-labelledby="title" aria-describedby=${flags ? 'text' : 'title'} @close=${this.dismiss}>
      <h2 id="title">${flags ? words.heading : words.painHeading}</h2>
      ${flags ? html`<p id="text">${this._again ? words.again : words.lead}</p>` : null}
      <th-safety-form
        .services=${this.services}
        .shows=${flags ? 'all' : 'pain'}
        @th-changed=${() => this.requestUpdate()}
      ></th-safety-form>
      <div class="row end">
        <button @click=${this.dismiss}>${words.back}</button>
        <button class="primary" autofocus @click=${this.#go}>${isNone ? none : words.go}</button>
      </div>
    </dialog>`;
  }

  readonly #go = (): void => {
    const { safety } = this.services.settings.current;
    const at = new Date().toISOString();
    const told = this.#answers && painNow(this.#answers, Date.now());
    const pain = { left: told?.left ?? 0, right: told?.right ?? 0, at };
    const asked = this.due.flags ? { askedAt: at, again: undefined } : {};
    changeSettings(this, { safety: answersWith(safety, { ...asked, pain }) });
    this.give(true);
  };
}

/** `back`: the person went back. `refused`: what they answered, or what happened in earlier sets, stands against it. */
export type Asked = SetPlan | 'back' | 'refused';

/**
 * The one door to a set: asks the safety questions where they are due, and looks at everything that is known of the person.
 * @returns the set as it may be done
 */
export async function askSafety(host: LitElement, services: Services, plan: SetPlan): Promise<Asked> {
  const due = questionsDue(services.settings.current.safety[ME], plan.drill.hipTest !== undefined, Date.now());
  if (due.flags || due.pain) {
    const dialog = Object.assign(new ThSafetyDialog(), { services, due });
    if (!(await dialog.askIn(host.renderRoot))) return 'back';
  }
  const now = Date.now();
  return limitedPlan(plan, await readPerson(services, now), now) ?? 'refused';
}
