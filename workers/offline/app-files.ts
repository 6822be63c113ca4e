import { ACTIVE_PATH, KEPT_CACHE, LIST_PATH, type OfflineList, SHELL_PREFIX, WANTED_PATH } from '../offline.api.ts';

export interface AppFilesDeps {
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
  /** Address of the app's folder, with a trailing slash. */
  readonly home: string;
  /** Name of this build, different for each build. */
  readonly build: string;
  /** Files that every screen needs, `index.html` included; paths relative to `home`. */
  readonly shell: readonly string[];
  readonly keepable: readonly string[];
  /** Headers that every answer has, such as those that isolate the page. Only those are added that the server did not send. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Number of former versions whose shell is kept: they may still run in other tabs. Those that only waited run in none. */
const FORMER_KEPT = 2;

/** A script or a style of a page. */
const NAMED_FILE = /\b(?:src|href)="([^"]+\.(?:js|css))"/g;

/** The files of one version of the app, as the service worker stores them, serves them and deletes old ones. */
export class AppFiles {
  readonly #deps: AppFilesDeps;
  readonly #shell: ReadonlySet<string>;
  readonly #keepable: ReadonlySet<string>;

  constructor(deps: AppFilesDeps) {
    this.#deps = deps;
    this.#shell = new Set(deps.shell.map((path) => this.#at(path)));
    this.#keepable = new Set(deps.keepable.map((path) => this.#at(path)));
  }

