import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test as base } from '@playwright/test';
import wanted from '../../tools/browser/headers.json' with { type: 'json' };
import { ensureBuilt } from '../../tools/build/ensure-built.ts';
import { serveDist } from '../../tools/browser/serve-dist.ts';
import { storedSets, untilPhase } from './lib/app.ts';
import { caddyHost, type Host, isInstalled, netlifyHost, nginxHost, pagesHost } from './lib/hosts.ts';

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

const test = base.extend<{ built: string }>({
  built: async ({ playwright: _playwright }, use) => use(await ensureBuilt()),
});
test.use({ serviceWorkers: 'allow', viewport: { width: 1280, height: 720 } });

const open = async (page: Page, { url }: Host): Promise<void> => {
  await page.goto(`${url}/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
};

const assetOf = (folder: string, pattern: RegExp): string =>
  `assets/${readdirSync(join(folder, 'assets')).find((name) => pattern.test(name)) ?? ''}`;

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
      await page.evaluate(async () => {
        await document.querySelector('th-app')?.services.settings.change({ model: 'lite' } as object);
      });
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
