import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { readFileText } from '../../src/storage/prescription/prescription-files.ts';
import { routeHash } from '../../src/ui/shell/router.ts';
import { makeFrames, makeRecord } from '../storage/make-record.ts';
import { goTo, test } from './lib/app.ts';
import { HOSTILE_FILES, sharedFiles } from './lib/hostile-imports.ts';
import { watchErrors } from './lib/policy-watch.ts';

/** Opens a page and waits until nothing on it is being read any more. */
const opens = async (page: Page, hash: string): Promise<void> => {
  await goTo(page, hash);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.getByText(/^Reading/).first()).toBeHidden();
};

const give = async (page: Page, text: string): Promise<'refused' | number> => {
  await opens(page, '#/history');
  const input = page.locator('th-history th-transfer input[type=file]');
  await input.setInputFiles({ name: 'all.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const added = page.getByText(/^\d+ sets? added/).first();
  await expect(added.or(page.getByText('This file can’t be imported')).first()).toBeVisible({ timeout: 60_000 });
  if (!(await added.isVisible())) return 'refused';
  const dialog = page.getByRole('alertdialog');
  if (await dialog.isVisible()) await page.keyboard.press('Escape');
  return Number.parseInt(await added.innerText(), 10);
};

const ids = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => ((await document.querySelector('th-app')?.services.sets.list()) ?? []).map(({ id }) => id));

const PAGES = ['#/', '#/history', '#/trends', '#/week', '#/programmes', '#/settings'];

/** Every page, and those of at most six of the stored sets. */
const everyPageOpens = async (page: Page): Promise<void> => {
  for (const hash of PAGES) await opens(page, hash);
  for (const id of (await ids(page)).slice(0, 6)) {
    await opens(page, routeHash({ screen: 'set', id }));
    await opens(page, routeHash({ screen: 'report', id }));
  }
};

const removeAll = (page: Page): Promise<void> =>
  page.evaluate(async () => document.querySelector('th-app')?.services.sets.removeAll());

test('every page opens after an import of each hostile kind, and of the files beside the repository', async ({
  launch,
}) => {
  test.setTimeout(900_000);
  const files = sharedFiles();
  if (files === null)
    console.info('No shared/field/imports beside the repository: their kinds are tested, these files are not.');
  const { page, context } = await launch();
  const errors = watchErrors(context);
  for (const { name, text, answer } of [...HOSTILE_FILES, ...(files ?? [])]) {
    await test.step(name, async () => {
      const given = await give(page, text);
      if (answer !== null) expect(given, name).toBe(answer);
      expect((await ids(page)).length, name).toBe(given === 'refused' ? 0 : given);
      if (given !== 'refused') await everyPageOpens(page);
      expect(errors, name).toEqual([]);
      expect(await page.evaluate(() => '__xss' in window || 'polluted' in {}), name).toBe(false);
      await removeAll(page);
      await goTo(page, '#/');
    });
  }
});

test('a set with 20,000 flags shows the first of them, and more on demand', async ({ launch }) => {
  const { page } = await launch();
  const file = HOSTILE_FILES.find(({ name }) => name.startsWith('20,000'));
  await give(page, file?.text ?? '');
  await opens(page, '#/set/flags');
  await page
    .getByText(/^Flags/)
    .first()
    .click();
  const rows = page.getByRole('region', { name: /^Flags/ }).getByRole('row');
  await expect(rows).toHaveCount(102);
  await page
    .getByRole('region', { name: /^Flags/ })
    .getByRole('button', { name: 'Show 100 more (19900 left)' })
    .click();
  await expect(rows).toHaveCount(202);
});

test('a hold is lifted only by name', async ({ launch }) => {
  const { page } = await launch();
  const stops = ['2026-11-12', '2026-11-15'].map((day) =>
    makeRecord({ id: day, startedAt: `${day}T18:00:00Z`, ended: 'pinch', frames: makeFrames(3) }),
  );
  const settings = { version: 1, values: { symptomChecked: { 'supine-sleeper': '2026-11-16T08:00:00Z' } } };
  const text = JSON.stringify({ format: 'truehip-sets', version: 1, settings, sets: stops });
  await opens(page, '#/history');
  const input = page.locator('th-history th-transfer input[type=file]');
  const buffer = Buffer.from(text);
  await input.setInputFiles({ name: 'all.json', mimeType: 'application/json', buffer });
  const question = page.getByRole('alertdialog', { name: /Lift the hold on “/ });
  await expect(question).toContainText('pinch');
  await question.getByRole('button', { name: 'Keep the hold' }).click();
  await expect(page.getByText(/stays on hold/)).toBeVisible();
  await opens(page, '#/drill/supine-sleeper');
  // The sets were of the left leg, which is chosen; the right one may go on.
  await expect(page.getByRole('alert').filter({ hasText: 'This drill is on hold' })).toContainText('twice');
  await expect(page.getByText('Choose the right hip, or leave this set out.')).toBeVisible();
});

const DAY = 24 * 3600 * 1000;
const START = Date.parse('2026-11-23T18:00:00Z');

/** What a press saves, as a text. */
const savedBy = async (page: Page, press: () => Promise<void>): Promise<string> => {
  const download = page.waitForEvent('download');
  await press();
  return readFileSync(await (await download).path(), 'utf8');
};

const prescriptionOf = (page: Page) =>
  page.evaluate(() => document.querySelector('th-app')?.services.settings.current.prescription ?? null);

test('a prescription goes by file to a patient, and the report of a week has what was done', async ({ launch }) => {
  const { page: physio } = await launch();
  await goTo(physio, '#/prescribe');
  await physio.getByLabel('Your name').fill('Anna Berg');
  await physio.getByLabel('Left', { exact: true }).check();
  await physio.getByLabel('Stop at a limit').check();
  await physio.getByLabel('Stop at (degrees)').fill('25');
  const file = await savedBy(physio, () => physio.getByRole('button', { name: 'Save as a file' }).click());
  const written = readFileText(file);

  const { page } = await launch();
  await page.clock.setFixedTime(START);
  await goTo(page, '#/your-data');
  const box = page.locator('th-transfer input[type=file]');
  await box.setInputFiles({ name: 'rx.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await expect(page.getByRole('heading', { name: 'It says it is from Anna Berg.' })).toBeVisible();
  await page.getByRole('button', { name: 'No', exact: true }).click();
  expect(await prescriptionOf(page)).toBeNull();
  const open = page.locator('th-prescription input[type=file]');
  await open.setInputFiles({ name: 'rx.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await page.getByRole('button', { name: 'Yes, take it' }).click();
  await expect(page.getByText('Taken. Your drills are in your week.')).toBeVisible();
  const { takenAt, ...taken } = (await prescriptionOf(page)) ?? { takenAt: '' };
  expect(takenAt).toBe(new Date(START).toISOString());
  expect(taken).toEqual(written);

  const sets = [0, 2, 4].map((days) =>
    makeRecord({
      id: `set-${days}`,
      startedAt: new Date(START + days * DAY).toISOString(),
      after: { effort: 5, pain: 2 + days / 2 },
    }),
  );
  await page.evaluate(
    (text) => document.querySelector('th-app')?.services.storage.importFile(new Blob([text])),
    JSON.stringify({ format: 'truehip-sets', version: 1, sets }),
  );
  await page.clock.setFixedTime(START + 6 * DAY);
  await page.reload();
  await goTo(page, '#/prescription');
  const week = page.locator('.sheet').first().getByRole('row').nth(1);
  await expect(week).toContainText('3 of 3');
  expect((await page.locator('.sheet').allInnerTexts()).join(' ')).toContain('28° ± 4°');
});
