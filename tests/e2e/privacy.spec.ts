import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { distFolder } from '../../tools/shared/paths.mjs';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import { makeRecord } from '../storage/make-record.ts';
import { screenAddresses } from '../../tools/browser/screen-addresses.ts';
import { visit } from './lib/every-screen.ts';
import { clip, goTo, storedSets, test as base, untilPacked, untilPhase, untilStage } from './lib/app.ts';
import { watchedSite, watchErrors, type WatchedSite } from './lib/policy-watch.ts';
import { storedBytes, suspectsIn } from './lib/stored-bytes.ts';

const test = base.extend<{ site: WatchedSite }>({
  site: async ({ playwright: _playwright }, use) => {
    const site = await watchedSite();
    await use(site);
    await site.close();
  },
});

/**
 * What a Chromium may ask by itself, whatever page is open. No page can: the policy refuses it, and every request of pages and workers
 * is in a list of its own.
 */
const BROWSERS_OWN =
  /^(?:[a-z0-9.-]+\.(?:google|googleapis|gvt1|gstatic)\.com:443|http:\/\/update\.googleapis\.com\/service\/update2\/.*)$/;

const ready = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

const go = async (page: Page, hash: string): Promise<void> => {
  await goTo(page, hash);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
};

/** A set in front of the camera, long enough to be measured, and an answer and a note after it. */
async function cameraSet(page: Page): Promise<string> {
  await go(page, '#/drill/supine-sleeper');
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await untilStage(page, 'placing');
  await page.getByRole('button', { name: /^Start/ }).click();
  await untilStage(page, 'running');
  await untilPhase(page, 'passive', 120_000);
  await expect(page.getByRole('img', { name: /^Hip rotation/ })).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/set\//, { timeout: 30_000 });
  const [record] = await storedSets(page);
  expect(record?.source.kind).toBe('camera');
  expect(record?.frames.length).toBeGreaterThan(20);
  return record?.id ?? '';
}

/** Exports everything and returns what is in the file. */
async function exported(page: Page): Promise<unknown> {
  await go(page, '#/your-data');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export/ }).click();
  return JSON.parse(readFileSync(await (await download).path(), 'utf8'));
}

const keepOffline = async (page: Page): Promise<void> => {
  await go(page, '#/offline');
  await page.getByRole('button', { name: /^Download/ }).click();
  await expect(page.getByText('Done. Everything is on this device.')).toBeVisible({ timeout: 90_000 });
};

test('a visit with a camera set, export, report and offline use asks nobody else and stores no picture', async ({
  launch,
  site,
}) => {
  test.setTimeout(420_000);
  const { page, context } = await launch({
    camera: clip('supine-sleeper-twist-chase-far'),
    settings: { countIn: 1, subjectHeight: 1.75, model: 'lite', reportName: 'Kim Example' },
    through: site.url,
  });
  const errors = watchErrors(context);
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await ready(page);
  const id = await cameraSet(page);
  await go(page, `#/report/${id}`);
  await page.emulateMedia({ media: 'print' });
  await page.emulateMedia({ media: null });
  await go(page, '#/settings');
  await page.getByRole('radio', { name: 'Inches' }).check();
  expect(suspectsIn(await exported(page), 'export')).toEqual([]);
  await keepOffline(page);
  await page.reload();
  await untilPacked(page);
  expect(errors).toEqual([]);
  await site.close();

  // Nobody answers any more.
  await page.reload();
  await go(page, `#/set/${id}`);
  await expect(page.getByText('Rotation over time')).toBeVisible();
  const { places, suspects } = await storedBytes(page);
  for (const { name, rows, bytes } of places) console.log(`  ${name}: ${rows} rows, ${bytes} bytes`);
  console.log(`  ${site.requests.length} requests reached the server, ${asked.length} were asked for by the page`);
  expect(suspects).toEqual([]);
  expect(places.map(({ name }) => name.replace(/-[0-9a-f]{16}$/, '')).toSorted()).toEqual([
    'Cache truehip-kept',
    'Cache truehip-shell',
    'IndexedDB truehip/frames',
    'IndexedDB truehip/overviews',
    'IndexedDB truehip/selfChecks',
    'IndexedDB truehip/sets',
    'IndexedDB truehip/settings',
  ]);
  const browsersOwn = site.elsewhere.filter((host) => BROWSERS_OWN.test(host));
  console.log(`  the browser asked its maker of its own accord: ${browsersOwn.join(', ') || 'nothing'}`);
  expect(site.elsewhere.filter((host) => !BROWSERS_OWN.test(host))).toEqual([]);
  expect(site.violations).toEqual([]);
  // A download comes out of the page's own memory.
  expect(asked.filter((url) => !url.replace(/^blob:/, '').startsWith(`${site.url}/`))).toEqual([]);
  const known = (request: string): boolean => {
    const [method = '', address = ''] = request.split(' ');
    const { pathname, search } = new URL(address, site.url);
    const isFile = existsSync(join(distFolder, pathname === '/' ? 'index.html' : pathname));
    return method === 'GET' && isFile && /^$|^\?piece=\d+$/.test(search);
  };
  expect(site.requests.filter((request) => !known(request))).toEqual([]);
});

