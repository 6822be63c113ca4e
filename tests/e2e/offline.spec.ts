import { cpSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test as base } from '@playwright/test';
import { NOT_SHORT } from '../../tools/checks/short-run.ts';
import { createServer } from 'vite';
import { ensureBuilt } from '../../tools/build/ensure-built.ts';
import { serveDist } from '../../tools/browser/serve-dist.ts';
import { storedSets, untilPhase, untilStage, SAFE } from './lib/app.ts';
import { askForUpdate, assetOf, release, rewrite } from './lib/versions.ts';
import { chooseLite } from './lib/visits.ts';

/** A copy of the built app on its own server, which can be stopped and changed. */
interface Site {
  readonly url: string;
  readonly folder: string;
  cut(): Promise<void>;
  /** Gives the file of the questions after a set another name, as a change of it does. */
  renameQuestions(name: string): void;
}

const test = base.extend<{ site: Site }>({
  site: async ({ playwright: _playwright }, use) => {
    const top = mkdtempSync(join(tmpdir(), 'truehip-site-'));
    const folder = join(top, 'dist');
    cpSync(await ensureBuilt(), folder, { recursive: true });
    const server = await serveDist({ folder });
    let on = true;
    const cut = async () => {
      if (on) await server.close();
      on = false;
    };
    await use({
      url: server.url,
      folder,
      cut,
      renameQuestions: (name) => {
        const assets = readdirSync(join(folder, 'assets'));
        const before = assets.find((file) => /^th-after-set-.*\.js$/.test(file)) ?? '';
        renameSync(join(folder, 'assets', before), join(folder, 'assets', name));
        for (const ending of ['.br', '.gz']) rmSync(join(folder, 'assets', before + ending), { force: true });
        for (const file of assets.filter((one) => one.endsWith('.js') && one !== before))
          rewrite(folder, join('assets', file), (text) => text.replaceAll(before, name));
      },
    });
    await cut();
    rmSync(top, { recursive: true, force: true });
  },
});

test.use({ serviceWorkers: 'allow', viewport: { width: 1280, height: 720 } });

