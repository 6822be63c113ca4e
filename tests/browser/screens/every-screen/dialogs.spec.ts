import { expect, type Locator, type Page } from '@playwright/test';
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

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

const DIALOGS: readonly Asked[] = [
  {
    name: 'deleting a goal',
    hash: '#/goals',
    async prepare(page) {
      await tabTo(page, page.getByRole('button', { name: 'Set this goal' }));
      await page.keyboard.press('Enter');
      await expect(page.getByText('The goal is set.')).toBeVisible();
    },
    opener: (page) => page.getByRole('button', { name: /^Delete goal/ }),
    no: 'Keep it',
    yes: 'Delete',
    after: heading,
    done: (page) => page.getByText('You have no goal yet.'),
  },
  {
    name: 'deleting a set',
    hash: '#/set/set-1',
    opener: (page) =>
      page.getByRole('group', { name: 'Keep or delete this set' }).getByRole('button', { name: 'Delete' }),
    no: 'Keep it',
    yes: 'Delete',
    after: heading,
    done: (page) => page.getByRole('heading', { level: 1, name: 'Past sets' }),
  },
  {
    name: 'resetting the settings',
    hash: '#/settings',
    opener: (page) => page.getByRole('button', { name: 'Reset all settings' }),
    no: 'Keep them',
    yes: 'Reset',
    after: (page) => page.getByRole('button', { name: 'Reset all settings' }),
    done: (page) => page.getByText('All settings are reset.'),
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
