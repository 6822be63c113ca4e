import { expect, type Page } from '@playwright/test';
import { test } from '../../lib/ui-test.ts';
import { fillScreens, ROUTES } from '../../lib/ui-states.ts';

/** The name of the focused element; an empty text: the focus is on the body, from where the next Tab begins anew. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!active || active === document.body) return '';
    return (active.getAttribute('aria-label') ?? active.textContent ?? '').trim() || active.tagName;
  });

const expectFocus = async (page: Page, after: string) => {
  await expect.poll(() => focused(page), { message: `after ${after}`, timeout: 5000 }).not.toBe('');
};

/** Opens what is folded, focuses the first button of the screen that was not pressed yet, and gives its name. */
const nextButton = (page: Page, pressed: readonly string[]): Promise<string | null> =>
  page.evaluate((before) => {
    const inside = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) => (one.shadowRoot ? [one, ...inside(one.shadowRoot)] : [one]));
    const main = document.querySelector('th-app')?.shadowRoot?.querySelector('main');
    const all = main ? inside(main) : [];
    for (const one of all) if (one instanceof HTMLDetailsElement) one.open = true;
    for (const one of all) {
      const name = (one.getAttribute('aria-label') ?? one.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
      if (!(one instanceof HTMLButtonElement) || one.disabled || !one.checkVisibility() || before.includes(name))
        continue;
      one.focus();
      return name;
    }
    return null;
  }, pressed);

/** Screens on which something is removed, asked or switched off. */
const SCREENS = [
  'week',
  'programmes',
  'programme',
  'editor',
  'history',
  'trends',
  'settings',
  'your-data',
  'summary',
  'check',
] as const;

for (const screen of SCREENS)
  test(`the focus is never lost by a button or a question: ${screen}`, async ({ page, ui }) => {
    const open = async () => {
      await ui.open(ROUTES[screen]);
      await fillScreens(page);
    };
    await open();
    const pressed: string[] = [];
    for (let count = 0; count < 40; count += 1) {
      const name = await nextButton(page, pressed);
      if (name === null) break;
      pressed.push(name);
      const { hash } = new URL(page.url());
      await page.keyboard.press('Enter');
      const question = page.getByRole('alertdialog');
      await page.waitForTimeout(200);
      for (let asked = 0; asked < 3 && (await question.isVisible()); asked += 1) {
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.waitForTimeout(200);
      }
      // What is disabled by its own press gives the focus on after a second.
      await page.waitForTimeout(200);
      await expectFocus(page, `${name}, the last of ${pressed.length}`);
      if (new URL(page.url()).hash !== hash) await open();
    }
    expect(pressed.length).toBeGreaterThan(0);
  });

test('a removed programme of the week gives the focus to its undo, which brings it back', async ({ page, ui }) => {
  await ui.open(ROUTES.week);
  await fillScreens(page);
  const removes = page.getByRole('button', { name: /^Remove .* from the week/ });
  const before = await removes.count();
  await removes.last().press('Enter');
  await expect(removes).toHaveCount(before - 1);
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await undo.press('Enter');
  await expect(removes).toHaveCount(before);
  await expectFocus(page, 'the undo');
});
