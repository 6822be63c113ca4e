import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Gauge, SetPlan } from '../../coach/coach-contract.ts';
import { setWords } from '../../i18n/en/set.ts';
import { shortTitle } from '../elements/phase-title.ts';
import { sizedWhileShown } from '../elements/while-shown.ts';
import { fitText, STEP } from './fit-text.ts';
import { liveStyles } from './session-styles.ts';
import { effortAmount, targetEffort } from '../../coach/speech/effort.ts';
import { holdText, whereText } from './set-texts.ts';
import './th-now-word.ts';

/** The smallest size of the instruction, in `--u`. What does not fit at it makes its place grow. */
const LEAST = 2.6;
/** The same in CSS pixels, for a small phone or a page at 400 %. */
const LEAST_PIXELS = 20;
/** The smallest size of the line below, relative to its largest. */
const LEAST_LINE = 0.6;

/**
 * What to do now in a few words, how in a sentence below it, then the phase, the side, and what to aim at. The first time of a drill it
 * also explains the method's own word for a push or pull.
 * The place has the same size whatever the text: nothing else on the screen moves.
 */
@customElement('th-set-say')
export class ThSetSay extends LitElement {
  static override styles = [
    liveStyles,
    css`
      :host {
        --most: 4.2;
        display: grid;
        grid-template-rows: minmax(min-content, 3fr) minmax(min-content, 2fr) auto;
        gap: calc(0.4 * var(--u));
        min-block-size: 0;
        padding-inline: calc(1 * var(--u));
      }
      th-now-word {
        --u: inherit;
        min-block-size: calc(var(--word, 12.6) * var(--u));
      }
      :host([roomy]) {
        --most: 6;
      }
      /* Its size does not follow its text; the text is fitted to it. */
      .room {
        contain: size;
        display: grid;
        align-content: start;
        min-inline-size: 0;
      }
      .room[data-grows] {
        contain: none;
      }
      .instruction {
        font-weight: 560;
        letter-spacing: -0.015em;
        line-height: 1.1;
        text-wrap: balance;
        overflow-wrap: break-word;
      }
      .line {
        --scale: 1;
        display: flex;
        align-items: baseline;
        gap: calc(1.4 * var(--u));
        white-space: nowrap;
        min-inline-size: 0;
        overflow: hidden;
        line-height: 1.2;
        font-size: calc(var(--scale) * max(0.9375rem, 2.4 * var(--u)));
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
        :host([roomy]) {
          grid-template-rows: min-content minmax(min-content, 1fr) auto;
        }
        th-now-word {
          min-block-size: calc(9 * var(--u));
        }
      }
      @media (orientation: portrait) {
        :host {
          --most: 5;
        }
        th-now-word {
          min-block-size: calc(18.4 * var(--u));
        }
        .room {
          min-block-size: calc(9 * var(--u));
        }
        .line {
          flex-wrap: wrap;
          white-space: normal;
          column-gap: calc(1.6 * var(--u));
        }
      }
    `,
  ];

  @property({ attribute: false }) gauge!: Gauge;
  @property({ attribute: false }) plan!: SetPlan;
  /** How to do it. */
  @property() text = '';
  /** There is more room, because no picture is shown. */
  @property({ type: Boolean, reflect: true }) roomy = false;
  @query('.room') private _room!: HTMLElement;
  @query('.instruction') private _instruction!: HTMLElement;
  @query('.line') private _line!: HTMLElement;

  #fitted = '';

  constructor() {
    super();
    sizedWhileShown(this, () => this.#fit());
  }

  /** Only a new text is fitted again; the seconds of a hold are not. */
  protected override updated(_changed: PropertyValues<this>): void {
    const { phase, step, word } = this.gauge;
    const isNamed = word !== (step?.title ?? shortTitle(phase?.title ?? ''));
    const shown = [this.text, this.roomy, phase?.title, phase?.kind, phase?.side, phase?.round, step?.title, isNamed];
    if (shown.join('|') === this.#fitted) return;
    this.#fitted = shown.join('|');
    this.#fit();
  }

  #fit(): void {
    const { _room: room, _instruction: instruction, _line: line } = this;
    if (!room || !instruction || !line || room.clientWidth === 0) return;
    let scale = 1;
    do {
      line.style.setProperty('--scale', scale.toFixed(3));
      scale *= STEP;
    } while (line.scrollWidth > line.clientWidth && scale > LEAST_LINE);
    room.removeAttribute('data-grows');
    const most = Number(getComputedStyle(this).getPropertyValue('--most'));
    const sizes = { most, least: LEAST, leastPixels: LEAST_PIXELS };
    room.toggleAttribute('data-grows', !fitText(instruction, room, sizes));
  }

  override render() {
    const { gauge, plan } = this;
    const { phase, step } = gauge;
    if (!phase) return null;
    const name = step?.title ?? shortTitle(phase.title);
    return html`<th-now-word .text=${gauge.word}></th-now-word>
      <div class="room"><p class="instruction" translate="no" .textContent=${this.text}></p></div>
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
      return html`<span class="aim" .textContent=${setWords().aim[effortAmount(target)]}></span>`;
    const goal = this.plan.drill.reps?.holdInternal;
    // Without a camera nobody sees how long an end is held.
    if (phase?.kind !== 'reps' || this.gauge.step || !goal || this.plan.drill.camera === 'none') return null;
    const share = Math.min(1, (hold ?? 0) / goal).toFixed(2);
    return html`<span class="aim">${setWords().hold}
      <span class="bar" aria-hidden="true"><span .style="transform: scaleX(${share})"></span></span>
      <span .textContent=${holdText(goal)}></span></span>`;
  }
}
