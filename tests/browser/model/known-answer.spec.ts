import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { ModelSize } from '../../../workers/pose.api.ts';
import knownAnswer from '../../../workers/known-person.json' with { type: 'json' };
import { pagesOfTests } from '../lib/test-pages.ts';

/*
 * workers/known-person.json holds the landmarks that the engine finds with each model in workers/known-person.webp on
 * the WASM backend. New weights or another picture need a new file:
 *   TRUEHIP_UPDATE_GOLDEN=1 npx playwright test known-answer && npm run format
 * The picture is frame 0 of the rendered clip standing-hamstring-clean (CC0), made by
 *   ffmpeg -i CLIP -frames:v 1 -vf "crop=480:540:240:0,scale=320:-2" -c:v libwebp -quality 80 workers/known-person.webp
 */
const SIZES: readonly ModelSize[] = ['lite', 'full', 'heavy'];
const update = process.env['TRUEHIP_UPDATE_GOLDEN'] === '1';
/**
 * Pixels of the built-in picture: the difference in single precision between WASM builds with and without threads or
 * SIMD.
 */
const TOLERANCE = 0.05;

const pages = pagesOfTests(['engine-probe']);

const found: Partial<Record<ModelSize, number[]>> = {};

for (const size of SIZES) {
  test(`the ${size} model finds the known landmarks and leaks no tensor`, async ({ page }) => {
    await page.goto(pages.urlOf('engine-probe'));
    const result = await page.evaluate(async (wanted) => {
      await window.engineProbe.start('wasm', wanted);
      const estimate = await window.engineProbe.estimateKnownPicture();
      const before = await window.engineProbe.tensors();
      await window.engineProbe.estimateKnownPicture();
      return { ...estimate, grown: (await window.engineProbe.tensors()) - before };
    }, size);
    expect(result.grown).toBe(0);
    expect(result.points).toHaveLength(66);
    found[size] = result.points;
    if (update) return;
    expect([result.width, result.height]).toEqual([knownAnswer.width, knownAnswer.height]);
    const off = result.points.map((value, i) => Math.abs(value - (knownAnswer.points[size][i] ?? Number.NaN)));
    expect(Math.max(...off)).toBeLessThan(TOLERANCE);
  });
}

test('threads start in the minified worker and give the same landmarks', async ({ page }) => {
  await page.goto(pages.urlOf('engine-probe'));
  const result = await page.evaluate(async () => {
    const threads = await window.engineProbe.start('wasm', 'lite', { processors: 4 });
    return { threads, ...(await window.engineProbe.estimateKnownPicture()) };
  });
  expect(result.threads).toBe(2);
  const off = result.points.map((value, i) => Math.abs(value - (knownAnswer.points.lite[i] ?? Number.NaN)));
  expect(Math.max(...off)).toBeLessThan(TOLERANCE);
});

test.afterAll(async () => {
  if (!update) return;
  const { width, height } = knownAnswer;
  const file = new URL('../../../workers/known-person.json', import.meta.url);
  await writeFile(file, `${JSON.stringify({ width, height, points: found })}\n`);
});
