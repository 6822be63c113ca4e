import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Gauge } from '../../coach/coach-contract.ts';
import { setWords } from '../../i18n/en/set.ts';
import { effortRamp, effortRampStyles } from './gauge-drawings.ts';
import { clockText, longFrom, nextLines } from './set-texts.ts';
import { liveStyles } from './session-styles.ts';

/** The time left or the repetitions done, how far the phase is, and what comes next. Its words are read from 2.5 m. */
@customElement('th-set-head')
export class ThSetHead extends LitElement {
  static override styles = [
    liveStyles,
    effortRampStyles,
    css`
      :host {
        display: grid;
        align-content: space-between;
        gap: calc(0.2 * var(--u));
        min-block-size: 0;
        min-inline-size: 0;
        padding: calc(0.2 * var(--u)) calc(0.4 * var(--u));
      }
      .caption {
        min-block-size: 1.25em;
        white-space: nowrap;
      }
      .wait {
        color: var(--warn);
        font-weight: 640;
      }
      .clock {
        block-size: calc(7 * var(--u));
        display: grid;
        align-content: center;
        font-size: calc(7.1 * var(--u));
        font-weight: 680;
        letter-spacing: -0.03em;
        line-height: 1;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .clock[data-long] {
        font-size: calc(5.2 * var(--u));
      }
      .way {
        block-size: calc(3 * var(--u));
        display: grid;
        align-content: center;
      }
      svg {
        inline-size: 100%;
        block-size: calc(2 * var(--u));
        /* Room for the dot, which is larger than the line. */
        margin-block-end: calc(1 * var(--u));
        overflow: visible;
      }
      .bar {
        block-size: calc(1 * var(--u));
        border-radius: calc(0.5 * var(--u));
      }
      .next {
        min-block-size: calc(6.9 * var(--u));
        align-content: center;
      }
      /* Without a picture there is room for the seconds of what follows, to be read from the floor. */
      :host([alone]) .minor {
        font-size: calc(3 * var(--u));
      }
      @media (orientation: portrait) {
        :host([alone]) {
          grid-template: auto auto auto / auto minmax(0, 1fr);
          column-gap: calc(4 * var(--u));
        }
        :host([alone]) .way {
          grid-area: 3 / 1 / 4 / 3;
        }
        :host([alone]) .next {
          grid-area: 1 / 2 / 3 / 3;
        }
      }
      .next strong {
        display: block;
        font-size: calc(3.8 * var(--u));
        font-weight: 660;
        letter-spacing: -0.015em;
        line-height: 1.12;
        text-wrap: balance;
      }
      .next [data-long] {
        font-size: calc(3.2 * var(--u));
      }
      .next [data-long='longer'] {
        font-size: calc(2.8 * var(--u));
      }
    `,
  ];

  @property({ attribute: false }) gauge!: Gauge;
  /** No ring stands beside it, so it counts the start too. */
  @property({ type: Boolean }) alone = false;

  override render() {
    const { gauge } = this;
    const { phase } = gauge;
    if (!phase) return null;
    const clock = phase.kind === 'ready' && !this.alone ? '' : clockText(gauge);
    const next = nextLines(gauge.next);
    const waits = gauge.paused || gauge.away?.waits === true;
    return html`<span class="minor caption ${waits ? 'wait' : ''}" translate="no" .textContent=${this.#caption(clock)}></span>
      <span class="clock" role="timer" translate="no" aria-label=${this.#clockLabel()} data-long=${longFrom(clock.length, 5) ?? nothing} .textContent=${clock}></span>
      <span class="way" aria-hidden="true">${this.#way()}</span>
      <p class="next" translate="no"><span class="minor" .textContent=${next.label}></span> <strong data-long=${longFrom(next.title.length, 10, 12) ?? nothing} .textContent=${next.title}></strong></p>`;
  }

  /** What the clock counts, or why it stands still. */
  #caption(clock: string): string {
    const { paused, away, phase, repsGoal } = this.gauge;
    const words = setWords();
    if (paused) return words.paused;
    if (away?.waits) return words.waitingForYou;
    if (clock === '') return '';
    return phase?.kind === 'reps' && repsGoal > 0 ? words.repetitions : words.timeLeft;
  }

  /** In a push or pull the effort that is asked for, over the time of the phase; else a bar. */
  #way() {
    const { phase, progress, effort } = this.gauge;
    const ramp = phase && effort !== null && effortRamp(phase, progress, effort);
    if (!ramp) return html`<span class="bar"><span .style="transform: scaleX(${progress.toFixed(3)})"></span></span>`;
    return html`<svg viewBox="0 0 100 100" preserveAspectRatio="none">
      ${svg`<rect class="ramp-band" x="0" width="100" y=${ramp.band.top} height=${ramp.band.bottom - ramp.band.top} />
        <path class="ramp" d=${ramp.path} />
        <path class="ramp-now" d="M${ramp.now.x} ${ramp.now.y}h0.01" />`}
    </svg>`;
  }

  #clockLabel(): string {
    const { gauge } = this;
    const words = setWords();
    if (gauge.phase?.kind === 'reps' && gauge.repsGoal > 0) return words.repsDone(gauge.repsDone, gauge.repsGoal);
    return gauge.left === null ? words.noTimeLimit : words.secondsLeft(Math.ceil(gauge.left));
  }
}
