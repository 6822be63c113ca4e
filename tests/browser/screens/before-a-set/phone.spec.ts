import { expect, type Page } from '@playwright/test';
import { cardText } from '../../../../src/app/phone/card-text.ts';
import { cardWith } from '../../../app/phone/fake-peer.ts';
import { axeFaults } from '../../lib/axe.ts';
import { readPhoneCode, readyForPhone, showPhoneCode } from '../../lib/phone-states.ts';
import { test } from '../../lib/ui-test.ts';

test('a phone is used by keyboard: the code takes the focus, and the camera is off once the phone is connected', async ({
  page,
  ui,
}) => {
  await ui.open('#/drill/supine-sleeper');
  await readyForPhone(page, ['https://192.168.178.23:4174']);
  await page.getByRole('button', { name: 'Use my phone' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Your phone' })).toBeFocused();
  await expect(page.getByRole('img', { name: /^QR code for your phone/ })).toBeVisible();
  await expect(page.getByText('It leads to https://192.168.178.23:4174/phone.html')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  const isFilming = () =>
    page.locator('th-phone video').evaluate((video) => (video as HTMLVideoElement).srcObject !== null);
  expect(await isFilming()).toBe(true);

  await readPhoneCode(ui, true);
  await expect(page.getByText('Your phone is connected.')).toBeVisible();
  expect(await isFilming()).toBe(false);
  await page.getByRole('button', { name: 'Disconnect' }).press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Your phone' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Show a new code' })).toBeVisible();
});

test('each way in which a phone is missing is named with what to do', async ({ page, ui }) => {
  await readPhoneCode(ui, true);
  const peer = (run: 'asleep' | 'gone') =>
    page.evaluate((what) => {
      const { phone } = window.harness;
      if (what === 'asleep') phone.peer?.says({ say: 'asleep' });
      else phone.peer?.becomes('gone');
    }, run);
  await peer('asleep');
  await expect(page.getByText('Wake it and bring the Truehip page back.')).toBeVisible();
  await peer('gone');
  await expect(page.getByText('The connection to your phone is gone.')).toBeVisible();
  await readPhoneCode(ui, false);
  await expect(page.getByText('A guest network often keeps devices apart')).toBeVisible();
  await showPhoneCode(ui);
  await page.getByRole('button', { name: 'Try another address' }).click();
  await expect(page.getByText('It leads to https://10.0.0.3:4174/phone.html')).toBeVisible();
});

/** The phone's page in a small upright window, with a sensor that moves. */
async function openPhonePage(page: Page, hash: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.addInitScript(() => {
    setInterval(() => {
      const beta = 5 * Math.sin(performance.now() / 500);
      dispatchEvent(new DeviceOrientationEvent('deviceorientation', { alpha: 1, beta, gamma: 2 }));
    }, 20);
  });
  // As a phone would after its one tap: a headless shell has nobody to ask.
  await page.context().grantPermissions(['accelerometer', 'gyroscope', 'screen-wake-lock']);
  await page.goto('about:blank');
  await page.goto(`/phone.html${hash}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

for (const [locale, start, shown] of [
  ['en-GB', 'Start', 'Show this code to your laptop'],
  ['de-DE', 'Los', 'Zeig diesen Code deinem Laptop'],
] as const)
  test.describe(`the phone’s page, ${locale}`, () => {
    test.use({ locale });

    test('has no fault of accessibility, fits a small phone, and needs one tap', async ({ page }) => {
      await openPhonePage(page, '');
      expect(await axeFaults(page)).toEqual([]);
      await openPhonePage(page, `#${cardText(cardWith())}`);
      expect(await page.evaluate(() => [document.documentElement.lang, location.hash])).toEqual([
        locale.slice(0, 2),
        '',
      ]);
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole('button', { name: start }).press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: shown })).toBeFocused();
      await expect(page.getByRole('img')).toBeVisible();
      expect(await axeFaults(page)).toEqual([]);
      const sizes = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return { wider: scrollWidth - innerWidth, higher: scrollHeight - innerHeight };
      });
      expect(sizes.wider).toBeLessThanOrEqual(0);
      expect(sizes.higher).toBeLessThanOrEqual(0);
      // Nothing is kept on the phone.
      const kept = await page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        document.cookie,
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
      ]);
      expect(kept).toEqual([0, 0, '', 0, 0]);
    });
  });
