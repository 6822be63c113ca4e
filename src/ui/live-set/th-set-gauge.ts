import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Blindness } from '../../app/session/session-contract.ts';
import type { Degrees } from '../../instrument/geometry/units.ts';
import type { Gauge, SetPlan } from '../../coach/coach-contract.ts';
import type { Feedback } from '../../coach/progress/feedback.ts';
import { isSideCheck } from '../../coach/rules/range-rules.ts';
import { setWords } from '../../i18n/en/set.ts';
import { angleWords } from '../summary/range-words.ts';
import { effortRamp, effortRampStyles, pelvisContributionWords, rotationBar } from './gauge-drawings.ts';
import { bandDegrees, formatDegrees, formatShare, formatWhole, midSentence } from '../elements/format.ts';
import { noNumberText } from './no-number.ts';
import { setStyles, unitStyles } from './session-styles.ts';
import { holdText, numberSizes, reasonSize, sized } from './set-texts.ts';
import { bars, base } from '../styles/styles.ts';
import { ruleName } from '../shell/words.ts';

/** The big number with its error band. Below it stands what the phase asks for: an effort, a hold, or an instruction. */
@customElement('th-set-gauge')
export class ThSetGauge extends LitElement {
  static override styles = [
    base,
    unitStyles,
    setStyles,
    effortRampStyles,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        gap: calc(0.8 * var(--u));
        min-block-size: 0;
      }
      .angle {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: calc(1 * var(--u));
        padding-block: calc(0.4 * var(--u)) calc(0.8 * var(--u));
      }
      :host([alone]) .angle .minor {
        display: none;
      }
      .angle .minor {
        flex: 1 0 100%;
        display: flex;
        justify-content: space-between;
      }
      .value {
        font-weight: 700;
        line-height: 0.88;
        letter-spacing: -0.045em;
        font-variant-numeric: tabular-nums;
        display: inline-flex;
        align-items: flex-start;
      }
      .degree {
        font-size: 0.55em;
        line-height: 0.9;
        letter-spacing: 0;
      }
      .band {
        font-weight: 600;
        color: var(--muted);
        white-space: nowrap;
      }
      .none {
        min-block-size: calc(12.7 * var(--u));
        display: grid;
        align-content: center;
        line-height: 1.05;
        color: var(--warn);
        font-weight: 600;
      }
      .none .todo {
        font-size: calc(2.7 * var(--u));
        color: var(--text);
        font-weight: 500;
        margin-block-start: calc(0.6 * var(--u));
      }
      :host([alone]) .none .todo {
        display: none;
      }
      .more {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        gap: calc(0.8 * var(--u));
        overflow: hidden;
        min-block-size: 0;
      }
      .ask {
        display: flex;
        justify-content: space-between;
        align-items: baseline;
        font-size: calc(3.4 * var(--u));
        font-weight: 600;
      }
      .ask strong {
        font-size: calc(5.8 * var(--u));
        font-weight: 680;
        line-height: 1;
        font-variant-numeric: tabular-nums;
      }
      .unwatched {
        align-self: end;
        font-size: calc(1.7 * var(--u));
      }
      .instruction {
        font-size: calc(2.7 * var(--u));
        line-height: 1.25;
      }
      /* Room for the line below: a long instruction would be written over it. */
      .instruction:has(+ .unwatched) {
        font-size: calc(2.1 * var(--u));
        line-height: 1.2;
      }
      svg {
        inline-size: 100%;
        block-size: 100%;
        overflow: visible;
      }
      .rest {
        display: grid;
        align-content: start;
        gap: calc(1.1 * var(--u));
      }
      .rest .instruction {
        font-size: calc(1.9 * var(--u));
        line-height: 1.2;
      }
      .hold {
        block-size: calc(1.6 * var(--u));
        border-radius: calc(0.8 * var(--u));
        background: var(--track);
        forced-color-adjust: none;
        overflow: hidden;
      }
      .hold span {
        display: block;
        block-size: 100%;
        background: var(--accent);
        transform-origin: left;
      }
      @media (orientation: portrait) {
        .more {
          max-block-size: calc(20 * var(--u));
        }
      }
      :host([alone]) .angle {
        padding-block: calc(0.6 * var(--u)) calc(0.5 * var(--u));
      }
    `,
  ];

  @property({ attribute: false }) gauge!: Gauge;
  @property({ attribute: false }) plan!: SetPlan;
  @property({ attribute: false }) blind: Blindness | null = null;
  /** Shows only the number, because a phrase takes the room below it. */
  @property({ type: Boolean, reflect: true }) alone = false;
  /** How much of the number is shown. */
  @property() feedback: Feedback = 'number';

  override render() {
    return html`${this.feedback === 'number' || !this.gauge.angle ? this.#angle() : html`<th-faded-angle .gauge=${this.gauge} .plan=${this.plan} feedback=${this.feedback}></th-faded-angle>`}
      ${this.#hasMore ? html`<div class="plate more">${this.#more()}</div>` : null}`;
  }

  /**
   * Whether the lower plate is shown. Without a number it is left out when it would hold only the instruction, which has
   * been spoken: the reason for the missing number needs the room.
   */
  get #hasMore(): boolean {
    const { phase, angle, progress, effort, step } = this.gauge;
    if (this.alone || !phase) return false;
    return angle !== null || !!step || phase.kind === 'reps' || effortRamp(phase, progress, effort) !== null;
  }

