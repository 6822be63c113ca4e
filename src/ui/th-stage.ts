import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Session } from '../app/session-contract.ts';
import type { Reading } from '../body/reading.ts';
import type { Side } from '../body/units.ts';
import type { Gauge } from '../coach/coach-contract.ts';
import { setWords } from '../language/en/set.ts';
import { containBox, paintOverlay } from './overlay-painter.ts';
import { base } from './styles.ts';

/** Sharper lines than this cost more than they show. */
const MAX_PIXEL_RATIO = 2;

/**
 * The live picture with the skeleton drawn over it. Takes the session's video element into its own tree; readings reach the
 * canvas straight from the session, past Lit's rendering.
 */
@customElement('th-stage')
export class ThStage extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        position: relative;
        overflow: hidden;
        background: #000;
        border-radius: var(--radius);
      }
      .picture,
      video,
      canvas {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
      }
      video {
        object-fit: contain;
      }
      .mirrored video {
        transform: scaleX(-1);
      }
    `,
  ];

  @property({ attribute: false }) session!: Session;
  /** Mirrored like a mirror on the wall; a file is shown as it was filmed. */
  @property({ type: Boolean }) mirrored = true;
  @property({ attribute: false }) working: Side | null = null;
  @query('.picture') private _picture!: HTMLElement;
  @query('canvas') private _canvas!: HTMLCanvasElement;

  #last: { readonly reading: Reading; readonly gauge: Gauge | null } | null = null;
  #stopListening: (() => void) | null = null;
  readonly #resize = new ResizeObserver(() => this.#paint());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening = this.session.onReading((reading, gauge) => {
      this.#last = { reading, gauge };
      this.#paint();
    });
    if (this.hasUpdated) this.#adopt();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
    this.#stopListening = null;
    this.#resize.disconnect();
  }

  protected override firstUpdated(): void {
    this.#adopt();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('mirrored') || changed.has('working')) this.#paint();
  }

  override render() {
    return html`<div class="picture ${this.mirrored ? 'mirrored' : ''}">
      <canvas aria-hidden="true"></canvas>
    </div>`;
  }

  #adopt(): void {
    const { video } = this.session;
    video.setAttribute('aria-label', setWords().livePicture);
    if (video.parentNode !== this._picture) {
      const playing = !video.paused;
      this._picture.prepend(video);
      // Taking a playing video to another place in the document pauses it.
      if (playing) video.play().catch(() => undefined);
    }
    this.#resize.observe(this._canvas);
  }

  #paint(): void {
    const canvas = this.hasUpdated ? this._canvas : null;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const ratio = Math.min(MAX_PIXEL_RATIO, devicePixelRatio || 1);
    const size = { width: canvas.clientWidth, height: canvas.clientHeight };
    const width = Math.round(size.width * ratio);
    const height = Math.round(size.height * ratio);
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    if (!this.#last || size.width === 0) return;
    const { reading, gauge } = this.#last;
    paintOverlay(context, containBox(reading, size, this.mirrored), reading, gauge, this.working);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-stage': ThStage;
  }
}
