import { expect, type Page } from '@playwright/test';
import { leftInEnglish } from '../../lib/looks.ts';
import type { UiPage } from '../../lib/ui-page.ts';
import { test } from '../../lib/ui-test.ts';

async function chooseGerman(page: Page, ui: UiPage): Promise<void> {
  await ui.open();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await expect(ui.heading).toHaveText('Heute');
}

test('the language changes at once, without a reload, and the control keeps the focus', async ({ page, ui }) => {
  await ui.open();
  await page.evaluate(() => (document.title = 'the same page'));
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await expect(ui.heading).toHaveText('Heute');
  await expect(page).toHaveTitle('Truehip');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  await expect(page.getByRole('combobox', { name: 'Sprache' })).toBeFocused();
  expect(await page.evaluate(() => window.harness.services.settings.current.language)).toBe('de');
  expect(await leftInEnglish(page)).toEqual([]);
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('en');
  await expect(ui.heading).toHaveText('Today');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
});

test('the page of every drill is in German', async ({ page, ui }) => {
  await chooseGerman(page, ui);
  const drills = await page.evaluate(() =>
    window.harness.services.drills.map(({ id, hipTest }) => ({ id, isTest: hipTest !== undefined })),
  );
  for (const { id, isTest } of drills) {
    await page.evaluate((drill) => (location.hash = `#/drill/${drill}`), id);
    const heading = isTest ? 'Wozu er gut ist' : 'Dein Durchgang';
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expect(page.getByText('Bevor du anfängst')).toBeVisible();
    expect(await leftInEnglish(page)).toEqual([]);
  }
});

test('every reason fits into the space of the number in German too', async ({ page, ui }) => {
  await chooseGerman(page, ui);
  await page.getByRole('button', { name: /Demo von 20 Sekunden/ }).click();
  for (const angleReason of [
    'already-stretched',
    'implausible-body',
    'left-right-mixed',
    'joints-hidden',
    'lens-covered',
    'no-picture',
  ]) {
    await page.evaluate((reason) => {
      const { session, sleeperPlan, spokenPlan, gaugeOf, phaseOf } = window.harness;
      const phase = phaseOf('reps', { instruction: 'Heb das Bein und halte es.' });
      const gauge = gaugeOf({ phase, angle: null, angleReason: reason });
      session.show({ stage: 'running', plan: spokenPlan(sleeperPlan), gauge });
    }, angleReason);
    expect(await ui.cutOff('th-set-gauge'), angleReason).toBeLessThanOrEqual(1);
    expect(await leftInEnglish(page)).toEqual([]);
  }
});
