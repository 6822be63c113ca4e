import { expect } from '@playwright/test';
import { beginStrength, finish, runs } from '../../lib/programme-steps.ts';
import { test } from '../../lib/ui-test.ts';

test('between two parts a countdown runs, Space holds it, and at its end the next set opens', async ({ page, ui }) => {
  await page.clock.install();
  await beginStrength(page, ui);
  await page.getByRole('button', { name: 'Skip to part 2' }).click();
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await finish(page);
  const timer = page.getByRole('timer', { name: 'Time until the next part' });
  await expect(timer).toHaveText(/^(1 min|5\d s)$/);
  await page.clock.runFor(20_000);
  await expect(timer).toHaveText(/^(3\d|40) s$/);
  // With the voice of the set.
  expect(await ui.calls()).toContainEqual(expect.stringMatching(/^say Next: 90\/90 press and pull, in \d+ seconds\./));
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveAttribute('aria-pressed', 'true');
  const held = (await timer.textContent()) ?? '';
  await page.clock.runFor(60_000);
  await expect(timer).toHaveText(held);
  await page.keyboard.press('Space');
  await page.clock.runFor(45_000);
  await expect(page).toHaveURL(/#\/session$/);
  expect((await ui.calls()).filter((call) => call.startsWith('open'))).toEqual([
    'open supine-sleeper left+right strength camera',
    'open ninety-ninety-pails-rails left+right strength camera',
  ]);
  expect((await runs(page))['hip-ir-strength']?.sets).toHaveLength(1);
});

test('using the summary holds the countdown, and returning to it starts none', async ({ page, ui }) => {
  await page.clock.install();
  await beginStrength(page, ui);
  await page.getByRole('button', { name: 'Skip to part 2' }).click();
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await finish(page);
  const timer = page.getByRole('timer', { name: 'Time until the next part' });
  await expect(timer).toBeVisible();
  await ui.heading.click();
  await expect(page.getByText('Paused. Press Pause or Space to carry on.')).toBeVisible();
  await page.clock.runFor(120_000);
  await expect(page).toHaveURL(/#\/set\/set-1$/);
  await page.evaluate(() => (location.hash = '#/programme/hip-ir-strength'));
  await expect(ui.heading).toHaveText('Hip strength');
  await page.evaluate(() => (location.hash = '#/set/set-1'));
  await expect(page.getByRole('link', { name: 'Next: 90/90 press and pull' })).toBeVisible();
  await expect(timer).toHaveCount(0);
});
