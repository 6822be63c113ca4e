import { expect, type Page } from '@playwright/test';
import { axeFaults } from '../../lib/axe.ts';
import { chooseShinPhone } from '../../lib/phone-states.ts';
import { untilOpened } from '../../lib/programme-steps.ts';
import { holdAt } from '../../lib/self-check-holds.ts';
import type { UiPage } from '../../lib/ui-page.ts';
import { test } from '../../lib/ui-test.ts';

/** Angles of the hip that are held; the phone turns 2° further. */
const HELD = [10, 16, 22, 30, 16];

const said = (page: Page): Promise<readonly string[]> => page.evaluate(() => window.harness.session.calls);

/** The phone is held at an angle. It sends nothing of a time of which it has sent something. */
async function turn(page: Page, degrees: number, seconds: number): Promise<void> {
  await page.waitForTimeout(1000 * seconds);
  await page.evaluate(([angle, long]) => window.harness.phone.turned(angle, long), [degrees, seconds - 0.05] as const);
}

/** The running check before the camera, after the start was held with the phone on the shin. */
async function startCheck(page: Page, ui: UiPage): Promise<void> {
  await chooseShinPhone(ui);
  await expect(page.getByText('Strap it to the shin of the leg that is measured')).toBeVisible();
  await turn(page, 0, 2.3);
  await page.getByRole('button', { name: 'Turn on the camera' }).press('Enter');
  await untilOpened(page);
  await page.evaluate(() => {
    const { session, gaugeOf, phaseOf, goodReading } = window.harness;
    const gauge = gaugeOf({ phase: phaseOf('reps', { length: null }), left: null });
    session.show({ stage: 'running', source: 'camera', gauge, reading: goodReading });
  });
  await expect(page.getByRole('status').filter({ hasText: 'a third of the way' })).toBeVisible();
}

test('with a phone on the shin nothing is typed: each angle is taken as it is held, and the result follows', async ({
  page,
  ui,
}) => {
  await startCheck(page, ui);
  await expect(page.getByText('I read your phone while you hold.')).toBeVisible();
  for (const [index, angle] of HELD.entries()) {
    await turn(page, angle + 2, 0.8);
    await holdAt(page, angle, 10 * (index + 1), 4.5);
  }
  await expect(ui.heading).toHaveText('Check of Supine sleeper, left');
  expect(await said(page)).not.toContain('say Got it. Read your instrument now.');
  await expect(page.getByText('Your phone gave these angles')).toBeVisible();
  await expect(page.getByText('the app showed 2.0° too little on average')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  const [newest] = await page.evaluate(() => window.harness.services.selfChecks.list());
  expect(newest?.instrument).toBe('paired-phone');
  expect(newest?.positions.map(({ phone }) => phone?.sd.toFixed(0))).toEqual(HELD.map(() => '1'));
  // What the person corrects is the person's own.
  await page.getByRole('textbox', { name: 'Yours at position 1, degrees' }).fill('11');
  await page.keyboard.press('Tab');
  await expect
    .poll(async () => (await page.evaluate(() => window.harness.services.selfChecks.list()))[0]?.positions[0])
    .toMatchObject({ typed: 11 });
  const [corrected] = await page.evaluate(() => window.harness.services.selfChecks.list());
  expect(corrected?.positions.map(({ phone }) => phone !== undefined)).toEqual([false, true, true, true, true]);
});

test('a phone that is lost costs nothing: the check goes on, and its angles are typed at the end', async ({
  page,
  ui,
}) => {
  await startCheck(page, ui);
  await page.evaluate(() => window.harness.phone.peer?.says({ say: 'asleep' }));
  await expect(page.getByText('Your phone is asleep.')).toBeVisible();
  await page.waitForTimeout(500);
  await holdAt(page, 12, 10, 4.5);
  await expect(page.getByRole('status').filter({ hasText: 'I get nothing from your phone' })).toBeVisible();
  expect(await said(page)).toContain('say I get nothing from your phone. You can type this angle later.');
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(ui.heading).toHaveText('Check of Supine sleeper, left');
  await page.getByRole('textbox', { name: 'Yours at position 1, degrees' }).fill('13');
  await page.keyboard.press('Tab');
  await expect(page.getByText('One position has both numbers')).toBeVisible();
});

test('the hip test leads to its own check, which reads a phone on the shin', async ({ page, ui }) => {
  await ui.open('#/drill/hip-test-seated');
  await page.getByRole('link', { name: 'Check the app against your own instrument' }).press('Enter');
  await expect(page.getByRole('combobox', { name: 'Drill' })).toHaveValue('hip-test-seated');
  await page.getByRole('radio', { name: 'My phone, read by the app' }).check({ force: true });
  await expect(page.getByText('Keep the thigh level')).toBeVisible();
});
