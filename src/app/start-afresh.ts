import { cacheNames } from '../../workers/offline.api.ts';

export interface StartAfreshDeps {
  readonly registry: Pick<ServiceWorkerContainer, 'getRegistration'>;
  readonly caches: Pick<CacheStorage, 'keys' | 'delete'>;
  readonly fetch: typeof fetch;
  /** The address of the app's folder, with a slash at the end. */
  readonly home: string;
  readonly reload: () => void;
}

/**
 * Removes the service worker and every file that it stored, and loads the page from the host. Sets and settings stay: they are in the
 * database.
 * @returns false: the host does not answer, so nothing was removed; without it the page would not come back
 */
export async function startAfresh({ registry, caches, fetch, home, reload }: StartAfreshDeps): Promise<boolean> {
  // `no-store` passes the service worker.
  const answer = await fetch(home, { cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return false;
  const { kept, shell } = cacheNames(home);
  const own = (await caches.keys()).filter((name) => name === kept || name.startsWith(shell));
  await Promise.all(own.map((name) => caches.delete(name)));
  await (await registry.getRegistration(home))?.unregister();
  reload();
  return true;
}

export const startPageAfresh = (): Promise<boolean> =>
  startAfresh({
    registry: navigator.serviceWorker,
    caches,
    fetch: (...request) => fetch(...request),
    home: new URL('./', document.baseURI).href,
    reload: () => location.reload(),
  });
