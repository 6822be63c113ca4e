import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { clip, storedSets, test, untilPhase, untilStage } from './lib/app.ts';

/** What is stored of each picture, and the size of the decoded one. */
const pictures = (page: Page) =>
  page.evaluate(async () => {
    const services = document.querySelector('th-app')?.services;
    const all = (await (await services?.pictures())?.list()) ?? [];
    return Promise.all(
      all.map(async ({ jpeg, ...rest }) => {
        const image = await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }));
        return { ...rest, size: [image.width, image.height] };
      }),
    );
  });

test('with the switch on, a camera set keeps one picture of the best position, which no export has and which is deleted with all', async ({
  launch,
}) => {
  test.setTimeout(240_000);
  const { page } = await launch({
    camera: clip('supine-sleeper-clean-far'),
    settings: { countIn: 1, subjectHeight: 1.75, model: 'lite', keepPictures: true },
  });
  await page.getByRole('link', { name: 'Supine sleeper' }).click();
  await expect(page.getByText('One of your best position is kept in this browser')).toBeVisible();
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await untilStage(page, 'placing');
  await page.getByRole('button', { name: /^Start/ }).click();
  await untilStage(page, 'running');
  await untilPhase(page, 'passive', 120_000);
  // The clip turns the leg by 25° within six seconds.
  await page.waitForFunction(
    () => (document.querySelector('th-app')?.services.session.snapshot.gauge?.best ?? 0) > 15,
    null,
    { timeout: 60_000 },
  );
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/set\//, { timeout: 15_000 });
  const [record] = await storedSets(page);
  await expect.poll(async () => (await pictures(page)).length).toBe(1);
  const [picture] = await pictures(page);
  expect(picture).toMatchObject({ drill: 'supine-sleeper', side: 'left', set: record?.id, size: [640, 360] });
  expect(picture?.degrees).toBeGreaterThan(10);

  await page.evaluate(() => (location.hash = '#/trends'));
  await expect(page.getByRole('img', { name: /^Left hip, best position: / })).toBeVisible();
  await page.evaluate(() => (location.hash = '#/your-data'));
  await expect(page.getByRole('row', { name: /^Pictures of your best positions/ })).toContainText(/\b1\b/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export all' }).click();
  const exported = readFileSync(await (await download).path(), 'utf8');
  expect(exported).toContain(record?.id);
  expect(exported).not.toMatch(/\/9j\/|jpeg|keepPictures/);
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByText('Everything is deleted.')).toBeVisible();
  expect(await pictures(page)).toEqual([]);
  expect(await page.evaluate(() => document.querySelector('th-app')?.services.settings.current.keepPictures)).toBe(
    false,
  );
});