const open = async (page: Page, site: Site, hash = ''): Promise<void> => {
  await page.goto(`${site.url}/${hash}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // The safety questions were answered before.
  await page.evaluate((safety) => document.querySelector('th-app')?.services.settings.change({ safety }), SAFE);
};

test('after keeping everything offline, the demo measures in a new tab without the server', async ({
  page,
  context,
  site,
}) => {
  await open(page, site);
  await chooseLite(page);
  await page.getByRole('link', { name: 'Use it offline' }).focus();
  await page.keyboard.press('Enter');
  const keep = page.getByRole('button', { name: /^Download/ });
  await expect(keep).toHaveText(/\d+(\.\d)? MB/);
  await keep.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Done. Everything is on this device.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/\(100%\)/)).toBeVisible();
  await page.close();
  await site.cut();

  const cold = await context.newPage();
  await open(cold, site);
  expect(await cold.evaluate(() => [crossOriginIsolated, isSecureContext])).toEqual([true, true]);
  await cold.getByRole('button', { name: /20-second demo/ }).click();
  await untilPhase(cold, 'passive');
  await expect(cold).toHaveURL(/#\/set\//, { timeout: 60_000 });
  const [record] = await storedSets(cold);
  expect(record?.source.kind).toBe('demo');
  expect(record?.flags.map(({ rule }) => rule)).toContain('hips-shift');
});

test('without a network every screen opens, and a loop seen before plays again', { tag: NOT_SHORT }, async ({
  page,
  context,
  site,
}) => {
  await open(page, site);
  await page.evaluate(() => (location.hash = '#/drill/supine-sleeper'));
  const ready = (of: Page) =>
    of
      .locator('video')
      .first()
      .evaluate((video: HTMLVideoElement) => video.readyState);
  await expect.poll(() => ready(page)).toBeGreaterThanOrEqual(2);
  await page.close();
  await site.cut();
  const cold = await context.newPage();
  await open(cold, site, '#/drill/supine-sleeper');
  await expect.poll(() => ready(cold)).toBeGreaterThanOrEqual(2);
  for (const [hash, heading] of [
    ['#/programmes', /Programmes/],
    ['#/week', /week/i],
    ['#/history', 'Past sets'],
    ['#/trends', 'Progress'],
    ['#/passport', 'Hip passport'],
    ['#/test', 'Hip test, seated'],
    ['#/settings', 'Settings'],
    ['#/people', 'Who trains here?'],
    ['#/prescribe', 'Prescribe exercises'],
    ['#/prescription', 'Prescription'],
    ['#/your-data', 'Your data'],
  ] as const) {
    await cold.evaluate((to) => (location.hash = to), hash);
    await expect(cold.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }
});

test('without a network a drill is done without a camera, after a first visit to the first page only', async ({
  page,
  context,
  site,
}) => {
  await open(page, site);
  await page.close();
  await site.cut();
  const cold = await context.newPage();
  await open(cold, site, '#/drill/quadruped-band-ir');
  await cold.getByRole('button', { name: 'Without a camera' }).press('Enter');
  await untilPhase(cold, 'ready');
  await cold.keyboard.press('n');
  await untilPhase(cold, 'reps');
  await cold.keyboard.press('Enter');
  await cold.keyboard.press('Escape');
  await cold.keyboard.press('Escape');
  // The ending and the page below it say the same.
  await expect(cold.getByText('You counted one repetition.').first()).toBeVisible({ timeout: 15_000 });
  await cold.getByRole('link', { name: 'Report' }).press('Enter');
  await expect(cold.getByText('Timed without a camera: nothing was measured.')).toBeVisible();
});

test('a new version waits for the person, and is not offered during a set', async ({ page, site }) => {
  await open(page, site);
  await chooseLite(page);
  // A set that does not end by itself within this test.
  await page.evaluate(() => (location.hash = '#/drill/soft-tissue-ball'));
  await page.getByRole('button', { name: 'Start the timer' }).click();
  await untilStage(page, 'running');
  await release(site.folder, 'Truehip, the next');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null);
  const reload = page.getByRole('button', { name: 'Reload' });
  await expect(reload).toBeHidden();
  await page.evaluate(() => (location.hash = '#/'));
  await page.getByRole('button', { name: 'Stop and leave' }).click();
  await expect(page.getByText('A new version is ready.')).toBeVisible();
  // A plain reload of the browser does not change the version.
  expect(await page.evaluate(async () => (await fetch('index.html')).text())).not.toContain('the next');
  const loaded = page.waitForEvent('load');
  await reload.focus();
  await page.keyboard.press('Enter');
  await loaded;
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.evaluate(async () => (await fetch('index.html')).text())).toContain('the next');
  await expect(reload).toBeHidden();
});

test('a tab keeps the files of its version, although one version waited and another tab took a third', {
  tag: NOT_SHORT,
}, async ({ page, context, site }) => {
  await open(page, site);
  await page.evaluate(() => (location.hash = '#/drill/soft-tissue-ball'));
  await page.getByRole('button', { name: 'Start the timer' }).click();
  await untilPhase(page, 'guided', 60_000);
  for (const title of ['two', 'three']) {
    site.renameQuestions(`th-after-set-${title}.js`);
    await release(site.folder, title);
    expect(await askForUpdate(page)).toBe(true);
  }
  const other = await context.newPage();
  await other.goto(`${site.url}/`);
  // A browser changes the worker when the one before is at rest, so nothing is asked of it meanwhile.
  await other.waitForLoadState('networkidle');
  const loaded = other.waitForEvent('load', { timeout: 60_000 });
  await other.getByRole('button', { name: 'Reload' }).click();
  await loaded;
  expect(await other.evaluate(async () => (await fetch('index.html')).text())).toContain('three');
  await other.close();

  await page.bringToFront();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/set\//, { timeout: 15_000 });
  await expect(page.locator('th-after-set').getByRole('group').first()).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the browser accepts the manifest and would install the app', { tag: NOT_SHORT }, async ({
  page,
  context,
  site,
}) => {
  await open(page, site);
  const client = await context.newCDPSession(page);
  const { errors, data } = await client.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(data).toContain('maskable');
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
  // Tests run in a private window, where nothing can be installed; there must be no other error.
  const wrong = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
  expect(wrong).toEqual([]);
});

test('what the host lacks is named, the rest is kept, it is fetched later, and all can be removed', {
  tag: NOT_SHORT,
}, async ({ page, site }) => {
  const file = join(site.folder, assetOf(site.folder, /^blazepose-heavy.*part3.*bin$/));
  renameSync(file, `${file}.away`);
  await open(page, site, '#/offline');
  await page.getByRole('button', { name: /^Download for offline use/ }).click();
  await expect(page.getByText('Some files could not be saved.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/blazepose-heavy\.part3-\S+\.bin/)).toBeVisible();
  const kept = () => page.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.value);
  expect(await kept()).toBeGreaterThan(0);

  renameSync(`${file}.away`, file);
  await page.getByRole('button', { name: /^Download the rest/ }).click();
  await expect(page.getByText('Done. Everything is on this device.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('It is not there.')).toBeHidden();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Removed. Your sets are still here.')).toBeVisible();
  expect(await kept()).toBe(0);
});

test('the development server removes the service worker of a built app at the same address', {
  tag: NOT_SHORT,
}, async ({ page, site }) => {
  await open(page, site);
  await site.cut();
  const server = await createServer({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    server: { port: Number(new URL(site.url).port), host: '127.0.0.1', strictPort: true },
    logLevel: 'error',
  });
  await server.listen();
  try {
    await page.goto(`${site.url}/`);
    // The page reloads once the old worker is gone, which may interrupt a question at any moment.
    const asked = <T>(question: () => T | Promise<T>) => page.evaluate(question).catch(() => null);
    await expect
      .poll(() => asked(() => document.querySelector('script[src*="@vite/client"]') !== null), {
        timeout: 30_000,
      })
      .toBe(true);
    await expect
      .poll(() => asked(async () => (await navigator.serviceWorker.getRegistrations()).length), {
        timeout: 30_000,
      })
      .toBe(0);
  } finally {
    await server.close();
  }
});
