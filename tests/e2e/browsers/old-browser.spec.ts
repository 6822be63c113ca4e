import { type Browser, expect, type Page, test as base } from '@playwright/test';
import { appErrorText } from '../../../src/app/app-error.ts';
import { screenAddresses } from '../../../tools/browser/screen-addresses.ts';
import { chromiumArgs } from '../../../tools/browser/find-chromium.ts';
import { storedSets, SAFE, untilPhase, untilStage } from '../lib/app.ts';
import { newerThan, pathOf, statedInScript, withoutScript } from '../lib/built-ins.ts';
import { visit } from '../lib/every-screen.ts';
import { watchErrors } from '../lib/policy-watch.ts';

interface Wish {
  /** Runs in every page before its own scripts. */
  readonly before?: string;
  /** The same in every worker. */
  readonly inWorkers?: string;
  readonly locale?: string;
  /** More flags of Chromium. */
  readonly flags?: readonly string[];
}
interface Opened {
  readonly page: Page;
  /** Errors of the page and in its console. */
  readonly errors: readonly string[];
}

const test = base.extend<{ open: (wish: Wish, address?: string) => Promise<Opened> }>({
  open: async ({ playwright }, use) => {
    /** One for each set of flags. */
    const browsers = new Map<string, Browser>();
    await use(async ({ before, inWorkers, locale = 'en-GB', flags = [] }, address = '/') => {
      const browser =
        browsers.get(flags.join(' ')) ??
        (await playwright.chromium.launch({
          ...(process.env['TRUEHIP_CHROMIUM'] ? { executablePath: process.env['TRUEHIP_CHROMIUM'] } : {}),
          args: [...chromiumArgs, ...flags],
        }));
      browsers.set(flags.join(' '), browser);
      const context = await browser.newContext({
        baseURL: process.env['TRUEHIP_URL'] ?? '',
        viewport: { width: 1280, height: 720 },
        locale,
        serviceWorkers: 'block',
      });
      const errors = watchErrors(context);
      if (before) await context.addInitScript(before);
      if (inWorkers)
        await context.route(/worker-[^/]*\.js$/, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: `${inWorkers}\n${await response.text()}` });
        });
      const page = await context.newPage();
      await page.goto(address);
      return { page, errors };
    });
    for (const browser of browsers.values()) await browser.close();
  },
});

const { oldest, needed } = statedInScript();
const words = (page: Page) => page.locator('.cannot-start');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** A set that is only timed, from the page of a drill to its summary. */
async function timedSet(page: Page): Promise<void> {
  await page.evaluate(
    (safety) =>
      document.querySelector('th-app')?.services.settings.change({ safety, countIn: 5, side: 'left', model: 'lite' }),
    SAFE,
  );
  await page.evaluate(() => (location.hash = '#/drill/supine-sleeper'));
  await page.getByRole('button', { name: 'Without a camera' }).click();
  await untilPhase(page, 'passive', 20_000);
  await page.keyboard.press('n');
  await untilPhase(page, 'pails');
  await page.keyboard.press('s');
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/#\/set\//, { timeout: 15_000 });
  await expect(page.getByText('There was no camera, so nothing was measured.').first()).toBeVisible();
}

const demo = (page: Page) => page.getByRole('button', { name: /20-second demo/ }).click();

