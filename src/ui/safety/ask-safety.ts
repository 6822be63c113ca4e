import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { SetPlan } from '../../coach/coach-contract.ts';
import { safetyWords } from '../../i18n/en/hip/safety.ts';
import { answersWith, isDue, ME } from '../../coach/safety/answers.ts';
import { DialogAnswer } from '../elements/dialog-answer.ts';
import { changeSettings, type Services } from '../shell/services.ts';
import { base, buttons, dialogs } from '../styles/styles.ts';
import { limitedPlan } from './limited-plan.ts';
import { answeredPerson } from './person-now.ts';
import './th-safety-form.ts';

/** The safety questions in a dialog. One press when none applies. */
@customElement('th-safety-dialog')
export class ThSafetyDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogs,
    css`
      dialog {
        max-block-size: 92vh;
        overflow: auto;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @state() private _again = false;
  @query('dialog') private _dialog!: HTMLDialogElement;
  readonly #answer = new DialogAnswer<boolean>(() => this._dialog);

  /** False: the person went back. */
  async ask(): Promise<boolean> {
    this._again = this.services.settings.current.safety[ME]?.again === true;
    await this.updateComplete;
    return this.#answer.ask();
  }

  override render() {
    const words = safetyWords();
    const flags = this.services.settings.current.safety[ME]?.flags ?? [];
    return html`<dialog aria-labelledby="title" aria-describedby="text" @close=${() => this.#answer.give(false)}>
      <h2 id="title">${words.heading}</h2>
      <p id="text">${this._again ? words.again : words.lead}</p>
      <th-safety-form .services=${this.services} @th-changed=${() => this.requestUpdate()}></th-safety-form>
      <div class="row end">
        <button @click=${() => this.#answer.give(false)}>${words.back}</button>
        <button class="primary" autofocus @click=${this.#go}>${flags.length === 0 ? words.none : words.go}</button>
      </div>
    </dialog>`;
  }

  readonly #go = (): void => {
    const { safety } = this.services.settings.current;
    const answered = { askedAt: new Date().toISOString(), again: undefined };
    changeSettings(this, { safety: answersWith(safety, answered) });
    this.#answer.give(true);
  };

  /** Closes it without an answer, because the person has gone to another page. */
  dismiss(): void {
    this.#answer.give(false);
  }
}

/** `back`: the person went back. `refused`: what they answered stands against it. */
export type Asked = SetPlan | 'back' | 'refused';

/**
 * Asks the safety questions where they are due.
 * @returns the set as it may be done after the answers
 */
export async function askSafety(host: LitElement, services: Services, plan: SetPlan): Promise<Asked> {
  if (isDue(services.settings.current.safety[ME])) {
    const dialog = new ThSafetyDialog();
    dialog.services = services;
    host.renderRoot.append(dialog);
    const go = await dialog.ask();
    dialog.remove();
    if (!go) return 'back';
  }
  const person = answeredPerson(services.drills, services.settings.current, Date.now());
  return limitedPlan(plan, person, Date.now()) ?? 'refused';
}
