import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ReferencePoseState, Reading } from '../../instrument/output/reading.ts';
import type { Gauge, TimelinePhase } from '../../coach/coach-contract.ts';
import { startAgainText } from './no-number.ts';
import { setStyles, unitStyles } from './session-styles.ts';
import { base } from '../styles/styles.ts';

const RADIUS = 44;
const CIRCUMFERENCE = 2 * Math.PI * RADIUS;

const referencePoseProgress = (referencePose: ReferencePoseState | undefined): number => {
  if (referencePose?.kind === 'holding') return referencePose.progress;
  return referencePose?.kind === 'set' ? 1 : 0;
};

/**
 * Replaces the number before a phase can be measured: the count-in, or the hold of the start position. The count-in's digits are
 * outlined, so that they do not look like the clock.
 */
@customElement('th-set-ring')
export class ThSetRing extends LitElement {
  static override styles = [
    base,
    unitStyles,
    setStyles,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        justify-items: center;
        gap: calc(1 * var(--u));
        min-block-size: 0;
      }
      .ring {
        inline-size: calc(21 * var(--u));
        block-size: calc(21 * var(--u));
        display: grid;
        place-items: center;
      }
      :host([alone]) .ring {
        inline-size: calc(17 * var(--u));
        block-size: calc(17 * var(--u));
      }
      .ring > * {
        grid-area: 1 / 1;
      }
      svg {
        inline-size: 100%;
        block-size: 100%;
        transform: rotate(-90deg);
      }
      circle {
        fill: none;
        stroke-width: 8;
      }
      .track {
        stroke: var(--track);
      }
      .done {
        stroke: var(--accent);
        transition: stroke-dashoffset 0.12s linear;
      }
      .count .done {
        stroke: var(--warn);
      }
      .figure {
        font-size: calc(10.5 * var(--u));
        font-weight: 700;
        letter-spacing: -0.04em;
        font-variant-numeric: tabular-nums;
      }
      :host([alone]) .figure {
        font-size: calc(8.4 * var(--u));
      }
      .count .figure {
        color: transparent;
        -webkit-text-stroke: calc(0.28 * var(--u)) var(--warn);
      }
      .figure small {
        font-size: 0.42em;
        letter-spacing: 0;
      }
      .plate {
        inline-size: 100%;
        font-size: calc(2.7 * var(--u));
        line-height: 1.25;
      }
    `,
  ];

  @property({ attribute: false }) gauge!: Gauge;
  @property({ attribute: false }) reading: Reading | null = null;
  /** Shows only the ring, because a phrase takes the room below it. */
  @property({ type: Boolean, reflect: true }) alone = false;

  override render() {
    const { phase, left, progress } = this.gauge;
    if (!phase) return null;
    const words = this.alone ? null : html`<p class="plate">${this.#instruction(phase)}</p>`;
    if (phase.kind === 'turn') return html`<span></span>${words}`;
    if (phase.kind === 'ready' || phase.kind === 'control') {
      const seconds = Math.max(0, Math.ceil((left ?? 0) - 1e-6));
      return html`${this.#ring('count', 1 - progress, html`${seconds}`)} ${words}`;
    }
    const share = referencePoseProgress(this.reading?.referencePose);
    return html`${this.#ring('', share, html`${Math.round(share * 100)}<small>%</small>`)} ${words}`;
  }

  /** During a phase the instruction is to take the start position again. */
  #instruction({ kind, instruction, calls }: TimelinePhase): string {
    if (kind === 'control') return calls?.findLast(({ at }) => this.gauge.progress >= at)?.text ?? instruction;
    if (kind === 'ready' || kind === 'neutral' || kind === 'turn') return instruction;
    return startAgainText(this.gauge.angleReason);
  }

  #ring(kind: string, share: number, figure: unknown) {
    return html`<div class="ring ${kind}">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        ${svg`<circle class="track" cx="50" cy="50" r=${RADIUS} />
        <circle class="done" cx="50" cy="50" r=${RADIUS} stroke-dasharray=${CIRCUMFERENCE}
          stroke-dashoffset=${CIRCUMFERENCE * (1 - share)} />`}
      </svg>
      <span class="figure">${figure}</span>
    </div>`;
  }
}
