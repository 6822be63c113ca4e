import { css, html, LitElement } from 'lit';
import { fire } from '../shell/services.ts';
import { customElement, property } from 'lit/decorators.js';
import { band90, type Degrees } from '../../instrument/geometry/units.ts';
import type { Gauge, SetPlan } from '../../coach/coach-contract.ts';
import { bandPlace, type Feedback } from '../../coach/progress/angle-display.ts';
import { setWords } from '../../i18n/en/set.ts';
import { targetText } from './set-texts.ts';
import { angleWords } from '../summary/range-words.ts';
import { liveStyles } from './session-styles.ts';
import { buttons } from '../styles/styles.ts';

const FULL_TRACK: Degrees = 60;

const share = (angle: Degrees): number => (100 * Math.min(FULL_TRACK, Math.max(0, angle))) / FULL_TRACK;

/** Replaces the number after some practice: a band as wide as its error, or nothing until the set is over. */
@customElement('th-faded-angle')
export class ThFadedAngle extends LitElement {
  static override styles = [
    liveStyles,
    buttons,
    css`
      :host {
        display: grid;
      }
      .plate {
        display: grid;
        align-content: center;
        gap: calc(0.9 * var(--u));
        padding-block: calc(0.8 * var(--u)) calc(1 * var(--u));
      }
      .word {
        font-size: calc(4.2 * var(--u));
        line-height: 1.12;
        font-weight: 640;
      }
      .head {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: calc(1 * var(--u));
      }
      button {
        min-block-size: max(44px, calc(4 * var(--u)));
        padding: 0 calc(0.95 * var(--u));
        gap: calc(0.6 * var(--u));
        font-size: max(14px, calc(1.4 * var(--u)));
        white-space: nowrap;
      }
      .track {
        position: relative;
        block-size: calc(3.2 * var(--u));
        border-radius: calc(0.5 * var(--u));
        background: var(--track);
        forced-color-adjust: none;
        overflow: hidden;
      }
      .band {
        position: absolute;
        inset-block: 0;
        background: var(--accent);
      }
      .names {
        display: flex;
        justify-content: space-between;
      }
      .target {
        position: absolute;
        inset-block: 0;
        border-inline-start: calc(0.4 * var(--u)) dashed var(--focus);
      }
      .best {
        position: absolute;
        inset-block: 0;
        inline-size: calc(0.4 * var(--u));
        background: var(--text);
      }
    `,
  ];

  @property({ attribute: false }) gauge!: Gauge;
  @property() feedback: Feedback = 'band';
  @property({ attribute: false }) plan!: SetPlan;
  @property({ attribute: false }) target: Degrees | null = null;
  @property({ type: Boolean }) aimed = false;

  override render() {
    const { angle, best } = this.gauge;
    const { target } = this;
    const name = angleWords(this.plan.drill.measure.range).short;
    if (this.feedback === 'afterwards')
      return html`<div class="plate">${this.#head(setWords().feelIt)}<p class="minor">${setWords().afterwards(name)}</p></div>`;
    const half = angle && band90(angle.sd);
    const from = angle && half && share(angle.value - half);
    const to = angle && half && share(angle.value + half);
    return html`<div class="plate">
      <p class="minor names"><span>${name}</span>${target === null ? null : html`<span>${targetText(target, this.aimed)}</span>`}</p>
      <div class="track" aria-hidden="true">
        ${from === null || to === null ? null : html`<span class="band" .style="inset-inline-start: ${from}%; inline-size: ${Math.max(2, to - from)}%"></span>`}
        ${best === null ? null : html`<span class="best" .style="inset-inline-start: ${share(best)}%"></span>`}
        ${target === null ? null : html`<span class="target" .style="inset-inline-start: ${share(target)}%"></span>`}
      </div>
      ${this.#head(angle ? setWords().places[bandPlace(angle, best)] : '–')}
    </div>`;
  }

  #head(word: string) {
    const press = () => fire(this, 'th-action', 'number');
    return html`<div class="head">
      <p class="word" translate="no" .textContent=${word}></p>
      <button @click=${press}>${setWords().buttons.number} <kbd aria-hidden="true">D</kbd></button>
    </div>`;
  }
}
