import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { trendWords } from '../../i18n/en/trends.ts';
import type { Side } from '../../instrument/geometry/units.ts';
import type { BestPicture } from '../../storage/storage-contract.ts';
import { dayText, formatDegrees } from '../elements/format.ts';
import { fire, type Services } from '../shell/services.ts';
import { base, buttons } from '../styles/styles.ts';

/** The kept picture of the best position of one hip in a drill, and a button that deletes it. Nothing where there is none. */
@customElement('th-best-picture')
export class ThBestPicture extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      figure {
        display: grid;
        gap: var(--s2);
        justify-items: start;
      }
      canvas {
        max-inline-size: 100%;
        border-radius: var(--radius-s);
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @property() drill = '';
  @property() side: Side = 'left';
  @state() private _picture: BestPicture | null = null;
  @state() private _message = '';
  @query('canvas') private _canvas!: HTMLCanvasElement | null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('drill') && !changed.has('side')) return;
    this._picture = null;
    this.#read().catch(() => undefined);
  }

  async #read(): Promise<void> {
    const { drill, side } = this;
    const all = await (await this.services.pictures()).list();
    if (drill !== this.drill || side !== this.side) return;
    this._picture = all.find((one) => one.drill === drill && one.side === side) ?? null;
    await this.updateComplete;
    await this.#draw();
  }

  /** On a canvas, because the page's policy lets an image come from its own server only. */
  async #draw(): Promise<void> {
    const [canvas, picture] = [this._canvas, this._picture];
    if (!canvas || !picture) return;
    const image = await createImageBitmap(new Blob([picture.jpeg], { type: 'image/jpeg' }));
    Object.assign(canvas, { width: image.width, height: image.height });
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    image.close();
  }

  override render() {
    return html`${this._picture ? this.#figure(this._picture) : null}
      <p class="small" role="status">${this._message}</p>`;
  }

  #figure({ degrees, at, side }: BestPicture) {
    const words = trendWords().picture;
    const name = words.name(trendWords().hip(side), formatDegrees(degrees), dayText(Date.parse(at)));
    return html`<figure>
      <canvas role="img" aria-label=${name} width="640" height="360"></canvas>
      <figcaption class="small">${name} <span class="muted">${words.note}</span></figcaption>
      <button @click=${this.#delete}>${words.delete}</button>
    </figure>`;
  }

  readonly #delete = async (): Promise<void> => {
    const picture = this._picture;
    const pictures = await this.services.pictures();
    this._message = await pictures.remove(this).then(
      () => '',
      () => trendWords().picture.notDeleted,
    );
    if (picture && this._message === '') fire(this, 'th-deleted', () => pictures.keepBetter(picture));
    await this.#read().catch(() => undefined);
  };
}
