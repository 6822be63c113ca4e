import { expect, type Page, test as base } from '@playwright/test';
import { clip, storedSets, untilPhase } from './lib/app.ts';
import { policyOfPage } from '../../tools/build/page-policy.ts';
import { distFolder } from '../../tools/shared/paths.mjs';
import { pagesHost } from './lib/hosts.ts';
import { screenAddresses } from '../../tools/browser/screen-addresses.ts';
import { visit } from './lib/every-screen.ts';
import { plantViolation, watchedSite, watchErrors, type WatchedSite } from './lib/policy-watch.ts';

const test = base.extend<{ site: WatchedSite }>({
  site: async ({ playwright: _playwright }, use) => {
    const site = await watchedSite();
    await use(site);
    await site.close();
  },
});
test.use({ serviceWorkers: 'allow', viewport: { width: 1280, height: 720 } });

const open = async (page: Page, { url }: WatchedSite): Promise<void> => {
  await page.goto(`${url}/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
};

/** Runs the demo to its summary and returns the set's id and day. */
const runDemo = async (page: Page): Promise<string> => {
  await page.evaluate(async () => {
    await document.querySelector('th-app')?.services.settings.change({ model: 'lite', errorFigures: true } as object);
  });
  await page.getByRole('button', { name: /20-second demo/ }).click();
  await untilPhase(page, 'passive', 120_000);
  await expect(page).toHaveURL(/#\/set\//, { timeout: 120_000 });
  const [record] = await storedSets(page);
  return record?.id ?? '';
};

/** The report of a planted violation comes after all others, so once it is there, every other is there too. */
const violationsOf = async (page: Page, site: WatchedSite): Promise<readonly string[]> => {
  const planted = () => site.violations.filter((text) => text.startsWith('style-src-attr inline')).length;
  const before = planted();
  await plantViolation(page);
  await expect.poll(planted).toBe(before + 1);
  return site.violations.slice(0, -1);
};

test('no screen and no set breaks the security policy, which allows neither inline styles nor made-up scripts', async ({
  page,
  context,
  site,
}) => {
  test.setTimeout(420_000);
  const errors = watchErrors(context);
  await open(page, site);
  const policy = (await fetch(site.url)).headers.get('content-security-policy') ?? '';
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|data:/);
  expect(policy.match(/[a-z-]+ [^;]*blob:/g)).toEqual(["media-src 'self' blob:"]);

  const id = await runDemo(page);
  // The demo was a session; without one its address has no screen.
  const { session: _session, ...others } = screenAddresses(id);
  for (const hash of Object.values(others)) await visit(page, hash);
  await openVideoFile(page);
  expect(errors).toEqual([]);
  expect(await violationsOf(page, site)).toEqual([]);
});

const openVideoFile = async (page: Page): Promise<void> => {
  await visit(page, '#/video/supine-sleeper');
  await page.locator('th-video input[type=file]').setInputFiles(clip('supine-sleeper-twist-chase-far'));
  await page.getByRole('button', { name: 'Read the video' }).click();
  await page
    .locator('th-video')
    .getByText(/^\d+\s?%$/)
    .waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await visit(page, '#/');
};

test('the watch sees an inline style, a script made up at run time and an error in the console', async ({
  page,
  context,
  site,
}) => {
  const errors = watchErrors(context);
  await open(page, site);
  expect(await violationsOf(page, site)).toEqual([]);
  await page.evaluate(() => void new Worker(URL.createObjectURL(new Blob(['0']))));
  await expect.poll(() => site.violations.at(-1)).toMatch(/^worker-src blob/);
  expect(errors.some((text) => text.includes('Content Security Policy'))).toBe(true);
});

test('the pages state the policy of the headers themselves, before anything that they load', async ({ site }) => {
  const policy = (await fetch(site.url)).headers.get('content-security-policy') ?? '';
  // What a page cannot say by itself.
  expect(policy.replace(/; (frame-ancestors|report-uri) [^;]*/g, '')).toBe(policyOfPage);
  for (const page of ['', 'phone.html']) {
    const text = await (await fetch(`${site.url}/${page}`)).text();
    const [before, after] = text.split(`<meta http-equiv="Content-Security-Policy" content="${policyOfPage}" />`);
    expect(after, page).toContain('<script');
    expect(before).not.toMatch(/<(script|link|style|img)/);
  }
});

/** What the page may not do, each tried; the names of those that it could do. */
const forbidden = (page: Page, elsewhere: string): Promise<readonly string[]> =>
  page.evaluate(async (url) => {
    const tries: Readonly<Record<string, () => Promise<unknown>>> = {
      'ask another address': () => fetch(url, { mode: 'no-cors' }),
      'show a picture of it': () =>
        new Promise((resolve, reject) =>
          Object.assign(new Image(), { onload: resolve, onerror: reject, src: `${url}/icon.svg` }),
        ),
      'make up a worker': () =>
        new Promise((resolve, reject) => {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
          Object.assign(worker, { onmessage: resolve, onerror: reject });
        }),
      'make up a script': async () => {
        const script = document.createElement('script');
        script.textContent = 'document.title = "made up"';
        document.head.append(script);
        if (document.title !== 'made up') throw new Error('refused');
      },
    };
    const could = Object.entries(tries).map(async ([name, attempt]) =>
      attempt().then(
        () => [name],
        () => [],
      ),
    );
    return (await Promise.all(could)).flat();
  }, elsewhere);

test('on a host that sends no headers, the first visit keeps the policy on every screen, and can ask nobody else', async ({
  browser,
  site,
}) => {
  test.setTimeout(240_000);
  // The worker would add the headers on the next visit.
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1280, height: 720 } });
  const host = await pagesHost(distFolder);
  try {
    expect((await fetch(host.url)).headers.get('content-security-policy')).toBeNull();
    const errors = watchErrors(context);
    const page = await context.newPage();
    await page.goto(`${host.url}/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const id = await runDemo(page);
    const { session: _session, ...others } = screenAddresses(id);
    for (const hash of Object.values(others)) await visit(page, hash);
    expect(errors).toEqual([]);
    expect(await forbidden(page, site.url)).toEqual([]);
    expect(site.requests).toEqual([]);
  } finally {
    await context.close();
    await host.close();
  }
});
