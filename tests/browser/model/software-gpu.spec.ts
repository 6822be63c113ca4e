import { expect, test } from '@playwright/test';
import { pagesOfTests } from '../lib/test-pages.ts';

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const software = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...software] });
  },
});

const pages = pagesOfTests(['pose-rig']);

test('a software-rendered GPU is skipped by its name, and WASM is chosen', async ({ page }) => {
  await page.goto(pages.urlOf('pose-rig'));
  const { info } = await page.evaluate(() => window.poseRig.load({ backend: 'auto' }));
  expect(info.backend).toBe('wasm');
  expect(info.trials[1]).toMatchObject({
    backend: 'webgl',
    passed: false,
    note: expect.stringMatching(/^skipped: software rendering .*SwiftShader/),
  });
});
