import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Pixels } from '../../instrument/geometry/units.ts';

/** How wide its host is, whole pixels; the host is rendered again when that changes. */
export class OwnWidth implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #resize: ResizeObserver;
  #width: Pixels;

  /** @param first until it is measured; @param least a narrower host scrolls */
  constructor(host: ReactiveControllerHost & Element, first: Pixels, least: Pixels) {
    this.#host = host;
    this.#width = first;
    this.#resize = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const width = Math.max(least, Math.round(entry.contentRect.width));
      if (width === this.#width) return;
      this.#width = width;
      host.requestUpdate();
    });
    host.addController(this);
  }

  get pixels(): Pixels {
    return this.#width;
  }

  hostConnected(): void {
    this.#resize.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#resize.disconnect();
  }
}
