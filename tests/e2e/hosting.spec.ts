import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, type Page, test as base } from '@playwright/test';
import { appErrorText } from '../../src/app/app-error.ts';
import wanted from '../../tools/browser/headers.json' with { type: 'json' };
import { ensureBuilt } from '../../tools/build/ensure-built.ts';
import { serveDist } from '../../tools/browser/serve-dist.ts';
import { storedSets, untilPhase } from './lib/app.ts';
import {
  caddyHost,
  type Host,
  isInstalled,
  netlifyHost,
  nginxHost,
  pagesHost,
  simulated,
  type SimulatedHost,
  type Ways,
} from './lib/hosts.ts';
import { askForUpdate, assetOf, release, rewrite } from './lib/versions.ts';
import { beginDemo, chooseLite, expectMeasures, isStored, takeUpdate, troubles, visit } from './lib/visits.ts';

const HOSTS = [
  {
    name: 'npm start',
    program: null,
    start: (folder: string): Promise<Host> => serveDist({ folder }),
    sendsHeaders: true,
    hashed: /immutable/,
    other: /no-cache/,
  },
  { name: 'nginx', program: 'nginx', start: nginxHost, sendsHeaders: true, hashed: /immutable/, other: /no-cache/ },
  { name: 'Caddy', program: 'caddy', start: caddyHost, sendsHeaders: true, hashed: /immutable/, other: /no-cache/ },
  {
    name: 'what stands for Netlify',
    program: null,
    start: netlifyHost,
    sendsHeaders: true,
    hashed: /immutable/,
    other: /max-age=0/,
  },
  {
    name: 'what stands for GitHub Pages',
    program: null,
    start: pagesHost,
    sendsHeaders: false,
    hashed: /600/,
    other: /600/,
  },
] as const;

/** The script that each version changes. */
const CHANGED = /^th-passport-.*\.js$/;

/** Three versions of the built app. */
type Versions = readonly [string, string, string];

interface Hosts {
  readonly built: string;
  /** Starts a made-up host. It is closed after the test, with every page. */
  readonly hostOf: typeof simulated;
}

