import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Gauge, SetPlan } from '../../coach/coach-contract.ts';
import { setWords } from '../../i18n/en/set.ts';
import { shortTitle } from '../elements/phase-title.ts';
import { clockText, nextText, titleSize, whereText } from './set-texts.ts';
import { setStyles, unitStyles } from './session-styles.ts';
import { base } from '../styles/styles.ts';

/** Phase, side and round, time left, and what comes next. Its words are read from 2.5 m. */
@customElement('th-set-head')
export class ThSetHead extends LitElement {
  static override styles = [
    base,
    unitStyles,
    setStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        column-gap: calc(2 * var(--u));
        min-block-size: calc(11 * var(--u));
        padding-inline: calc(1.4 * var(--u));
        position: relative;
      }
      .phase {
        display: flex;
        align-items: center;
        gap: calc(2 * var(--u));
        min-inline-size: 0;
      }
      .name {
        font-size: calc(var(--name-size, 8) * var(--u));
        font-weight: 680;
        letter-spacing: -0.025em;
        line-height: 1.12;
        white-space: nowrap;
      }
      .minor {
        display: grid;
        gap: calc(0.3 * var(--u));
        min-inline-size: 0;
      }
      .minor strong {
        color: var(--text);
        font-weight: 600;
      }
      .clock {
        font-size: calc(8.8 * var(--u));
        font-weight: 680;
        letter-spacing: -0.03em;
        line-height: 1.12;
        font-variant-numeric: tabular-nums;
      }
      .bar {
        grid-column: 1 / -1;
        block-size: calc(0.7 * var(--u));
        border-radius: calc(0.35 * var(--u));
        background: var(--track);
        forced-color-adjust: none;
        overflow: hidden;
      }
      .bar span {
        display: block;
        block-size: 100%;
        background: var(--accent);
        transform-origin: left;
      }
      :host([beside]) {
        grid-template-columns: auto minmax(0, 1fr);
        align-content: start;
        min-block-size: 0;
        column-gap: calc(1.6 * var(--u));
      }
      :host([beside]) .name,
      :host([beside]) .bar {
        display: none;
      }
      :host([beside]) .clock {
        order: -1;
        line-height: 0.95;
      }
      .wait .name {
        color: var(--warn);
      }
      @media (orientation: portrait) {
        .minor {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) gauge!: Gauge;
  @property({ attribute: false }) plan!: SetPlan;
  /** Shows only the clock, because the number stands in the place of the phase. */
  @property({ type: Boolean, reflect: true }) beside = false;

  override render() {
    const { gauge, plan } = this;
    const { phase } = gauge;
    if (!phase) return null;
    const counting = phase.kind === 'ready';
    const waits = gauge.away?.waits === true;
    const name = gauge.paused ? setWords().paused : waits ? setWords().waitingForYou : shortTitle(phase.title);
    return html`<div class="phase ${gauge.paused || waits ? 'wait' : ''}">
        <span class="name" style="--name-size: ${titleSize(name)}">${name}</span>
        <span class="minor"><strong>${this.beside ? (waits ? name : shortTitle(phase.title)) : whereText(phase, plan)}</strong><span>${nextText(gauge.next)}</span></span>
      </div>
      <span class="clock" role="timer" aria-label=${this.#clockLabel()}>${counting ? '' : clockText(gauge)}</span>
      <span class="bar" aria-hidden="true"><span style="transform: scaleX(${gauge.progress.toFixed(3)})"></span></span>`;
  }

  #clockLabel(): string {
    const { gauge } = this;
    const words = setWords();
    if (gauge.phase?.kind === 'reps' && gauge.repsGoal > 0) return words.repsDone(gauge.repsDone, gauge.repsGoal);
    return gauge.left === null ? words.noTimeLimit : words.secondsLeft(Math.ceil(gauge.left));
  }
}
