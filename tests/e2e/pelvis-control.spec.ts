import { expect } from '@playwright/test';
import { clip, storedSets, test, untilPhase, untilStage } from './lib/app.ts';

test('the pelvis check is shown after the reference pose, can be skipped, and the summary says so', async ({
  launch,
}) => {
  test.setTimeout(240_000);
  const { page } = await launch({
    camera: clip('supine-sleeper-clean-far'),
    cameraUntil: 3,
    settings: { countIn: 1, subjectHeight: 1.75, model: 'lite' },
  });
  await page.getByRole('link', { name: 'Supine sleeper' }).click();
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await untilStage(page, 'placing');
  await page.getByRole('button', { name: /^Start/ }).click();
  await untilStage(page, 'running');
  await untilPhase(page, 'control', 120_000);
  await expect(page.getByText('Roll your pelvis a little to the left, and back.').first()).toBeVisible();
  if (process.env['TRUEHIP_PICTURES']) await page.screenshot({ path: 'tests/out/pelvis-control.png' });
  await page.keyboard.press('n');
  await untilPhase(page, 'passive');

  await page.waitForTimeout(4000);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/set\//, { timeout: 15_000 });
  const [record] = await storedSets(page);
  expect(record?.control).toMatchObject([{ side: 'left', response: 'not-done' }]);
  const answer = page.getByRole('region', { name: 'Result' });
  await expect(answer.getByText('The pelvis check was not done.')).toBeVisible();
});
