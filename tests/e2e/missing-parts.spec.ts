import { expect, type Page } from '@playwright/test';
import { type AppErrorCode, appErrorText } from '../../src/app/app-error.ts';
import { clip, goTo, test, untilPhase, untilStage } from './lib/app.ts';

/** The server answers as one that lacks these files. */
const withhold = (page: Page, files: RegExp) => page.context().route(files, (route) => route.fulfill({ status: 404 }));

const expectTrouble = async (page: Page, code: AppErrorCode) => {
  const alert = page.getByRole('alert');
  await expect(alert.getByText(appErrorText(code).title)).toBeVisible({ timeout: 60_000 });
  await expect(alert.getByText(appErrorText(code).todo)).toBeVisible();
};

test('a missing worker file or WASM file is named as a part of the app, not as a crash or an old browser', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  for (const file of [/pose\.worker[^/]*\.js/, /\.wasm$/]) {
    const { page } = await launch({ settings: { model: 'lite' } });
    await withhold(page, file);
    await page.getByRole('button', { name: /20-second demo/ }).click();
    await expectTrouble(page, 'app-file-missing');
  }
});

test('a pelvis network that is missing or has wrong bytes is named on the screen, in the record and in the summary', async ({
  launch,
}) => {
  test.setTimeout(240_000);
  const { page } = await launch({
    camera: clip('ninety-ninety-pails-rails-clean-3'),
    settings: { model: 'lite', countIn: 1 },
  });
  // The right length and other bytes, as the attack had them.
  await page.context().route(/pelvis-[^/]*\.bin/, async (route) => {
    const length = (await (await route.fetch()).body()).length;
    await route.fulfill({ body: Buffer.alloc(length) });
  });
  await goTo(page, '#/drill/ninety-ninety-pails-rails');
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await untilStage(page, 'placing');
  await page.getByRole('button', { name: /^Start/ }).click();
  await expect(page.getByText(/^Part of the body tracking is missing, so I see your pelvis/).first()).toBeVisible({
    timeout: 120_000,
  });
  await untilStage(page, 'running', 120_000);
  await untilPhase(page, 'passive', 90_000);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Part of the body tracking was missing/).first()).toBeVisible({
    timeout: 120_000,
  });
  const named = await page.evaluate(async () => {
    const { sets } = document.querySelector('th-app')?.services ?? {};
    const [first] = (await sets?.list()) ?? [];
    const record = first && (await sets?.load(first.id));
    return { out: record?.networksOut, versions: record?.neutrals.map(({ pelvisModel }) => pelvisModel ?? '') };
  });
  expect(named.out).toEqual(['pelvis']);
  expect(named.versions?.join()).not.toContain('pelvis');
});

test('missing questions after a set are told, with what to do', async ({ launch }) => {
  const { page } = await launch({ settings: { countIn: 1 } });
  await withhold(page, /th-after-set[^/]*\.js/);
  await goTo(page, '#/drill/soft-tissue-ball');
  await page.getByRole('button', { name: 'Start the timer' }).click();
  await untilPhase(page, 'guided', 15_000);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/set\//, { timeout: 15_000 });
  await expectTrouble(page, 'app-file-missing');
  await expect(page.getByRole('alert').getByRole('button', { name: 'Load the page again' })).toBeVisible();
});

test('a missing main part of a timer is told while it runs', async ({ launch }) => {
  const { page } = await launch({ settings: { countIn: 1 } });
  await withhold(page, /th-guided[^/]*\.js/);
  await goTo(page, '#/drill/soft-tissue-ball');
  await page.getByRole('button', { name: 'Start the timer' }).click();
  await untilStage(page, 'running');
  await expect(page.getByText(appErrorText('app-file-missing').title)).toBeVisible();
});

test('a database of a newer version says so, and not “private window”', async ({ launch }) => {
  const { page } = await launch();
  await page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const app = document.querySelector('th-app');
        app?.remove();
        const request = indexedDB.open('truehip', 999);
        request.onsuccess = () => {
          request.result.close();
          done();
        };
        request.onerror = () => failed(new Error('the database did not open'));
      }),
  );
  await page.reload();
  await expectTrouble(page, 'storage-newer');
});
