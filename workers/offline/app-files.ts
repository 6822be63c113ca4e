import { KEPT_CACHE, LIST_PATH, type OfflineList, SHELL_PREFIX, WANTED_PATH } from '../offline.api.ts';
import { partOf } from './byte-range.ts';

export interface AppFilesDeps {
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
  /** The address of the app's folder, with a slash at the end. */
  readonly home: string;
  /** Names this build; another one has another. */
  readonly build: string;
  /** What is needed to show every screen, by its path from `home`; `index.html` among them. */
  readonly shell: readonly string[];
  readonly keepable: readonly string[];
}

/** Where a shell is kept that the version before still uses in another tab. */
const SHELLS_KEPT = 2;

/** The files of one version of the app: put away at install, answered from there afterwards, old ones cleared. */
export class AppFiles {
  readonly #deps: AppFilesDeps;
  readonly #shell: ReadonlySet<string>;
  readonly #keepable: ReadonlySet<string>;

  constructor(deps: AppFilesDeps) {
    this.#deps = deps;
    this.#shell = new Set(deps.shell.map((path) => this.#at(path)));
    this.#keepable = new Set(deps.keepable.map((path) => this.#at(path)));
  }

  /** Rejects when a file is missing: the version before goes on, and the browser tries again. */
  async install(): Promise<void> {
    const { caches, shell } = this.#deps;
    const cache = await caches.open(this.#shellName);
    await Promise.all(shell.map((path) => this.#store(cache, path)));
    const kept = await caches.open(KEPT_CACHE);
    if (await kept.match(this.#at(WANTED_PATH))) await this.#storeMissing(kept);
  }

  /** Clears what neither this version nor the one before it needs. */
  async clearOld(): Promise<void> {
    const { caches } = this.#deps;
    const shells = (await caches.keys()).filter((name) => name.startsWith(SHELL_PREFIX));
    const stay = new Set([this.#shellName, ...shells.slice(-SHELLS_KEPT)]);
    await Promise.all(shells.filter((name) => !stay.has(name)).map((name) => caches.delete(name)));
    const needed = new Set([this.#at(WANTED_PATH), ...this.#keepable]);
    for (const name of stay) for (const url of await this.#keepableOf(name)) needed.add(url);
    const kept = await caches.open(KEPT_CACHE);
    const old = (await kept.keys()).filter(({ url }) => !needed.has(url.replace(/\?.*$/, '')));
    await Promise.all(old.map((request) => kept.delete(request)));
  }

  /** Null: none of the app's own files, the browser sees to it. */
  answer(request: Request, later: (work: Promise<unknown>) => void): Promise<Response> | null {
    // A part of a model that stood still is asked of the server itself: from here it would come only once the whole is here.
    if (request.method !== 'GET' || request.cache === 'no-store') return null;
    if (request.mode === 'navigate') return this.#page(request);
    if (this.#shell.has(request.url) || this.#isOfOldShell(request.url)) return this.#stored(request);
    if (this.#keepable.has(request.url)) return this.#keptOrFetched(request, later);
    return null;
  }

  get #shellName(): string {
    return `${SHELL_PREFIX}${this.#deps.build}`;
  }

  #at(path: string): string {
    return new URL(path, this.#deps.home).href;
  }

  #page(request: Request): Promise<Response> | null {
    const address = request.url.replace(/[?#].*$/, '');
    if (address !== this.#deps.home && address !== this.#at('index.html')) return null;
    return this.#stored(new Request(this.#at('index.html')), request);
  }

  /** A tab that was opened before an update still asks for scripts of its own version. */
  #isOfOldShell(url: string): boolean {
    return url.startsWith(this.#at('assets/')) && /\.(js|css)$/.test(url);
  }

  async #stored(request: Request, otherwise = request): Promise<Response> {
    const { caches, fetch } = this.#deps;
    const own = await (await caches.open(this.#shellName)).match(request.url);
    return own ?? (await caches.match(request.url)) ?? fetch(otherwise);
  }

  async #keptOrFetched(request: Request, later: (work: Promise<unknown>) => void): Promise<Response> {
    const { caches, fetch } = this.#deps;
    const kept = await caches.open(KEPT_CACHE);
    const range = request.headers.get('Range');
    const found = request.cache === 'reload' ? undefined : await kept.match(request.url);
    if (found) return partOf(found, range);
    // Whole, whatever part is asked for: only whole files can be kept.
    const whole = range === null ? await fetch(request) : await fetch(request.url);
    if (whole.status === 200) {
      // A full disk is no reason not to show what has arrived.
      later(kept.put(request.url, whole.clone()).catch(() => undefined));
    }
    return whole.status === 200 ? partOf(whole, range) : whole;
  }

  async #store(cache: Cache, path: string): Promise<void> {
    const url = this.#at(path);
    // Names under `assets` change with their content; the others must be asked for anew.
    const answer = await this.#deps.fetch(url, {
      cache: path.startsWith('assets/') ? 'default' : 'no-cache',
    });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    await cache.put(url, answer);
  }

  async #storeMissing(kept: Cache): Promise<void> {
    for (const path of this.#deps.keepable) {
      if (!(await kept.match(this.#at(path)))) await this.#store(kept, path);
    }
  }

  async #keepableOf(shell: string): Promise<readonly string[]> {
    const list = await (await this.#deps.caches.open(shell)).match(this.#at(LIST_PATH));
    const { keepable } = ((await list?.json()) ?? { keepable: [] }) as OfflineList;
    return keepable.map(({ path }) => this.#at(path));
  }
}
