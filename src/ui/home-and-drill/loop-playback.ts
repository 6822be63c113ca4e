import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Seconds } from '../../instrument/geometry/units.ts';

/** Share of the element that must be inside the window to count as on the screen. */
const MIN_SHARE_INSIDE = 0.25;

/** Tells whether its host is on the screen and whether the person wants less motion. Renders the host when either changes. */
export class OnScreen implements ReactiveController {
  /** The host has been on the screen at least once. */
  seen = false;
  #inside = false;
  #observer: IntersectionObserver | null = null;
  readonly #host: ReactiveControllerHost & Element;
  readonly #lessMotion = matchMedia('(prefers-reduced-motion: reduce)');

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** The host is on the screen now, in a tab that is shown. */
  get inSight(): boolean {
    return this.#inside && document.visibilityState === 'visible';
  }

  get lessMotion(): boolean {
    return this.#lessMotion.matches;
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver(this.#onIntersection, { threshold: [0, MIN_SHARE_INSIDE] });
    this.#observer.observe(this.#host);
    document.addEventListener('visibilitychange', this.#render);
    this.#lessMotion.addEventListener('change', this.#render);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#inside = false;
    document.removeEventListener('visibilitychange', this.#render);
    this.#lessMotion.removeEventListener('change', this.#render);
  }

  readonly #onIntersection = (entries: readonly IntersectionObserverEntry[]): void => {
    this.#inside = (entries.at(-1)?.intersectionRatio ?? 0) >= MIN_SHARE_INSIDE;
    this.seen ||= this.#inside;
    this.#render();
  };

  readonly #render = (): void => this.#host.requestUpdate();
}

/** Tells the time of each picture of a video as it is shown, also after a jump, until the video leaves the document. */
export function followPictures(video: HTMLVideoElement, tell: (time: Seconds) => void): void {
  const shown: VideoFrameRequestCallback = (_, { mediaTime }) => {
    if (!video.isConnected) return;
    tell(mediaTime);
    video.requestVideoFrameCallback(shown);
  };
  // Firefox before version 132 has no frame callback; its `timeupdate` comes four times a second.
  if ('requestVideoFrameCallback' in HTMLVideoElement.prototype) video.requestVideoFrameCallback(shown);
  else video.addEventListener('timeupdate', () => tell(video.currentTime));
}

/** For `mousedown` on a button: a click leaves the focus where it is, so that Space still starts and pauses the set. */
export const keepFocus = (event: MouseEvent): void => event.preventDefault();
