import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Share } from '../../instrument/geometry/units.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Gauge } from '../../coach/coach-contract.ts';
import { liveStyles } from './session-styles.ts';

/** A ring that fills, in a box of 100 × 100. @param share how much of it is full */
export function ringCircles(radius: number, share: Share) {
  const around = 2 * Math.PI * radius;
  return svg`<circle class="track" cx="50" cy="50" r=${radius} />
    <circle class="done" cx="50" cy="50" r=${radius} stroke-dasharray=${around} stroke-dashoffset=${around * (1 - share)} />`;
}

export const startShare = (reading: Reading | null): Share => {
  const referencePose = reading?.referencePose;
  if (referencePose?.kind === 'holding') return referencePose.progress;
  return referencePose?.kind === 'set' ? 1 : 0;
};

/**
 * Replaces the number before a phase can be measured: the count-in, or the hold of the start position. The count-in's digits have the
 * colour of their ring, so that they do not look like the clock.
 */
@customElement('th-set-ring')
export class ThSetRing extends LitElement {
  static override styles = [
    liveStyles,
    css`
      :host {
        display: grid;
        place-content: center;
        min-block-size: 0;
      }
      .ring {
        inline-size: calc(21 * var(--u));
        block-size: calc(21 * var(--u));
        display: grid;
        place-items: center;
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
        font-size: calc(7 * var(--u));
        font-weight: 700;
        letter-spacing: -0.04em;
        font-variant-numeric: tabular-nums;
      }
      .count .figure {
        color: var(--warn);
      }
      .figure small {
        font-size: 0.42em;
        letter-spacing: 0;
      }
    `,
  ];

  @property({ attribute: false }) gauge!: Gauge;
  @property({ attribute: false }) share: Share = 0;

  override render() {
    const { phase, left, progress } = this.gauge;
    if (!phase || phase.kind === 'turn') return null;
    if (phase.kind === 'ready') {
      const seconds = Math.max(0, Math.ceil((left ?? 0) - 1e-6));
      return this.#ring('count', 1 - progress, seconds);
    }
    return this.#ring('', this.share, Math.round(this.share * 100), '%');
  }

  #ring(kind: string, share: number, figure: number, unit = '') {
    return html`<div class="ring ${kind}">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        ${ringCircles(44, share)}
      </svg>
      <span class="figure" translate="no"><span .textContent=${figure}></span><small .textContent=${unit}></small></span>
    </div>`;
  }
}
