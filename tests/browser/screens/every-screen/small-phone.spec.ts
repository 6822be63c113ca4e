import { expect, type Locator } from '@playwright/test';
import { test } from '../../lib/ui-test.ts';

const boxOf = async (one: Locator) => {
  const box = await one.boundingBox();
  if (!box) throw new Error('it is drawn');
  return box;
};

const SMALL = { width: 320, height: 640 };

test('on the smallest phone the text and key of a button fit into it', async ({ page, ui }) => {
  await ui.startPlacing();
  await page.setViewportSize(SMALL);
  for (const name of ['Back', 'Start']) {
    const button = page.getByRole('button', { name, exact: true });
    const key = await boxOf(button.locator('kbd'));
    const own = await boxOf(button);
    expect(key.x + key.width, name).toBeLessThanOrEqual(own.x + own.width - 4);
    // The text of the key is not wider than its frame.
    expect(await button.locator('kbd').evaluate((one) => one.scrollWidth <= one.clientWidth + 1)).toBe(true);
  }
});

test('on the smallest phone every answer after a set is wide enough for a finger', async ({ page, ui }) => {
  await ui.open('#/set/set-1');
  await page.setViewportSize(SMALL);
  const answers = page.locator('th-after-set .scale label');
  await expect(answers).toHaveCount(25);
  for (const answer of await answers.all()) expect((await boxOf(answer)).width).toBeGreaterThanOrEqual(32);
});

test('on the smallest phone the plot is drawn at the width of the page, not scaled down', async ({ page, ui }) => {
  await ui.open('#/set/set-1');
  await ui.unfold();
  await page.setViewportSize(SMALL);
  const drawing = page.locator('th-plot .area svg');
  await expect
    .poll(() => drawing.evaluate((svg: SVGSVGElement) => svg.viewBox.baseVal.width - svg.getBoundingClientRect().width))
    .toBeLessThan(1);
  expect((await boxOf(drawing.locator('.tick').first())).height).toBeGreaterThan(12);
});

test('the buttons on a settings card have space between them', async ({ page, ui }) => {
  await ui.open('#/settings');
  const exporting = await boxOf(page.getByRole('button', { name: 'Export all' }));
  const deleting = await boxOf(page.getByRole('button', { name: 'Delete all sets' }));
  expect(deleting.y - exporting.y - exporting.height).toBeGreaterThanOrEqual(8);
});

test('a drawn start position is below its caption', async ({ page, ui }) => {
  await ui.open('#/drill/soft-tissue-ball');
  const word = await boxOf(page.getByText('Start position', { exact: true }));
  const head = await boxOf(page.locator('th-loop .drawn .figure-head').first());
  expect(head.y).toBeGreaterThan(word.y + word.height - 4);
});

test('with forced colours the filled part of a progress bar stands out', async ({ page, ui }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await ui.startSet();
  const bar = page.locator('th-set-head .bar');
  const brightness = (of: Locator) =>
    of.evaluate((one) => {
      const context = document.createElement('canvas').getContext('2d');
      if (!context) throw new Error('a canvas');
      context.fillStyle = getComputedStyle(one).backgroundColor;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      return 0.21 * red + 0.72 * green + 0.07 * blue;
    });
  expect(await brightness(bar.locator('span'))).toBeGreaterThan(1.5 * (await brightness(bar)));
});
