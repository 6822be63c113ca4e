import { expect } from '@playwright/test';
import { supineSleeper } from '../../src/drills/supine-sleeper/supine-sleeper.ts';
import { INSTRUMENT_VERSION } from '../../src/instrument/instrument-version.ts';
import { clip, cueOf, storedSets, test, untilPacked, untilPhase, untilStage } from './lib/app.ts';

test('a camera set goes from drill to summary, survives a reload, and is exported and imported again', async ({
  launch,
}) => {
  test.setTimeout(240_000);
  const { page } = await launch({
    camera: clip('supine-sleeper-twist-chase-far'),
    asksSafety: true,
    settings: { countIn: 1, subjectHeight: 1.75, model: 'lite' },
  });

  await page.getByRole('link', { name: 'Supine sleeper' }).click();
  await expect(page.getByRole('heading', { name: 'Supine sleeper', level: 1 })).toBeFocused();
  await expect(page.getByText('The camera is how Truehip sees your hips turn')).toBeVisible();
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  // Once, before the first set.
  await page.getByRole('button', { name: 'None of these' }).click();

  await untilStage(page, 'placing');
  await expect(page.getByRole('button', { name: /^Start/ })).toBeVisible();
  await page.getByRole('button', { name: /^Start/ }).click();
  await untilStage(page, 'running');
  await untilPhase(page, 'neutral');
  // The person is still for the first three seconds of the clip, which repeats every 23 s.
  await untilPhase(page, 'passive', 90_000);
  await expect(page.getByRole('img', { name: /^Hip rotation/ })).toBeVisible({ timeout: 15_000 });
  const cue = page.getByText(cueOf(supineSleeper, 'knee-chase')).first();
  await expect(cue).toBeVisible({ timeout: 60_000 });

  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/set\//, { timeout: 15_000 });
  await expect(page.getByRole('heading', { name: 'Supine sleeper', level: 1 })).toBeVisible();
  await expect(page.getByText('Rotation over time')).toBeVisible();
  const [record] = await storedSets(page);
  expect(record).toMatchObject({ drill: 'supine-sleeper', side: 'left', ended: 'stopped' });
  expect(record?.flags.map((flag) => flag.rule)).toContain('hips-shift');
  expect(record?.neutral).not.toBeNull();
  // Later comparisons need the instrument's version.
  expect(record?.instrument).toBe(INSTRUMENT_VERSION);
  expect(record?.strictness).toBe('standard');

  await page.reload();
  await expect(page.getByText('Rotation over time')).toBeVisible();
  await page.getByRole('link', { name: 'Past sets' }).click();
  await expect(page.getByRole('region', { name: 'Past sets' }).getByRole('row')).toHaveCount(3);

  await untilPacked(page);
  const kept = await storedSets(page);
  expect(kept.map(({ id }) => id)).toEqual([record?.id]);
  const openSet = () => page.locator('th-history tbody a[href^="#/set/"]').click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export/ }).click();
  const file = await (await download).path();
  await openSet();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('Nothing here yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('region', { name: 'Past sets' }).getByRole('row')).toHaveCount(3);
  expect(await storedSets(page)).toEqual(kept);
  await openSet();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('Nothing here yet')).toBeVisible();
  await page.locator('th-history input[type=file]').setInputFiles(file);
  await expect(page.getByText('1 set added')).toBeVisible();
  expect(await storedSets(page)).toEqual(kept);
});
