import { type BrowserContext, expect, type Page } from '@playwright/test';
import { untilPhase } from './app.ts';
import type { SimulatedHost } from './hosts.ts';

export const chooseLite = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.querySelector('th-app')?.services.settings.change({ model: 'lite' } as object);
  });

/** Opens the app in a new tab, and closes the others. */
export async function visit(context: BrowserContext, host: SimulatedHost, hash = ''): Promise<Page> {
  const page = await context.newPage();
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.goto(host.home + hash);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await chooseLite(page);
  return page;
}

/** Waits until the service worker has stored a version and serves it. */
export const isStored = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null);

/** Starts the demo, and waits for its first number. */
export async function beginDemo(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/'));
  await page.getByRole('button', { name: /20-second demo/ }).click();
  await untilPhase(page, 'passive', 90_000);
  await expect(page.locator('th-set-gauge .value').first()).toContainText(/\d/);
}

/** Whether the app measures the clip of the demo. */
export async function expectMeasures(page: Page): Promise<void> {
  await beginDemo(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/set\//, { timeout: 30_000 });
}

/** Takes the version that is offered, and waits until it is the one that is open. */
export async function takeUpdate(page: Page, title: string): Promise<void> {
  await page.evaluate(() => (location.hash = '#/'));
  const loaded = page.waitForEvent('load', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Reload' }).click();
  await loaded;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => page.evaluate(async () => (await fetch('index.html')).text())).toContain(title);
}

/** The sentences about files that could not be stored. */
export async function troubles(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => (location.hash = '#/offline'));
  await page.getByRole('heading', { name: 'If the app doesn’t work' }).waitFor();
  await page.locator('th-offline').getByRole('progressbar').waitFor();
  return page.locator('th-offline li').allTextContents();
}
