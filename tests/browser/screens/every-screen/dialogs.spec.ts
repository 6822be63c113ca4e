import { expect, type Locator, type Page } from '@playwright/test';
import type { ThConfirm } from '../../../../src/ui/elements/th-confirm.ts';
import { tabTo } from '../../lib/tab-to.ts';
import { test } from '../../lib/ui-test.ts';

/** The question of one dialog, reached and answered with the keys of a real keyboard alone. */
interface Asked {
  readonly name: string;
  readonly hash: string;
  /** Makes what is to be deleted, by keyboard as well. */
  prepare?(page: Page): Promise<void>;
  opener(page: Page): Locator;
  readonly no: string;
  readonly yes: string;
  /** Where the focus is once it is done. */
  after(page: Page): Locator;
  /** What shows that it is done. */
  done(page: Page): Locator;
}

const DIALOGS: readonly Asked[] = [
  {
    name: 'deleting the settings',
    hash: '#/your-data',
    opener: (page) => page.getByRole('button', { name: 'Delete: Settings' }),
    no: 'Keep it',
    yes: 'Delete',
    after: (page) => page.getByRole('button', { name: 'Delete: Settings' }),
    done: (page) => page.getByText('Deleted: Settings.'),
  },
];

for (const { name, hash, prepare, opener, no, yes, after, done } of DIALOGS)
  test(`the question before ${name} is walked with Tab, Enter and Escape, and the focus comes back`, async ({
    page,
    ui,
  }) => {
    await ui.open(hash);
    await prepare?.(page);
    const dialog = page.getByRole('alertdialog');
    const button = (label: string) => dialog.getByRole('button', { name: label, exact: true });
    await tabTo(page, opener(page));
    await page.keyboard.press('Enter');
    await expect(button(no)).toBeFocused();
    await expect(dialog).toHaveAccessibleDescription(/\w+ \w+/);
    await page.keyboard.press('Tab');
    await expect(button(yes)).toBeFocused();
    // Behind the question nothing can be reached.
    for (let presses = 0; presses < 4; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await opener(page).evaluate((element) => element.matches(':focus'))).toBe(false);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(opener(page)).toBeFocused();
    await expect(done(page)).toHaveCount(0);

    await page.keyboard.press('Space');
    await expect(button(no)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(opener(page)).toBeFocused();
    await expect(done(page)).toHaveCount(0);

    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(button(yes)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(done(page)).toBeVisible();
    await expect(after(page)).toBeFocused();
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