const test = base.extend<Hosts, { versions: Versions }>({
  hostOf: async ({ context }, use) => {
    const hosts: Host[] = [];
    await use(async (...given) => {
      const host = await simulated(...given);
      hosts.push(host);
      return host;
    });
    for (const page of context.pages()) await page.close();
    for (const host of hosts) await host.close();
  },
  built: async ({ playwright: _playwright }, use) => use(await ensureBuilt()),
  versions: [
    async ({ playwright: _playwright }, use) => {
      const top = mkdtempSync(join(tmpdir(), 'truehip-versions-'));
      const one = await ensureBuilt();
      const later = async (title: string) => {
        const folder = join(top, title);
        cpSync(one, folder, { recursive: true });
        rewrite(folder, assetOf(folder, CHANGED), (text) => `${text}// ${title}`);
        await release(folder, `Truehip ${title}`);
        return folder;
      };
      await use([one, await later('two'), await later('three')]);
      rmSync(top, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});
test.use({ serviceWorkers: 'allow', viewport: { width: 1280, height: 720 } });

const open = async (page: Page, { url }: Host): Promise<void> => {
  await page.goto(`${url}/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
};

async function expectHeaders(
  host: Host,
  folder: string,
  { name: kind, sendsHeaders, hashed, other }: (typeof HOSTS)[number],
) {
  const ask = (path: string, headers: Record<string, string> = {}) => fetch(`${host.url}/${path}`, { headers });
  const script = assetOf(folder, /^first-load.*\.js$/);
  const wasm = assetOf(folder, /threaded-simd.*\.wasm$/);
  const page = await ask('');
  if (sendsHeaders) {
    for (const answer of [page, await ask(script), await ask(wasm), await ask('never-was')])
      for (const [name, value] of Object.entries(wanted))
        expect(answer.headers.get(name), `${name} of ${answer.url}`).toBe(value);
  }
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  expect(page.headers.get('cache-control')).toMatch(other);
  expect((await ask(wasm)).headers.get('content-type')).toBe('application/wasm');
  expect((await ask('truehip.webmanifest')).headers.get('content-type')).toMatch(/^application\/manifest\+json/);

  // Scripts, the worker and the weights are sent packed, and come out as they were built.
  for (const path of [
    script,
    assetOf(folder, /^pose\.worker.*\.js$/),
    assetOf(folder, /^blazepose-detector.*\.bin$/),
  ]) {
    const packed = await ask(path, { 'Accept-Encoding': 'gzip' });
    expect(packed.headers.get('cache-control')).toMatch(hashed);
    expect(packed.headers.get('content-encoding'), path).toBe('gzip');
    expect(Buffer.from(await packed.arrayBuffer()).equals(readFileSync(join(folder, path)))).toBe(true);
    const etag = packed.headers.get('etag') ?? '';
    expect((await ask(path, { 'Accept-Encoding': 'gzip', 'If-None-Match': etag })).status).toBe(304);
  }

  const part = await ask(script, { 'Accept-Encoding': 'identity', Range: 'bytes=10-19' });
  expect(part.status).toBe(206);
  expect(await part.text()).toBe(readFileSync(join(folder, script), 'utf8').slice(10, 20));
  const missing = await ask('assets/never-was.js');
  expect(missing.status).toBe(404);
  // Netlify's rules go by the path alone.
  if (kind !== 'what stands for Netlify') expect(missing.headers.get('cache-control') ?? '').not.toMatch(/immutable/);
  expect((await ask('.built-from')).status).toBe(404);
}

for (const kind of HOSTS)
  test(`${kind.name} serves the app with its headers, and the demo measures there with threads`, async ({
    page,
    built,
  }) => {
    if (kind.program !== null && !isInstalled(kind.program)) {
      console.log(`${kind.program} is not installed, so its configuration was not tried`);
      return;
    }
    const host = await kind.start(built);
    try {
      await expectHeaders(host, built, kind);
      await open(page, host);
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(kind.sendsHeaders);
      // From here on the service worker answers, with the headers that Pages does not send.
      await open(page, host);
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      await chooseLite(page);
      await page.getByRole('button', { name: /20-second demo/ }).click();
      await untilPhase(page, 'passive');
      await expect(page).toHaveURL(/#\/set\//, { timeout: 60_000 });
      const [record] = await storedSets(page);
      expect(record?.flags.map(({ rule }) => rule)).toContain('hips-shift');
    } finally {
      await page.close();
      await host.close();
    }
  });

/** A set during which the next version arrives: it is measured to its end, and only then is the version offered. */
async function expectSetOutlivesUpdate(page: Page, host: SimulatedHost, next: string): Promise<void> {
  await beginDemo(page);
  host.serve(next);
  expect(await askForUpdate(page)).toBe(true);
  const reload = page.getByRole('button', { name: 'Reload' });
  await expect(reload).toBeHidden();
  await expect(page).toHaveURL(/#\/set\//, { timeout: 60_000 });
  const [record] = await storedSets(page);
  expect(record?.flags.map(({ rule }) => rule)).toContain('hips-shift');
  await takeUpdate(page, 'Truehip three');
}

/** Every address at which somebody may open a page. */
async function expectAddresses(page: Page, host: SimulatedHost): Promise<void> {
  const tab = await page.context().newPage();
  for (const address of ['', 'index.html', 'index', '?from=home', 'index.html?x#/week', '#/history']) {
    await tab.goto(host.home + address);
    await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
  }
  for (const address of ['phone.html', 'phone', 'phone.html?x']) {
    await tab.goto(host.home + address);
    await expect(tab.locator('main')).toBeVisible();
  }
  await tab.goto(`${host.home}THIRD-PARTY.txt`);
  await expect(tab.getByText('Apache License').first()).toBeVisible();
  await tab.close();
}

const takesQuotesOff = (html: string): string => html.replace(/="([^"\s=<>]+)"/g, '=$1').replace(/>\s+</g, '><');

const addsScript = (html: string): string =>
  html
    .replace('</head>', '<script>window.ofTheCdn = true</script></head>')
    .replace('</body>', '<script src="/cdn-cgi/beacon.js" data-token="1"></script></body>');

const inPages =
  (change: (html: string) => string): NonNullable<Ways['change']> =>
  (path, content) =>
    path.endsWith('.html') ? Buffer.from(change(content.toString())) : null;

const wrongTypes = (path: string): Record<string, string> => ({
  'X-Content-Type-Options': 'nosniff',
  ...(['.wasm', '.mjs', '.webmanifest'].includes(extname(path)) ? { 'Content-Type': 'text/plain' } : {}),
});

const WAYS: Readonly<Record<string, Ways>> = {
  'at the root': {},
  'below a path': { path: '/truehip/' },
  'two folders deep': { path: '/tools/hip/' },
  'with clean addresses, to which it redirects by 301 and 308': { path: '/truehip/', clean: true },
  'that answers what is missing by the page': { fallback: true },
  'whose CDN takes the quotes off': { change: inPages(takesQuotesOff) },
  'whose CDN adds scripts to the pages': { change: inPages(addsScript) },
  'without compression': { plain: true },
  'with wrong types for WebAssembly, modules and the manifest': { headers: wrongTypes },
};

for (const [name, ways] of Object.entries(WAYS))
  test(`a host ${name}: the app opens and measures at both visits, offline, after an update and through one`, async ({
    context,
    hostOf,
    versions: [one, two, three],
  }) => {
    test.setTimeout(300_000);
    const host = await hostOf(one, ways);
    const first = await visit(context, host);
    await isStored(first);
    await expectMeasures(first);

    const second = await visit(context, host);
    expect(await second.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(await second.evaluate(() => 'ofTheCdn' in window)).toBe(false);
    await expectMeasures(second);
    expect(await troubles(second)).toEqual([]);

    host.serve(null);
    const offline = await visit(context, host);
    await expectMeasures(offline);
    await expectAddresses(offline, host);

    host.serve(two);
    expect(await askForUpdate(offline)).toBe(true);
    await takeUpdate(offline, 'Truehip two');
    await expectSetOutlivesUpdate(offline, host, three);
    expect(await troubles(offline)).toEqual([]);
  });

/** What a host gives while an upload is under way, and what the app says of it. */
const UNFINISHED: Readonly<
  Record<string, { readonly give: (file: Buffer, page: Buffer) => Buffer; readonly why: string }>
> = {
  'whose upload was cut': { give: (file) => file.subarray(0, file.length / 2), why: 'It was cut off.' },
  'that lacks files of the upload, and gives its page for them': {
    give: (_file, page) => page,
    why: 'The server answered with another page.',
  },
};

for (const [name, { give, why }] of Object.entries(UNFINISHED))
  test(`a host ${name}: the app says which file and why, the version before stays, and it mends itself`, async ({
    context,
    hostOf,
    versions: [one, two, three],
  }) => {
    test.setTimeout(400_000);
    const page = readFileSync(join(one, 'index.html'));
    const broken = { file: /pose\.worker|blazepose-lite.*bin/ as RegExp | null };
    const change = (path: string, content: Buffer) => (broken.file?.test(path) ? give(content, page) : null);
    const host = await hostOf(one, { change });
    const expectSaid = (tab: Page, script: string) =>
      expect
        .poll(async () => (await troubles(tab)).join(' | '), { timeout: 30_000 })
        .toMatch(new RegExp(String.raw`assets/${script}-\S+\.js – ${why}`));
    const first = await visit(context, host);
    await first.getByRole('button', { name: /20-second demo/ }).click();
    await expect(first.getByRole('alert').getByText(appErrorText('app-file-missing').title)).toBeVisible({
      timeout: 60_000,
    });
    await expectSaid(first, 'pose.worker');

    broken.file = null;
    const second = await visit(context, host);
    await isStored(second);
    await expectMeasures(second);
    expect(await troubles(second)).toEqual([]);

    host.serve(null);
    const offline = await visit(context, host);
    await expectMeasures(offline);

    broken.file = /th-passport/;
    host.serve(two);
    expect(await askForUpdate(offline)).toBe(false);
    await expectSaid(offline, 'th-passport');
    await expectMeasures(offline);
    broken.file = null;
    expect(await askForUpdate(offline)).toBe(true);
    await takeUpdate(offline, 'Truehip two');

    broken.file = /th-passport/;
    await beginDemo(offline);
    host.serve(three);
    expect(await askForUpdate(offline)).toBe(false);
    await expect(offline).toHaveURL(/#\/set\//, { timeout: 60_000 });
    const [record] = await storedSets(offline);
    expect(record?.flags.map(({ rule }) => rule)).toContain('hips-shift');
    await expectSaid(offline, 'th-passport');
    broken.file = null;
    expect(await askForUpdate(offline)).toBe(true);
    await takeUpdate(offline, 'Truehip three');
  });

test('a host whose CDN changes scripts: the app measures, says which files and why, and the version before stays', async ({
  context,
  hostOf,
  versions: [one, two],
}) => {
  test.setTimeout(300_000);
  const cdn = { on: true };
  const change = (path: string, content: Buffer) =>
    cdn.on && /^\/assets\/.*\.js$/.test(path) ? Buffer.concat([content, Buffer.from('\n// of the CDN')]) : null;
  const host = await hostOf(one, { change });
  const why = 'The server or a network on the way (CDN) has changed it.';
  const expectSaid = (tab: Page) =>
    expect.poll(async () => (await troubles(tab)).join(' | '), { timeout: 30_000 }).toContain(why);
  const first = await visit(context, host);
  await expectMeasures(first);
  await expectSaid(first);
  const second = await visit(context, host);
  await expectMeasures(second);
  await expectSaid(second);

  cdn.on = false;
  const third = await visit(context, host);
  await isStored(third);
  await expectMeasures(third);
  expect(await troubles(third)).toEqual([]);

  cdn.on = true;
  host.serve(two);
  expect(await askForUpdate(third)).toBe(false);
  await expectSaid(third);
  host.serve(null);
  await expectMeasures(await visit(context, host));
});

test('a host that lacks the list of files, and gives its page for it: the app measures, and says so', async ({
  context,
  hostOf,
  versions: [one],
}) => {
  const page = readFileSync(join(one, 'index.html'));
  const host = await hostOf(one, { change: (path) => (path === '/offline.json' ? page : null) });
  const tab = await visit(context, host);
  await expectMeasures(tab);
  await tab.evaluate(() => (location.hash = '#/offline'));
  await expect(tab.getByText('offline.json – The server answered with another page.')).toBeVisible();
  await expect(tab.getByText('That needs a built app')).toBeHidden();
});

/** What the service worker of an earlier version did: it stored what came, redirected as it was, and answered with it. */
const EARLIER_WORKER = `
const at = (path) => new URL(path, self.location.href).href;
const stored = () => caches.open('truehip-shell-0123456789abcdef');
self.addEventListener('install', (event) => event.waitUntil((async () => {
  const cache = await stored();
  for (const path of ['index.html', 'phone.html']) await cache.put(at(path), await fetch(at(path)));
  await (await caches.open('truehip-kept')).put(at('assets/old.webm'), await fetch(at('index.html')));
})()));
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  await (await stored()).put(at('was-active'), new Response('1'));
  await self.clients.claim();
})()));
self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(caches.match(at('index.html')));
});
`;

test('an install of an earlier version that a redirect had made dead heals by itself, and keeps its sets', async ({
  context,
  hostOf,
  versions: [one],
}) => {
  const earlier = { on: true };
  const change = (path: string) => (earlier.on && path === '/service-worker.js' ? Buffer.from(EARLIER_WORKER) : null);
  const host = await hostOf(one, { clean: true, change });
  const first = await visit(context, host);
  await isStored(first);
  await first.goto('about:blank');
  await expect(first.goto(host.home)).rejects.toThrow('ERR_FAILED');
  earlier.on = false;
  // The browser looks for another service worker whenever a page is opened, also in vain.
  await expect(async () => {
    await first.goto(host.home);
  }).toPass({ timeout: 30_000, intervals: [2000] });
  await first.getByRole('heading', { level: 1 }).waitFor();
  expect(await first.evaluate(async () => document.querySelector('th-app')?.services.settings.current.model)).toBe(
    'lite',
  );
  host.serve(null);
  await expectAddresses(await visit(context, host), host);
});

test('"Start afresh" removes the service worker and what it stored, and nothing that the person made', async ({
  context,
  hostOf,
  versions: [one],
}) => {
  const host = await hostOf(one, { path: '/truehip/' });
  const page = await visit(context, host, '#/offline');
  await isStored(page);
  await expectMeasures(page);
  const sets = (await storedSets(page)).length;
  expect(sets).toBeGreaterThan(0);
  await page.evaluate(() => (location.hash = '#/offline'));
  const press = async () => {
    await page.getByRole('button', { name: 'Start afresh' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Start afresh' }).click();
  };
  host.serve(null);
  await press();
  await expect(page.getByText('The server doesn’t answer. Nothing was removed.')).toBeVisible();

  host.serve(one);
  await page.evaluate(async () => {
    await caches.open('of another app');
    await (await caches.open('truehip/truehip/kept')).put('planted', new Response('x'));
  });
  const loaded = page.waitForEvent('load');
  await press();
  await loaded;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await isStored(page);
  const names = await page.evaluate(() => caches.keys());
  expect(names.map((name) => name.replace(/[0-9a-f]{16}/, '')).sort()).toEqual([
    'of another app',
    'truehip/truehip/kept',
    'truehip/truehip/shell-',
  ]);
  expect(await page.evaluate(async () => (await caches.match('planted')) === undefined)).toBe(true);
  expect(await storedSets(page)).toHaveLength(sets);
  expect(await page.evaluate(() => document.querySelector('th-app')?.services.settings.current.model)).toBe('lite');
});
