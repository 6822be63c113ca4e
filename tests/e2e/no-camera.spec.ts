import { expect } from '@playwright/test';
import { storedSets, test, untilPhase, untilStage } from './lib/app.ts';

test('a timed drill runs to its summary without camera and model', async ({ launch }) => {
  const { page } = await launch({ settings: { countIn: 5 } });
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('nobody may ask'));
  });

  await page.getByRole('link', { name: 'Ball under the seat muscles' }).click();
  await page.getByRole('button', { name: 'Start the timer' }).click();
  await untilStage(page, 'running');
  await untilPhase(page, 'guided', 15_000);
  await expect(page.getByText('Find a tender spot in the muscle, stay on it and breathe.')).toBeVisible();
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
