import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { sizedWhileShown } from '../elements/while-shown.ts';
import { fitText, type TextSizes } from './fit-text.ts';
import { unitStyles } from './session-styles.ts';
import { base } from '../styles/styles.ts';

/** At the smallest size it is still larger than any other text (`set-texts.ts`). */
const SIZES: TextSizes = { most: 12, least: 8.85, leastPixels: 32 };

/**
 * The one thing to do now, the largest text of a running set. It fits itself into its place; a text that does not fit at its smallest
 * size makes the place grow.
 */
@customElement('th-now-word')
export class ThNowWord extends LitElement {
  static override styles = [
    base,
    unitStyles,
    css`
      :host {
        display: grid;
        align-content: center;
        contain: size;
        min-block-size: 0;
        min-inline-size: 0;
      }
      :host([grows]) {
        contain: none;
      }
      p {
        font-weight: 720;
        letter-spacing: -0.03em;
        line-height: 1;
        text-wrap: balance;
      }
    `,
  ];

  @property() text = '';
  @query('p') private _word!: HTMLElement;

  constructor() {
    super();
    sizedWhileShown(this, () => this.#fit());
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('text')) this.#fit();
  }

  #fit(): void {
    if (!this._word || this.clientWidth === 0) return;
    this.removeAttribute('grows');
    this.toggleAttribute('grows', !fitText(this._word, this, SIZES));
  }

  override render() {
    return html`<p translate="no" .textContent=${this.text}></p>`;
  }
}
