import { css, html, LitElement, type PropertyValues, type ReactiveControllerHost } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { whileShown } from '../elements/while-shown.ts';
import { loopFiles, type LoopFiles, type LoopKind } from '../../app/loops.ts';
import { loopOwner } from '../../app/stills.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { LoopMoment } from '../../drills/loop-moments.ts';
import { loopWords } from '../../i18n/en/loops.ts';
import { momentTexts } from '../../i18n/speaking.ts';
import { leadingSide, type Seconds, type WorkingSide } from '../../instrument/geometry/units.ts';
import { figureStyles } from '../charts/figure-styles.ts';
import { drillPicture } from './drill-picture.ts';
import { lookHere, lookHereStyles } from './look-here.ts';
import { base, buttons } from '../styles/styles.ts';

const loopName = (kind: LoopKind): string => loopWords().names[kind];

/** Paths in a box of 18 × 18. */
const PATHS: Readonly<Record<LoopKind, string>> = {
  right: 'M3 9.5 7.5 14 15 4.5',
  cheat: 'M4 4l10 10M14 4 4 14',
};

/** A tick or a cross, so that the two loops differ by more than colour. */
const loopMark = (kind: LoopKind) =>
  html`<svg class="mark lines ${kind}" viewBox="0 0 18 18" aria-hidden="true"><path d=${PATHS[kind]} /></svg>`;

const loopMarkStyles = css`
  .mark {
    flex: none;
    inline-size: 1.35em;
    block-size: 1.35em;
    padding: 0.2em;
    border-radius: 50%;
    vertical-align: -0.3em;
    stroke: var(--bg);
    stroke-width: 3;
    background: var(--accent);
    forced-color-adjust: none;
  }
  .mark.cheat {
    background: var(--warn);
  }
`;

/** Styles of `th-loop`. `--loop-height` limits the height of the picture. */
const loopStyles = css`
  :host {
    display: grid;
    align-content: start;
  }
  figure {
    display: grid;
    gap: var(--s2);
    align-content: start;
  }
  .frame {
    position: relative;
    box-sizing: content-box;
    inline-size: min(100% - 6px, var(--loop-height, 100vh) * 16 / 9);
    aspect-ratio: 16 / 9;
    overflow: hidden;
    container-type: inline-size;
    border: 3px solid var(--accent);
    border-radius: var(--radius-s);
    background: var(--scene);
    --figure-edge: var(--scene);
  }
  .cheat .frame {
    border-color: var(--warn);
    border-style: dashed;
  }
  .picture,
  .picture > * {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  /* Below the word in the corner, which would cover the head. */
  .drawn {
    inset-block-start: 2em;
    block-size: calc(100% - 2em);
  }
  .flipped {
    transform: scaleX(-1);
  }
  .where {
    position: absolute;
    inset: var(--s2) auto auto var(--s2);
    padding: 0 0.5em;
    border-radius: var(--radius-s);
    background: var(--veil);
    color: var(--muted);
    /* The whole word in a narrow picture with large text. */
    font-size: min(1em, 9cqi);
  }
  /* The drawing alone, where it has no room for a word that can be read. */
  @container (max-width: 110px) {
    .where {
      clip-path: inset(50%);
      inset: 0;
    }
    .drawn {
      inset-block-start: 0;
      block-size: 100%;
    }
  }
  .beside {
    display: flex;
    align-items: start;
    gap: var(--s2);
  }
  button {
    flex: none;
  }
  button svg {
    inline-size: 1em;
    block-size: 1em;
    fill: currentColor;
  }
  /* Only an icon, so that the words beside it have room. */
  button.pause {
    inline-size: 44px;
    padding: 0;
  }
  .moment {
    flex: 1;
    min-block-size: 1.25em;
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  .moments {
    flex: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.1em;
    list-style: none;
    line-height: 1.4;
  }
  /* Not a counter of CSS: Chromium keeps the whole screen around one after the person has left it. */
  .moments li::before {
    content: attr(data-number) '. ';
    color: var(--muted);
  }
  figcaption {
    line-height: 1.4;
  }
`;

/** Share of the element that must be inside the window to count as on the screen. */
const MIN_SHARE_INSIDE = 0.25;

/** Tells whether its host is on the screen and whether the person wants less motion. Renders the host when either changes. */
class OnScreen {
  seen = false;
  #inside = false;
  readonly #lessMotion = matchMedia('(prefers-reduced-motion: reduce)');

