import { TAKE_OVER } from '../../workers/offline.api.ts';

/** As much of `navigator.serviceWorker` as is needed. */
export type WorkerRegistry = Pick<ServiceWorkerContainer, 'register' | 'controller' | 'addEventListener'>;

export interface AppUpdatesDeps {
  readonly registry: WorkerRegistry;
  /** The address of the service worker. */
  readonly script: string;
  readonly reload: () => void;
}

/**
 * Registers the service worker, which keeps the app for use without a network, and watches for new versions. A new version
 * never takes over by itself: `take` is for the person to ask for.
 */
export class AppUpdates {
  readonly #deps: AppUpdatesDeps;
  readonly #onReady: () => void;
  #registration: ServiceWorkerRegistration | null = null;
  #asked = false;

  constructor(deps: AppUpdatesDeps, onReady: () => void) {
    this.#deps = deps;
    this.#onReady = onReady;
  }

  /** Rejects where the browser allows no service worker; the app works as before then. */
  async start(): Promise<void> {
    const { registry, script, reload } = this.#deps;
    registry.addEventListener('controllerchange', () => {
      // The first one takes over by itself, and so may another tab's; only the tab that was asked may reload.
      if (this.#asked) reload();
    });
    const registration = await registry.register(script, { updateViaCache: 'none' });
    this.#registration = registration;
    this.#look();
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => this.#look());
    });
  }

  /** Asks the server; without a network nothing happens. */
  async check(): Promise<void> {
    await this.#registration?.update().catch(() => undefined);
  }

  /** Changes to the new version; the page is loaded again. */
  take(): void {
    this.#asked = true;
    const waiting = this.#registration?.waiting;
    if (waiting) waiting.postMessage(TAKE_OVER);
    // Another tab has already changed over.
    else this.#deps.reload();
  }

  #look(): void {
    if (this.#registration?.waiting && this.#deps.registry.controller) this.#onReady();
  }
}
