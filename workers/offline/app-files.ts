import {
  ACTIVE_PATH,
  cacheNames,
  checkedAnswer,
  type Fault,
  FAULT_PATH,
  LIST_PATH,
  type ListedFile,
  type OfflineList,
  storedFile,
  WANTED_PATH,
} from '../offline.api.ts';

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

export interface AppFilesDeps {
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
  /** Address of the app's folder, with a trailing slash. */
  readonly home: string;
  /** Name of this build and of this service worker, different for each. */
  readonly build: string;
  /** `offline.json` of this build. It names all other files with their hashes. */
  readonly list: ListedFile;
  /** How the paths of all files begin, up to the first slash. The browser handles every other request. */
  readonly entries: readonly string[];
  /** Headers that every answer has, such as those that isolate the page. Only those are added that the server did not send. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Number of former versions whose shell is kept: they may still run in other tabs. Those that only waited run in none. */
const FORMER_KEPT = 2;

/** A file of the last upload may follow, and the network come back. What a CDN changes stays changed. */
const WORTH_WAITING: ReadonlySet<Fault | null> = new Set(['page', 'cut', 'missing', 'redirected', 'network']);

const NO_LIST: OfflineList = { shell: [], keepable: [], pages: {}, types: {} };

/**
 * The files of one version of the app, as the service worker stores them, serves them and deletes old ones. It trusts no host: what it
 * stores has the hash that the build knows.
 */
export class AppFiles {
  readonly #deps: AppFilesDeps;
  readonly #names: ReturnType<typeof cacheNames>;
  #list = NO_LIST;
  #reading: Promise<void> | null = null;

  constructor(deps: AppFilesDeps) {
    this.#deps = deps;
    this.#names = cacheNames(deps.home);
  }

