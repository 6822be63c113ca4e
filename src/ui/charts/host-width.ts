import type { ReactiveControllerHost } from 'lit';
import type { Pixels } from '../../instrument/geometry/units.ts';
import { whileShown } from '../elements/while-shown.ts';

/** Measures the width of its host element in whole pixels and renders the host again when the width changes. */
export class HostWidth {
  #width: Pixels;

  /**
   * @param initial width until the host is measured
   * @param min smallest width; a narrower host scrolls
   */
  constructor(host: ReactiveControllerHost & Element, initial: Pixels, min: Pixels) {
    this.#width = initial;
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.max(min, Math.round(entry?.contentRect.width ?? 0));
      if (width === this.#width) return;
      this.#width = width;
      host.requestUpdate();
    });
    whileShown(host, () => {
      observer.observe(host);
      return () => observer.disconnect();
    });
  }

  get pixels(): Pixels {
    return this.#width;
  }
}
