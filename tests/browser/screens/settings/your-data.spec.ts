import { expect, type Page } from '@playwright/test';
import type { Settings } from '../../../../src/storage/storage-contract.ts';
import { exportOf, sleeperRecord } from '../../lib/fake-record.ts';
import { fillScreens } from '../../lib/ui-states.ts';
import { test } from '../../lib/ui-test.ts';

const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });

const setsLeft = (page: Page): Promise<number> =>
  page.evaluate(async () => (await window.harness.services.sets.list()).length);

const current = (page: Page): Promise<Settings> => page.evaluate(() => window.harness.services.settings.current);

test('the page is reached from the first page and from the settings by keyboard, and counts what is stored', async ({
  page,
  ui,
}) => {
  await ui.open();
  await page.getByRole('link', { name: 'Your data' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Your data · Truehip');
  await expect(ui.heading).toBeFocused();
  await expect(rowOf(page, 'Sets')).toContainText(/2\s*25 kB\s*(Nov 20, 2026|20 Nov 2026)/);
  await expect(rowOf(page, 'Checks against your instrument')).toContainText(/\b1\b/);
  await expect(rowOf(page, 'Files for offline use')).toContainText('Nothing stored');
  await expect(page.getByText('Truehip uses 4.2 MB in this browser')).toBeVisible();
  await expect(page.getByText('The browser has promised to keep it')).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveCount(10);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Delete: Sets' })).toBeFocused();

  await ui.open('#/settings');
  await page.getByRole('link', { name: 'See, export, import and delete what is stored' }).press('Enter');
  await expect(ui.heading).toHaveText('Your data');
});

test('a kind is deleted only after the question that says what is lost', async ({ page, ui }) => {
  await ui.open('#/your-data');
  const question = page.getByRole('alertdialog');
  await page.getByRole('button', { name: 'Delete: Sets' }).press('Enter');
  await expect(question).toContainText('All of it is gone for good');
  await page.keyboard.press('Escape');
  expect(await setsLeft(page)).toBe(2);
  await page.getByRole('button', { name: 'Delete: Sets' }).press('Enter');
  await question.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
  await expect(page.getByText('Deleted: Sets.')).toBeVisible();
  await expect(rowOf(page, 'Sets')).toContainText('Nothing stored');
  await expect(ui.heading).toBeFocused();
  expect(await setsLeft(page)).toBe(0);
  await expect(rowOf(page, 'Checks against your instrument')).toContainText(/\b1\b/);
});

test('an import adds sets at once, and settings only after a confirmation, which gives the focus back', async ({
  page,
  ui,
}) => {
  await ui.open('#/your-data');
  // The code that keeps the focus comes after the first page.
  await page.waitForLoadState('networkidle');
  const opener = page.getByRole('button', { name: 'Import …', exact: true });
  const give = async (values?: Record<string, unknown>) => {
    const chooser = page.waitForEvent('filechooser');
    await opener.press('Enter');
    await (await chooser).setFiles({
      name: 'all.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(exportOf([{ ...sleeperRecord, id: 'set-7' }], values))),
    });
  };
  const question = page.getByRole('alertdialog', { name: 'Use the settings from the file too?' });
  await give();
  await expect(page.getByText('1 set added.')).toBeVisible();
  await expect(question).toBeHidden();
  await give({ units: 'in', countIn: 30, strictness: 'cruel', cameraId: 'theirs' });
  await question.getByRole('button', { name: 'Keep mine' }).press('Enter');
  await expect(opener).toBeFocused();
  await expect(page.getByText('You keep your own settings.')).toBeVisible();
  expect(await current(page)).toMatchObject({ units: 'cm', countIn: 15 });
  await give({ units: 'in', countIn: 30, strictness: 'cruel', cameraId: 'theirs' });
  await question.getByRole('button', { name: 'Use them' }).press('Enter');
  await expect(opener).toBeFocused();
  await expect(page.getByText('The settings from the file are in use.')).toBeVisible();
  expect(await current(page)).toMatchObject({
    units: 'in',
    countIn: 30,
    strictness: 'standard',
    cameraId: null,
  });
});

test('everything is deleted after one question, and the sound is as at first', async ({ page, ui }) => {
  await ui.open('#/your-data');
  await fillScreens(page);
  await expect(rowOf(page, 'Programmes and week')).toContainText(/\b3\b/);
  await page.getByRole('button', { name: 'Delete everything' }).press('Enter');
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('All of it is gone for good: 2 sets');
  await question.getByRole('button', { name: 'Delete everything' }).press('Enter');
  await expect(page.getByText('Everything is deleted.')).toBeVisible();
  await expect(page.getByText('Nothing stored')).toHaveCount(5);
  expect(await setsLeft(page)).toBe(0);
  await expect.poll(() => ui.calls()).toEqual(['mute false']);
});

test('whoever has no promise from the browser can ask for it, and hears when it is refused', async ({ page, ui }) => {
  await page.addInitScript(() => {
    navigator.storage.persist = async () => false;
  });
  await ui.open('#/');
  await page.evaluate(() => {
    const report = { available: true, persisted: false, usedBytes: 1000, quotaBytes: 2e9 };
    Object.assign(window.harness.services.storage, { report: async () => report });
  });
  await page.evaluate(() => (location.hash = '#/your-data'));
  await page.getByRole('button', { name: 'Ask the browser to keep it' }).press('Enter');
  await expect(page.getByText('The browser did not promise it.')).toBeVisible();
});
