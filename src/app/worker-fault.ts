import type { Fault, FaultyFile } from './kept-files.ts';

/** `type`: the host sends it as another kind of file, which browsers refuse for scripts. */
export type HostFault = Fault | 'type';

export type HostFaulty = Pick<FaultyFile, 'path'> & { readonly fault: HostFault };

const SCRIPT = 'service-worker.js';

export interface WorkerFaultDeps {
  readonly registry: Pick<ServiceWorkerContainer, 'getRegistration' | 'register'>;
  readonly fetch: typeof fetch;
  /** The address of the app's folder, with a slash at the end. */
  readonly home: string;
}

/** Why the host's answer is no service worker; null: it looks like one. */
function faultOf({ status, redirected, headers }: Response): HostFault | null {
  const type = headers.get('Content-Type') ?? '';
  if (status >= 500) return 'network';
  if (status !== 200) return 'missing';
  if (redirected) return 'redirected';
  if (type.startsWith('text/html')) return 'page';
  return /(java|ecma)script/.test(type) ? null : 'type';
}

/** What stands against the service worker, without which nothing is stored. Null: it is there, or this browser wants none. */
export async function workerFault({ registry, fetch, home }: WorkerFaultDeps): Promise<HostFaulty | null> {
  if (await registry.getRegistration(home)) return null;
  const url = new URL(SCRIPT, home).href;
  const answer = await fetch(url, { cache: 'no-store' }).catch(() => null);
  const fault = answer === null ? 'network' : faultOf(answer);
  if (fault) return { path: SCRIPT, fault };
  return registry.register(url, { updateViaCache: 'none' }).then(
    () => null,
    // A private window, or a setting, allows no service worker.
    (error: unknown) =>
      error instanceof DOMException && error.name === 'SecurityError' ? null : { path: SCRIPT, fault: 'changed' },
  );
}

/** For this page. */
export const pageWorkerFault = (): Promise<HostFaulty | null> =>
  workerFault({
    registry: navigator.serviceWorker,
    fetch: (...request) => fetch(...request),
    home: new URL('./', document.baseURI).href,
  });

/** Calls back whenever a version was stored or could not be, until the signal. */
export async function watchInstalls(onChange: () => void, signal: AbortSignal): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  const watch = () => registration?.installing?.addEventListener('statechange', onChange, { signal });
  registration?.addEventListener('updatefound', watch, { signal });
  watch();
}
