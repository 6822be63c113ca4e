import { expect, test } from '@playwright/test';
import type { BackendName } from '../../../workers/pose.api.ts';
import { pagesOfTests } from '../lib/test-pages.ts';

/** Every 10th frame, so that the whole clip is covered; the person moves for nearly a second between two frames. */
const STEP = 10;
const FRAMES = 24;
/**
 * Pixels of the model's input picture, 640 wide. Both engines use the same networks and weights but cut the crop
 * differently, and each follows its own last result, so a difference carries over to the next frame. The model's own
 * noise is 0.6 px.
 */
const MEDIAN_TOLERANCE = 1.5;
/** The mean offset of our points from the reference engine's, after its half-pixel shift is removed. */
const SHIFT_TOLERANCE = 0.5;

const pages = pagesOfTests(['engine-agreement', 'engine-probe']);

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;

for (const clip of [
  'supine-sleeper-clean-far',
  'quadruped-band-ir-clean-high',
  'ninety-ninety-pails-rails-lean-front',
]) {
  test(`our engine and the reference engine find the same landmarks in ${clip}`, async ({ page }, info) => {
    await page.goto(pages.urlOf('engine-agreement'));
    const frames = await page.evaluate(
      async ([name, step, count]) => {
        await window.engineAgreement.start('wasm', 'full');
        return window.engineAgreement.run(name, step, count);
      },
      [clip, STEP, FRAMES] as const,
    );
    expect(frames).toHaveLength(FRAMES);
    const apart: number[] = [];
    const across: number[] = [];
    const along: number[] = [];
    for (const { ownPoints, referencePoints, toReference } of frames) {
      expect(ownPoints === null).toBe(referencePoints === null);
      for (let i = 0; i < (ownPoints?.length ?? 0); i += 2) {
        const x = (ownPoints?.[i] ?? 0) + toReference[0] - (referencePoints?.[i] ?? 0);
        const y = (ownPoints?.[i + 1] ?? 0) + toReference[1] - (referencePoints?.[i + 1] ?? 0);
        across.push(x);
        along.push(y);
        apart.push(Math.hypot(x, y));
      }
    }
    const [half, most] = [quantile(apart, 0.5), quantile(apart, 0.95)];
    const figures = `median ${half.toFixed(2)} px, 95 % within ${most.toFixed(2)} px`;
    info.annotations.push({ type: 'agreement', description: figures });
    console.log(`${clip}: ${figures}`);
    expect(half).toBeLessThanOrEqual(MEDIAN_TOLERANCE);
    expect(Math.abs(quantile(across, 0.5))).toBeLessThanOrEqual(SHIFT_TOLERANCE);
    expect(Math.abs(quantile(along, 0.5))).toBeLessThanOrEqual(SHIFT_TOLERANCE);
  });
}

test('a released backend can be started again', async ({ page }) => {
  await page.goto(pages.urlOf('engine-probe'));
  const result = await page.evaluate(async (backend: BackendName) => {
    await window.engineProbe.start(backend, 'lite');
    await window.engineProbe.release(backend);
    await window.engineProbe.start(backend, 'lite');
    return window.engineProbe.estimateKnownPicture();
  }, 'wasm' as const);
  expect(result.points).toHaveLength(66);
});
