import { expect, type Page } from '@playwright/test';
import { appErrorText } from '../../src/app/app-error.ts';
import { clip, goTo, stageOf, storedSets, test, untilPhase } from './lib/app.ts';

/** Starts the demo set and waits until it is measured. */
const runDemo = async (page: Page) => {
  await page.getByRole('button', { name: /20-second demo/ }).click();
  await untilPhase(page, 'passive');
};

const poseWorker = (page: Page) => {
  const worker = page.workers().find((candidate) => candidate.url().includes('pose.worker'));
  if (!worker) throw new Error('the pose worker is not running');
  return worker;
};

const untilRestarts = (page: Page, count: number) =>
  page.waitForFunction(
    (wanted) => (document.querySelector('th-app')?.services.session.snapshot.workerRestarts ?? 0) >= wanted,
    count,
    { timeout: 40_000 },
  );

test('a crashed worker is restarted during a set, which goes on to its end', async ({ launch }) => {
  const { page } = await launch({ settings: { model: 'lite' } });
  await runDemo(page);
  await poseWorker(page).evaluate(() => {
    setTimeout(() => {
      throw new Error('a crash on purpose');
    });
  });
  await untilRestarts(page, 1);
  expect(await stageOf(page)).toBe('running');
  await expect(page.getByText('The measuring stopped and was restarted')).toBeVisible();
  await expect(page).toHaveURL(/#\/set\//, { timeout: 60_000 });
  const [record] = await storedSets(page);
  expect(['finished', 'source-ended']).toContain(record?.ended);
});

test('a closed tab loses at most the last second', async ({ launch }) => {
  const { page, context } = await launch({ settings: { model: 'lite' } });
  await runDemo(page);
  await page.waitForTimeout(5000);
  const last = await page.evaluate(
    () => document.querySelector('th-app')?.services.session.snapshot.reading?.time ?? 0,
  );
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  await next.goto('/#/history');
  await expect(next.getByRole('region', { name: 'Past sets' }).getByRole('row')).toHaveCount(3);
  const [record] = await storedSets(next);
  expect(record?.ended).toBe('interrupted');
  expect(record?.summary.sets).not.toEqual([]);
  // Seconds. A chunk is written every 0.4 s; the rest is for the writing.
  expect(record?.frames.at(-1)?.t).toBeGreaterThan(last - 1);
});

for (const camera of [null, clip('supine-sleeper-clean-8')])
  test(`a set that breaks ${camera ? 'before a camera' : 'without a camera'} ends in the error card, and is kept`, async ({
    launch,
  }) => {
    test.setTimeout(240_000);
    const { page } = await launch({ camera, settings: { countIn: 1, side: 'left', model: 'lite' } });
    await goTo(page, '#/drill/supine-sleeper');
    if (camera) {
      await page.getByRole('button', { name: 'Turn on the camera' }).click();
      await page.getByRole('button', { name: /^Start/ }).click({ timeout: 120_000 });
    } else await page.getByRole('button', { name: 'Without a camera' }).click();
    await untilPhase(page, 'passive', 120_000);
    await page.waitForTimeout(1500);
    // From now on the running set cannot be drawn.
    await page.evaluate(() => {
      const app = document.querySelector('th-app');
      const screen = app?.shadowRoot?.querySelector<HTMLElement & { render(): unknown }>('th-session');
      const render = screen?.render;
      const broken = (): unknown => {
        if (app?.services.session.snapshot.stage === 'running') throw new Error('on purpose');
        return render?.call(screen);
      };
      Object.defineProperty(screen, 'render', { value: broken });
    });
    const alert = page.getByRole('alert');
    await expect(alert.getByText(appErrorText('unexpected').title)).toBeVisible();
    await expect(alert.getByText(appErrorText('unexpected').todo)).toBeVisible();
    await expect(page.getByText('The set up to here is kept.')).toBeVisible();
    await page.getByRole('button', { name: 'See the set' }).press('Enter');
    await expect(page).toHaveURL(/#\/set\//);
    await expect(page.getByText('Interrupted').first()).toBeVisible();
    const [record] = await storedSets(page);
    expect(record).toMatchObject({ drill: 'supine-sleeper', ended: 'interrupted' });
    expect(record?.phases.some(({ kind }) => kind === 'passive')).toBe(true);
  });
