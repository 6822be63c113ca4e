import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session, SessionSnapshot } from '../../app/session/session-contract.ts';

/** Panels are read, not watched: ten renders a second are plenty, and leave the main thread to the picture. */
const INTERVAL_MS = 100;

/** Renders its host when the session's snapshot has changed: at once on a new stage, else at most ten times a second. */
export class SessionElementController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => Session;
  #unsubscribe: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: SessionSnapshot | null = null;
  #shownAt = Number.NEGATIVE_INFINITY;

  constructor(host: ReactiveControllerHost, session: () => Session) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  get snapshot(): SessionSnapshot {
    return this.#session().snapshot;
  }

  hostConnected(): void {
    this.#unsubscribe = this.#session().subscribe(this.#onChange);
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #onChange = (): void => {
    if (this.snapshot.stage !== this.#shown?.stage) {
      this.#render();
      return;
    }
    const wait = this.#shownAt + INTERVAL_MS - performance.now();
    if (wait <= 0) this.#render();
    else this.#timer ??= setTimeout(this.#render, wait);
  };

  readonly #render = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#shown = this.snapshot;
    this.#shownAt = performance.now();
    this.#host.requestUpdate();
  };
}
