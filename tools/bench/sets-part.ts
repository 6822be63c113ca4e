import { databasesOf } from '../../src/storage/people/people.ts';
import { serveDist } from '../browser/serve-dist.ts';
import { say } from '../shared/progress.ts';
import { manySets } from '../soak/many-sets.ts';
import { visitApp } from './app-visit.ts';
import { spreadOf, spreadText } from './bench-report.ts';
import type { Page } from 'puppeteer-core';

/** Sets of each of the three people, and of the one who is compared. */
const MANY = 3333;
const FEW = 100;
/** After a visit the page tidies up (ms). */
const REST = 500;

/** What is timed, from the change of the address on, and what must be drawn then. */
const PAGES = [
  { what: 'home', hash: '#/', drawn: ['th-today section', 'th-since-start svg'] },
  { what: 'past sets', hash: '#/history', drawn: ['th-history td'] },
  { what: 'progress', hash: '#/trends', drawn: ['th-trend-chart .point', 'th-end-time td'] },
] as const;

/**
 * Runs in the page.
 * @returns milliseconds until all is drawn
 */
async function visit(hash: string, drawn: readonly string[]): Promise<number> {
  const isThere = (root: Document | ShadowRoot, [host = '', inner = '']: readonly string[]): boolean =>
    [...root.querySelectorAll('*')].some(
      (one) =>
        one.shadowRoot &&
        ((one.localName === host && one.shadowRoot.querySelector(inner)) || isThere(one.shadowRoot, [host, inner])),
    );
  const from = performance.now();
  location.hash = hash;
  do await new Promise(requestAnimationFrame);
  while (!drawn.every((one) => isThere(document, one.split(' '))));
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - from;
}

/** Runs in the page: waits until the frames of all sets are packed, which goes on after an import. */
async function untilPacked(name: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
  const count = (of: (sets: IDBObjectStore) => IDBRequest<number>) =>
    new Promise<number>((resolve) => {
      const request = of(database.transaction('sets').objectStore('sets'));
      request.onsuccess = () => resolve(request.result);
    });
  while ((await count((sets) => sets.index('packed').count())) < (await count((sets) => sets.count())))
    await new Promise((resolve) => setTimeout(resolve, 500));
  database.close();
}

const rest = (page: Page) => page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), REST);

/** Pages with thousands of sets of each of three people beside few sets of one, in turns. @param repeat visits of each page */
export const setsFigures = (repeat: number) =>
  visitApp(async ({ url, open, steps: { addPeople, changePerson, importSets, openApp } }) => {
    const other = await serveDist();
    try {
      const { newPage } = await open();
      const [few, many] = [await newPage(), await newPage()];
      const now = Date.now();
      const fill = async (page: Page, count: number, id: string) => {
        await importSets(page, manySets(count, id, now));
        await page.evaluate(untilPacked, databasesOf(id).sets);
      };
      await openApp(few, url);
      await fill(few, FEW, '');
      await openApp(many, other.url);
      for (const { id } of await addPeople(many)) {
        say(`${MANY} sets of a person`);
        await changePerson(many, id);
        await fill(many, MANY, id);
      }
      const times = PAGES.map(({ what }) => ({ what, few: [] as number[], many: [] as number[] }));
      // The first visit fetches scripts and is not counted.
      for (let at = 0; at <= repeat; at += 1) {
        for (const [index, { hash, drawn }] of PAGES.entries()) {
          for (const [kind, page] of [
            ['few', few],
            ['many', many],
          ] as const) {
            await page.bringToFront();
            await page.evaluate(() => (location.hash = '#/people'));
            await rest(page);
            const time = await page.evaluate(visit, hash, drawn);
            if (at > 0) times[index]?.[kind].push(time);
            await rest(page);
          }
        }
      }
      return times.map(({ what, few: one, many: three }) => ({ what, few: spreadOf(one), many: spreadOf(three) }));
    } finally {
      await other.close();
    }
  });

export const setsTable = (pages: Awaited<ReturnType<typeof setsFigures>>) => [
  `| from the address to the drawing, ms | ${FEW} sets of one | ${3 * MANY} sets of three | ratio |`,
  '|---|---|---|---|',
  ...pages.map(
    ({ what, few, many }) =>
      `| ${what} | ${spreadText(few, 0)} | ${spreadText(many, 0)} | ${((many.median ?? 0) / (few.median ?? 1)).toFixed(2)} |`,
  ),
];
