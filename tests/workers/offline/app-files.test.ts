import { describe, expect, it } from 'vitest';
import { AppFiles, withHeaders, partOf, wantedRange } from '../../../workers/offline/app-files.ts';
import { cacheNames, FAULT_PATH, LIST_PATH, type OfflineList, WANTED_PATH } from '../../../workers/offline.api.ts';
import { FakeCaches } from '../fake-caches.ts';
import { listed } from '../listed.ts';

const HOME = 'https://app.test/';
const { kept: KEPT_CACHE, shell: SHELL_PREFIX } = cacheNames(HOME);
const isolation = { 'Cross-Origin-Embedder-Policy': 'require-corp' };
const CLIP = '0123456789';
const KEEPABLE = /\.(webm|wasm)$/;
const ENTRIES = [LIST_PATH, 'index.html', 'phone.html', 'assets'];

const pageOf = (build: string) => `<!doctype html><script type="module" src="./assets/app-${build}.js"></script>`;

const html = (text: string) => new Response(text, { headers: { 'Content-Type': 'text/html' } });

interface Wish {
  readonly clip?: string;
  /** More files, by path. */
  readonly more?: Readonly<Record<string, string>>;
  readonly home?: string;
  /** Name of the service worker's own build; absent: that of the files. */
  readonly worker?: string;
}