  #angle() {
    const { angle, best, pelvisContribution } = this.gauge;
    const name = angleWords(this.plan.drill.measure.range).short;
    const top = html`<span class="minor"
      ><span>${name}</span>${best === null ? null : html`<span>${setWords().best(formatDegrees(best))}</span>`}</span
    >`;
    if (!angle) return html`<div class="plate angle">${top}${this.#noNumber()}</div>`;
    const digits = formatWhole(angle.value);
    const sizes = numberSizes(digits, bandDegrees(angle.sd));
    return html`<div class="plate angle" role="img" aria-label="${name} ${setWords().degrees(digits, bandDegrees(angle.sd))}${pelvisContributionWords(pelvisContribution)}">
      ${top}
      <span class="value" style=${sized(sizes.value)}>${digits}<span class="degree">°</span></span>
      <span class="band" style=${sized(sizes.band)}>±${bandDegrees(angle.sd)}°</span>
      ${this.alone || isSideCheck(this.plan.drill.measure) ? null : html`<th-rotation-bar .own=${angle.value} .pelvisContribution=${pelvisContribution ?? null} .atLeast=${this.plan.drill.measure.range !== undefined} .best=${best}></th-rotation-bar>`}
    </div>`;
  }

  #noNumber() {
    const { what, todo } = noNumberText(this.gauge.angleReason, this.blind);
    return html`<p class="none"><span style=${sized(this.alone ? 3.8 : reasonSize(what, todo, this.#hasMore ? 21 : 30))}>${what}</span><span class="todo">${todo}</span></p>`;
  }

  #more() {
    const { gauge, plan } = this;
    const { phase } = gauge;
    if (!phase) return null;
    const ramp = effortRamp(phase, gauge.progress, gauge.effort);
    if (ramp)
      return html`<p class="ask"><span>${setWords().effort}</span><strong>${formatShare(gauge.effort ?? 0)}</strong></p>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          ${svg`<rect class="ramp-band" x="0" width="100" y=${ramp.band.top} height=${ramp.band.bottom - ramp.band.top} />
          <path class="ramp" d=${ramp.path} />
          <path class="ramp-now" d="M${ramp.now.x} ${ramp.now.y}h0.01" />`}
        </svg>`;
    const { angle, step } = gauge;
    if (step) return html`<p class="ask"><strong>${step.title}</strong></p><p class="instruction">${step.call}</p>`;
    if (phase.kind === 'reps') return this.#hold(plan.drill.reps?.holdInternal ?? 2, angle ? phase.instruction : '');
    return html`<p class="instruction">${phase.instruction}</p>
      ${this.#unwatched()}`;
  }

  /** Rules that cannot be watched at the moment: without this line their silence would read as praise. */
  #unwatched() {
    const rules = this.gauge.muted.map(({ rule }) => midSentence(ruleName(rule))).join(', ');
    return rules === '' ? null : html`<p class="minor unwatched">${setWords().notWatched(rules)}</p>`;
  }

  #hold(goal: number, instruction: string) {
    const hold = this.gauge.hold ?? 0;
    return html`<p class="ask"><span>${setWords().hold}</span><strong>${holdText(hold)}</strong></p>
      <div class="rest">
        <div class="hold" aria-hidden="true"><span style="transform: scaleX(${Math.min(1, hold / goal).toFixed(2)})"></span></div>
        <p class="instruction">${instruction}</p>
      </div>`;
  }
}

/**
 * The bar under the big number: the hip's own rotation, the pelvic contribution, the best so far. The hip's part is striped
 * while it may contain pelvic contribution that is not measured.
 */
@customElement('th-rotation-bar')
export class ThRotationBar extends LitElement {
  static override styles = [
    unitStyles,
    bars,
    css`
      :host {
        display: block;
        flex: 1 0 100%;
        margin-block-start: calc(0.9 * var(--u));
      }
      .track {
        block-size: calc(1.5 * var(--u));
        border-radius: calc(0.4 * var(--u));
      }
      .best {
        position: absolute;
        inset-block: 0;
        inline-size: calc(0.35 * var(--u));
        margin-inline-start: calc(-0.35 * var(--u));
        background: var(--text);
      }
    `,
  ];

  /** The hip's own rotation. */
  @property({ attribute: false }) own: Degrees = 0;
  /** Null: not measured. */
  @property({ attribute: false }) pelvisContribution: Degrees | null = null;
  /** The measured contribution is a lower bound. */
  @property({ attribute: false }) atLeast = false;
  /** Best clean range of this round; null: none yet. */
  @property({ attribute: false }) best: Degrees | null = null;

  override render() {
    const bar = rotationBar(this.own, this.pelvisContribution, this.best);
    return html`<div class="track">
      <span class=${this.pelvisContribution === null || this.atLeast ? 'turned' : 'clean'} style="inline-size: ${bar.own.toFixed(1)}%"></span>
      <span class="borrowed" style="inline-size: ${bar.pelvisContribution.toFixed(1)}%"></span>
      ${bar.best === null ? null : html`<span class="best" style="inset-inline-start: ${bar.best.toFixed(1)}%"></span>`}
    </div>`;
  }
}