for (const [name, version] of Object.entries(oldest).filter(([family]) => family !== 'Edge')) {
  test(`without every built-in that is newer than ${name} ${version} all screens open and a set runs`, async ({
    open,
  }) => {
    test.setTimeout(240_000);
    const newer = newerThan(name.toLowerCase() as 'chrome' | 'firefox' | 'safari', Number(version));
    expect(newer.length).toBeGreaterThan(300);
    const { page, errors } = await open({ before: withoutScript(newer), inWorkers: withoutScript(newer) });
    await heading(page).waitFor();
    expect(await page.evaluate(() => 'withResolvers' in Promise || 'union' in Set.prototype)).toBe(false);
    await timedSet(page);
    const [record] = await storedSets(page);
    const { session: _session, ...others } = screenAddresses(record?.id ?? '');
    for (const hash of Object.values(others)) await visit(page, hash);
    if (name === 'Firefox') {
      // It gives frames from 132 on.
      await visit(page, '#/drill/supine-sleeper');
      await expect(page.getByText(appErrorText('frames-off').title).first()).toBeVisible();
    } else {
      await visit(page, '#/');
      await demo(page);
      await expect(page).toHaveURL(/#\/set\//, { timeout: 120_000 });
      expect((await storedSets(page))[0]?.frames.length).toBeGreaterThan(20);
    }
    expect(errors).toEqual([]);
  });
}

test('a browser that lacks one thing that the app needs says so in words, in its language, and starts nothing', async ({
  open,
}) => {
  test.setTimeout(240_000);
  for (const [index, path] of needed.entries()) {
    const german = index % 2 === 1;
    const { page } = await open({ before: withoutScript([pathOf(path)]), locale: german ? 'de-AT' : 'en-GB' });
    const stated = german ? 'Dieser Browser ist zu alt für Truehip.' : 'This browser is too old for Truehip.';
    await expect(words(page), path).toBeVisible();
    await expect(words(page)).toContainText(stated);
    await expect(words(page)).toContainText(
      `Chrome ${oldest.Chrome}, Edge ${oldest.Edge}, Firefox ${oldest.Firefox}, Safari`,
    );
    await expect(words(page)).toContainText(path);
    await expect(page.locator('th-app')).toHaveCount(0);
    await page.context().close();
  }
});

test('the page of the phone says in words that its browser is too old', async ({ open }) => {
  const { page } = await open({ before: withoutScript([['Array', 'toSorted']]) }, '/phone.html');
  await expect(words(page)).toContainText('This browser is too old for Truehip.');
  await expect(page.locator('main')).toHaveCount(0);
});

test('a start that fails is told in words with the reason, and not where the app has started', async ({ open }) => {
  const { page } = await open({ before: 'delete globalThis.URL' });
  await expect(words(page)).toContainText('Truehip did not start. Load the page again, or use Chrome 110');
  await expect(words(page)).toContainText('URL');
  const other = await open({
    before: "addEventListener('DOMContentLoaded', () => Promise.reject(new Error('of an extension')))",
  });
  await heading(other.page).waitFor();
  await other.page.waitForTimeout(1500);
  await expect(words(other.page)).toBeHidden();
});

/** As a security mode does it: nothing is compiled, so there is no WebAssembly, on the page or in workers. */
const SECURE = '--js-flags=--jitless';

test('without WebAssembly the page says what is off, and the timer runs', async ({ open }) => {
  test.setTimeout(120_000);
  const { page } = await open({ flags: [SECURE] });
  const { title, todo } = appErrorText('wasm-off');
  await expect(page.getByRole('alert').getByText(title)).toBeVisible();
  await timedSet(page);
  await visit(page, '#/');
  await demo(page);
  await untilStage(page, 'failed');
  // What is off, and no advice to update.
  await expect(page.getByRole('alert').getByText(title)).toBeVisible();
  await expect(page.getByRole('alert').getByText(todo)).toBeVisible();
  await expect(page.getByRole('alert')).not.toContainText(/update/i);
});

const REFUSED = "globalThis.Worker = class { constructor() { throw new DOMException('refused', 'SecurityError'); } };";

test('without workers, or where they are refused, the page says what is off, and the timer runs', async ({ open }) => {
  test.setTimeout(120_000);
  const { title, todo } = appErrorText('workers-off');
  const { page, errors } = await open({ before: 'delete globalThis.Worker' });
  await expect(page.getByRole('alert').getByText(title)).toBeVisible();
  await timedSet(page);
  await visit(page, '#/drill/supine-sleeper');
  await expect(page.getByRole('button', { name: 'Turn on the camera' })).toHaveCount(0);
  expect(errors).toEqual([]);

  const refused = await open({ before: REFUSED });
  await timedSet(refused.page);
  await visit(refused.page, '#/');
  await demo(refused.page);
  await untilStage(refused.page, 'failed');
  await expect(refused.page.getByRole('alert').getByText(todo)).toBeVisible();
  expect(refused.errors).toEqual([]);
});

const NO_STORAGE = `
  Object.defineProperty(globalThis, 'indexedDB', { get() { throw new DOMException('refused', 'SecurityError'); } });
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(globalThis, name, { get() { throw new DOMException('refused', 'SecurityError'); } });`;

test('without storage, or with nothing of it all, the page says what is off, and the timer runs', async ({ open }) => {
  test.setTimeout(120_000);
  const all = `delete globalThis.WebAssembly; delete globalThis.Worker; delete globalThis.indexedDB;`;
  for (const before of ['delete globalThis.indexedDB', NO_STORAGE, all]) {
    const { page, errors } = await open({ before });
    await expect(page.getByRole('alert').getByText(appErrorText('storage-unavailable').title)).toBeVisible();
    if (before === all)
      await expect(page.getByRole('alert').getByText(appErrorText('workers-off').title)).toBeVisible();
    await timedSet(page);
    expect(errors).toEqual([]);
    await page.context().close();
  }
});
