import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { loopWords } from '../../i18n/en/loops.ts';
import { figureStyles } from '../charts/figure-styles.ts';
import { type Drawing, drawFromAbove, drawFromTheSide } from './placement-drawing.ts';
import { base } from '../styles/styles.ts';

/** Where the laptop stands for a drill: two drawings to scale, from above and from the side. */
@customElement('th-placement-drawing')
export class ThPlacementDrawing extends LitElement {
  static override styles = [
    base,
    figureStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
        gap: var(--s3);
        --figure-edge: var(--scene);
      }
      figure {
        display: grid;
        grid-template-rows: 1fr auto;
        background: var(--scene);
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        overflow: hidden;
      }
      svg {
        display: block;
        inline-size: 100%;
        block-size: var(--drawing-height, 13.5rem);
        padding: var(--s2);
      }
      figcaption {
        padding: var(--s2) var(--s3);
        border-block-start: 1px solid var(--line);
        color: var(--muted);
        font-size: 0.8125rem;
      }
      .field {
        fill: var(--accent);
        opacity: 0.09;
      }
      .good {
        fill: var(--accent);
        opacity: 0.3;
      }
      .measure,
      .sight {
        fill: none;
        stroke: var(--muted);
        stroke-width: 1.5;
        stroke-dasharray: 5 5;
      }
      .sight {
        stroke: var(--accent);
      }
      .floor,
      .stand {
        fill: none;
        stroke: var(--floor);
        stroke-width: 4;
        stroke-linecap: round;
      }
      .laptop,
      .lid {
        fill: var(--text);
        stroke: var(--scene);
        stroke-width: 1.5;
      }
      .laptop-side {
        fill: none;
        stroke: var(--text);
        stroke-width: 5;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .lens {
        fill: var(--accent);
        stroke: var(--scene);
        stroke-width: 1.5;
      }
      .label-plate {
        fill: var(--scene);
      }
      .label {
        fill: var(--text);
        font-size: 23px;
        font-weight: 600;
      }
    `,
  ];

  /** Without captions: beside the live picture the drawings speak for themselves. */
  @property({ type: Boolean }) bare = false;
  @property({ attribute: false }) drill!: DrillDefinition;
  @property({ attribute: false }) side: WorkingSide = 'left';

  override render() {
    const { where, lens, tilt } = this.drill.placement;
    const words = loopWords();
    return html`
      ${this.#figure(drawFromAbove(this.drill, this.side), words.above, words.fromAbove(where))}
      ${this.#figure(drawFromTheSide(this.drill, this.side), words.side, words.fromSide(lens, tilt))}
    `;
  }

  #figure(drawing: Drawing, caption: string, description: string) {
    return html`<figure>
      <svg role="img" aria-label=${description} viewBox=${drawing.viewBox}>${svg`${drawing.content}`}</svg>
      ${this.bare ? null : html`<figcaption>${caption}</figcaption>`}
    </figure>`;
  }
}