const ITEM = {
  drills: [{ drill: 'supine-sleeper', variant: null }],
  goal: null,
  side: 'each',
  rounds: null,
  reps: null,
  rest: 30,
} as const;

/** All that a person can have of their own, with the person's name in it. */
async function fillFor(page: Page, name: string, record: SetRecord): Promise<void> {
  await page.evaluate(
    async ([who, made, item]) => {
      const { sets, settings } = document.querySelector('th-app')?.services ?? {};
      await sets?.finishSet({ ...made, id: `set-of-${who}`, startedAt: new Date().toISOString() });
      await sets?.keepNote(`set-of-${who}`, {
        text: `note-of-${who}`,
        at: new Date().toISOString(),
      });
      await settings?.change({
        reportName: `report-of-${who}`,
        programmes: [
          {
            id: `own-${who.toLowerCase()}`,
            title: `plan-of-${who}`,
            summary: '',
            blocks: [{ times: 1, items: [item] }],
          },
        ],
      });
    },
    [name, record, ITEM] as const,
  );
}

/** All texts and fields of the page, with what its elements hold. */
const textsOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const inside = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .map(
          (one) =>
            `${one.shadowRoot ? inside(one.shadowRoot) : ''} ${one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement ? one.value : ''}`,
        )
        .join(' ') + (root.textContent ?? '');
    return inside(document);
  });

test('three people on one computer: nothing of one shows anywhere for another, and who is deleted leaves nothing', async ({
  launch,
}) => {
  const { page } = await launch();
  await go(page, '#/people');
  await page.getByLabel('Your name or initials').fill('Ann');
  for (const name of ['Bob', 'Cem']) {
    await page.getByLabel('Name or initials of the other person').fill(name);
    await page.getByRole('button', { name: 'Add person' }).click();
    await expect(page.getByText(`${name} is added.`)).toBeVisible();
  }
  await fillFor(page, 'Ann', makeRecord());
  for (const name of ['Bob', 'Cem', 'Ann']) {
    await go(page, '#/people');
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: `Switch to ${name}` }).click()]);
    await expect(page.getByRole('button', { name, pressed: true })).toBeVisible();
    if (name !== 'Ann') await fillFor(page, name, makeRecord());
  }

  const own = screenAddresses('set-of-Ann');
  let seen = '';
  for (const hash of Object.values(own)) {
    await visit(page, hash);
    await page.waitForLoadState('networkidle');
    seen += await textsOf(page);
  }
  const found = [...new Set(seen.match(/(?:note|plan|report)-of-(?:Ann|Bob|Cem)/g))].toSorted();
  expect(found).toEqual(['note-of-Ann', 'plan-of-Ann', 'report-of-Ann']);
  await go(page, '#/set/set-of-Bob');
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Supine sleeper');
  expect(JSON.stringify(await exported(page)).match(/-of-(Bob|Cem)/g)).toBeNull();

  await go(page, '#/people');
  await page.getByRole('button', { name: 'Delete Cem and all their data' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText(/^Cem is deleted/)).toBeVisible();
  const left = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
    texts: [localStorage, sessionStorage].map((kept) => JSON.stringify(kept)).join(' '),
  }));
  expect(left.databases.filter((name) => name.startsWith('truehip-person-'))).toHaveLength(1);
  expect(left.texts).not.toContain('Cem');
});

