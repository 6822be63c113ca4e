import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Blindness } from '../../app/session/session-contract.ts';
import type { Degrees } from '../../instrument/geometry/units.ts';
import type { Gauge, SetPlan } from '../../coach/coach-contract.ts';
import type { Feedback } from '../../coach/progress/angle-display.ts';
import { isSideCheck } from '../../coach/rules/range-rules.ts';
import { setWords } from '../../i18n/en/set.ts';
import { angleWords } from '../summary/range-words.ts';
import { pelvisContributionWords, rotationBar } from './gauge-drawings.ts';
import { bandDegrees, formatLike, formatWhole } from '../elements/format.ts';
import { noNumberText } from './no-number.ts';
import { liveStyles, unitStyles } from './session-styles.ts';
import { commonWords } from '../../i18n/en/common.ts';
import { toldAngle } from '../../coach/progress/clean-range.ts';
import { longFrom, targetText } from './set-texts.ts';
import { bars } from '../styles/styles.ts';

/** The big number with the bar of its range. What to do stands above it, in `th-set-say`. */
@customElement('th-set-gauge')
export class ThSetGauge extends LitElement {
  static override styles = [
    liveStyles,
    css`
      :host {
        display: grid;
        min-block-size: 0;
        min-inline-size: 0;
      }
      .angle {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: baseline;
        align-content: space-between;
        column-gap: calc(1 * var(--u));
        padding: calc(0.6 * var(--u)) calc(1 * var(--u));
      }
      .angle:not(:has(th-rotation-bar)) {
        align-content: start;
      }
      .angle > .minor,
      th-rotation-bar,
      .marks,
      .none {
        grid-column: 1 / -1;
      }
      .value {
        font-size: calc(8.8 * var(--u));
        font-weight: 700;
        line-height: 0.88;
        letter-spacing: -0.045em;
        font-variant-numeric: tabular-nums;
        display: inline-flex;
        align-items: flex-start;
      }
      /* The pelvis or the back helps along: the number is not the hip's. */
      .value[data-fault] {
        color: var(--danger);
        text-decoration: line-through;
        text-decoration-thickness: 0.07em;
      }
      /* What to do stays the largest text. */
      .value.small,
      .value[data-long] {
        font-size: calc(7.1 * var(--u));
      }
      .value[data-long='longer'] {
        font-size: calc(6.4 * var(--u));
      }
      .degree {
        font-size: 0.55em;
        line-height: 0.9;
        letter-spacing: 0;
      }
      .band {
        font-size: calc(7.05 * var(--u));
        font-weight: 600;
        color: var(--muted);
        white-space: nowrap;
      }
      .lost {
        color: var(--muted);
      }
      .none {
        align-self: center;
        font-size: calc(5.8 * var(--u));
        line-height: 1.05;
        hyphens: auto;
        overflow-wrap: break-word;
        color: var(--warn);
        font-weight: 600;
      }
      .none[data-long] {
        font-size: calc(4.5 * var(--u));
      }
      .none[data-long='longer'] {
        font-size: calc(3.6 * var(--u));
      }
      .none .todo {
        display: block;
        font-size: calc(2.7 * var(--u));
        color: var(--text);
        font-weight: 500;
        margin-block-start: calc(0.6 * var(--u));
      }
      .marks {
        display: flex;
        justify-content: space-between;
        column-gap: calc(1 * var(--u));
        white-space: nowrap;
        min-block-size: 1.15em;
        font-size: calc(2.5 * var(--u));
        font-weight: 560;
        line-height: 1.15;
        font-variant-numeric: tabular-nums;
      }
      .marks span::before {
        content: '';
        display: inline-block;
        margin-inline-end: 0.3em;
        inline-size: 0.2em;
        block-size: 0.8em;
        background: currentcolor;
      }
      .marks .target::before {
        inline-size: 0;
        block-size: 0;
        background: none;
        border: 0.34em solid transparent;
        border-block-start: 0.6em solid var(--focus);
        border-block-end: 0;
        vertical-align: 0.06em;
      }
    `,
  ];

