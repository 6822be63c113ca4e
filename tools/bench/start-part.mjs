import { DRILL, visitApp } from './app-visit.mjs';
import { untilFirstReading } from './live-part.mjs';
import { slowLine } from './slow-line.mjs';

/** 20 Mbit a second, with 20 ms to the server: a home connection. */
const LINE = { bytesPerSecond: 2_500_000, delay: 20 };

/**
 * Seconds from the click on the camera to the first reading in a browser that has never seen the app, and in the next visit.
 * @param {{ model: import('../../src/storage/storage-contract.ts').ModelChoice, say: (line: string) => void }} options
 */
export const startFigures = ({ model, say }) =>
  visitApp(async ({ url, open, steps: { openApp, startSet } }) => {
    const line = await slowLine({ port: Number(new URL(url).port), ...LINE });
    /** @param {string} visit */
    const visitAs = async (visit) => {
      say(`start over 20 Mbit/s, ${visit}`);
      const before = line.carried();
      const { browser } = await open({ cameraUntil: 3 });
      try {
        const page = await browser.newPage();
        const opened = performance.now();
        await openApp(page, line.url);
        const firstScreen = (performance.now() - opened) / 1000;
        await page.evaluate(
          (name) => document.querySelector('th-app')?.services.settings.change({ model: name }),
          model,
        );
        const { reading: firstReading } = await untilFirstReading(page, (untilSeen) =>
          startSet(page, DRILL, untilSeen),
        );
        return { firstScreen, firstReading, bytes: line.carried() - before };
      } finally {
        // Closed, not killed: the next visit finds what this one has stored.
        await browser.close();
      }
    };
    try {
      return { cold: await visitAs('cold'), warm: await visitAs('warm') };
    } finally {
      await line.close();
    }
  });

/** @param {Awaited<ReturnType<typeof startFigures>>} start */
export const startTable = (start) => [
  '| start over 20 Mbit/s | first screen, s | camera clicked → first reading, s | megabytes |',
  '|---|---|---|---|',
  ...Object.entries(start).map(
    ([name, visit]) =>
      `| ${name} | ${visit.firstScreen.toFixed(1)} | ${visit.firstReading.toFixed(1)} | ${(visit.bytes / 1e6).toFixed(2)} |`,
  ),
];
