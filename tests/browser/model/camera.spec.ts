import { fileURLToPath } from 'node:url';
import { chromium, expect, type Page, test } from '@playwright/test';
import { chromiumArgs } from '../../../tools/browser/find-chromium.ts';
import { fakeCameraFile } from '../../../tools/browser/fake-camera.ts';
import { pagesOfTests } from '../lib/test-pages.ts';

const CLIP = fileURLToPath(new URL('../../clips/quadruped-band-ir-clean-high.webm', import.meta.url));

const pages = pagesOfTests(['pose-rig']);

/** A browser of its own, since the camera is chosen by its flags. */
const withBrowser = async <T>(flags: readonly string[], use: (page: Page) => Promise<T>): Promise<T> => {
  const executablePath = process.env['TRUEHIP_CHROMIUM'];
  const browser = await chromium.launch({
    args: [...chromiumArgs, ...flags],
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    const page = await browser.newPage();
    await page.goto(pages.urlOf('pose-rig'));
    return await use(page);
  } finally {
    await browser.close();
  }
};

const FAKE_CAMERA = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
const strictlyRising = (values: readonly number[]) =>
  values.every((value, i) => i === 0 || value > (values[i - 1] ?? 0));

test('frames of the camera are measured at their capture times', async () => {
  const file = await fakeCameraFile(CLIP);
  const result = await withBrowser([...FAKE_CAMERA, `--use-file-for-fake-video-capture=${file}`], async (page) => {
    await page.evaluate(() => window.poseRig.load());
    await page.evaluate(() => window.poseRig.begin());
    // The first frames warm up the engine; after them the page must stay responsive.
    await page.evaluate(() => window.poseRig.measureCamera(2));
    return page.evaluate(() => window.poseRig.measureCamera(6));
  });
  expect(result.errors).toEqual([]);
  expect([result.width, result.height]).toEqual([960, 540]);
  expect(result.readings.length).toBeGreaterThan(6);
  expect(result.readings.at(-1)?.person).toEqual({ seen: true });
  const times = result.readings.map(({ time }) => time);
  expect(strictlyRising(times)).toBe(true);
  // Seconds: the capture times cover the run, except its first and last frame.
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(4);
  expect(result.counts.measured).toBeGreaterThanOrEqual(result.readings.length);
  // Printed, not asserted: how long the page was blocked depends on the load of the machine.
  test.info().annotations.push(
    { type: 'rate', description: `${result.counts.perSecond.toFixed(1)} frames a second` },
    {
      type: 'tasks over 50 ms on the page',
      description: result.longTasks.map(Math.round).join(', ') || 'none',
    },
  );
});

test('a missing camera and a refused permission are different errors', async () => {
  expect(await withBrowser([], (page) => page.evaluate(() => window.poseRig.openCamera()))).toBe('camera-absent');
  const denied = await withBrowser(['--use-fake-device-for-media-stream', '--deny-permission-prompts'], (page) =>
    page.evaluate(() => window.poseRig.openCamera()),
  );
  expect(denied).toBe('camera-denied');
});

test('closing the source releases the camera', async () => {
  const opened = await withBrowser(FAKE_CAMERA, (page) => page.evaluate(() => window.poseRig.openCamera()));
  expect(opened).toMatchObject({ attached: false, label: expect.stringContaining('fake') });
});

test('a covered or unplugged camera raises one event, and none after it was closed', async () => {
  const events = await withBrowser(FAKE_CAMERA, (page) => page.evaluate(() => window.poseRig.unplugCamera()));
  expect(events).toEqual([
    { kind: 'muted', muted: true },
    { kind: 'muted', muted: false },
    { kind: 'lost', code: 'camera-unplugged' },
  ]);
});
