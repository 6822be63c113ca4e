import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FLAGS, RED_FLAGS, type RedFlag } from '../../coach/safety/red-flags.ts';
import { safetyWords } from '../../i18n/en/hip/safety.ts';
import { answersWith, ME, NO_ANSWERS, type SafetyAnswers } from '../../coach/safety/answers.ts';
import { SIDES } from '../../instrument/geometry/units.ts';
import { choiceStyles } from '../elements/choice-field.ts';
import { checkField } from '../elements/fields.ts';
import { changeSettings, type Services } from '../shell/services.ts';
import { commonStyles } from '../styles/styles.ts';
import { endFeelField } from './end-feel-field.ts';

/** The red flags to tick, and what follows from each. Stores every tick at once. */
@customElement('th-safety-form')
export class ThSafetyForm extends LitElement {
  static override styles = [
    commonStyles,
    choiceStyles,
    css`
      ul {
        list-style: none;
      }
      .follows {
        margin-inline-start: 2.4em;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;

  get #answers(): SafetyAnswers {
    return this.services.settings.current.safety[ME] ?? NO_ANSWERS;
  }

  override render() {
    // Only what was told: it is asked where it matters, on the hip passport.
    const told = SIDES.filter((side) => this.#answers.endFeel[side] !== undefined);
    return html`<ul>
      ${FLAGS.map((flag) => html`<li>${this.#flag(flag)}</li>`)}
    </ul>
    ${told.map((side) => endFeelField(this, side, true))}`;
  }

  #flag(flag: RedFlag) {
    const words = safetyWords();
    const { flags, seen } = this.#answers;
    const { name, follows } = words.flags[flag];
    const isTicked = flags.includes(flag);
    return html`${checkField(name, isTicked, (ticked) => this.#tick(flag, ticked))}
      ${
        isTicked
          ? html`<div class="follows stack-s">
              <p class="small" role="status">${follows}</p>
              ${
                RED_FLAGS[flag].does === 'see-first'
                  ? checkField(words.seen, seen.includes(flag), (is) => this.#store({ seen: withFlag(seen, flag, is) }))
                  : null
              }
            </div>`
          : null
      }`;
  }

  #tick(flag: RedFlag, ticked: boolean): void {
    const { flags, seen } = this.#answers;
    // Whoever ticks it anew has not been seen for it.
    this.#store({ flags: withFlag(flags, flag, ticked), seen: withFlag(seen, flag, false) });
  }

  #store(part: Partial<SafetyAnswers>): void {
    const { safety } = this.services.settings.current;
    changeSettings(this, { safety: answersWith(safety, part) });
    this.dispatchEvent(new CustomEvent('th-changed'));
  }
}

const withFlag = (flags: readonly RedFlag[], flag: RedFlag, is: boolean): readonly RedFlag[] => [
  ...flags.filter((one) => one !== flag),
  ...(is ? [flag] : []),
];
