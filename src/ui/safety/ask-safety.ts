import { css, html, type LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SetPlan } from '../../coach/coach-contract.ts';
import { safetyWords } from '../../i18n/en/hip/safety.ts';
import { answersWith, isDue, ME } from '../../coach/safety/answers.ts';
import { AskingDialog } from '../elements/asking-dialog.ts';
import { changeSettings, type Services } from '../shell/services.ts';
import { limitedPlan } from './limited-plan.ts';
import { answeredPerson } from './person-now.ts';
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
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @state() private _again = false;
  /** The person went back. */
  protected readonly back = false;

  override askIn(place: ParentNode): Promise<boolean> {
    this._again = this.services.settings.current.safety[ME]?.again === true;
    return super.askIn(place);
  }

  override render() {
    const words = safetyWords();
    const flags = this.services.settings.current.safety[ME]?.flags ?? [];
    return html`<dialog aria-labelledby="title" aria-describedby="text" @close=${this.dismiss}>
      <h2 id="title">${words.heading}</h2>
      <p id="text">${this._again ? words.again : words.lead}</p>
      <th-safety-form .services=${this.services} @th-changed=${() => this.requestUpdate()}></th-safety-form>
      <div class="row end">
        <button @click=${this.dismiss}>${words.back}</button>
        <button class="primary" autofocus @click=${this.#go}>${flags.length === 0 ? words.none : words.go}</button>
      </div>
    </dialog>`;
  }

  readonly #go = (): void => {
    const { safety } = this.services.settings.current;
    const answered = { askedAt: new Date().toISOString(), again: undefined };
    changeSettings(this, { safety: answersWith(safety, answered) });
    this.give(true);
  };
}

/** `back`: the person went back. `refused`: what they answered stands against it. */
export type Asked = SetPlan | 'back' | 'refused';

/**
 * Asks the safety questions where they are due.
 * @returns the set as it may be done after the answers
 */
export async function askSafety(host: LitElement, services: Services, plan: SetPlan): Promise<Asked> {
  if (isDue(services.settings.current.safety[ME])) {
    const dialog = Object.assign(new ThSafetyDialog(), { services });
    if (!(await dialog.askIn(host.renderRoot))) return 'back';
  }
  const person = answeredPerson(services.drills, services.settings.current, Date.now());
  return limitedPlan(plan, person, Date.now()) ?? 'refused';
}
