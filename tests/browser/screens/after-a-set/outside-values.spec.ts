import { expect, type Page } from '@playwright/test';
import type { OutsideSeries } from '../../../../src/training/review/outside-series.ts';
import { axeFaults } from '../../lib/axe.ts';
import { exportOf, sleeperRecord } from '../../lib/fake-record.ts';
import { GONIOMETER_CSV, giveFile } from '../../lib/outside-states.ts';
import { test } from '../../lib/ui-test.ts';

const kept = (page: Page): Promise<readonly OutsideSeries[]> =>
  page.evaluate(() => window.harness.services.settings.current.outside);

const drawn = (page: Page) => page.locator('th-trend-chart svg[role=img] .outside .hollow');

/** Gives the file and says yes. */
async function keep(page: Page, name: string): Promise<void> {
  await giveFile(page, GONIOMETER_CSV);
  await page.getByRole('textbox', { name: 'What are they?' }).fill(name);
  await page.getByRole('button', { name: 'Yes, keep them' }).press('Enter');
  await expect(page.getByText(`“${name}” now stands in Progress.`)).toBeVisible();
}

test('values of a file are shown, kept after a yes, drawn beside ours, deleted and brought back', async ({
  page,
  ui,
}) => {
  await ui.open('#/your-data');
  await giveFile(page, GONIOMETER_CSV);
  await expect(page.getByRole('heading', { name: 'Your own values: is this right?' })).toBeFocused();
  await expect(page.getByText(/^5 values, .*12.* to .*19.*, 23° to 28°, left and right\.$/)).toBeVisible();
  await expect(page.getByText('Read from the columns Datum, IR links (°), IR rechts (°).')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Don’t keep them' }).press('Enter');
  await expect(page.getByText('Nothing was imported.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import …' })).toBeFocused();
  expect(await kept(page)).toEqual([]);

  await keep(page, 'Goniometer, seated');
  await expect(page.getByRole('row', { name: /^Values not measured here/ })).toContainText(/\b5\b/);
  await page.getByRole('link', { name: 'Progress' }).press('Enter');
  await expect(drawn(page)).toHaveCount(5);
  const left = page.locator('th-trend-chart svg[role=img]').first();
  await expect(left).toHaveAccessibleName(/Goniometer, seated: not measured here, 3 values/);
  await expect(page.getByText('Goniometer, seated: not measured here').first()).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Delete: Goniometer, seated' }).press('Enter');
  await expect(drawn(page)).toHaveCount(0);
  expect(await kept(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(drawn(page)).toHaveCount(5);

  await ui.speakGerman();
  await expect(page.getByRole('heading', { name: 'Nicht hier gemessen' })).toBeVisible();
  await expect(page.getByText('Goniometer, seated: nicht hier gemessen').first()).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('button', { name: 'Löschen: Goniometer, seated' }).press('Enter');
  await expect(drawn(page)).toHaveCount(0);
});

test('ours stay what they are: the sentence of progress is the same with values from elsewhere', async ({
  page,
  ui,
}) => {
  await ui.open('#/trends');
  const said = page.locator('th-trends .say');
  const before = await said.textContent();
  await page.evaluate(() => (location.hash = '#/your-data'));
  await keep(page, 'Goniometer');
  await page.evaluate(() => (location.hash = '#/trends'));
  await expect(drawn(page)).toHaveCount(5);
  await expect(said).toHaveText(before ?? '');
});

test('the same file twice is not doubled, and whoever has no set here sees the values alone', async ({ page, ui }) => {
  await ui.open('#/your-data');
  await keep(page, 'Goniometer');
  await giveFile(page, GONIOMETER_CSV);
  await expect(page.getByText('All of them are already in “Goniometer”. Nothing was added.')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).press('Enter');
  await giveFile(page, `${GONIOMETER_CSV}20.11.2026;26;29`);
  await expect(page.getByText('5 of them are already in “Goniometer”.')).toBeVisible();
  await page.getByRole('button', { name: 'Yes, keep them' }).press('Enter');
  await expect(page.getByText('“Goniometer” now stands in Progress.')).toBeVisible();
  expect((await kept(page)).map(({ values }) => values.length)).toEqual([7]);

  await page.evaluate(async () => {
    await window.harness.sets.removeAll();
    location.hash = '#/trends';
  });
  await expect(page.getByText('No measured sets yet.')).toBeVisible();
  await expect(drawn(page)).toHaveCount(7);
});

test('an order of day and month that nothing decides is asked', async ({ page, ui }) => {
  await ui.open('#/your-data');
  await giveFile(page, 'date,left\n03/04/2026,30\n04/05/2026,32\n');
  const which = page.getByRole('group', { name: 'Which day is 03/04/2026?' });
  await expect(page.getByRole('button', { name: 'Yes, keep them' })).toBeHidden();
  await which.getByRole('radio').nth(1).check({ force: true });
  await page.getByRole('textbox', { name: 'What are they?' }).fill('App');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“App” now stands in Progress.')).toBeVisible();
  expect((await kept(page))[0]?.values.map(({ day }) => day)).toEqual([20_516, 20_548]);
});

test('what cannot be read is refused with its row and a way on, and nothing is lost', async ({ page, ui }) => {
  await ui.open('#/your-data');
  await keep(page, 'Goniometer');
  const refusal = page.locator('th-transfer').getByRole('alert');
  await giveFile(page, 'date,left\n2026-03-03,abc\n');
  await expect(refusal).toContainText('Row 2: “abc” is not an angle');
  await giveFile(page, 't_s,phase,valid\n0,hold,1\n');
  await expect(refusal).toContainText('This is the CSV of a set that was measured here.');
  await giveFile(page, Buffer.from([0x50, 0x4b, 3, 4, 0, 0xff]), 'hips.xlsx');
  await expect(refusal).toContainText('This is not a text file.');
  expect((await kept(page)).length).toBe(1);
});

test('an export of everything brings values along, and takes none away', async ({ page, ui }) => {
  await ui.open('#/your-data');
  await keep(page, 'Goniometer');
  const more = { id: 'other', name: 'Goniometer', values: [{ day: 20_000, side: 'left', degrees: 20 }] };
  const give = (id: string, outside: readonly unknown[]) =>
    giveFile(page, JSON.stringify(exportOf([{ ...sleeperRecord, id }], { outside })), 'all.json');
  await give('set-8', [more]);
  await expect(page.getByText('1 set added. 1 value from elsewhere added.')).toBeVisible();
  await give('set-9', []);
  await expect(page.getByText(/^1 set added\.$/)).toBeVisible();
  expect((await kept(page)).map(({ values }) => values.length)).toEqual([6]);
});