/** A version of the app on a server that can be cut off, and that may answer as it likes; it records the requests. */
function version(
  caches: FakeCaches,
  build: string,
  { clip = 'clip', more = {}, home = HOME, worker = build }: Wish = {},
) {
  const at = (path: string) => `${home}${path}`;
  const contents = {
    'index.html': pageOf(build),
    'phone.html': `<!doctype html>phone of ${build}`,
    [`assets/app-${build}.js`]: `script of ${build}`,
    [`assets/${clip}.webm`]: CLIP,
    ...more,
  };
  const all = Object.entries(contents).map(([path, content]) => listed(path, content));
  const list: OfflineList = {
    shell: all.filter(({ path }) => !KEEPABLE.test(path)),
    keepable: all.filter(({ path }) => KEEPABLE.test(path)),
    pages: { 'index.html': contents['index.html'], 'phone.html': contents['phone.html'] },
    types: { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' },
  };
  const served = new Map<string, string>();
  for (const [path, content] of [...Object.entries(contents), [LIST_PATH, JSON.stringify(list)] as const])
    served.set(at(path), content);
  const asked: string[] = [];
  const server = { on: true, answers: new Map<string, (cache?: RequestCache) => Response>() };
  const files = new AppFiles({
    caches: caches as unknown as CacheStorage,
    fetch: async (what, init) => {
      const url = typeof what === 'string' ? what : what instanceof URL ? what.href : what.url;
      asked.push(url);
      if (!server.on) throw new TypeError('no network');
      const answer = server.answers.get(url.slice(home.length));
      if (answer) return answer(init?.cache);
      const text = served.get(url);
      return new Response(text ?? 'not found', { status: text === undefined ? 404 : 200, headers: isolation });
    },
    home,
    build: worker,
    list: listed(LIST_PATH, JSON.stringify(list)),
    entries: ENTRIES,
    headers: { ...isolation, 'Cross-Origin-Opener-Policy': 'same-origin' },
  });
  const later: Promise<unknown>[] = [];
  const ask = async (url: string, init: RequestInit & { navigate?: boolean } = {}) => {
    const request = new Request(url, init);
    // Scripts cannot make a navigation request, so this one is faked.
    if (init.navigate) Object.defineProperty(request, 'mode', { value: 'navigate' });
    const answer = await files.answer(request, (work) => later.push(work));
    await Promise.all(later);
    return answer;
  };
  /** What the page gets in the place of itself. */
  const open = async (url: string) => (await ask(url, { navigate: true }))?.text();
  const textOf = async (url: string) => (await ask(url))?.text();
  const { kept, shell } = cacheNames(home);
  /** The faults that are noted, by path. */
  const faults = async () => {
    const start = at(`${FAULT_PATH}?`);
    const noted = [...caches.of(kept).held].filter(([url]) => url.startsWith(start));
    return Object.fromEntries(
      await Promise.all(noted.map(async ([url, answer]) => [url.slice(start.length), await answer.clone().text()])),
    ) as Record<string, string>;
  };
  /** Paths of the files that this version has stored. */
  const stored = () => [...caches.of(`${shell}${worker}`).held.keys()].map((url) => url.slice(home.length)).sort();
  return { files, served, asked, server, ask, open, textOf, caches, faults, stored };
}

/** A version that has stored its files. */
async function installed(caches = new FakeCaches(), build = 'one', wish: Wish = {}) {
  const app = version(caches, build, wish);
  await app.files.install();
  return app;
}

const at = (path: string) => `${HOME}${path}`;

describe('the headers that isolate the page', () => {
  it('are added to every answer where the host does not send them', async () => {
    const { ask } = await installed();
    const page = await ask(at(''), { navigate: true });
    expect(page?.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    const part = await ask(at('assets/clip.webm'), { headers: { Range: 'bytes=2-4' } });
    expect([part?.status, part?.headers.get('Cross-Origin-Opener-Policy')]).toEqual([206, 'same-origin']);
    expect(await part?.text()).toBe('234');
  });

  it('are never changed where the host sends its own', () => {
    const response = new Response('x', { headers: { A: 'own' } });
    expect(withHeaders(response, { A: 'other' })).toBe(response);
    expect(withHeaders(response, { A: 'other', B: 'b' }).headers.get('a')).toBe('own');
    const failed = Response.error();
    expect(withHeaders(failed, { A: 'other' })).toBe(failed);
  });
});

describe('the files of the app without a network', () => {
  it('include each page at each of its addresses, with the headers that isolate it', async () => {
    const app = await installed();
    app.server.on = false;
    for (const address of ['', 'index.html', 'index', '?from=home', 'index.html?from=home', '#/week']) {
      const answer = await app.ask(at(address), { navigate: true });
      expect(await answer?.text(), address).toBe(pageOf('one'));
      expect(answer?.headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
    }
    for (const address of ['phone.html', 'phone', 'phone.html?x', 'phone#code'])
      expect(await app.open(at(address)), address).toContain('phone of one');
    expect(await app.ask(at('other.html'), { navigate: true })).toBeNull();
    expect(await app.ask(at('blog/'), { navigate: true })).toBeNull();
  });
  it('include a file of the app that is opened in the place of the page', async () => {
    const app = await installed();
    app.server.on = false;
    for (const address of [at(LIST_PATH), `${at(LIST_PATH)}#code`])
      expect(await app.open(address)).toMatch(/^\{"shell"/);
  });
  it('are those of this address, although the host has another copy of the app', async () => {
    const caches = new FakeCaches();
    const here = version(caches, 'one', { home: `${HOME}here/` });
    const there = version(caches, 'two', { home: `${HOME}there/` });
    const root = version(caches, 'three');
    for (const app of [here, there, root]) {
      await app.files.install();
      await app.files.clearOld();
    }
    for (const app of [here, there, root]) app.server.on = false;
    expect(await here.open(`${HOME}here/`)).toBe(pageOf('one'));
    expect(await there.open(`${HOME}there/?x`)).toBe(pageOf('two'));
    expect(await root.open(HOME)).toBe(pageOf('three'));
    expect(await root.ask(`${HOME}here/assets/app-one.js`)).toBeNull();
    expect(await here.ask(`${HOME}there/`, { navigate: true })).toBeNull();
  });
  it('include a clip that was used once, in any part', async () => {
    const app = await installed();
    const first = await app.ask(at('assets/clip.webm'), { headers: { Range: 'bytes=0-3' } });
    expect([first?.status, await first?.text()]).toEqual([206, '0123']);
    app.server.on = false;
    const again = await app.ask(at('assets/clip.webm'), { headers: { Range: 'bytes=4-' } });
    expect(await again?.text()).toBe('456789');
  });
  it('include all WebAssembly once some of it was used, since a page from here takes other files than one from the host', async () => {
    const more = { 'assets/plain.wasm': 'plain', 'assets/threads.wasm': 'threads' };
    const app = await installed(new FakeCaches(), 'one', { more });
    await app.ask(at('assets/plain.wasm'));
    app.server.on = false;
    expect(await app.textOf(at('assets/threads.wasm'))).toBe('threads');
  });
  it('are still served when the disk is full', async () => {
    const caches = new FakeCaches();
    const app = await installed(caches);
    caches.of(KEPT_CACHE).full = true;
    expect(await app.textOf(at('assets/clip.webm'))).toBe(CLIP);
  });
  it('are fetched and stored again when the browser has emptied its caches', async () => {
    const caches = new FakeCaches();
    await version(caches, 'one').files.install();
    caches.all.clear();
    const app = version(caches, 'one');
    expect(await app.open(HOME)).toBe(pageOf('one'));
    app.server.on = false;
    expect(await app.open(HOME)).toBe(pageOf('one'));
  });
  it('come from the host where it has another version and the caches are empty', async () => {
    const app = version(new FakeCaches(), 'one');
    app.served.set(at(LIST_PATH), '{"shell":[]}');
    app.served.set(HOME, 'page of a later version');
    app.served.set(at('assets/clip.webm'), 'later clip');
    expect(await app.open(HOME)).toBe('page of a later version');
    expect(await app.textOf(at('assets/clip.webm'))).toBe('later clip');
    expect([...app.caches.of(KEPT_CACHE).held.keys()]).toEqual([]);
  });

  it('are bypassed by a request with no-store', async () => {
    const app = await installed();
    await app.ask(at('assets/clip.webm'));
    expect(await app.ask(at('assets/clip.webm'), { cache: 'no-store', headers: { Range: 'bytes=4-' } })).toBeNull();
  });

  it('are fetched again by a request with reload', async () => {
    const app = await installed();
    await app.ask(at('assets/clip.webm'));
    app.asked.length = 0;
    await app.ask(at('assets/clip.webm'));
    expect(app.asked).toEqual([]);
    await app.ask(at('assets/clip.webm'), { cache: 'reload' });
    expect(app.asked).toEqual([at('assets/clip.webm')]);
  });
  it('do not include other requests', async () => {
    const app = version(new FakeCaches(), 'one');
    expect(await app.ask('https://other.test/assets/clip.webm')).toBeNull();
    expect(await app.ask(at('assets/clip.webm'), { method: 'POST' })).toBeNull();
    expect(await app.ask(at('assets/clip.webm?piece=0'))).toBeNull();
    expect(await app.ask(at('phone-address.json'))).toBeNull();
    expect(await app.ask(HOME)).toBeNull();
  });
});

describe('a host that gives something else', () => {
  const script = 'assets/app-one.js';
  const redirected = (text: string) => () => Object.defineProperty(html(text), 'redirected', { value: true });

  it('and redirects pages to their clean addresses, is stored without the redirect', async () => {
    const app = version(new FakeCaches(), 'one');
    app.server.answers.set('index.html', redirected(pageOf('one')));
    app.server.answers.set('phone.html', redirected('<!doctype html>phone of one'));
    await app.files.install();
    app.server.on = false;
    for (const address of ['', 'phone.html']) {
      const answer = await app.ask(at(address), { navigate: true });
      expect([answer?.redirected, answer?.status]).toEqual([false, 200]);
    }
    expect(await app.faults()).toEqual({});
  });

  it.each([
    ['takes the quotes off a page', pageOf('one').replaceAll('"', '')],
    ['adds a script to a page', pageOf('one').replace('>', '><script src="https://cdn.test/x.js"></script>')],
    ['has the page of another version', pageOf('two')],
  ])('and %s: the page as it was built is stored, with the headers of the host', async (_what, page) => {
    const app = version(new FakeCaches(), 'one');
    app.server.answers.set('index.html', () => new Response(page, { headers: { 'X-Own': 'stays' } }));
    await app.files.install();
    const answer = await app.ask(HOME, { navigate: true });
    expect(await answer?.text()).toBe(pageOf('one'));
    expect(answer?.headers.get('X-Own')).toBe('stays');
    expect(await app.faults()).toEqual({});
  });

  it.each([
    ['page', () => html(pageOf('one'))],
    ['changed', () => new Response('script of one;')],
    ['cut', () => new Response('script')],
    ['missing', () => new Response('no', { status: 404 })],
    ['redirected', redirected('sign in')],
    ['network', () => new Response('busy', { status: 502 })],
  ] as const)('in the place of a script is not stored, and it is noted why: %s', async (fault, answer) => {
    const app = version(new FakeCaches(), 'one');
    app.server.answers.set(script, answer);
    await expect(app.files.install()).rejects.toThrow('not that of this build');
    expect(await app.faults()).toEqual({ [script]: fault });
    expect(app.stored()).not.toContain(script);
    // What is right stays, so that the next try asks for the rest only.
    app.server.answers.clear();
    app.asked.length = 0;
    await app.files.install();
    expect(app.asked).toEqual([at(script)]);
    expect(await app.faults()).toEqual({});
  });

  it('only because the browser kept a wrong answer, is asked past the browser’s cache', async () => {
    const app = version(new FakeCaches(), 'one');
    app.server.answers.set(script, (cache) => (cache === 'reload' ? new Response('script of one') : html('old')));
    await app.files.install();
    expect(app.stored()).toContain(script);
    expect(await app.faults()).toEqual({});
  });

  it('in the place of the list stores nothing else', async () => {
    const app = version(new FakeCaches(), 'one');
    app.server.answers.set(LIST_PATH, () => html(pageOf('one')));
    await expect(app.files.install()).rejects.toThrow(LIST_PATH);
    expect(await app.faults()).toEqual({ [LIST_PATH]: 'page' });
    expect(app.stored()).toEqual([]);
  });

  it('in the place of a clip is not stored, is noted, and mends itself', async () => {
    const app = await installed();
    app.server.answers.set('assets/clip.webm', () => html('<!doctype html>'));
    await app.ask(at('assets/clip.webm'));
    expect(await app.faults()).toEqual({ 'assets/clip.webm': 'page' });
    app.server.answers.clear();
    expect(await app.textOf(at('assets/clip.webm'))).toBe(CLIP);
    app.server.on = false;
    expect(await app.textOf(at('assets/clip.webm'))).toBe(CLIP);
    expect(await app.faults()).toEqual({});
  });

  it('with no room on the disk says so', async () => {
    const caches = new FakeCaches();
    caches.of(`${SHELL_PREFIX}one`).full = true;
    const app = version(caches, 'one');
    await expect(app.files.install()).rejects.toThrow(LIST_PATH);
    expect(await app.faults()).toEqual({ [LIST_PATH]: 'full' });
  });
});

describe('what an earlier version stored without a look', () => {
  const old = async (caches: FakeCaches, answers: Record<string, Response>, marks = '1') => {
    const cache = caches.of(`${SHELL_PREFIX}0123456789abcdef`);
    for (const [path, answer] of Object.entries(answers)) await cache.put(at(path), answer);
    if (marks) await cache.put(at('was-active'), new Response(marks));
  };
  const redirectedPage = () => Object.defineProperty(html('old page'), 'redirected', { value: true });

  it.each([
    ['a redirected page', { 'index.html': redirectedPage() }, '1'],
    ['a redirected page of a version without a mark', { 'index.html': redirectedPage() }, ''],
    ['a page in the place of a script', { 'index.html': html('old page'), 'assets/app-old.js': html('old page') }, '1'],
  ])('does not wait for the person where it is %s', async (_what, answers, marks) => {
    const caches = new FakeCaches();
    await old(caches, answers, marks);
    const one = version(caches, 'one');
    expect(await one.files.install()).toBe(true);
    await one.files.clearOld();
    expect(await one.open(HOME)).toBe(pageOf('one'));
    // The next one waits again, although the spoilt version is still kept for open tabs.
    expect(await version(caches, 'two').files.install()).toBe(false);
  });

  it('waits for the person where it can be opened', async () => {
    const caches = new FakeCaches();
    await old(caches, { 'index.html': html('old page'), 'assets/app-old.js': new Response('old script') });
    expect(await version(caches, 'one').files.install()).toBe(false);
  });

  it('and kept is checked once: the right clip stays, another one goes', async () => {
    const caches = new FakeCaches();
    await caches.of(KEPT_CACHE).put(at('assets/clip.webm'), html('<!doctype html>'));
    await installed(caches, 'one');
    expect(caches.of(KEPT_CACHE).held.size).toBe(0);
    await caches.of(KEPT_CACHE).put(at('assets/clip.webm'), new Response(CLIP));
    const two = await installed(caches, 'two');
    two.server.on = false;
    expect(await two.textOf(at('assets/clip.webm'))).toBe(CLIP);
  });
});

describe('a new version', () => {
  const shellsOf = (caches: FakeCaches): string[] =>
    [...caches.all.keys()].flatMap((name) => (name.startsWith(SHELL_PREFIX) ? [name.slice(SHELL_PREFIX.length)] : []));

  it('keeps the shells of the two versions before it for open tabs, and no older one', async () => {
    const caches = new FakeCaches();
    for (const build of ['one', 'two', 'three', 'four']) {
      const app = await installed(caches, build);
      await app.files.clearOld();
    }
    expect(shellsOf(caches)).toEqual(['two', 'three', 'four']);
    const four = version(caches, 'four');
    four.server.on = false;
    expect(await four.textOf(at('assets/app-two.js'))).toMatch(/^script of /);
    expect(await four.open(HOME)).toBe(pageOf('four'));
  });

  it('keeps what an old tab runs, however many versions only waited', async () => {
    const caches = new FakeCaches();
    const begin = (build: string) => installed(caches, build, { clip: `clip-${build}` });
    const one = await begin('one');
    await one.files.clearOld();
    await one.ask(at('assets/clip-one.webm'));
    await begin('two');
    await begin('three');
    const four = await begin('four');
    await begin('five');
    await four.files.clearOld();
    // What waits now may be wanted later.
    expect(shellsOf(caches)).toEqual(['one', 'four', 'five']);
    four.server.on = false;
    expect(await four.textOf(at('assets/app-one.js'))).toMatch(/^script of /);
    expect([...caches.of(KEPT_CACHE).held.keys()]).toEqual([at('assets/clip-one.webm')]);
  });

  it('keeps what was there before versions were marked', async () => {
    const caches = new FakeCaches();
    for (const build of ['one', 'two']) await version(caches, build).files.install();
    const three = await installed(caches, 'three');
    await three.files.clearOld();
    expect(shellsOf(caches)).toEqual(['one', 'two', 'three']);
  });
  it('deletes a clip that neither it nor the previous version uses', async () => {
    const caches = new FakeCaches();
    for (const build of ['one', 'two', 'three', 'four']) {
      const app = await installed(caches, build, { clip: `clip-${build}` });
      await app.files.clearOld();
      await app.ask(at(`assets/clip-${build}.webm`));
    }
    expect([...caches.of(KEPT_CACHE).held.keys()]).toEqual(
      ['two', 'three', 'four'].map((build) => at(`assets/clip-${build}.webm`)),
    );
  });
  it('fetches changed clips only if the user had asked for everything', async () => {
    const caches = new FakeCaches();
    await version(caches, 'one', { clip: 'clip-one' }).files.install();
    expect(caches.of(KEPT_CACHE).held.size).toBe(0);
    await caches.of(KEPT_CACHE).put(at(WANTED_PATH), new Response(null));
    const two = await installed(caches, 'two', { clip: 'clip-two' });
    two.server.on = false;
    expect(await two.textOf(at('assets/clip-two.webm'))).toBe('0123456789');
  });
  it('takes unchanged files from the version before, and asks for the others only', async () => {
    const caches = new FakeCaches();
    await version(caches, 'one').files.install();
    const later = version(caches, 'one', { worker: 'another worker' });
    await later.files.install();
    expect(later.asked).toEqual([]);
    expect(later.stored()).toEqual(version(caches, 'one').stored());
  });
  it('is not installed while a file that the user asked for is not there, unless a CDN changes it', async () => {
    const caches = new FakeCaches();
    await caches.of(KEPT_CACHE).put(at(WANTED_PATH), new Response(null));
    const one = version(caches, 'one');
    one.server.answers.set('assets/clip.webm', () => new Response('no', { status: 404 }));
    await expect(one.files.install()).rejects.toThrow('assets/clip.webm');
    one.server.answers.set('assets/clip.webm', () => new Response('smaller, changed'));
    expect(await one.files.install()).toBe(false);
    expect(await one.faults()).toEqual({ 'assets/clip.webm': 'changed' });
  });
  it('forgets what an earlier one could not store', async () => {
    const caches = new FakeCaches();
    const one = version(caches, 'one');
    one.server.answers.set('assets/app-one.js', () => html('<!doctype html>'));
    await expect(one.files.install()).rejects.toThrow();
    const two = await installed(caches, 'two');
    expect(await two.faults()).toEqual({});
  });
});

describe('a part of a file', () => {
  it.each([
    ['bytes=0-', [0, 9]],
    ['bytes=2-4', [2, 4]],
    ['bytes=8-99', [8, 9]],
    ['bytes=-3', [7, 9]],
    ['bytes=0-1,4-5', null],
    [null, null],
  ])('%s of ten bytes is %j', (header, expected) => {
    expect(wantedRange(header, 10)).toEqual(expected);
  });
  it('keeps the server’s headers, states its range, and is refused beyond the end', async () => {
    const whole = () => new Response('0123456789', { headers: isolation });
    const part = await partOf(whole(), 'bytes=2-4');
    expect([part.status, await part.text(), part.headers.get('Content-Range')]).toEqual([206, '234', 'bytes 2-4/10']);
    expect(part.headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
    expect((await partOf(whole(), 'bytes=10-')).status).toBe(416);
  });
});
