import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { NOT_SHORT } from '../../../tools/checks/short-run.ts';
import { pagesOfTests, serveTestPages } from '../lib/test-pages.ts';

/**
 * Landmarks of frame 6 of the clip: full model on WASM. TRUEHIP_UPDATE_GOLDEN=1 rewrites
 * it.
 */
const GOLDEN = new URL('../../golden/quadruped-landmarks.json', import.meta.url);
const FRAME = 6;
/**
 * Pixels of the 960 × 540 picture. Machines differ in how the browser converts YUV to RGB and scales it, which moves a
 * landmark by less than its own noise of 0.6 px. The tolerance is three times that.
 */
const TOLERANCE = 2;

const pages = pagesOfTests(['pose-rig']);

const open = async (page: Page) => {
  await page.goto(pages.urlOf('pose-rig'));
  const loaded = await page.evaluate(() => window.poseRig.load());
  await page.evaluate(() => window.poseRig.begin());
  return loaded;
};

/** The one worker alive. */
const workerOf = (page: Page) => {
  const worker = page.workers().find((candidate) => candidate.url().includes('pose.worker'));
  if (!worker) throw new Error('no pose worker');
  return worker;
};

const tensorsIn = (page: Page) =>
  workerOf(page).evaluate(() => {
    const { _tfengine: engine } = globalThis as unknown as {
      _tfengine: { memory: () => { numTensors: number } };
    };
    return engine.memory().numTensors;
  });

test('the worker loads, reports its progress and names the chosen backend and model', async ({ page }) => {
  const { info, stages } = await open(page);
  expect(info).toMatchObject({ model: 'full', backend: 'wasm', isolated: true });
  expect(info.trials).toEqual([expect.objectContaining({ backend: 'wasm', passed: true })]);
  expect(info.version).toMatch(/^tfjs 4\.\S+, BlazePose full [0-9a-f]{8}, own engine$/);
  expect(stages).toEqual(['weights', 'backend', 'warm-up', 'ready']);
});

test('a frame gives the 33 stored landmarks and the time of every stage', async ({ page }) => {
  await open(page);
  const readings = await page.evaluate((count) => window.poseRig.measureClip(0, count), FRAME + 1);
  const reading = readings[FRAME];
  if (!reading?.points) throw new Error(`no landmarks: ${JSON.stringify(reading?.person)}`);
  expect(reading).toMatchObject({ width: 960, height: 540, finite: true, person: { seen: true } });
  expect(reading.points).toHaveLength(66);
  const { pixels, model, pelvis, fit, total } = reading.timings;
  for (const time of [pixels, model, total]) expect(time).toBeGreaterThan(0);
  for (const time of [pelvis, fit]) expect(time).toBeGreaterThanOrEqual(0);
  expect(pixels + model + pelvis + fit).toBeLessThanOrEqual(total + 1);
  if (process.env['TRUEHIP_UPDATE_GOLDEN'] === '1') {
    const rounded = reading.points.map((value) => Math.round(value * 100) / 100);
    await writeFile(GOLDEN, `${JSON.stringify(rounded)}\n`);
    return;
  }
  const golden = JSON.parse(readFileSync(GOLDEN, 'utf8')) as number[];
  const off = reading.points.map((value, i) => Math.abs(value - (golden[i] ?? Number.NaN)));
  expect(Math.max(...off)).toBeLessThan(TOLERANCE);
});

test('a hundred frames leak no tensor', { tag: NOT_SHORT }, async ({ page }) => {
  await open(page);
  await page.evaluate(() => window.poseRig.measureClip(0, 5));
  const before = await tensorsIn(page);
  await page.evaluate(() => window.poseRig.measureClip(1, 100));
  expect(await tensorsIn(page)).toBe(before);
});

test('a crashed worker is replaced at once, gets its plan again, and measuring continues', async ({ page }) => {
  await open(page);
  await page.evaluate(() => window.poseRig.measureClip(0, 3));
  await page.evaluate(() => window.poseRig.beginReferencePose());
  await workerOf(page).evaluate(() => {
    setTimeout(() => {
      throw new Error('crash on purpose');
    });
  });
  await expect.poll(() => page.evaluate(() => window.poseRig.state().restarts), { timeout: 30_000 }).toBe(1);
  const state = await page.evaluate(() => window.poseRig.state());
  expect(state).toMatchObject({
    ready: true,
    causes: ['worker-crashed'],
    referencePoseLost: [true],
    workers: 2,
  });
  const after = await page.evaluate(() => window.poseRig.measureClip(1, 3));
  expect(after.at(-1)?.person).toEqual({ seen: true });
});

test('a terminated worker is replaced', async ({ page }) => {
  await open(page);
  await page.evaluate(() => window.poseRig.measureClip(0, 3));
  await page.evaluate(() => window.poseRig.terminateWorker());
  expect(await page.evaluate(() => window.poseRig.failingFrame())).toBe('worker-stalled');
  await expect.poll(() => page.evaluate(() => window.poseRig.state().ready), { timeout: 30_000 }).toBe(true);
  const after = await page.evaluate(() => window.poseRig.measureClip(1, 3));
  expect(after.at(-1)?.person).toEqual({ seen: true });
});

test('a worker in an endless loop is replaced', { tag: NOT_SHORT }, async ({ page }) => {
  await open(page);
  await page.evaluate(() => window.poseRig.measureClip(0, 3));
  // This call never returns: the loop blocks the worker's thread.
  workerOf(page)
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  // On a busy machine a frame may be measured before the loop begins.
  await expect
    .poll(() => page.evaluate(() => window.poseRig.failingFrame()), { timeout: 60_000 })
    .toBe('worker-stalled');
  await expect.poll(() => page.evaluate(() => window.poseRig.state().restarts), { timeout: 30_000 }).toBe(1);
  const after = await page.evaluate(() => window.poseRig.measureClip(1, 3));
  expect(after.at(-1)?.person).toEqual({ seen: true });
});

test('every backend was tried or has a reason why not, and the chosen one passed', { tag: NOT_SHORT }, async ({
  page,
}) => {
  await page.goto(pages.urlOf('pose-rig'));
  const { info } = await page.evaluate(() => window.poseRig.load({ backend: 'auto', model: 'auto' }));
  expect(info.trials.map(({ backend }) => backend)).toEqual(['wasm', 'webgl', 'webgpu']);
  expect(info.trials.find(({ backend }) => backend === info.backend)?.passed).toBe(true);
  for (const trial of info.trials) expect(trial.note).not.toBe('');
});

test('without isolation the worker runs on one thread', { tag: NOT_SHORT }, async ({ page }) => {
  const plain = await serveTestPages(['pose-rig'], { isolated: false });
  try {
    await page.goto(plain.urlOf('pose-rig'));
    const { info } = await page.evaluate(() => window.poseRig.load());
    expect(info).toMatchObject({ backend: 'wasm', isolated: false, threads: 1 });
    await page.evaluate(() => window.poseRig.begin());
    const readings = await page.evaluate(() => window.poseRig.measureClip(0, 3));
    expect(readings.at(-1)?.person).toEqual({ seen: true });
  } finally {
    await plain.close();
  }
});
