import { expect } from '@playwright/test';
import { asJson } from '../../../../tools/build/third-party.ts';
import { test } from '../../lib/ui-test.ts';

const parts = [
  { name: 'one', version: '1.0.0', licence: 'MIT', by: 'Somebody', text: 'Permission is granted' },
  { name: 'two', version: '', licence: 'CC0-1.0', by: '', text: '<b>No rights reserved</b>' },
];

test('the licences are reached from the settings by keyboard, and each opens its text', async ({ page, ui }) => {
  await page.route('**/third-party.json', (route) =>
    route.fulfill({ contentType: 'application/json', body: asJson(parts) }),
  );
  await ui.open('#/settings');
  await page.getByRole('link', { name: /^Licences/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/licences$/);
  await expect(page).toHaveTitle('Licences · Truehip');
  await expect(page.getByRole('heading', { level: 1, name: 'Licences' })).toBeFocused();
  const first = page.getByText('one 1.0.0 by Somebody · MIT');
  await expect(first).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Permission is granted')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByText('<b>No rights reserved</b>')).toBeVisible();
});

test('a list of licences that could not be read can be asked for again', async ({ page, ui }) => {
  let absent = true;
  await page.route('**/third-party.json', (route) =>
    absent ? route.abort() : route.fulfill({ contentType: 'application/json', body: asJson(parts) }),
  );
  await ui.open('#/licences');
  await expect(page.getByText('The list could not be read.', { exact: false })).toBeVisible();
  absent = false;
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(page.getByText('one 1.0.0')).toBeVisible();
});
