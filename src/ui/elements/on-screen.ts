import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Share of the element that must be inside the window. */
const ENOUGH = 0.25;

/** Renders its host when the host comes on or leaves the screen, and when the person asks for less motion or for more. */
export class OnScreen implements ReactiveController {
  /** Has been on the screen at least once. */
  seen = false;
  #inside = false;
  #observer: IntersectionObserver | null = null;
  readonly #host: ReactiveControllerHost & Element;
  readonly #lessMotion = matchMedia('(prefers-reduced-motion: reduce)');

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  get inSight(): boolean {
    return this.#inside && document.visibilityState === 'visible';
  }

  get lessMotion(): boolean {
    return this.#lessMotion.matches;
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver(this.#onIntersection, { threshold: [0, ENOUGH] });
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
    this.#inside = (entries.at(-1)?.intersectionRatio ?? 0) >= ENOUGH;
    this.seen ||= this.#inside;
    this.#render();
  };

  readonly #render = (): void => this.#host.requestUpdate();
}
