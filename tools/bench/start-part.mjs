import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from '../browser/find-chromium.mjs';
import { serveDist } from '../browser/serve-dist.mjs';
import { root } from '../shared/paths.mjs';
import { untilFirstReading } from './live-part.mjs';
import { slowLine } from './slow-line.mjs';

const CLIP = join(root, 'tests', 'clips', 'supine-sleeper-clean-far.webm');
const DRILL = 'supine-sleeper';
/** 20 Mbit a second, with 20 ms to the server: a home connection. */
const LINE = { bytesPerSecond: 2_500_000, delay: 20 };

/**
 * Seconds from the click on the camera to the first reading in a browser that has never seen the app, and in the next visit.
 * @param {{ model: import('../../src/storage/storage-contract.ts').ModelChoice, say: (line: string) => void }} options
 */
export async function startFigures({ model, say }) {
  const { openApp, openBrowser, startSet } = await import('../soak/app-browser.mjs');
  const executablePath = await ensureChromium();
  const server = await serveDist();
  const profile = mkdtempSync(join(tmpdir(), 'truehip-bench-start-'));
  const line = await slowLine({ port: Number(new URL(server.url).port), ...LINE });
  /** @type {{ firstScreen: number, firstReading: number, bytes: number }[]} */
  const visits = [];
  try {
    for (const visit of ['cold', 'warm']) {
      say(`start over 20 Mbit/s, ${visit}`);
      const before = line.carried();
      const open = await openBrowser({ executablePath, profile, clip: CLIP, cameraUntil: 3 });
      try {
        const page = await open.browser.newPage();
        const opened = performance.now();
        await openApp(page, line.url);
        const firstScreen = (performance.now() - opened) / 1000;
        await page.evaluate(
          (name) => document.querySelector('th-app')?.services.settings.change({ model: name }),
          model,
        );
        const { reading: firstReading } = await untilFirstReading(page, () => startSet(page, DRILL));
        visits.push({ firstScreen, firstReading, bytes: line.carried() - before });
      } finally {
        await open.browser.close();
      }
    }
  } finally {
    await line.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  const [cold, warm] = visits;
  return { cold, warm };
}

/** @param {Awaited<ReturnType<typeof startFigures>>} start */
export const startTable = (start) => [
  '| start over 20 Mbit/s | first screen, s | camera clicked → first reading, s | megabytes |',
  '|---|---|---|---|',
  ...Object.entries(start).map(
    ([name, visit]) =>
      `| ${name} | ${visit?.firstScreen.toFixed(1) ?? '–'} | ${visit?.firstReading.toFixed(1) ?? '–'} | ${visit ? (visit.bytes / 1e6).toFixed(2) : '–'} |`,
  ),
];
