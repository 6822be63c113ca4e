import { expect, type Page } from '@playwright/test';
import { test } from './lib/ui-page.ts';

const SCREENS = [
  '#/',
  '#/drill/supine-sleeper',
  '#/set/set-1',
  '#/report/set-1',
  '#/history',
  '#/trends',
  '#/day/2026-11-20',
  '#/settings',
  '#/diagnostics',
  '#/programmes',
  '#/programme/hip-ir-breakout',
  '#/programme/hip-ir-strength/2',
  '#/edit/own-1',
  '#/week',
  '#/offline',
];

/** A planned week and a programme of one's own: an empty screen has little that could be wrong. */
const fill = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    const { settings } = window.harness.services;
    const item = {
      drills: [{ drill: 'quadruped-band-ir', variant: null }],
      goal: null,
      side: 'each',
      rounds: 2,
      reps: null,
      rest: 30,
    } as const;
    await settings.change({
      programmes: [{ id: 'own-1', title: 'Mine', summary: '', blocks: [{ times: 2, items: [item, item] }] }],
      week: [
        { programme: 'movement-sequence', days: [0, 1, 2, 3, 4, 5, 6], at: [450, 1140] },
        { programme: 'hip-ir-strength', days: [0, 1, 2, 3, 4, 5, 6], at: [1080] },
      ],
    });
  });
  const hash = new URL(page.url()).hash;
  // Away and back, so that the screen is made anew.
  const away = hash === '#/history' ? ['#/diagnostics', 'Diagnostics'] : ['#/history', 'Past sets'];
  await page.evaluate((to) => (location.hash = to), away[0] ?? '');
  await page.getByRole('heading', { level: 1, name: away[1] ?? '' }).waitFor();
  await page.evaluate((to) => (location.hash = to), hash);
  await page.getByRole('heading', { level: 1, name: away[1] ?? '' }).waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // A screen that is fetched late has its controls a moment after its heading.
  await page.waitForLoadState('networkidle');
};

test('the focus goes to the heading of each new screen', async ({ page, ui }) => {
  await ui.open();
  await page.getByRole('link', { name: 'Past sets' }).click();
  await expect(ui.heading).toBeFocused();
  await page
    .getByRole('region', { name: 'Past sets' })
    .getByRole('link', { name: /Nov|20/ })
    .first()
    .click();
  await expect(ui.heading).toBeFocused();
  await expect(ui.heading).toHaveText('Supine sleeper');
  await ui.startSet();
  await expect(ui.heading).toBeFocused();
  await expect(ui.heading).toHaveText(/The set is running/);
});

test('the whole way to a set can be gone by keyboard', async ({ page, ui }) => {
  await ui.open();
  await page.getByRole('link', { name: 'Supine sleeper' }).focus();
  await page.keyboard.press('Enter');
  await expect(ui.heading).toHaveText('Supine sleeper');
  const reached = new Set<string>();
  for (let i = 0; i < 60 && !reached.has('Turn on the camera'); i += 1) {
    await page.keyboard.press('Tab');
    reached.add(
      await page.evaluate(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return active?.textContent?.trim() ?? '';
      }),
    );
  }
  expect(reached).toContain('Turn on the camera');
  await page.keyboard.press('Enter');
  expect(await ui.calls()).toEqual(['open supine-sleeper left build camera']);
});

test('every control has a name, and targets are large enough', async ({ page, ui }) => {
  for (const hash of SCREENS) {
    await ui.open(hash);
    await fill(page);
    for (const role of ['button', 'link', 'spinbutton', 'radio', 'slider', 'checkbox', 'combobox'] as const)
      for (const control of await page.getByRole(role).all()) {
        const snapshot = await control.ariaSnapshot();
        expect(snapshot, `${hash} ${role}`).toMatch(/"[^"]+"/);
        const box = await control.boundingBox();
        // WCAG 2.2, 2.5.8: 24 CSS pixels; links inside a sentence or a table cell are let off.
        if (box && role !== 'link')
          expect(Math.min(box.width, box.height), snapshot).toBeGreaterThanOrEqual(24);
      }
  }
});

test('nothing moves for people who asked for less motion', async ({ page, ui }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await ui.open();
  await page.getByRole('button', { name: /built-in demo/ }).click();
  await page.getByRole('progressbar').waitFor();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('no screen is wider than the window', async ({ page, ui }) => {
  for (const hash of SCREENS) {
    await ui.open(hash);
    await fill(page);
    for (const width of [1920, 1280, 640, 390, 360, 320]) {
      await page.setViewportSize({ width, height: 720 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${hash} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});
