import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { whileShown } from '../elements/while-shown.ts';
import type { Session } from '../../app/session/session-contract.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Side } from '../../instrument/geometry/units.ts';
import type { Gauge } from '../../coach/coach-contract.ts';
import { setWords } from '../../i18n/en/set.ts';
import type { Shown } from '../../storage/storage-contract.ts';
import { containBox, paintOverlay } from './overlay-painter.ts';
import type { paintZone as PaintZone, StartZone } from './start-zone.ts';
import { base } from '../styles/styles.ts';

/** Limit of the canvas resolution, canvas pixels per CSS pixel. Sharper lines cost time and show no more. */
const MAX_PIXEL_RATIO = 2;

/**
 * The live picture with the skeleton drawn over it. Takes the session's video element into its own tree. Each reading is drawn
 * as it comes, without a Lit render.
 */
@customElement('th-stage')
export class ThStage extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: relative;
        container-type: size;
      }
      /* As large as its place allows in the shape of the picture, so that no black bars stand beside it. */
      .picture {
        position: absolute;
        inset: 0;
        margin: var(--above-picture, auto) auto auto;
        inline-size: min(100cqi, 100cqb * var(--picture, 1.7778));
        block-size: min(100cqb, 100cqi / var(--picture, 1.7778));
        overflow: hidden;
        background: #000;
        border-radius: var(--radius);
      }
      video,
      canvas {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
      }
      /* Mirrored, as in a mirror. */
      video {
        object-fit: contain;
        transform: scaleX(-1);
      }
      /* The video is covered, not hidden: some browsers deliver no frames of a video that is not drawn. */
      .covered canvas {
        background: #0b0f14;
      }
      .hidden-note {
        position: absolute;
        /* Above the words of the demo, which cover the lower edge. */
        inset: var(--s4) 0 auto;
        padding-inline: var(--s4);
        /* The cover is dark in every theme. */
        color: #aebccb;
        font-size: max(1rem, calc(2.2 * var(--u)));
        line-height: 1.25;
        text-align: center;
      }
    `,
  ];

  @property({ attribute: false }) session!: Session;
  /** The working leg; null: both. */
  @property({ attribute: false }) working: Side | null = null;
  /** What of the person is shown. It does not change what is measured. */
  @property() shown: Shown = 'camera';
  /** Where the body belongs in the picture; null: no zone is drawn. */
  @property({ attribute: false }) zone: StartZone | null = null;
  @query('.picture') private _picture!: HTMLElement;
  @query('canvas') private _canvas!: HTMLCanvasElement;

  #last: { readonly reading: Reading; readonly gauge: Gauge | null } | null = null;
  #paintZone: typeof PaintZone | null = null;
  readonly #resize = new ResizeObserver(() => this.#paint());

  constructor() {
    super();
    whileShown(this, () => {
      const end = this.session.onReading((reading, gauge) => {
        this.#last = { reading, gauge };
        this.#paint();
      });
      if (this.hasUpdated) this.#adopt();
      return () => {
        end();
        this.#resize.disconnect();
      };
    });
  }

  protected override firstUpdated(): void {
    this.#adopt();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.zone && !this.#paintZone) this.#loadZone().catch(() => undefined);
    const drawn = ['working', 'shown', 'zone'] as const;
    if (drawn.some((name) => changed.has(name))) this.#paint();
  }

  override render() {
    const covered = this.shown !== 'camera';
    return html`<div class="picture ${covered ? 'covered' : ''}">
      <canvas aria-hidden="true"></canvas>
      ${this.shown === 'nothing' ? html`<p class="hidden-note small">${setWords().pictureHidden}</p>` : null}
    </div>`;
  }

  /** Fetched when first needed, since the set itself does not draw it. */
  async #loadZone(): Promise<void> {
    ({ paintZone: this.#paintZone } = await import('./start-zone.ts'));
    this.#paint();
  }

  #adopt(): void {
    const { video } = this.session;
    video.setAttribute('aria-label', setWords().livePicture);
    if (video.parentNode !== this._picture) {
      const playing = !video.paused;
      this._picture.prepend(video);
      // Moving a playing video in the document pauses it.
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
    if (!this.#last || size.width === 0 || this.shown === 'nothing') return;
    const { reading, gauge } = this.#last;
    if (this.zone) this.#paintZone?.(context, containBox(reading, size), reading, this.zone);
    paintOverlay(context, containBox(reading, size), reading, gauge, this.working);
  }
}
