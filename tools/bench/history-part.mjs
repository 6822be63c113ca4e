import { DRILL, visitApp } from './app-visit.mjs';
import { spreadOf } from './bench-report.mjs';

/** Frames of each made-up set: the list does not read them. */
const FRAMES = 10;
const REPEATS = 5;
/** Screens that read every set. */
const SCREENS = {
  history: { hash: '#/history', element: 'th-history' },
  trends: { hash: '#/trends', element: 'th-trends' },
  home: { hash: '#/', element: 'th-home' },
};

/**
 * Runs in the page: one real set, again and again under other names and dates, six hours apart.
 * @param {{ count: number, frames: number }} wish
 */
async function fillDatabase({ count, frames }) {
  const services = document.querySelector('th-app')?.services;
  if (!services) throw new Error('the app is not there');
  const { sets, storage } = services;
  const [newest] = await sets.list();
  const record = newest && (await sets.load(newest.id));
  if (!record) throw new Error('there is no set to copy');
  const last = Date.parse(record.startedAt ?? new Date().toISOString());
  const copies = Array.from({ length: count - 1 }, (_, i) => ({
    ...record,
    id: `bench-${i}`,
    startedAt: new Date(last - (i + 1) * 6 * 3600 * 1000).toISOString(),
    side: i % 2 === 0 ? 'left' : 'right',
    frames: record.frames.slice(0, frames),
  }));
  const file = { format: 'truehip-sets', version: 1, exportedAt: new Date().toISOString(), sets: copies };
  await storage.importFile(new Blob([JSON.stringify(file)]));
  return (await sets.list()).length;
}

/**
 * Runs in the page: goes to a screen and waits until it has shown what it read of the sets.
 * @param {{ hash: string, element: string }} screen
 * @returns {Promise<{ shown: number, longest: number }>} ms until it is painted, and the longest task
 */
async function timeScreen({ hash, element }) {
  let longest = 0;
  const watch = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  watch.observe({ type: 'longtask' });
  /** Whether the element has read the sets. */
  const isRead = () => {
    const found = document.querySelector('th-app')?.shadowRoot?.querySelector(element);
    const { _sets: read } = /** @type {{ _sets?: readonly object[] | null }} */ (found ?? {});
    return (read?.length ?? 0) > 0;
  };
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const start = performance.now();
  location.hash = hash;
  while (!isRead()) {
    await frame();
    if (performance.now() - start > 60_000) throw new Error(`${hash} shows nothing`);
  }
  // The picture with the sets, and the next one, which comes when it is painted.
  await frame();
  await frame();
  const shown = performance.now() - start;
  await new Promise((done) => setTimeout(done, 500));
  watch.disconnect();
  return { shown, longest };
}

/** @param {{ count: number, say: (line: string) => void }} options */
const viewsWith = ({ count, say }) =>
  visitApp(async ({ url, open, steps: { openApp, startSet, untilStage } }) => {
    const { browser } = await open({ cameraUntil: 3 });
    say(`history with ${count} sets`);
    const page = await browser.newPage();
    await openApp(page, url);
    await startSet(page, DRILL);
    await page.waitForFunction(
      () => (document.querySelector('th-app')?.services.session.snapshot.frames.measured ?? 0) > 20,
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await untilStage(page, ['finished', 'idle']);
    const stored = await page.evaluate(fillDatabase, { count, frames: FRAMES });
    if (stored !== count) throw new Error(`${stored} sets are stored instead of ${count}`);
    /** @type {Record<string, { shown: number, longest: number }[]>} */
    const times = {};
    for (let i = 0; i < REPEATS; i++) {
      for (const [name, screen] of Object.entries(SCREENS)) {
        await page.evaluate(() => {
          location.hash = '#/licences';
        });
        await page.reload({ waitUntil: 'networkidle0' });
        (times[name] ??= []).push(await page.evaluate(timeScreen, screen));
      }
    }
    return times;
  });

/**
 * Time until the first view of every screen that reads all sets, with 100 and with many.
 * @param {{ many: number, say: (line: string) => void }} options
 */
export async function historyFigures({ many, say }) {
  const few = await viewsWith({ count: 100, say });
  const lots = await viewsWith({ count: many, say });
  return Object.fromEntries(
    Object.keys(SCREENS).map((name) => {
      const [a, b] = [few[name] ?? [], lots[name] ?? []];
      const [small, large] = [spreadOf(a.map(({ shown }) => shown)), spreadOf(b.map(({ shown }) => shown))];
      const ratio = small.median && large.median ? large.median / small.median : null;
      return [name, { few: small, many: large, ratio, longestTask: Math.max(...b.map(({ longest }) => longest)) }];
    }),
  );
}

/** @param {Awaited<ReturnType<typeof historyFigures>>} history @param {number} many */
export const historyTable = (history, many) => [
  `| first view, ms | 100 sets | ${many} sets | ratio | longest task |`,
  '|---|---|---|---|---|',
  ...Object.entries(history).map(
    ([name, { few, many: lots, ratio, longestTask }]) =>
      `| ${name} | ${few.median?.toFixed(0) ?? '–'} | ${lots.median?.toFixed(0) ?? '–'} | ${ratio?.toFixed(2) ?? '–'} | ${longestTask.toFixed(0)} |`,
  ),
];
