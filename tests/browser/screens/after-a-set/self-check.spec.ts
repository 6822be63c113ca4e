import { expect, type Page } from '@playwright/test';
import { holdAt } from '../../lib/self-check-holds.ts';
import type { UiPage } from '../../lib/ui-page.ts';
import { test } from '../../lib/ui-test.ts';
import { untilOpened } from '../../lib/programme-steps.ts';

/** Angles of the hip that are held, and what the instrument shows: 1.5 times as much, and 3° more. */
const HELD = [10, 16, 22, 30, 16];

/** Opens the page and goes to the running check through the demo. */
async function startCheck(page: Page, ui: UiPage): Promise<void> {
  await ui.open('#/self-check/supine-sleeper');
  await page.getByRole('button', { name: 'Watch the demo' }).click();
  await page.evaluate(() => {
    const { session, gaugeOf, phaseOf, goodReading } = window.harness;
    const gauge = gaugeOf({ phase: phaseOf('reps', { length: null }), left: null });
    session.show({ stage: 'running', gauge, reading: goodReading });
  });
  await expect(page.getByRole('status').filter({ hasText: 'a third of the way' })).toBeVisible();
}

const calls = (page: Page): Promise<readonly string[]> => page.evaluate(() => window.harness.session.calls);

/** Types what the instrument showed into the table of the result, from the first position on. */
async function typeAngles(page: Page, angles: readonly number[]): Promise<void> {
  for (const [index, angle] of angles.entries()) {
    await page.getByRole('textbox', { name: `Yours at position ${index + 1}, degrees` }).fill(String(angle));
    await page.keyboard.press('Tab');
  }
}

test('a check is opened as a set that only measures, with the leg and the instrument of the drill', async ({
  page,
  ui,
}) => {
  await ui.open('#/drill/quadruped-band-ir');
  await page.getByRole('link', { name: 'Check the app against your own instrument' }).click();
  await expect(ui.heading).toHaveText('Check the app against your own instrument');
  await expect(page.getByRole('combobox', { name: 'Drill' })).toHaveValue('quadruped-band-ir');
  await expect(page.getByRole('radio', { name: 'Goniometer' })).toBeChecked();
  await page.getByRole('combobox', { name: 'Drill' }).selectOption('supine-sleeper');
  await expect(page.getByRole('radio', { name: 'Phone, inclinometer' })).toBeChecked();
  await expect(page.getByText('often nearly two degrees for each')).toBeVisible();
  await page.getByRole('radio', { name: 'Right' }).check({ force: true });
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await untilOpened(page);
  expect((await calls(page)).at(-1)).toBe('open supine-sleeper right build camera');
  expect(await page.evaluate(() => window.harness.session.snapshot.plan?.check?.title)).toBe('Check');
});

test('the angles are typed into a table after all five, and the app shows its number only beside a typed one', async ({
  page,
  ui,
}) => {
  await startCheck(page, ui);
  for (const [index, angle] of HELD.entries()) await holdAt(page, angle, 20 * (index + 1), 12);
  await expect(ui.heading).toHaveText('Check of Supine sleeper, left');
  expect(await calls(page)).toContain('stop stopped');
  expect(await calls(page)).toContain('say Got it. Read your instrument now.');
  await expect(page.getByText('hidden', { exact: true })).toHaveCount(5);
  await expect(page.getByText('Limits of agreement need at least three')).toBeVisible();
  await typeAngles(page, [15, 24]);
  await expect(page.getByText('hidden', { exact: true })).toHaveCount(3);
  await expect(page.getByText('the app and your instrument agreed on average')).toBeVisible();
  await expect(page.getByText('Two positions have both numbers')).toBeVisible();
  await page.getByRole('textbox', { name: 'Yours at position 3, degrees' }).fill('no angle');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Two positions have both numbers')).toBeVisible();
  const stored = await page.evaluate(() => window.harness.services.selfChecks.list());
  expect(stored[0]?.positions.map(({ typed }) => typed)).toEqual([15, 24, null, null, null]);
  // The phone shows 3° more than 1.5 times the leg: as a turn of the leg 2° more, so the app reads 2° too little.
  await typeAngles(
    page,
    HELD.map((angle) => 1.5 * angle + 3),
  );
  await expect(page.getByText('the app showed 2.0° too little on average')).toBeVisible();
  await expect(page.getByText('divides your numbers by it')).toBeVisible();
  await expect(page.getByRole('img', { name: /^Differences between the app and your instrument/ })).toBeVisible();
});

test('Space measures at once, Escape twice ends the check with what is kept, and no symptom key ends it', async ({
  page,
  ui,
}) => {
  await startCheck(page, ui);
  await page.keyboard.press('2');
  await page.keyboard.press('n');
  await page.keyboard.press('Space');
  await expect(page.getByRole('status').filter({ hasText: 'Hold still. Measuring.' })).toBeVisible();
  await holdAt(page, 2, 10, 3);
  await expect(page.getByRole('status').filter({ hasText: 'Got it' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Press again to stop' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(ui.heading).toHaveText('Check of Supine sleeper, left');
  await expect(page.getByRole('textbox')).toHaveCount(1);
  expect((await calls(page)).filter((call) => /^(stop|pause|skip)/.test(call))).toEqual(['stop stopped']);
});

test('a stored check is listed, saved without anything that leads to a person, and deleted', async ({ page, ui }) => {
  await startCheck(page, ui);
  const held = HELD.slice(0, 3);
  for (const [index, angle] of held.entries()) await holdAt(page, angle, 20 * (index + 1), index === 2 ? 5 : 12);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await typeAngles(
    page,
    held.map((angle) => 1.5 * angle),
  );
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the record' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^truehip-self-check-supine-sleeper-\d{4}-\d{2}\.json$/);
  const record = JSON.parse((await (await file.createReadStream()).toArray()).join(''));
  expect(Object.keys(record).sort()).toEqual([
    'appVersion',
    'drill',
    'engine',
    'format',
    'instrument',
    'month',
    'pelvisModel',
    'positions',
    'side',
    'source',
    'version',
    'view',
  ]);
  expect(record.positions).toHaveLength(3);
  await page.getByRole('link', { name: 'All checks' }).click();
  // The test page starts with one older check, so there are two.
  await expect(page.getByRole('cell', { name: 'Phone, inclinometer' })).toHaveCount(2);
  for (const left of [1, 0]) {
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('button', { name: 'Delete this check' }).click();
    await expect(page.getByRole('cell', { name: 'Phone, inclinometer' })).toHaveCount(left);
  }
  await expect(page.getByText('None yet. Your checks are saved on this device')).toBeVisible();
});
