import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * What a screen reads once when it opens. It is asked for after the first drawing and not in `connectedCallback`, because an
 * element that is fetched late gets its properties only then.
 */
export class Fetched<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #read: () => Promise<T>;
  readonly #otherwise: T | null;
  #asked = false;
  /** Null: not there yet. */
  value: T | null = null;
  failed = false;

  /** @param otherwise the value when it cannot be read */
  constructor(host: ReactiveControllerHost, read: () => Promise<T>, otherwise: T | null = null) {
    this.#host = host;
    this.#read = read;
    this.#otherwise = otherwise;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#asked) return;
    this.#asked = true;
    this.again();
  }

  again(): void {
    this.#read().then(
      (value) => this.set(value),
      () => {
        this.failed = true;
        if (this.#otherwise !== null) this.set(this.#otherwise);
        else this.#host.requestUpdate();
      },
    );
  }

  set(value: T | null): void {
    this.value = value;
    this.#host.requestUpdate();
  }
}
