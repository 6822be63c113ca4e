import { describe, expect, it } from 'vitest';
import { AppFiles, partOf, wantedRange, withHeaders } from '../../../workers/offline/app-files.ts';
import { KEPT_CACHE, LIST_PATH, SHELL_PREFIX, WANTED_PATH } from '../../../workers/offline.api.ts';
import { FakeCaches } from '../fake-caches.ts';

const HOME = 'https://app.test/';
const isolation = { 'Cross-Origin-Embedder-Policy': 'require-corp' };
const at = (path: string) => `${HOME}${path}`;

/** The page as the build writes it. */
const pageOf = (build: string) =>
  `<script type="module" src="/assets/app-${build}.js"></script><link href="/icon.svg" />page of ${build}`;

/** A version of the app on a server that can be cut off; it records the requests. */
function version(caches: FakeCaches, build: string, clip = 'clip') {
  const list = { keepable: [{ path: `assets/${clip}.webm`, bytes: 10 }] };
  const served = new Map([
    [at('index.html'), pageOf(build)],
    [at(`assets/app-${build}.js`), 'script'],
    [at(LIST_PATH), JSON.stringify(list)],
    [at(`assets/${clip}.webm`), '0123456789'],
  ]);
  const asked: string[] = [];
  const server = { on: true };
  const files = new AppFiles({
    caches: caches as unknown as CacheStorage,
    fetch: async (what) => {
      const url = typeof what === 'string' ? what : what instanceof URL ? what.href : what.url;
      asked.push(url);
      if (!server.on) throw new TypeError('no network');
      const text = served.get(url);
      return new Response(text ?? 'not found', {
        status: text === undefined ? 404 : 200,
        headers: isolation,
      });
    },
    home: HOME,
    build,
    shell: ['index.html', `assets/app-${build}.js`, LIST_PATH],
    keepable: list.keepable.map(({ path }) => path),
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
  return { files, served, asked, server, ask, caches };
}

describe('the headers that isolate the page', () => {
  it('are added to every answer where the host does not send them', async () => {
    const { files, ask } = version(new FakeCaches(), 'one');
    await files.install();
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

describe('the files of the app without a network', () => {
  it('include the page at each of its addresses, with the headers that isolate it', async () => {
    const app = version(new FakeCaches(), 'one');
    await app.files.install();
    app.server.on = false;
    for (const address of [HOME, at('index.html'), `${HOME}?from=home`, `${HOME}#/week`]) {
      const answer = await app.ask(address, { navigate: true });
      expect(await answer?.text()).toBe(pageOf('one'));
      expect(answer?.headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
    }
    expect(await app.ask(at('other.html'), { navigate: true })).toBeNull();
  });
  it('include a file of the app that is opened in the place of the page', async () => {
    const app = version(new FakeCaches(), 'one');
    await app.files.install();
    app.server.on = false;
    for (const address of [at(LIST_PATH), `${at(LIST_PATH)}#code`])
      expect(await (await app.ask(address, { navigate: true }))?.text()).toMatch(/^\{"keepable"/);
  });
  it('are not installed if one is missing', async () => {
    const app = version(new FakeCaches(), 'one');
    app.served.delete(at('assets/app-one.js'));
    await expect(app.files.install()).rejects.toThrow('404');
    expect(app.caches.all.has(`${SHELL_PREFIX}one`)).toBe(false);
  });
  it.each([pageOf('two'), '<p>A page of the host: come back later</p>'])(
    'are not installed with a page that does not name this build’s script: %s',
    async (page) => {
      const app = version(new FakeCaches(), 'one');
      app.served.set(at('index.html'), page);
      await expect(app.files.install()).rejects.toThrow('index.html');
      expect(app.caches.all.has(`${SHELL_PREFIX}one`)).toBe(false);
    },
  );
  it('include a clip that was used once, in any part', async () => {
    const app = version(new FakeCaches(), 'one');
    await app.files.install();
    const first = await app.ask(at('assets/clip.webm'), { headers: { Range: 'bytes=0-3' } });
    expect([first?.status, await first?.text()]).toEqual([206, '0123']);
    app.server.on = false;
    const again = await app.ask(at('assets/clip.webm'), { headers: { Range: 'bytes=4-' } });
    expect(await again?.text()).toBe('456789');
  });
  it('are still served when the disk is full', async () => {
    const caches = new FakeCaches();
    const app = version(caches, 'one');
    caches.of(KEPT_CACHE).full = true;
    expect(await (await app.ask(at('assets/clip.webm')))?.text()).toBe('0123456789');
  });

  it('are bypassed by a request with no-store', async () => {
    const app = version(new FakeCaches(), 'one');
    await app.files.install();
    await app.ask(at('assets/clip.webm'));
    expect(await app.ask(at('assets/clip.webm'), { cache: 'no-store', headers: { Range: 'bytes=4-' } })).toBeNull();
  });

  it('are fetched again by a request with reload', async () => {
    const app = version(new FakeCaches(), 'one');
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
  });
});

describe('a new version', () => {
  const shellsOf = (caches: FakeCaches): string[] =>
    [...caches.all.keys()].flatMap((name) => (name.startsWith(SHELL_PREFIX) ? [name.slice(SHELL_PREFIX.length)] : []));

  it('keeps the shells of the two versions before it for open tabs, and no older one', async () => {
    const caches = new FakeCaches();
    for (const build of ['one', 'two', 'three', 'four']) {
      const app = version(caches, build);
      await app.files.install();
      await app.files.clearOld();
    }
    expect(shellsOf(caches)).toEqual(['two', 'three', 'four']);
    const four = version(caches, 'four');
    four.server.on = false;
    expect(await (await four.ask(at('assets/app-two.js')))?.text()).toBe('script');
    expect(await (await four.ask(HOME, { navigate: true }))?.text()).toBe(pageOf('four'));
  });

  it('keeps what an old tab runs, however many versions only waited', async () => {
    const caches = new FakeCaches();
    const begin = async (build: string) => {
      const app = version(caches, build, `clip-${build}`);
      await app.files.install();
      return app;
    };
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
    expect(await (await four.ask(at('assets/app-one.js')))?.text()).toBe('script');
    expect([...caches.of(KEPT_CACHE).held.keys()]).toEqual([at('assets/clip-one.webm')]);
  });

  it('keeps what was there before versions were marked', async () => {
    const caches = new FakeCaches();
    for (const build of ['one', 'two']) await version(caches, build).files.install();
    const three = version(caches, 'three');
    await three.files.install();
    await three.files.clearOld();
    expect(shellsOf(caches)).toEqual(['one', 'two', 'three']);
  });
  it('deletes a clip that neither it nor the previous version uses', async () => {
    const caches = new FakeCaches();
    for (const build of ['one', 'two', 'three', 'four']) {
      const app = version(caches, build, `clip-${build}`);
      await app.files.install();
      await app.files.clearOld();
      await app.ask(at(`assets/clip-${build}.webm`));
    }
    expect([...caches.of(KEPT_CACHE).held.keys()]).toEqual(
      ['two', 'three', 'four'].map((build) => at(`assets/clip-${build}.webm`)),
    );
  });
  it('fetches changed clips only if the user had asked for everything', async () => {
    const caches = new FakeCaches();
    await version(caches, 'one', 'clip-one').files.install();
    expect(caches.of(KEPT_CACHE).held.size).toBe(0);
    await caches.of(KEPT_CACHE).put(at(WANTED_PATH), new Response(null));
    const two = version(caches, 'two', 'clip-two');
    await two.files.install();
    two.server.on = false;
    expect(await (await two.ask(at('assets/clip-two.webm')))?.text()).toBe('0123456789');
  });
});