test('when two people train on one day, it is asked whose set it is, and the set goes to whoever is named', async ({
  launch,
}) => {
  const { page } = await launch();
  await page.evaluate(() => {
    const { people } = document.querySelector('th-app')?.services ?? {};
    people?.rename('', 'Ann');
    people?.add('bob', 'Bob');
    const now = new Date();
    people?.trained(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000);
    people?.choose('bob');
  });
  await page.reload();
  await go(page, '#/drill/supine-sleeper');
  await page.getByRole('button', { name: 'Without a camera' }).click();
  const question = page.getByRole('dialog', { name: 'Whose set is this?' });
  await Promise.all([page.waitForEvent('load'), question.getByRole('button', { name: 'Ann' }).click()]);
  await expect(page.getByRole('heading', { level: 1, name: 'Supine sleeper' })).toBeVisible();
  expect(await page.evaluate(() => document.querySelector('th-app')?.services.people.here.name)).toBe('Ann');
  await page.getByRole('button', { name: 'Without a camera' }).click();
  await untilStage(page, 'running');
});

test('the watch finds a picture wherever one is stored, and sees who is asked', async ({ launch, site }) => {
  const { page } = await launch({ through: site.url });
  await ready(page);
  expect((await storedBytes(page)).suspects).toEqual([]);
  await page.evaluate(plantPictures);
  const { suspects } = await storedBytes(page);
  for (const planted of [
    /^IndexedDB truehip\/settings.*a data or blob address/,
    /^IndexedDB planted\/pictures.*Blob/,
    /^IndexedDB planted\/pictures.*ArrayBuffer/,
    /^IndexedDB planted\/pictures.*ImageData/,
    /^IndexedDB planted\/pictures.*256 numbers in a row/,
    /^IndexedDB planted\/pictures.*begins like a picture/,
    /^IndexedDB planted\/pictures.*a text of 5000 characters/,
    /^Cache truehip-kept picture.jpg/,
    /^localStorage last/,
    /^sessionStorage last/,
    /^private file picture.jpg/,
    /^cookie last/,
  ])
    expect(suspects.join('\n')).toMatch(new RegExp(planted.source, 'm'));
  expect(suspects).toHaveLength(12);

  const other = await page.context().newPage();
  await other.goto('http://example.invalid/').catch(() => undefined);
  await other.goto('https://example.invalid/').catch(() => undefined);
  expect(site.elsewhere).toContain('http://example.invalid/');
  expect(site.elsewhere).toContain('example.invalid:443');
});

/** Runs in the page: stores a picture in every place and every form. */
async function plantPictures(): Promise<void> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('not planted'));
    });
  const own = await done(indexedDB.open('truehip'));
  const address = 'data:image/png;base64,AA';
  await done(own.transaction('settings', 'readwrite').objectStore('settings').put({ reportName: address }, 'settings'));
  own.close();
  const opening = indexedDB.open('planted');
  opening.onupgradeneeded = () => opening.result.createObjectStore('pictures', { autoIncrement: true });
  const database = await done(opening);
  const forms = [
    new Blob(['x']),
    new ArrayBuffer(9),
    new ImageData(1, 1),
    { a: { b: Array.from({ length: 256 }, (_, i) => i) } },
    '/9j/4AAQSkZJRg',
    'x'.repeat(5000),
  ];
  for (const picture of forms)
    await done(database.transaction('pictures', 'readwrite').objectStore('pictures').put(picture));
  database.close();
  await (await caches.open('truehip-kept')).put('picture.jpg', new Response('x'));
  localStorage.setItem('last', 'x');
  sessionStorage.setItem('last', 'x');
  await (await navigator.storage.getDirectory()).getFileHandle('picture.jpg', { create: true });
  document.cookie = 'last=x';
}
