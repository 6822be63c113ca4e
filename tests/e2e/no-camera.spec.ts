import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { appErrorText } from '../../src/app/app-error.ts';
import { goTo, storedSets, test, untilPhase, untilStage } from './lib/app.ts';

test('a timed drill runs to its summary without camera and model', async ({ launch }) => {
  const { page } = await launch({ settings: { countIn: 5 } });
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('nobody may ask'));
  });

  await page.getByRole('link', { name: 'Ball under the buttock' }).click();
  await page.getByRole('button', { name: 'Start the timer' }).click();
  await untilStage(page, 'running');
  await untilPhase(page, 'guided', 15_000);
  await expect(page.getByText('Find a tight spot in the muscle, stay on it and breathe.')).toBeVisible();
  await expect(page.locator('video')).toHaveCount(0);

  await page.keyboard.press(' ');
  await expect(page.getByText('Paused. Space to go on').first()).toBeVisible();
  await page.keyboard.press(' ');
  await page.keyboard.press('3');

  await expect(page).toHaveURL(/#\/set\//, { timeout: 15_000 });
  await expect(page.getByText('There was no camera, so nothing was measured.')).toBeVisible();
  await expect(page.getByText('You stopped for numbness or tingling')).toBeVisible();
  const [record] = await storedSets(page);
  expect(record).toMatchObject({ drill: 'soft-tissue-ball', ended: 'numb', neutral: null });
  expect(record?.source.kind).toBe('none');
  expect(fetched.filter((url) => /weights|\.bin|worker/.test(url))).toEqual([]);
});

test('without a camera a measured drill goes on after the person has said no', async ({ launch }) => {
  const { page } = await launch({ settings: { countIn: 5, side: 'left' } });
  const fetched: string[] = [];
  await page.evaluate(() => {
    const no = (): Promise<never> => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
    Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: no, enumerateDevices: async () => [] } });
  });
  await page.goto('#/drill/supine-sleeper');
  await page.getByRole('button', { name: 'Turn on the camera' }).press('Enter');
  const goOn = page.getByRole('button', { name: 'Go on without the camera' });
  await goOn.waitFor();
  page.on('request', (request) => fetched.push(request.url()));
  await goOn.press('Enter');

  await untilPhase(page, 'passive', 15_000);
  await expect(page.getByText('No camera: nothing is measured, and nobody watches for faults.')).toBeVisible();
  await page.keyboard.press('n');
  await untilPhase(page, 'pails');
  await page.keyboard.press('2');

  await expect(page).toHaveURL(/#\/set\//, { timeout: 15_000 });
  await expect(page.getByText('There was no camera, so nothing was measured.')).toBeVisible();
  const [record] = await storedSets(page);
  expect(record).toMatchObject({ drill: 'supine-sleeper', ended: 'pain', neutral: null, frames: [], flags: [] });
  expect(record?.summary).toMatchObject({ sets: [], muted: [] });
  expect(fetched.filter((url) => /weights|\.bin/.test(url))).toEqual([]);

  await page.goto('#/history');
  // No best, nothing to compare with last time and the first week, no flags.
  await expect(page.getByRole('cell', { name: '–', exact: true })).toHaveCount(4);
  await page.goto(`#/report/${record?.id ?? ''}`);
  await expect(page.getByText('Timed without a camera: nothing was measured.')).toBeVisible();
  await expect(page.getByText(/Not known|could be watched|can be seen from here/)).toHaveCount(0);
});

