import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { unitStyles } from './session-styles.ts';
import { base } from '../styles/styles.ts';

/** Each try is smaller than the one before by this factor. */
const STEP = 0.96;
/** Largest and smallest size, in `--u`. At the smallest one it is still larger than any other text (`set-texts.ts`). */
const MOST = 12;
const LEAST = 8.85;
/** In CSS pixels, on a small screen. */
const LEAST_PIXELS = 32;

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
        overflow-wrap: break-word;
      }
    `,
  ];

  @property() text = '';
  @query('p') private _word!: HTMLElement;

  readonly #resize = new ResizeObserver(() => this.#fit());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('text')) this.#fit();
  }

  /** Measures, because widths differ between fonts and languages, and nothing may be cut off. */
  #fit(): void {
    const word = this._word;
    if (!word || this.clientWidth === 0) return;
    this.removeAttribute('grows');
    const fits = () => word.scrollHeight <= this.clientHeight && word.scrollWidth <= this.clientWidth;
    for (let size = MOST; size > LEAST; size *= STEP) {
      word.style.fontSize = `calc(${size.toFixed(3)} * var(--u))`;
      if (Number.parseFloat(getComputedStyle(word).fontSize) < LEAST_PIXELS) break;
      if (fits()) return;
    }
    word.style.fontSize = `max(${LEAST_PIXELS}px, ${LEAST} * var(--u))`;
    this.toggleAttribute('grows', !fits());
  }

  override render() {
    return html`<p translate="no" .textContent=${this.text}></p>`;
  }
}
