import { expect } from '@playwright/test';
import { tabTo } from '../../lib/tab-to.ts';
import { test } from '../../lib/ui-test.ts';

test('the focus goes to the heading of each new screen', async ({ page, ui }) => {
  await ui.open();
  await page.getByRole('link', { name: 'Past sets' }).click();
  await expect(ui.heading).toBeFocused();
  await page.getByRole('region', { name: 'Past sets' }).getByRole('link', { name: 'Supine sleeper' }).first().click();
  await expect(ui.heading).toBeFocused();
  await expect(ui.heading).toHaveText('Supine sleeper');
  await ui.startSet();
  await expect(ui.heading).toBeFocused();
  await expect(ui.heading).toHaveText(/The set is running/);
});

test('a set can be reached with the keyboard alone', async ({ page, ui }) => {
  await ui.open();
  await tabTo(page, page.getByRole('link', { name: 'Supine sleeper' }));
  await page.keyboard.press('Enter');
  await expect(ui.heading).toHaveText('Supine sleeper');
  await tabTo(page, page.getByRole('button', { name: 'Turn on the camera' }));
  await page.keyboard.press('Enter');
  await expect.poll(() => ui.calls()).toEqual(['open supine-sleeper left build camera']);
});

test('with reduced motion nothing is animated', async ({ page, ui }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await ui.open();
  await page.getByRole('button', { name: /20-second demo/ }).click();
  await page.getByRole('progressbar').waitFor();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
