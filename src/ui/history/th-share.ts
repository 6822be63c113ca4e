import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HipStory } from '../../training/review/hip-story.ts';
import { storyWords, trendWords } from '../../i18n/en/trends.ts';
import { dateLocale } from '../../i18n/speaking.ts';
import type { BestPicture } from '../../storage/storage-contract.ts';
import { sinceSentence } from '../charts/story-text.ts';
import { checkField } from '../elements/fields.ts';
import { formatEstimate } from '../elements/format.ts';
import { loadPart, type Services } from '../shell/services.ts';
import { drillTitle } from '../shell/words.ts';
import { base, buttons } from '../styles/styles.ts';
import { download } from './download.ts';
import type { SharedHip } from './share-picture.ts';

const COLOURS = ['bg', 'text', 'muted', 'accent'] as const;

/** Saves the way of both hips as a picture. The person is on it only where that was chosen. */
@customElement('th-share')
export class ThShare extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        gap: var(--s1);
        justify-items: end;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @property({ attribute: false }) stories: readonly HipStory[] = [];
  @property() drill = '';
  /** The kept picture of the larger angle; null: none. */
  @state() private _face: BestPicture | null = null;
  @state() private _withFace = false;
  @state() private _said = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('drill')) return;
    [this._face, this._withFace, this._said] = [null, false, ''];
    this.#findFace(this.drill).catch(() => undefined);
  }

  async #findFace(drill: string): Promise<void> {
    const all = await (await this.services.pictures()).list();
    const own = all.filter((one) => one.drill === drill).toSorted((one, other) => other.degrees - one.degrees);
    if (drill === this.drill) this._face = own[0] ?? null;
  }

  override render() {
    const words = storyWords().share;
    return html`<button aria-describedby="note" @click=${() => loadPart(this, this.#picture())}>${words.save}</button>
      ${this._face ? checkField(words.face, this._withFace, this.#choose) : null}
      <p id="note" class="small muted">${words.note}</p>
      <p class="visually-hidden" role="status">${this._said}</p>`;
  }

  readonly #choose = (checked: boolean): void => {
    this._withFace = checked;
  };

  #hips(): readonly SharedHip[] {
    const day = new Intl.DateTimeFormat(dateLocale(), { dateStyle: 'medium' });
    return this.stories.map(({ side, trend, since }) => {
      const { points } = trend;
      const [first, last] = [points[0], points.at(-1)];
      const now = formatEstimate(since?.latest.range ?? last?.range ?? null);
      return {
        name: trendWords().hip(side),
        figures: since ? `${formatEstimate(since.first.range)} → ${now}` : now,
        days: first && last ? day.formatRange(first.at, last.at) : '',
        points,
      };
    });
  }

  async #picture(): Promise<void> {
    const { sharePicture } = await import('./share-picture.ts');
    const words = storyWords().share;
    const style = getComputedStyle(this);
    const colours = Object.fromEntries(COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
    const chosen = this._withFace ? this._face : null;
    const face = chosen && (await createImageBitmap(new Blob([chosen.jpeg], { type: 'image/jpeg' })));
    const content = await sharePicture({
      heading: words.heading,
      drill: drillTitle(this.services.drills, this.drill),
      hips: this.#hips(),
      sentence: sinceSentence(this.stories),
      footer: words.footer,
      face,
      colours: colours as Record<(typeof COLOURS)[number], string>,
    });
    face?.close();
    download({ name: 'truehip-progress.png', content });
    this._said = words.saved;
  }
}