  constructor(host: ReactiveControllerHost & Element) {
    const render = (): void => host.requestUpdate();
    const moved = (entries: readonly IntersectionObserverEntry[]): void => {
      this.#inside = (entries.at(-1)?.intersectionRatio ?? 0) >= MIN_SHARE_INSIDE;
      this.seen ||= this.#inside;
      render();
    };
    whileShown(host, () => {
      const observer = new IntersectionObserver(moved, { threshold: [0, MIN_SHARE_INSIDE] });
      observer.observe(host);
      document.addEventListener('visibilitychange', render);
      this.#lessMotion.addEventListener('change', render);
      return () => {
        observer.disconnect();
        this.#inside = false;
        document.removeEventListener('visibilitychange', render);
        this.#lessMotion.removeEventListener('change', render);
      };
    });
  }

  /** The host is on the screen now, in a tab that is shown. */
  get inSight(): boolean {
    return this.#inside && document.visibilityState === 'visible';
  }

  get lessMotion(): boolean {
    return this.#lessMotion.matches;
  }
}

/** Tells the time of each picture of a video as it is shown, also after a jump, until the video leaves the document. */
function followPictures(video: HTMLVideoElement, tell: (time: Seconds) => void): void {
  const shown: VideoFrameRequestCallback = (_, { mediaTime }) => {
    if (!video.isConnected) return;
    tell(mediaTime);
    video.requestVideoFrameCallback(shown);
  };
  // Firefox before version 132 has no frame callback; its `timeupdate` comes four times a second.
  if ('requestVideoFrameCallback' in HTMLVideoElement.prototype) video.requestVideoFrameCallback(shown);
  else video.addEventListener('timeupdate', () => tell(video.currentTime));
}

export interface LoopCircumstances {
  readonly files: LoopFiles;
  readonly videoFailed: boolean;
  readonly posterFailed: boolean;
  /** The loop has been on the screen at least once. Nothing is fetched before. */
  readonly seen: boolean;
  /** The loop is on the screen now, in a tab that is shown. */
  readonly inSight: boolean;
  readonly lessMotion: boolean;
  readonly asked: 'play' | 'pause' | null;
}

export interface LoopView {
  readonly video: boolean;
  readonly playing: boolean;
  /** The still picture under the video, seen until the video shows. */
  readonly still: 'poster' | 'drawing';
  readonly button: 'Play' | 'Pause' | null;
}

export function loopView(now: LoopCircumstances): LoopView {
  const playable = now.files.video !== null && !now.videoFailed;
  const wanted = now.asked === null ? !now.lessMotion : now.asked === 'play';
  return {
    // A loop that was paused stays in the document and so keeps its frame.
    video: playable && now.seen && (wanted || now.asked === 'pause'),
    playing: playable && wanted && now.inSight,
    still: now.files.poster !== null && !now.posterFailed ? 'poster' : 'drawing',
    button: playable ? (wanted ? 'Pause' : 'Play') : null,
  };
}

/** Index of the moment that belongs to this time of a loop; -1: before the first. */
export const momentAt = (moments: readonly LoopMoment[], time: Seconds): number =>
  moments.findLastIndex(({ at }) => at <= time);

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
    if (video && video !== this.#followed)
      followPictures(video, (time) => (this._moment = Math.max(0, momentAt(this._moments, time))));
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
          ? html`<div class="picture drawn ${this.reflected ? 'flipped' : ''}">${drillPicture(this.drill, this.side)}</div>
              <p class="where">${loopWords().start}</p>`
          : this.#picture(view, description)
      }
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

  /** Beside the words, since a mark may be anywhere in the picture. A click leaves the focus where it is, so that Space still starts and pauses the set. */
  #button({ button }: LoopView) {
    if (button === null) return null;
    const stopped = button === 'Play';
    const { play, pause, theLoop } = loopWords();
    return html`<button class=${stopped ? 'play' : 'pause'} @click=${() => (this._asked = stopped ? 'play' : 'pause')} @mousedown=${(event: MouseEvent) => event.preventDefault()}>
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${BUTTON_ICONS[button]} /></svg>
      <span class=${stopped ? '' : 'visually-hidden'}>${stopped ? play : pause}</span>
      <span class="visually-hidden">${theLoop(loopName(this.kind))}</span>
    </button>`;
  }

  /** A browser without autoplay still plays when the button is pressed. */
  readonly #refused = (error: unknown): void => {
    if (error instanceof DOMException && error.name === 'NotAllowedError') this._asked = 'pause';
  };
}