  @property({ attribute: false }) gauge!: Gauge;
  @property({ attribute: false }) plan!: SetPlan;
  @property({ attribute: false }) blind: Blindness | null = null;
  @property() feedback: Feedback = 'number';
  /** What to aim at: the goal of this hip, or the best of its last set. Null: none. */
  @property({ attribute: false }) target: Degrees | null = null;
  @property({ type: Boolean }) aimed = false;
  /** A phrase lies over what to do, and stays the largest text. */
  @property({ type: Boolean }) small = false;
  @property({ type: Boolean }) figures = false;

  override render() {
    const { gauge, plan, feedback, target } = this;
    const hasReason = !gauge.angle && (gauge.angleReason !== null || this.blind !== null);
    return feedback === 'number' || hasReason
      ? this.#angle()
      : html`<th-faded-angle .gauge=${gauge} .plan=${plan} .target=${target} ?aimed=${this.aimed} feedback=${feedback}></th-faded-angle>`;
  }

  #angle() {
    const { angle, best, bestSd = null, angleReason, pelvisContribution } = this.gauge;
    const name = angleWords(this.plan.drill.measure.range).short;
    // A check of the back shows the back itself.
    const borrows = this.gauge.borrows === true && !isSideCheck(this.plan.drill.measure);
    if (!angle && (angleReason !== null || this.blind !== null))
      return html`<div class="plate angle">${this.#noNumber()}</div>`;
    const words = setWords();
    const size = this.small || borrows ? 'small' : '';
    const by = this.plan.phone ? ` · ${words.byPhone}` : '';
    const caption = html`<span class="minor">${borrows ? words.notTheHip : name}${by}</span>`;
    // Lost a moment ago, or nothing of the hip's own beside what the pelvis does: a dash, and the rest stays where it is.
    if (!angle || (borrows && Math.round(angle.value) === 0))
      return html`<div class="plate angle">
        ${caption}<span class="value lost ${size}" role="img" aria-label="${name}: ${words.noNumber}">–</span>${this.#bar(0, null, null)}
      </div>`;
    // What says nothing has no number here (`progress-stage.ts`).
    const {
      kind,
      value,
      band: error,
    } = toldAngle(angle) ?? { kind: 'coarse', value: angle.value, band: bandDegrees(angle.sd) };
    const about = kind === 'coarse' ? '≈' : '';
    const digits = formatWhole(value);
    // The error in figures stands on the same line.
    const long = this.figures ? longFrom(about.length + digits.length, 2, 3) : null;
    const spoken = about ? commonWords().about(digits) : digits;
    const label = [
      `${name} ${words.degrees(spoken, error)}${pelvisContributionWords(pelvisContribution)}`,
      ...(borrows ? [words.notTheHip] : []),
      ...(best === null ? [] : [words.best(formatLike(best, bestSd))]),
      ...(this.target === null ? [] : [targetText(this.target, this.aimed)]),
    ];
    return html`<div class="plate angle" role="img" aria-label=${label.join('; ')} translate="no">
      ${caption}
      <span class="value ${size}" ?data-fault=${borrows} data-long=${long ?? nothing}><span .textContent=${`${about}${digits}`}></span><span class="degree">°</span></span>
      ${this.figures ? html`<span class="band" .textContent=${`±${error}°`}></span>` : null}
      ${this.#bar(angle.value, angle.sd, pelvisContribution)}
    </div>`;
  }

  /** The bar and, in figures, the marks on it. A check from the side measures the back, which has no range to reach. */
  #bar(own: Degrees, sd: Degrees | null, pelvisContribution: Degrees | null) {
    if (isSideCheck(this.plan.drill.measure)) return null;
    const { best, bestSd = null } = this.gauge;
    const { target } = this;
    return html`<th-rotation-bar
        .own=${own}
        .sd=${sd}
        .pelvisContribution=${pelvisContribution}
        .atLeast=${this.plan.drill.measure.range !== undefined}
        .best=${best}
        .target=${target}
      ></th-rotation-bar>
      <span class="marks" translate="no">
        ${target === null ? null : html`<span class="target" .textContent=${targetText(target, this.aimed)}></span>`}
        ${best === null ? null : html`<span .textContent=${setWords().best(formatLike(best, bestSd))}></span>`}
      </span>`;
  }

  #noNumber() {
    const { what, todo } = noNumberText(this.gauge.angleReason, this.blind);
    return html`<p class="none" data-long=${longFrom(what.length + todo.length / 3, 31, 42) ?? nothing} translate="no"><span .textContent=${what}></span><span class="todo" .textContent=${todo}></span></p>`;
  }
}

