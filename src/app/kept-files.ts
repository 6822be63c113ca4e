import {
  cacheNames,
  checkedAnswer,
  type Fault,
  FAULT_PATH,
  LIST_PATH,
  type ListedFile,
  type OfflineList,
  storedFile,
  WANTED_PATH,
} from '../../workers/offline.api.ts';

/** What is used of the browser and of the page's address; a test passes its own. */
export interface HostDeps {
  readonly caches: Pick<CacheStorage, 'open' | 'delete' | 'keys'>;
  readonly registry: Pick<ServiceWorkerContainer, 'getRegistration' | 'register'>;
  readonly fetch: typeof fetch;
  /** The address of the app's folder, with a slash at the end. */
  readonly home: string;
  readonly reload: () => void;
}

const hostOfPage = (): HostDeps => ({
  caches,
  registry: navigator.serviceWorker,
  fetch: (...request) => fetch(...request),
  home: new URL('./', document.baseURI).href,
  reload: () => location.reload(),
});

type KeptFilesDeps = Pick<HostDeps, 'caches' | 'fetch' | 'home'>;

/** How much of the files for use without a network is on this machine, in bytes. */
export interface KeptStatus {
  readonly kept: number;
  readonly total: number;
  /** The person has asked for all files. A new version then fetches the changed ones by itself. */
  readonly wanted: boolean;
}

/**
 * `some`: the host gives other files than those of this build; `faults` names them. `stopped`: by the person. `broken`: network or
 * server failed. `full`: no room left. Files that arrived stay in every case.
 */
export type KeepOutcome = 'all' | 'some' | 'stopped' | 'broken' | 'full';

/** The cache from which the service worker serves weights, WASM, clips and pictures. */
export class KeptFiles {
  readonly #deps: KeptFilesDeps;
  #list: Promise<OfflineList> | null = null;

  constructor(deps: KeptFilesDeps) {
    this.#deps = deps;
  }

  /** Rejects where the app has no list of files (the development server). */
  async status(): Promise<KeptStatus> {
    const { keepable } = await this.#read();
    const there = new Set(await this.#urls());
    return {
      kept: keepable.reduce((sum, { path, bytes }) => sum + (there.has(this.#at(path)) ? bytes : 0), 0),
      total: keepable.reduce((sum, { bytes }) => sum + bytes, 0),
      wanted: there.has(this.#at(WANTED_PATH)),
    };
  }

  async count(): Promise<number> {
    const others = [WANTED_PATH, FAULT_PATH].map((path) => this.#at(path));
    return (await this.#urls()).filter((url) => !others.includes(url.replace(/\?.*$/, ''))).length;
  }

  /** Which files the service worker, or `keep`, could not store: relative to the app's address. */
  async faults(): Promise<readonly string[]> {
    const start = this.#at(`${FAULT_PATH}?`);
    return (await this.#urls()).filter((url) => url.startsWith(start)).map((url) => url.slice(start.length));
  }

  /** Fetches the missing files one after the other. Only those of this build are stored. */
  async keep(onProgress: (status: KeptStatus) => void, signal: AbortSignal): Promise<KeepOutcome> {
    try {
      const { keepable, types } = await this.#read();
      const cache = await this.#cache();
      let isWhole = true;
      for (const file of keepable) {
        if (await storedFile(cache, this.#at(file.path), file, types)) continue;
        const fault = await this.#keepFile(cache, file, types, signal);
        if (fault === 'network') return signal.aborted ? 'stopped' : 'broken';
        if (fault) isWhole = false;
        onProgress(await this.status());
      }
      await cache.put(this.#at(WANTED_PATH), new Response(null));
      onProgress(await this.status());
      return isWhole ? 'all' : 'some';
    } catch (error) {
      if (signal.aborted) return 'stopped';
      return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'broken';
    }
  }

  /** Deletes the cache. Files are cached again as they are used. */
  async remove(): Promise<void> {
    await this.#deps.caches.delete(cacheNames(this.#deps.home).kept);
  }

  #at(path: string): string {
    return new URL(path, this.#deps.home).href;
  }

  #cache(): Promise<Cache> {
    return this.#deps.caches.open(cacheNames(this.#deps.home).kept);
  }

  async #urls(): Promise<readonly string[]> {
    return (await (await this.#cache()).keys()).map(({ url }) => url);
  }

  async #read(): Promise<OfflineList> {
    const { fetch } = this.#deps;
    this.#list ??= fetch(this.#at(LIST_PATH)).then((answer) => {
      if (!answer.ok) throw new Error(`${LIST_PATH}: ${answer.status}`);
      return answer.json() as Promise<OfflineList>;
    });
    this.#list.catch(() => (this.#list = null));
    return this.#list;
  }

  /** Past the browser's own cache, where the first answer was wrong. */
  async #keepFile(
    cache: Cache,
    file: ListedFile,
    types: OfflineList['types'],
    signal: AbortSignal,
  ): Promise<Fault | null> {
    const url = this.#at(file.path);
    let checked: Response | Fault = 'network';
    for (const mode of ['default', 'reload'] as const) {
      checked = await this.#deps.fetch(url, { signal, cache: mode }).then(
        (answer) => checkedAnswer(answer, file, types),
        () => 'network' as const,
      );
      if (checked === 'network' || typeof checked !== 'string') break;
    }
    const noted = this.#at(`${FAULT_PATH}?${file.path}`);
    if (typeof checked === 'string') {
      if (checked !== 'network') await cache.put(noted, new Response(checked));
      return checked;
    }
    await cache.put(url, checked);
    await cache.delete(noted);
    return null;
  }
}

/** Null where the browser offers no caches: they need https or localhost. */
export const keptFiles = (): KeptFiles | null =>
  'caches' in globalThis && 'serviceWorker' in navigator ? new KeptFiles(hostOfPage()) : null;

const SCRIPT = 'service-worker.js';

/** Browsers refuse a script that is sent as another kind of file, or from another address. */
const isScript = ({ status, redirected, headers }: Response): boolean =>
  status === 200 && !redirected && /(java|ecma)script/.test(headers.get('Content-Type') ?? '');

/** The file of the service worker, without which nothing is stored, if it cannot run. Null: it is there, or this browser wants none. */
export async function faultyWorker(
  { registry, fetch, home }: Pick<HostDeps, 'registry' | 'fetch' | 'home'> = hostOfPage(),
): Promise<string | null> {
  if (await registry.getRegistration(home)) return null;
  const url = new URL(SCRIPT, home).href;
  const answer = await fetch(url, { cache: 'no-store' }).catch(() => null);
  if (answer === null || !isScript(answer)) return SCRIPT;
  return registry.register(url, { updateViaCache: 'none' }).then(
    () => null,
    // A private window, or a setting, allows no service worker.
    (error: unknown) => (error instanceof DOMException && error.name === 'SecurityError' ? null : SCRIPT),
  );
}

/** Calls back whenever a version was stored or could not be, until the signal. */
export async function watchInstalls(onChange: () => void, signal: AbortSignal): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  const watch = () => registration?.installing?.addEventListener('statechange', onChange, { signal });
  registration?.addEventListener('updatefound', watch, { signal });
  watch();
}

/**
 * Removes the service worker and every file that it stored, and loads the page from the host. Sets and settings stay: they are in the
 * database.
 * @returns false: the host does not answer, so nothing was removed; without it the page would not come back
 */
export async function startAfresh(host: HostDeps = hostOfPage()): Promise<boolean> {
  const { registry, caches, fetch, home, reload } = host;
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