test('without a camera a key counts repetitions, and the set keeps the count', async ({ launch }) => {
  const { page } = await launch({ settings: { countIn: 5, side: 'left' } });
  await page.goto('#/drill/quadruped-band-ir');
  await page.getByRole('button', { name: 'Without a camera' }).press('Enter');
  await untilPhase(page, 'reps', 15_000);
  await expect(page.locator('th-stage video')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('timer', { name: /^2 of \d+ repetitions$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Count one' }).press('Enter');
  await expect(page.getByRole('timer', { name: /^3 of \d+ repetitions$/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByText('You counted 3 repetitions.').first()).toBeVisible({ timeout: 15_000 });
  const [record] = await storedSets(page);
  expect(record).toMatchObject({ reps: [], summary: { repsAll: 0 } });
  expect(record?.phases.find(({ kind }) => kind === 'reps')?.counted).toBe(3);
});

/** A machine of the house, at which `npm start -- --host` runs. */
const HOST = 'truehip.test';

const failures = (page: Page): string[] => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
};

const savedFile = async (page: Page, press: () => Promise<void>): Promise<string> => {
  const saving = page.waitForEvent('download');
  await press();
  return (await saving).path();
};

test('at a plain http address a timed set runs to its summary, and goes out and in again', async ({ launch }) => {
  const { page } = await launch({ host: HOST, settings: { countIn: 5 } });
  const errors = failures(page);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.getByRole('link', { name: 'Ball under the buttock' }).click();
  await page.getByRole('button', { name: 'Start the timer' }).click();
  await untilPhase(page, 'guided', 15_000);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/set\//, { timeout: 15_000 });
  await expect(page.getByText('There was no camera, so nothing was measured.')).toBeVisible();
  const [record] = await storedSets(page);
  expect(record).toMatchObject({ drill: 'soft-tissue-ball', ended: 'stopped' });

  await goTo(page, '#/history');
  const file = await savedFile(page, () => page.getByRole('button', { name: /^Export all/ }).click());
  await page.evaluate(() => document.querySelector('th-app')?.services.sets.removeAll());
  const input = page.locator('th-history th-transfer input[type=file]');
  await input.setInputFiles({ name: 'all.json', mimeType: 'application/json', buffer: readFileSync(file) });
  await expect(page.getByText(/^1 set added/).first()).toBeVisible();
  expect((await storedSets(page)).map(({ id }) => id)).toEqual([record?.id]);
  expect(errors).toEqual([]);
});

test('at a plain http address a goal can be set, and a programme begun', async ({ launch }) => {
  const { page } = await launch({ host: HOST });
  const errors = failures(page);
  await goTo(page, '#/goals');
  await page.locator('th-goals').getByRole('button', { name: /^Set/ }).click();
  const goals = () => page.evaluate(() => document.querySelector('th-app')?.services.settings.current.hipGoals.length);
  await expect.poll(goals).toBe(1);
  for (const hash of ['#/programmes', '#/week', '#/passport', '#/trends', '#/your-data', '#/settings']) {
    await goTo(page, hash);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  }
  expect(errors).toEqual([]);
});

test('at a plain http address the page of a drill says why there is no camera, before any click', async ({
  launch,
}) => {
  const { page } = await launch({ host: HOST, settings: { countIn: 5, side: 'left' } });
  const { title, todo } = appErrorText('camera-needs-https');
  await goTo(page, '#/drill/supine-sleeper');
  await expect(page.getByText(title).first()).toBeVisible();
  await expect(page.getByText(todo)).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Turn on the camera' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Without a camera' }).click();
  await untilPhase(page, 'passive', 15_000);

  await goTo(page, '#/');
  await page.getByRole('button', { name: 'Stop and leave' }).click();
  // The set that was stopped opens first.
  await expect(page).toHaveURL(/#\/set\//);
  for (const hash of ['#/test', '#/self-check']) {
    await goTo(page, hash);
    await expect(page.getByText(todo)).toHaveCount(1);
  }
});

test('at a plain http address the demo measures', async ({ launch }) => {
  const { page } = await launch({ host: HOST, settings: { model: 'lite' } });
  await page.getByRole('button', { name: /20-second demo/ }).click();
  await untilPhase(page, 'passive');
  await expect(page).toHaveURL(/#\/set\//, { timeout: 60_000 });
  const [record] = await storedSets(page);
  expect(record?.flags.map(({ rule }) => rule)).toContain('hips-shift');
});
