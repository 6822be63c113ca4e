import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type LoopKind, loopFiles } from '../../app/loops.ts';
import { loopOwner } from '../../app/stills.ts';
import { leadingSide, type Seconds, type WorkingSide } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { LoopMoment } from '../../drills/loop-moments.ts';
import { loopWords } from '../../i18n/en/loops.ts';
import { momentTexts } from '../../i18n/speaking.ts';
import { drillPicture } from './drill-picture.ts';
import { figureStyles } from '../charts/figure-styles.ts';
import { followPictures, keepFocus, OnScreen } from './loop-playback.ts';
import { type LoopView, loopView, momentAt } from './loop-state.ts';
import { lookHere, lookHereStyles } from './look-here.ts';
import { loopMark, loopMarkStyles, loopName, loopStyles } from './loop-styles.ts';
import { base, buttons } from '../styles/styles.ts';

/** Paths in a box of 16 × 16. */
const BUTTON_ICONS = { Play: 'M3 1.5v13l11-6.5z', Pause: 'M2.5 1.5h4v13h-4zM9.5 1.5h4v13h-4z' } as const;

/** A short soundless loop of a drill's movement with its words. It is fetched once it is on the screen and plays only there. */
@customElement('th-loop')
export class ThLoop extends LitElement {
  static override styles = [base, buttons, figureStyles, lookHereStyles, loopMarkStyles, loopStyles];

  @property({ attribute: false }) drill!: DrillDefinition;
  @property() kind: LoopKind = 'right';
  @property({ attribute: false }) side: WorkingSide = 'left';
  /** Mirrors the loop, as the live picture beside it is. */
  @property({ type: Boolean }) reflected = false;
  /** Only the picture, without its words: while placing and in a set the coach has the word. */
  @property({ type: Boolean }) bare = false;
  @state() private _videoFailed = false;
  @state() private _posterFailed = false;
  @state() private _asked: 'play' | 'pause' | null = null;
  /** What happens in the loop, and when. Fetched late, because it is not part of the first page. */
  @state() private _moments: readonly LoopMoment[] = [];
  @state() private _moment = 0;
  @query('video') private _video!: HTMLVideoElement | null;

  readonly #screen = new OnScreen(this);
  #followed: HTMLVideoElement | null = null;

  get #view(): LoopView {
    const { seen, inSight, lessMotion } = this.#screen;
    return loopView({
      files: loopFiles(loopOwner(this.drill), this.kind),
      videoFailed: this._videoFailed,
      posterFailed: this._posterFailed,
      seen,
      inSight,
      lessMotion,
      asked: this._asked,
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Without its words the loop still plays.
    if (changed.has('drill') || changed.has('kind')) this.#takeWords().catch(() => undefined);
  }

  protected override updated(): void {
    const video = this._video;
    if (video && video !== this.#followed) followPictures(video, this.#pictureShown);
    this.#followed = video;
    if (!video) return;
    if (!this.#view.playing) video.pause();
    else if (video.paused) video.play().catch(this.#refused);
  }

  override render() {
    const view = this.#view;
    const { caption, description } = this.drill.demonstration[this.kind];
    if (this.bare) return html`<div class="beside">${this.#frame(view, description)} ${this.#button(view)}</div>`;
    // The drawing shows the start position, which is no cheat: a cheat without a video has no picture.
    const bare = view.still === 'drawing' && view.button === null;
    return html`<figure class=${this.kind}>
      ${bare && this.kind === 'cheat' ? null : this.#frame(view, description)}
      <div class="beside">${this.#moments(view.video)} ${this.#button(view)}</div>
      <figcaption>
        <strong>${loopMark(this.kind)} ${loopName(this.kind)}:</strong> ${loopWords().caption(caption)}
        ${bare ? html`<span class="muted">${description}</span>` : null}
      </figcaption>
    </figure>`;
  }

  #frame(view: LoopView, description: string) {
    const drawn = view.still === 'drawing' && !view.video;
    return html`<div class="frame">
      ${
        drawn
          ? html`<div class="picture drawn ${this.reflected ? 'flipped' : ''}">${drillPicture(this.drill, this.side)}</div>`
          : this.#picture(view, description)
      }
      ${drawn ? html`<p class="where">${loopWords().start}</p>` : null}
    </div>`;
  }

  #picture(view: LoopView, description: string) {
    const { video, poster } = loopFiles(loopOwner(this.drill), this.kind);
    const flipped = (leadingSide(this.side) === 'right') !== this.reflected;
    return html`<div class="picture ${flipped ? 'flipped' : ''}" role="img" aria-label=${description}>
      ${
        view.still === 'poster' && this.#screen.seen
          ? html`<img src=${poster ?? ''} alt="" @error=${() => (this._posterFailed = true)} />`
          : null
      }
      ${
        view.video
          ? html`<video
            src=${video ?? ''}
            preload=${view.playing ? 'auto' : 'none'}
            muted
            .muted=${true}
            playsinline
            disablepictureinpicture
            loop
            @error=${() => (this._videoFailed = true)}
          ></video>`
          : null
      }
      ${lookHere(this.drill.loopMarks?.[this.kind] ?? [], this.kind)}
    </div>`;
  }

  async #takeWords(): Promise<void> {
    const { loopMoments } = await import('../../drills/loop-moments.ts');
    this._moments = loopMoments(loopOwner(this.drill), this.kind, momentTexts());
  }

  /** Under a video one moment at a time, under a still picture all. A screen reader always gets all. */
  #moments(asVideo: boolean) {
    const moments = this._moments;
    return html`${asVideo ? html`<p class="moment" aria-hidden="true">${moments[this._moment]?.text}</p>` : null}
      <ol class=${asVideo ? 'visually-hidden' : 'moments'}>
        ${moments.map(({ text }, at) => html`<li data-number=${at + 1}>${text}</li>`)}
      </ol>`;
  }

  readonly #pictureShown = (time: Seconds): void => {
    this._moment = Math.max(0, momentAt(this._moments, time));
  };

  /** Beside the words, since a mark may be anywhere in the picture. */
  #button({ button }: LoopView) {
    if (button === null) return null;
    const stopped = button === 'Play';
    const { play, pause, theLoop } = loopWords();
    return html`<button class=${stopped ? 'play' : 'pause'} @click=${this.#toggle} @mousedown=${keepFocus}>
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${BUTTON_ICONS[button]} /></svg>
      <span class=${stopped ? '' : 'visually-hidden'}>${stopped ? play : pause}</span>
      <span class="visually-hidden">${theLoop(loopName(this.kind))}</span>
    </button>`;
  }

  readonly #toggle = (): void => {
    this._asked = this.#view.button === 'Pause' ? 'pause' : 'play';
  };

  /** A browser without autoplay still plays when the button is pressed. */
  readonly #refused = (error: unknown): void => {
    if (error instanceof DOMException && error.name === 'NotAllowedError') this._asked = 'pause';
  };
}
