import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { drillStill, loopOwner, STILL_SIZE } from '../../app/stills.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { leadingSide, type WorkingSide } from '../../instrument/geometry/units.ts';
import { figureStyles } from '../charts/figure-styles.ts';
import { lookHere, lookHereStyles } from './look-here.ts';

/**
 * A still of a rendered person in a drill, 16 : 9, as wide as its place. It is fetched when it comes near the window. A drill
 * without a still gets the drawing of its start position. Decoration: a screen reader gets the drill's title from beside it.
 */
@customElement('th-drill-still')
export class ThDrillStill extends LitElement {
  static override styles = [
    figureStyles,
    lookHereStyles,
    css`
      :host {
        position: relative;
        display: block;
        aspect-ratio: 16 / 9;
        overflow: hidden;
        background: var(--scene);
        --figure-edge: var(--scene);
      }
      div {
        block-size: 100%;
      }
      img,
      svg {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
      .flipped {
        transform: scaleX(-1);
      }
    `,
  ];

  @property({ attribute: false }) drill!: DrillDefinition;
  /** The picture is mirrored for the right side. */
  @property({ attribute: false }) side: WorkingSide = 'left';
  /** The drawing as the camera sees it: the still of a side check shows its drill from another place. */
  @property({ type: Boolean }) drawn = false;
  /** Draws an arrow along what moves. */
  @property({ type: Boolean }) marked = false;
  @state() private _failed = false;
  @state() private _drawing: TemplateResult | null = null;

  override render() {
    const owner = loopOwner(this.drill);
    const still = this._failed || this.drawn ? null : drillStill(owner);
    if (still === null) return this.#drawing();
    const { width, height } = STILL_SIZE;
    return html`<div class=${leadingSide(this.side) === 'right' ? 'flipped' : nothing}>
      <img src=${still} width=${width} height=${height} loading="lazy" decoding="async" alt="" @error=${this.#unloaded} />
      ${
        this.marked
          ? lookHere(
              (this.drill.loopMarks?.right ?? []).filter((mark) => 'from' in mark),
              'right',
            )
          : null
      }
    </div>`;
  }

  readonly #unloaded = () => (this._failed = true);

  /** Fetched late, because few drills have no still. */
  #drawing() {
    if (this._drawing === null) this.#draw().catch(() => undefined);
    return this._drawing;
  }

  async #draw(): Promise<void> {
    const { drillPicture } = await import('./drill-picture.ts');
    this._drawing = drillPicture(this.drill, this.side);
  }
}
