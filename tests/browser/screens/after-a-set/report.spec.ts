import { expect } from '@playwright/test';
import { sleeperRecord } from '../../lib/fake-record.ts';
import { test } from '../../lib/ui-test.ts';

test('the report can be reached from the list by the page of the set with the keyboard', async ({ page, ui }) => {
  await ui.open('#/history');
  await page.getByRole('link', { name: 'Supine sleeper' }).press('Enter');
  await page.getByRole('link', { name: 'Report' }).press('Enter');
  await expect(ui.heading).toHaveText('Supine sleeper, left');
  await expect(page).toHaveURL(/#\/report\//);
  await expect(page.getByRole('button', { name: /Print/ })).toBeEnabled();
  await expect(ui.heading).toBeFocused();
});

test('the report prints on three pages of A4 or Letter, without controls of the screen', async ({ page, ui }) => {
  await ui.open('#/report/set-1');
  await expect(page.getByRole('button', { name: /Print/ })).toBeEnabled();
  expect(await ui.pagesPrinted()).toEqual([3, 3]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: /Print/ })).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByText(/never under 5\.4°/)).toBeVisible();
  await expect(page.getByText(/no medical device/)).toBeVisible();
});

test('a name typed on the report is printed, kept on this device, and left out of the file of an export', async ({
  page,
  ui,
}) => {
  await ui.open('#/report/set-1');
  const field = page.getByRole('textbox', { name: /^Name on the report/ });
  await field.fill('Kim Example');
  await field.press('Tab');
  await expect(page.locator('.person')).toHaveText('Kim Example');
  expect(await page.evaluate(() => window.harness.services.settings.current.reportName)).toBe('Kim Example');
  await page.emulateMedia({ media: 'print' });
  await expect(field).toBeHidden();
  await expect(page.locator('.person')).toBeVisible();
});

test('the report shows the weeks of each hip side by side on one scale, and the planned programme', async ({
  page,
  ui,
}) => {
  await ui.open();
  await page.evaluate(async (record) => {
    const on = (side: 'left' | 'right', day: string, clean: number) => ({
      ...record,
      id: `${side}-${day}`,
      side,
      startedAt: `${day}T09:12:00.000Z`,
      frames: [],
      neutrals: record.neutrals.map((held) => ({ ...held, side })),
      summary: {
        ...record.summary,
        sets: record.summary.sets.map((one) => ({ ...one, side, clean, gross: clean + (one.borrowed ?? 0) })),
      },
    });
    const { sets, services } = window.harness;
    sets.records = [
      on('left', '2026-11-20', 28),
      on('right', '2026-11-19', 40),
      on('left', '2026-11-05', 20),
      on('right', '2026-11-04', 33),
    ];
    await services.settings.change({ week: [{ programme: 'hip-ir-strength', days: [0, 2], at: [1080] }] });
    location.hash = '#/report/left-2026-11-20';
  }, sleeperRecord);
  const charts = page.locator('th-trend-chart');
  await expect(charts).toHaveCount(2);
  const ticks = (n: number) => charts.nth(n).locator('svg[role=img] text').allTextContents();
  expect(await ticks(0)).toEqual(await ticks(1));
  const [left, right] = [await charts.nth(0).boundingBox(), await charts.nth(1).boundingBox()];
  expect(left?.y).toBe(right?.y);
  await expect(page.getByRole('heading', { name: 'Planned programme' })).toBeVisible();
  await expect(page.getByText(/: Monday, Wednesday$/)).toBeVisible();
  expect(await ui.pagesPrinted()).toEqual([3, 3]);
});

test('the report of an unknown set says that there is none', async ({ page, ui }) => {
  await ui.open('#/report/nothing');
  await expect(page.getByText('There is no set at this address')).toBeVisible();
});
