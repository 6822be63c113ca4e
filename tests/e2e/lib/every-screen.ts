import type { Page } from '@playwright/test';

/** Goes to a screen and waits until it is drawn. */
export const visit = async (page: Page, hash: string): Promise<void> => {
  await page.evaluate((to) => (location.hash = to), hash);
  // The screen is loaded and drawn.
  await page.waitForFunction(() => {
    const screen = document.querySelector('th-app')?.shadowRoot?.querySelector('.screen');
    return screen?.shadowRoot?.firstElementChild && customElements.get(screen.localName);
  });
  // Every fold is opened, because what it holds is drawn only then.
  await page.locator('main details').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });
};
