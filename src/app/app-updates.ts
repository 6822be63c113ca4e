import { TAKE_OVER } from '../../workers/offline.api.ts';

export type WorkerRegistry = Pick<ServiceWorkerContainer, 'register' | 'controller' | 'addEventListener'>;

export interface AppUpdatesDeps {
  readonly registry: WorkerRegistry;
  /** The address of the service worker. */
  readonly script: string;
  readonly reload: () => void;
}

/**
 * Registers the service worker, which caches the app for use without a network, and watches for new versions. A new
 * version is activated only when the person asks for it (`take`).
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

  /** Rejects where the browser allows no service worker; the app works without it. */
  async start(): Promise<void> {
    const { registry, script, reload } = this.#deps;
    registry.addEventListener('controllerchange', () => {
      // The first worker takes over by itself, and another tab may activate one. Only the tab whose person asked may
      // reload.
      if (this.#asked) reload();
    });
    const registration = await registry.register(script, { updateViaCache: 'none' });
    this.#registration = registration;
    this.#reportWaiting();
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => this.#reportWaiting());
    });
  }

  /** Asks the server for a new version. Does nothing without a network. */
  async check(): Promise<void> {
    await this.#registration?.update().catch(() => undefined);
  }

  /** Activates the new version and reloads the page. */
  take(): void {
    this.#asked = true;
    const waiting = this.#registration?.waiting;
    if (waiting) waiting.postMessage(TAKE_OVER);
    // Another tab has activated the new version already.
    else this.#deps.reload();
  }

  #reportWaiting(): void {
    if (this.#registration?.waiting && this.#deps.registry.controller) this.#onReady();
  }
}