/**
 * The bar under the big number: the hip's own rotation, the pelvic contribution, the best so far and what to aim at. A bracket over
 * the end of the hip's part is as wide as the error (90 %). The hip's part is striped while it may contain pelvic contribution that
 * is not measured.
 */
@customElement('th-rotation-bar')
export class ThRotationBar extends LitElement {
  static override styles = [
    unitStyles,
    bars,
    css`
      :host {
        display: block;
        position: relative;
        padding-block: calc(1.3 * var(--u)) calc(0.3 * var(--u));
        forced-color-adjust: none;
      }
      .track {
        block-size: calc(2.4 * var(--u));
        border-radius: calc(0.4 * var(--u));
      }
      .best,
      .target,
      .error {
        position: absolute;
        inset-block: 0;
      }
      .best {
        inline-size: calc(0.45 * var(--u));
        margin-inline-start: calc(-0.225 * var(--u));
        background: var(--text);
      }
      .error {
        inset-block: 32%;
        border: solid var(--text);
        border-width: 0 calc(0.25 * var(--u));
        background: linear-gradient(var(--text), var(--text)) center / 100% calc(0.25 * var(--u)) no-repeat;
        outline: 1px solid var(--bg);
        outline-offset: -1px;
      }
      .target {
        inset-block: 0 calc(0.3 * var(--u));
        border-inline-start: calc(0.3 * var(--u)) dashed var(--focus);
        margin-inline-start: calc(-0.15 * var(--u));
      }
      .target::before {
        content: '';
        position: absolute;
        inset-block-start: 0;
        inset-inline-start: calc(-0.15 * var(--u));
        translate: -50% 0;
        border: calc(0.85 * var(--u)) solid transparent;
        border-block-start: calc(1.3 * var(--u)) solid var(--focus);
        border-block-end: 0;
      }
    `,
  ];

  @property({ attribute: false }) own: Degrees = 0;
  /** Standard deviation of `own`; null: no error is drawn. */
  @property({ attribute: false }) sd: Degrees | null = null;
  /** Null: not measured. */
  @property({ attribute: false }) pelvisContribution: Degrees | null = null;
  /** The measured contribution is a lower bound. */
  @property({ attribute: false }) atLeast = false;
  /** Best clean range of this hip so far; null: none yet. */
  @property({ attribute: false }) best: Degrees | null = null;
  @property({ attribute: false }) target: Degrees | null = null;

  override render() {
    const { own, sd, pelvisContribution, best, target } = this;
    const bar = rotationBar({ own, sd, pelvisContribution, best, target });
    return html`<div class="track">
        <span class=${pelvisContribution === null || this.atLeast ? 'turned' : 'clean'} .style="inline-size: ${bar.own.toFixed(1)}%"></span>
        <span class="borrowed" .style="inline-size: ${bar.pelvisContribution.toFixed(1)}%"></span>
        ${bar.error === null ? null : html`<span class="error" .style="inset-inline-start: ${bar.error.from.toFixed(1)}%; inline-size: ${(bar.error.to - bar.error.from).toFixed(1)}%"></span>`}
        ${bar.best === null ? null : html`<span class="best" .style="inset-inline-start: ${bar.best.toFixed(1)}%"></span>`}
      </div>
      ${bar.target === null ? null : html`<span class="target" .style="inset-inline-start: ${bar.target.toFixed(1)}%"></span>`}`;
  }
}