  /**
   * Stores the shell. Rejects if a file is not this build's, as on a host that is being updated: then the previous version stays
   * active, and the browser tries again with what is still missing.
   * @returns whether this version must not wait: what was stored before, without a look, cannot be opened
   */
  async install(): Promise<boolean> {
    const { caches, list } = this.#deps;
    const cache = await caches.open(this.#shellName);
    if (await this.#storeOrNote(cache, list)) throw new Error(`${LIST_PATH} is not that of this build`);
    await this.#read();
    const { shell } = this.#list;
    await this.#forgetFaults();
    const faults = await Promise.all(shell.map((file) => this.#storeOrNote(cache, file)));
    if (faults.some((fault) => fault !== null)) throw new Error('a file is not that of this build');
    await this.#checkKept();
    return this.#isActiveSpoilt();
  }

  /** Called when this version becomes active. Deletes what neither it nor the versions that open tabs may run need. */
  async clearOld(): Promise<void> {
    const { caches } = this.#deps;
    const shells = await this.#shells();
    const stay = new Set(await this.#staying(shells));
    await Promise.all(shells.filter((name) => !stay.has(name)).map((name) => caches.delete(name)));
    const needed = new Set([WANTED_PATH, FAULT_PATH].map((path) => this.#at(path)));
    for (const name of stay) for (const url of await this.#keepableOf(name)) needed.add(url);
    const kept = await caches.open(this.#names.kept);
    const old = (await kept.keys()).filter(({ url }) => !needed.has(url.replace(/\?.*$/, '')));
    await Promise.all(old.map((request) => kept.delete(request)));
  }

  /**
   * The answer to a request; null: the browser handles it, because it is not one of the app's files.
   * @param later keeps the service worker alive until this work is done
   */
  answer(request: Request, later: (work: Promise<unknown>) => void): Promise<Response> | null {
    // `steadyDownload` resumes with `no-store`. From here the part would come only after the whole file had arrived.
    if (request.method !== 'GET' || request.cache === 'no-store') return null;
    const path = this.#pathOf(request);
    if (path === null) return null;
    return this.#found(path, request, later).then((response) => withHeaders(response, this.#deps.headers));
  }

  /** The file of the app for which a request asks, of whatever version; null: none. A page has several addresses. */
  #pathOf({ url, mode }: Request): string | null {
    const { home, entries } = this.#deps;
    if (!url.startsWith(home)) return null;
    const path = url.slice(home.length).replace(/#.*$/s, '');
    // A file may be opened in the place of the page, as the licences are. Some hosts show pages without their ending.
    const page = path.replace(/\?.*$/s, '') || 'index.html';
    const paths = mode === 'navigate' ? [page, `${page}.html`] : path.includes('?') ? [] : [path];
    return paths.find((one) => entries.includes(one.replace(/\/.*$/s, ''))) ?? null;
  }

  async #found(path: string, request: Request, later: (work: Promise<unknown>) => void): Promise<Response> {
    const { caches, fetch, list } = this.#deps;
    await this.#read();
    const url = this.#at(path);
    const isWanted = (file: ListedFile): boolean => file.path === path;
    const keepable = this.#list.keepable.find(isWanted);
    if (keepable) return this.#keptOrFetched(keepable, request, later);
    const own = [list, ...this.#list.shell].find(isWanted);
    if (own) {
      const cache = await caches.open(this.#shellName);
      // The browser, or somebody, may have emptied the cache.
      if (!(await cache.match(url))) await this.#store(cache, own);
      return (await cache.match(url)) ?? fetch(request);
    }
    // A tab opened before an update still needs the files of its version.
    const former = request.mode === 'navigate' ? undefined : await caches.match(url);
    return former ? partOf(former, request.headers.get('Range')) : fetch(request);
  }

  async #keptOrFetched(file: ListedFile, request: Request, later: (work: Promise<unknown>) => void): Promise<Response> {
    const { caches, fetch } = this.#deps;
    const kept = await caches.open(this.#names.kept);
    const range = request.headers.get('Range');
    const found = request.cache === 'reload' ? undefined : await storedFile(kept, request.url, file, this.#list.types);
    if (found) return partOf(found, range);
    // Only whole files can be stored, so the whole file is fetched whatever part is wanted.
    const whole = await fetch(range === null ? request : request.url);
    later(this.#keep(kept, file, whole.clone()));
    return whole.status === 200 ? partOf(whole, range) : whole;
  }

  /** Stores a file that a page has asked for. A network that breaks off is no fault: the page asks again. */
  async #keep(kept: Cache, file: ListedFile, answer: Response): Promise<void> {
    const { keepable, types } = this.#list;
    const checked = await checkedAnswer(answer, file, types);
    if (checked !== 'network') await this.#note(file, await put(kept, this.#at(file.path), checked));
    if (!isWasm(file)) return;
    // A page of a host that sends no headers is not isolated, and takes other WebAssembly than the same page from here.
    for (const other of keepable.filter(isWasm)) await this.#store(kept, other);
  }

  /** Reads the list of this version, once. Without one every request goes to the network. */
  #read(): Promise<void> {
    this.#reading ??= (async () => {
      const cache = await this.#deps.caches.open(this.#shellName);
      const url = this.#at(LIST_PATH);
      if (!(await cache.match(url))) await this.#store(cache, this.#deps.list);
      this.#list = ((await (await cache.match(url))?.json()) as OfflineList | undefined) ?? NO_LIST;
    })();
    return this.#reading;
  }

  async #storeOrNote(cache: Cache, file: ListedFile): Promise<Fault | null> {
    const fault = await this.#store(cache, file);
    await this.#note(file, fault);
    return fault;
  }

  /** Stores a file unless it is there. An earlier version may have it, and the browser's own cache may hold another answer. */
  async #store(cache: Cache, file: ListedFile): Promise<Fault | null> {
    const { caches, fetch } = this.#deps;
    const { pages, types } = this.#list;
    const url = this.#at(file.path);
    if (await storedFile(cache, url, file, types)) return null;
    const elsewhere = await caches.match(url);
    const known = elsewhere && (await checkedAnswer(elsewhere, file, types));
    if (known instanceof Response) return put(cache, url, known);
    // Names under `assets` change with their content; other files must be revalidated.
    let checked: Response | Fault = 'network';
    for (const mode of [file.path.startsWith('assets/') ? 'default' : 'no-cache', 'reload'] as const) {
      const answer = await fetch(url, { cache: mode }).catch(() => null);
      if (answer === null) break;
      checked = await checkedAnswer(answer, file, types);
      const page = pages[file.path];
      if (typeof checked === 'string' && page !== undefined)
        checked = await checkedAnswer(new Response(page, { headers: answer.headers }), file, types);
      if (checked instanceof Response) break;
    }
    return put(cache, url, checked);
  }

  async #note(file: ListedFile, fault: Fault | null): Promise<void> {
    const kept = await this.#deps.caches.open(this.#names.kept);
    const url = this.#at(`${FAULT_PATH}?${file.path}`);
    if (fault === null) await kept.delete(url);
    // Where the disk is full, it stays unsaid.
    else await kept.put(url, new Response(fault)).catch(() => undefined);
  }

  /** Files that this version does not have are not missed any more. */
  async #forgetFaults(): Promise<void> {
    const kept = await this.#deps.caches.open(this.#names.kept);
    const start = this.#at(`${FAULT_PATH}?`);
    const paths = new Set([...this.#list.shell, ...this.#list.keepable].map(({ path }) => path));
    const old = (await kept.keys()).filter(({ url }) => url.startsWith(start) && !paths.has(url.slice(start.length)));
    await Promise.all(old.map((request) => kept.delete(request)));
  }

  /** Checks what earlier versions kept, and fetches what is missing if the user has asked for everything. */
  async #checkKept(): Promise<void> {
    const kept = await this.#deps.caches.open(this.#names.kept);
    const isWanted = (await kept.match(this.#at(WANTED_PATH))) !== undefined;
    for (const file of this.#list.keepable) {
      const there = await storedFile(kept, this.#at(file.path), file, this.#list.types);
      if (there || !isWanted) continue;
      if (WORTH_WAITING.has(await this.#storeOrNote(kept, file))) throw new Error(`${file.path} is not to be had`);
    }
  }

  /** Whether the active version has a redirected answer, which no browser opens as a page, or a page in the place of a file. */
  async #isActiveSpoilt(): Promise<boolean> {
    const { caches } = this.#deps;
    const marked = await this.#marked(await this.#shells());
    const [latest] = marked;
    for (const { name } of latest && latest.active > 0 ? [latest] : marked) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        const isPage = /^text\/html/i.test(answer?.headers.get('Content-Type') ?? '');
        if (answer?.redirected || (isPage && !request.url.endsWith('.html'))) return true;
      }
    }
    return false;
  }

  async #shells(): Promise<readonly string[]> {
    return (await this.#deps.caches.keys()).filter((name) => name.startsWith(this.#names.shell));
  }

  /** This version, those that were active last, and those that were created since and wait. Marks this one as active. */
  async #staying(shells: readonly string[]): Promise<readonly string[]> {
    const own = this.#shellName;
    const marked = await this.#marked(shells);
    const cache = await this.#deps.caches.open(own);
    await cache.put(this.#at(ACTIVE_PATH), new Response(String((marked[0]?.active ?? 0) + 1)));
    const former = marked.filter(({ name, active }) => name !== own && active > 0).map(({ name }) => name);
    // Versions of an earlier rule have no mark, so nobody knows which of them ran.
    const others =
      former.length === 0 ? shells : shells.slice(shells.indexOf(own)).filter((name) => !former.includes(name));
    return [own, ...others, ...former.slice(0, FORMER_KEPT)];
  }

  /** Which versions were active, the latest first, and then those that never were (0). */
  async #marked(shells: readonly string[]): Promise<readonly { readonly name: string; readonly active: number }[]> {
    const marked = shells.map(async (name) => {
      const mark = await (await this.#deps.caches.open(name)).match(this.#at(ACTIVE_PATH));
      return { name, active: Number(await mark?.text()) || 0 };
    });
    return (await Promise.all(marked)).sort((a, b) => b.active - a.active);
  }

  get #shellName(): string {
    return `${this.#names.shell}${this.#deps.build}`;
  }

  #at(path: string): string {
    return new URL(path, this.#deps.home).href;
  }

  async #keepableOf(shell: string): Promise<readonly string[]> {
    const list = await (await this.#deps.caches.open(shell)).match(this.#at(LIST_PATH));
    const { keepable } = ((await list?.json()) ?? NO_LIST) as OfflineList;
    return keepable.map(({ path }) => this.#at(path));
  }
}

/** Stores what was found right. @returns what stands against it */
async function put(cache: Cache, url: string, checked: Response | Fault): Promise<Fault | null> {
  if (typeof checked === 'string') return checked;
  return cache.put(url, checked).then(
    () => null,
    () => 'full' as const,
  );
}

const isWasm = ({ path }: ListedFile): boolean => path.endsWith('.wasm');

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
