import { expect } from '@playwright/test';
import { axeFaults } from '../../lib/axe.ts';
import { openTaken } from '../../lib/prescription-states.ts';
import { answerQuestions, openPassport } from '../../lib/passport-states.ts';
import { test } from '../../lib/ui-test.ts';

test.use({ timezoneId: 'Europe/Berlin', locale: 'en-GB' });

/** A Saturday in November, the day after the newer test. */
const SATURDAY = '2026-11-21T11:00:00Z';

test('the first page leads to the passport, and without a test the passport leads to the test', async ({
  page,
  ui,
}) => {
  await ui.open();
  await page.getByRole('link', { name: /^Hip passport/ }).focus();
  await page.keyboard.press('Enter');
  await expect(ui.heading).toHaveText('Hip passport');
  await expect(page.getByRole('link', { name: 'Test your hips' })).toHaveAttribute('href', '#/test');
});

test('the newest test stands left beside right, with gaps, the pelvis, and what was not read; a change is told beyond error only', async ({
  page,
  ui,
}) => {
  await page.clock.setFixedTime(SATURDAY);
  await openPassport(ui);
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('Turning in, with help')).toContainText(/39° ± 2°.*41° ± 2°.*about the same/s);
  await expect(row('Turning in: unused range')).toContainText(/8° ± 3°.*7° ± 3°/s);
  await expect(row('Turning out, by itself')).toContainText(/40°.*–/s);
  await expect(page.getByText(/Left hip, turning in with help: in 3 of 3 tries/)).toBeVisible();
  await expect(page.getByText('Right hip: turning out by itself')).toBeVisible();
  await expect(page.getByText('had 81.7° in and out together with help (standard deviation 11.6°)')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Since 23 Oct 2026' }).getByRole('listitem')).toHaveText([
    'Left hip, turning in by itself: 11° more.',
    '6 ranges are about the same.',
  ]);
});

test('three answers by the keyboard give a programme; taking it plans the week', async ({ page, ui }) => {
  await page.clock.setFixedTime(SATURDAY);
  await openPassport(ui);
  for (const name of ['Turn further', 'No (0)', '20 minutes']) {
    await page.getByRole('radio', { name, exact: true }).focus();
    await page.keyboard.press('Space');
  }
  await expect(page.getByText('Supine sleeper: each side, 2 rounds')).toBeVisible();
  await expect(page.getByRole('term').filter({ hasText: 'Let it fall in' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: '1 min 30 s' })).toBeVisible();
  await expect(page.getByText(/on Monday, Wednesday and Friday/)).toBeVisible();
  await page.getByRole('button', { name: 'Take this programme' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Start it' })).toHaveAttribute('href', '#/programme/own-hip-passport');
  const stored = await page.evaluate(() => {
    const { week, programmes, presets, hipPlan } = window.harness.services.settings.current;
    return {
      week,
      programmes: programmes.map(({ id, title }) => [id, title]),
      passive: presets['supine-sleeper/build']?.passive,
      hipPlan,
    };
  });
  expect(stored).toMatchObject({
    week: [{ programme: 'own-hip-passport', days: [0, 2, 4], at: [1140], since: 20_778 }],
    programmes: [['own-hip-passport', 'My hips']],
    passive: 90,
    hipPlan: { goal: 'range', pain: 0, minutes: 20, step: 'build', test: 'hip-2' },
  });
  await page.getByRole('link', { name: 'Start it' }).press('Enter');
  await expect(ui.heading).toHaveText('My hips');
  // It is still told as theirs on the next visit, and a number that is changed makes it another one.
  await page.evaluate(() => {
    location.hash = '#/passport';
  });
  await expect(page.getByText('It is yours.', { exact: true })).toBeVisible();
  await page.locator('th-hip-next summary').press('Enter');
  await page.getByRole('button', { name: 'More: Let it fall in' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Take it instead of the old one' })).toBeVisible();
});

test('every number can be overruled within its limits before the programme is taken', async ({ page, ui }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openPassport(ui);
  await answerQuestions(ui, 'Turn further', 'No (0)', '35 minutes');
  await page.getByText('Change the numbers').click();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'More: Let it fall in' }).click();
  await page.getByRole('spinbutton', { name: 'Rounds a side' }).fill('1');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Supine sleeper: each side, 1 round')).toBeVisible();
  await page.getByRole('button', { name: 'Take this programme' }).click();
  const preset = await page.evaluate(() => window.harness.services.settings.current.presets['supine-sleeper/build']);
  expect(preset).toMatchObject({ passive: 105, rounds: 1 });
});

test('much pain gives no programme and says whom to show it to', async ({ page, ui }) => {
  await openPassport(ui);
  await answerQuestions(ui, 'Turn further', 'A lot (5 or more)', '35 minutes', 'Both');
  await expect(page.getByText('No programme now. With this much pain')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take this programme' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Show this to somebody' })).toContainText('Your hip hurts a lot');
});

test('pain in one hip spares that hip, and the other goes on', async ({ page, ui }) => {
  await openPassport(ui);
  await answerQuestions(ui, 'Turn further', 'Some (3–4)', '35 minutes', 'Right');
  await expect(page.getByText('Right hip rests, because it hurts.')).toBeVisible();
  await expect(page.getByText(/^Supine sleeper: left/)).toBeVisible();
});

test('the passport prints on two pages of A4 or Letter, in both languages', async ({ page, ui }) => {
  await openPassport(ui);
  await answerQuestions(ui, 'Turn further', 'No (0)', '35 minutes');
  expect(await ui.pagesPrinted()).toEqual([2, 2]);
  await ui.speakGerman();
  await page.getByRole('table').waitFor();
  await answerQuestions(ui, 'Weiter drehen', 'Nein (0)', '35 Minuten');
  expect(await ui.pagesPrinted()).toEqual([2, 2]);
  const answers = page.getByText('Du willst: Weiter drehen. Schmerz: Nein (0). Zeit: 35 Minuten.');
  await expect(answers).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(answers).toBeVisible();
  await expect(page.getByRole('button', { name: 'Drucken oder als PDF sichern' })).toBeHidden();
  await expect(page.getByRole('term').filter({ hasText: 'Fallen lassen' })).toBeVisible();
});

test('the report of a prescription prints on two pages of A4 or Letter', async ({ ui }) => {
  await openTaken(ui);
  expect(await ui.pagesPrinted()).toEqual([2, 2]);
});
