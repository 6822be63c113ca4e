import { expect, type Page } from '@playwright/test';
import { test } from './lib/ui-test.ts';

/** Number of pages of a PDF: each is an object of type Page. */
const pagesOf = async (page: Page, format: 'A4' | 'Letter'): Promise<number> => {
  const file = await page.pdf({ format, preferCSSPageSize: true });
  return file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
};

test('the report can be reached from the summary and from the list with the keyboard', async ({ page, ui }) => {
  await ui.open('#/set/set-1');
  await page.getByRole('link', { name: 'Report' }).focus();
  await page.keyboard.press('Enter');
  await expect(ui.heading).toHaveText('Supine sleeper, left');
  await ui.open('#/history');
  await page
    .getByRole('link', { name: /^Report of the set of/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/report\//);
  await expect(page.getByRole('button', { name: /Print/ })).toBeEnabled();
});

test('the report prints on two pages of A4 or Letter, without controls of the screen', async ({ page, ui }) => {
  await ui.open('#/report/set-1');
  await expect(page.getByRole('button', { name: /Print/ })).toBeEnabled();
  expect([await pagesOf(page, 'A4'), await pagesOf(page, 'Letter')]).toEqual([2, 2]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: /Print/ })).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByText(/never under 5\.4°/)).toBeVisible();
  await expect(page.getByText(/no medical device/)).toBeVisible();
});

test('the report lists the checks of this hip against your own instrument, and stays on two pages', async ({
  page,
  ui,
}) => {
  await ui.open('#/report/set-1');
  await expect(page.getByRole('button', { name: /Print/ })).toBeEnabled();
  await expect(page.getByText(/Phone, inclinometer, 5 positions, from .* place: average difference/)).toBeVisible();
  expect(await pagesOf(page, 'A4')).toBe(2);
});

test('the report of an unknown set says that there is none', async ({ page, ui }) => {
  await ui.open('#/report/nothing');
  await expect(page.getByText('There is no set at this address')).toBeVisible();
});
