import { expect } from '@playwright/test';
import type { ThConfirm } from '../../../../src/ui/elements/th-confirm.ts';
import { tabTo } from '../../lib/tab-to.ts';
import { test } from '../../lib/ui-test.ts';

test('the question before settings are deleted is walked with Tab, Enter and Escape, and the focus comes back', async ({
  page,
  ui,
}) => {
  await ui.open('#/settings');
  await page.getByRole('radio', { name: 'Gentle' }).check();
  await page.getByRole('link', { name: 'See, export, import and delete what is stored' }).click();
  const strictness = () => page.evaluate(() => window.harness.services.settings.current.strictness);
  const dialog = page.getByRole('alertdialog');
  const opener = page.getByRole('button', { name: 'Delete: Settings' });
  const no = dialog.getByRole('button', { name: 'Keep it', exact: true });
  const yes = dialog.getByRole('button', { name: 'Delete', exact: true });
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  await expect(no).toBeFocused();
  await expect(dialog).toHaveAccessibleDescription(/\w+ \w+/);
  await page.keyboard.press('Tab');
  await expect(yes).toBeFocused();
  // Behind the question nothing can be reached.
  for (let presses = 0; presses < 4; presses += 1) {
    await page.keyboard.press('Tab');
    expect(await opener.evaluate((element) => element.matches(':focus'))).toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();

  await page.keyboard.press('Space');
  await expect(no).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
  expect(await strictness()).toBe('gentle');

  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(yes).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Deleted: Settings.')).toBeVisible();
  await expect(opener).toBeFocused();
  expect(await strictness()).toBe('standard');
  expect(await page.evaluate(() => window.harness.sets.records.length)).toBe(2);
});

test('a deleted set comes back by Undo with the keyboard alone, and the bar is gone after ten seconds', async ({
  page,
  ui,
}) => {
  await page.clock.install();
  await ui.open('#/history');
  const ids = () => page.evaluate(() => window.harness.sets.records.map(({ id }) => id).toSorted());
  const bar = page.getByRole('region', { name: 'Deleted' });
  const remove = page.getByRole('button', { name: 'Delete', exact: true });
  const open = async () => {
    await page.getByRole('link', { name: 'Supine sleeper' }).press('Enter');
    await page.clock.runFor(500);
  };
  await open();
  await remove.press('Enter');
  await expect(page.getByRole('region', { name: 'Past sets' })).toBeVisible();
  await page.clock.runFor(500);
  await expect(bar.getByRole('status')).toHaveText('Deleted.');
  await expect(bar.getByRole('button', { name: 'Undo' })).toBeFocused();
  expect(await ids()).toHaveLength(1);
  // Whoever is on it has as much time as it takes.
  await page.clock.runFor(20_000);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Past sets' }).getByRole('row')).toHaveCount(4);
  expect(await ids()).toEqual(['set-1', 'set-2']);
  await expect(bar).toBeHidden();
  await open();
  await remove.click();
  await expect(bar).toBeVisible();
  await page.mouse.move(5, 5);
  await page.clock.runFor(11_000);
  await expect(bar).toBeHidden();
  expect(await ids()).toHaveLength(1);
});

test('a goal comes back by Control and Z, and after "delete everything" nothing does', async ({ page, ui }) => {
  await ui.open('#/goals');
  await page.getByRole('button', { name: 'Set this goal' }).press('Enter');
  const goal = page.getByRole('button', { name: /^Delete goal/ });
  await goal.click();
  await expect(page.getByText('You have no goal yet.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Deleted' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(goal).toBeVisible();
  await goal.click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.evaluate(() => (location.hash = '#/your-data'));
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('a question whose screen is left is answered with no', async ({ page, ui }) => {
  await ui.open('#/settings');
  const answer = page.evaluate(async () => {
    const dialog = document.createElement('th-confirm') as ThConfirm;
    dialog.question = { title: 'Really?', text: 'It is gone then.', yes: 'Yes', no: 'No' };
    const asked = dialog.askIn(document.body);
    await new Promise((done) => setTimeout(done, 100));
    dialog.remove();
    return Promise.race([asked, new Promise((done) => setTimeout(() => done('no answer'), 2000))]);
  });
  expect(await answer).toBe(false);
});
