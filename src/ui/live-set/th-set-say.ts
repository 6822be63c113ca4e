import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Gauge, SetPlan } from '../../coach/coach-contract.ts';
import { setWords } from '../../i18n/en/set.ts';
import { shortTitle } from '../elements/phase-title.ts';
import { liveStyles } from './session-styles.ts';
import { effortAmount, targetEffort } from '../../coach/speech/announce.ts';
import { holdText, longestWord, longFrom, whereText } from './set-texts.ts';
import { commonWords } from '../../i18n/en/common.ts';

/**
 * What to do now in a few words, how in a sentence below it, then the phase, the side, and what to aim at. The first time of a drill it
 * also explains the method's own word for a push or pull.
 * Each text has a size for its length, so that nearly all fit into the same place, and nothing else on the screen moves.
 */
@customElement('th-set-say')
export class ThSetSay extends LitElement {
  static override styles = [
    liveStyles,
    css`
      :host {
        --now: 12;
        --how: 4.2;
        display: grid;
        grid-template-rows: minmax(min-content, 3fr) minmax(min-content, 2fr) auto;
        gap: calc(0.4 * var(--u));
        min-block-size: 0;
        padding-inline: calc(1 * var(--u));
      }
      /* The largest text of a running set. */
      .now {
        display: grid;
        align-content: center;
        min-block-size: calc(var(--word, 12.6) * var(--u));
        font-size: max(32px, calc(var(--now) * var(--u)));
        font-weight: 720;
        letter-spacing: -0.03em;
        line-height: 1;
        text-wrap: balance;
      }
      .now[data-long] {
        --now: 8.85;
      }
      .now[data-long='longer'] {
        --now: 8;
        font-size: calc(var(--now) * var(--u));
      }
      .instruction {
        font-size: max(20px, calc(var(--how) * var(--u)));
        font-weight: 560;
        letter-spacing: -0.015em;
        line-height: 1.1;
        text-wrap: balance;
        overflow-wrap: break-word;
      }
      .instruction[data-long='longer'] {
        --how: 3.3;
      }
      /* Two lines stand above it. */
      .now[data-long] + .instruction[data-long] {
        --how: 2.8;
      }
      @media (orientation: landscape) {
        :host([roomy]) .now {
          --now: 8.85;
        }
        :host([roomy]) .now[data-long='longer'] {
          --now: 5;
        }
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 calc(1.4 * var(--u));
        line-height: 1.2;
        font-size: max(0.9375rem, 2.4 * var(--u));
        color: var(--muted);
      }
      .name {
        font-size: 1.3em;
        font-weight: 660;
        color: var(--text);
        letter-spacing: -0.015em;
      }
      .where {
        font-weight: 660;
        color: var(--text);
      }
      .method {
        margin-inline-start: calc(-0.5 * var(--u));
      }
      .aim {
        margin-inline-start: auto;
        display: inline-flex;
        align-items: center;
        gap: 0.5em;
        font-size: 1.3em;
        font-weight: 640;
        color: var(--text);
        font-variant-numeric: tabular-nums;
      }
      .bar {
        inline-size: calc(20 * var(--u));
        block-size: 0.7em;
        border-radius: 0.35em;
      }
      @media (orientation: landscape) and (max-height: 420px) {
        :host {
          grid-template-rows: min-content minmax(min-content, 1fr) auto;
        }
        .now {
          min-block-size: calc(9 * var(--u));
        }
        .now[data-long='long'] {
          --now: 7.6;
        }
      }
      @media (orientation: portrait) {
        :host {
          --now: 8.9;
          --how: 4.4;
        }
        .now {
          min-block-size: calc(18.4 * var(--u));
        }
        .now[data-long] {
          --now: 7.6;
        }
        .now[data-long='longer'] {
          --now: 5;
        }
        .instruction {
          min-block-size: calc(9 * var(--u));
        }
        .instruction[data-long] {
          --how: 3.4;
        }
      }
    `,
  ];

  @property({ attribute: false }) gauge!: Gauge;
  @property({ attribute: false }) plan!: SetPlan;
  @property() text = '';
  /** There is more room, because no picture is shown. */
  @property({ type: Boolean, reflect: true }) roomy = false;

  override render() {
    const { gauge, plan } = this;
    const { phase, step } = gauge;
    if (!phase) return null;
    const name = step?.title ?? shortTitle(phase.title);
    // A word is not broken, however long it is.
    const long = longestWord(gauge.word) > 14 ? 'longer' : longFrom(gauge.word.length, 14);
    return html`<p class="now" data-long=${long ?? nothing} translate="no" .textContent=${gauge.word}></p>
      <p class="instruction" data-long=${longFrom(this.text.length, 60, 88) ?? nothing} translate="no" .textContent=${this.text}></p>
      <p class="line" translate="no">
        ${name === gauge.word ? null : html`<strong class="name" .textContent=${name}></strong>`}
        ${phase.method && plan.firstTime ? html`<span class="method" .textContent=${setWords().methods[phase.method]}></span>` : null}
        <span class=${phase.kind === 'ready' || phase.kind === 'turn' ? 'name' : 'where'} .textContent=${whereText(phase, plan)}></span>
        ${this.#aim()}
      </p>`;
  }

  /** What to aim at in a push or pull, or how long the end of a repetition is held, and how much of that is over. */
  #aim() {
    const { phase, hold, effort } = this.gauge;
    const target = phase && targetEffort(phase);
    if (target && effort !== null)
      return html`<span class="aim" .textContent=${setWords().aim(effortAmount(target))}></span>`;
    const goal = this.plan.drill.reps?.holdInternal;
    // Without a camera nobody sees how long an end is held.
    if (phase?.kind !== 'reps' || this.gauge.step || !goal || this.plan.drill.camera === 'none') return null;
    const share = Math.min(1, (hold ?? 0) / goal).toFixed(2);
    return html`<span class="aim">${commonWords().phases.hold}
      <span class="bar" aria-hidden="true"><span .style="transform: scaleX(${share})"></span></span>
      <span .textContent=${holdText(goal)}></span></span>`;
  }
}