  /**
   * Stores the shell. Rejects if a file is missing, or if the page is of another version, as on a host that is being updated:
   * then the previous version stays active, and the browser tries again.
   */
  async install(): Promise<void> {
    const { caches, shell } = this.#deps;
    try {
      const cache = await caches.open(this.#shellName);
      await Promise.all(shell.map((path) => this.#store(cache, path)));
      await this.#checkPage(cache);
    } catch (error) {
      await caches.delete(this.#shellName);
      throw error;
    }
    const kept = await caches.open(KEPT_CACHE);
    if (await kept.match(this.#at(WANTED_PATH))) await this.#storeMissing(kept);
  }

  /** Called when this version becomes active. Deletes what neither it nor the versions that open tabs may run need. */
  async clearOld(): Promise<void> {
    const { caches } = this.#deps;
    const shells = (await caches.keys()).filter((name) => name.startsWith(SHELL_PREFIX));
    const stay = new Set(await this.#staying(shells));
    await Promise.all(shells.filter((name) => !stay.has(name)).map((name) => caches.delete(name)));
    const needed = new Set([this.#at(WANTED_PATH), ...this.#keepable]);
    for (const name of stay) for (const url of await this.#keepableOf(name)) needed.add(url);
    const kept = await caches.open(KEPT_CACHE);
    const old = (await kept.keys()).filter(({ url }) => !needed.has(url.replace(/\?.*$/, '')));
    await Promise.all(old.map((request) => kept.delete(request)));
  }

  /** This version, those that were active last, and those that were created since and wait. Marks this one as active. */
  async #staying(shells: readonly string[]): Promise<readonly string[]> {
    const own = this.#shellName;
    const marked = await Promise.all(
      shells.map(async (name) => ({ name, active: Number(await (await this.#activeMark(name))?.text()) || 0 })),
    );
    const latest = Math.max(0, ...marked.map(({ active }) => active));
    const cache = await this.#deps.caches.open(own);
    await cache.put(this.#at(ACTIVE_PATH), new Response(String(latest + 1)));
    const former = marked.filter(({ name, active }) => name !== own && active > 0).sort((a, b) => b.active - a.active);
    // Versions of an earlier rule have no mark, so nobody knows which of them ran.
    const others =
      former.length === 0 ? shells : shells.slice(shells.indexOf(own)).filter((name) => !hasName(former, name));
    return [own, ...others, ...former.slice(0, FORMER_KEPT).map(({ name }) => name)];
  }

  async #activeMark(shell: string): Promise<Response | undefined> {
    return (await this.#deps.caches.open(shell)).match(this.#at(ACTIVE_PATH));
  }

  async #checkPage(cache: Cache): Promise<void> {
    const page = (await (await cache.match(this.#at('index.html')))?.text()) ?? '';
    // A host may add a script of its own from elsewhere.
    const names = [...page.matchAll(NAMED_FILE)].flatMap(([, path = '']) => (/^(\w+:)?\/\//.test(path) ? [] : [path]));
    const files = names.map((path) => `/${path}`);
    const isOwn = (file: string): boolean => this.#deps.shell.some((path) => file.endsWith(`/${path}`));
    if (files.length === 0 || !files.every(isOwn)) throw new Error('index.html is not the page of this build');
  }

  /**
   * The answer to a request; null: the browser handles it, because it is not one of the app's files.
   * @param later keeps the service worker alive until this work is done
   */
  answer(request: Request, later: (work: Promise<unknown>) => void): Promise<Response> | null {
    // `steadyDownload` resumes with `no-store`. From here the part would come only after the whole file had arrived.
    if (request.method !== 'GET' || request.cache === 'no-store') return null;
    const found = this.#found(request, later);
    return found && found.then((response) => withHeaders(response, this.#deps.headers));
  }

  #found(request: Request, later: (work: Promise<unknown>) => void): Promise<Response> | null {
    // A file may be opened in the place of the page, as the licences are, and the phone's page with the laptop's code behind it.
    const address = request.url.replace(/#.*$/s, '');
    if (this.#shell.has(address) || this.#isOfOldShell(address)) return this.#stored(new Request(address), request);
    if (request.mode === 'navigate') return this.#page(request);
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

  /** Whether this is a script of another version: a tab opened before an update still needs its own. */
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
    // Only whole files can be stored, so the whole file is fetched whatever part is wanted.
    const whole = range === null ? await fetch(request) : await fetch(request.url);
    if (whole.status === 200) {
      // If the disk is full, the file is still served.
      later(kept.put(request.url, whole.clone()).catch(() => undefined));
    }
    return whole.status === 200 ? partOf(whole, range) : whole;
  }

  async #store(cache: Cache, path: string): Promise<void> {
    const url = this.#at(path);
    // Names under `assets` change with their content; other files must be revalidated.
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

const hasName = (versions: readonly { readonly name: string }[], name: string): boolean =>
  versions.some((version) => version.name === name);

/**
 * The response with the headers that it lacks. A host such as GitHub Pages sends none, and without them the page is not isolated and
 * WebAssembly gets one thread only.
 */
export function withHeaders(response: Response, wanted: Readonly<Record<string, string>>): Response {
  const missing = Object.entries(wanted).filter(([name]) => !response.headers.has(name));
  // Status 0 is an error or a redirect, which only the browser may make.
  if (missing.length === 0 || response.status === 0) return response;
  const { status, statusText, body } = response;
  const headers = new Headers(response.headers);
  for (const [name, value] of missing) headers.set(name, value);
  return new Response(body, { status, statusText, headers });
}

/** First and last byte (inclusive) of a `Range` header; null: the whole file, or an unsupported header. */
export function wantedRange(header: string | null, size: number): readonly [number, number] | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, from = '', to = ''] = match ?? [];
  if (from === '' && to === '') return null;
  if (from === '') return [Math.max(0, size - Number(to)), size - 1];
  return [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
}

/**
 * Cuts the wanted part out of a whole response: the cache holds whole files, but media elements ask for parts. The
 * server's other headers, which isolate the page, stay.
 */
export async function partOf(whole: Response, range: string | null): Promise<Response> {
  if (range === null) return whole;
  const body = await whole.blob();
  const wanted = wantedRange(range, body.size);
  const headers = new Headers(whole.headers);
  if (wanted === null) return new Response(body, { headers });
  const [from, to] = wanted;
  if (from > to || from >= body.size) {
    headers.set('Content-Range', `bytes */${body.size}`);
    headers.delete('Content-Length');
    return new Response(null, { status: 416, headers });
  }
  headers.set('Content-Range', `bytes ${from}-${to}/${body.size}`);
  headers.set('Content-Length', String(to - from + 1));
  const type = headers.get('Content-Type') ?? '';
  return new Response(body.slice(from, to + 1, type), { status: 206, headers });
}
