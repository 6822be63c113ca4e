import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Pixels } from '../../instrument/geometry/units.ts';

/** Measures the width of its host element in whole pixels and renders the host again when the width changes. */
export class HostWidth implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #resize: ResizeObserver;
  #width: Pixels;

  /**
   * @param initial width until the host is measured
   * @param min smallest width; a narrower host scrolls
   */
  constructor(host: ReactiveControllerHost & Element, initial: Pixels, min: Pixels) {
    this.#host = host;
    this.#width = initial;
    this.#resize = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const width = Math.max(min, Math.round(entry.contentRect.width));
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
