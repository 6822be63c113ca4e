import { expect } from '@playwright/test';
import { axeFaults } from '../../lib/axe.ts';
import { showAgreement, withPhoneSets } from '../../lib/phone-states.ts';
import { tabTo } from '../../lib/tab-to.ts';
import { test } from '../../lib/ui-test.ts';

const LINK = 'Compare camera and phone';

test('whoever never used a phone is not led to the comparison, and its page says what it takes', async ({
  page,
  ui,
}) => {
  await ui.open('#/history');
  await expect(page.getByRole('link', { name: 'Progress' })).toBeVisible();
  await expect(page.getByRole('link', { name: LINK })).toHaveCount(0);
  await page.evaluate(() => (location.hash = '#/agreement'));
  await expect(page.getByText('Nothing to compare yet')).toBeVisible();
  await expect(page.locator('th-agreement-plot')).toHaveCount(0);
  expect(await axeFaults(page)).toEqual([]);
});

test('three sets with a phone show how far off the camera is, by keyboard and in German', async ({ page, ui }) => {
  await ui.open('#/diagnostics');
  await withPhoneSets(ui, 3);
  await page.evaluate(() => (location.hash = '#/history'));
  await tabTo(page, page.getByRole('link', { name: LINK }));
  await page.keyboard.press('Enter');
  await expect(ui.heading).toHaveText('The camera beside your phone');
  await expect(ui.heading).toBeFocused();
  // The camera is off by 0°, −1° and −2°, and reads half of a turn.
  const turn = page.getByRole('region', { name: 'Turn of the pelvis' });
  await expect(turn).toContainText('the camera read 1.0° too far away from your working leg on average');
  await expect(turn).toContainText('For a single moment it is within ±');
  await expect(turn.getByRole('definition').filter({ hasText: /^50%$|^49%$|^51%$/ })).toBeVisible();
  await expect(turn.getByRole('img', { name: /^Turn of the pelvis: camera minus phone/ })).toBeVisible();
  // The phone never showed the lean, so nothing is told of it.
  await expect(page.getByRole('region', { name: 'Lean to the side' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Tilt', exact: true })).toBeVisible();
  await expect(page.getByText('no diagnosis')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  await ui.speakGerman();
  await expect(ui.heading).toHaveText('Die Kamera neben deinem Handy');
  await expect(page.getByRole('region', { name: 'Drehung des Beckens' })).toContainText(
    'las die Kamera im Mittel 1,0° zu weit vom arbeitenden Bein weg',
  );
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await axeFaults(page)).toEqual([]);
});

test('one set shows its own bias and is called no evidence; the page of the set leads there', async ({ page, ui }) => {
  await showAgreement(ui, 1);
  await expect(page.getByText('One set is no evidence').first()).toBeVisible();
  await expect(page.getByText('within ±')).toHaveCount(0);
  await page.evaluate(() => (location.hash = '#/set/phone-0'));
  await page.getByRole('link', { name: LINK }).press('Enter');
  await expect(ui.heading).toHaveText('The camera beside your phone');
  await page.evaluate(() => (location.hash = '#/set/set-1'));
  await expect(ui.heading).toHaveText('Supine sleeper');
  await expect(page.getByRole('link', { name: LINK })).toHaveCount(0);
});
