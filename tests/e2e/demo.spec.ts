import { expect } from '@playwright/test';
import { supineSleeper } from '../../src/drills/supine-sleeper/supine-sleeper.ts';
import {
  countPresses,
  cueOf,
  pressesOf,
  recordSpeech,
  slowTasks,
  spokenPhrases,
  storedSets,
  test,
  untilPhase,
  watchMainThread,
} from './lib/app.ts';

/** The longest script allowed on the main thread, also on a busy machine (ms). */
const LONGEST_SCRIPT = 200;

test('the demo needs no camera, shows the cue of its clip, and never blocks the main thread', async ({
  launch,
}, info) => {
  const { page } = await launch({ settings: { model: 'lite' } });
  await countPresses(page);
  await page.getByRole('button', { name: /20-second demo/ }).click();
  await untilPhase(page, 'passive');
  await watchMainThread(page);
  await expect(page.getByText(cueOf(supineSleeper, 'knee-chase')).first()).toBeVisible({
    timeout: 30_000,
  });
  await untilPhase(page, 'sink');
  const slow = await slowTasks(page);
  await expect(page).toHaveURL(/#\/set\//, { timeout: 30_000 });
  // Key presses and clicks from a cold start to the summary of a measured set.
  expect(await pressesOf(page)).toBe(1);

  const [record] = await storedSets(page);
  const shift = record?.flags.find((flag) => flag.rule === 'knee-chase');
  expect(shift?.phase).toBe('rails');
  expect(record?.source.kind).toBe('demo');

  const tasks = slow.filter(({ what }) => what === 'task');
  const scripts = slow.filter(({ what }) => what === 'script');
  const longest = Math.max(0, ...scripts.map(({ milliseconds }) => milliseconds));
  const slowest = scripts.map(({ from, milliseconds }) => `${from} ${milliseconds.toFixed(0)} ms`);
  const report = `${tasks.length} tasks over 50 ms, of them in scripts: ${slowest.join(', ') || 'none'}`;
  info.annotations.push({ type: 'main thread during a set', description: report });
  console.log(`  main thread during a set: ${report}`);
  expect(longest).toBeLessThan(LONGEST_SCRIPT);
});

test('a whole set can be done with the keyboard and the voice', async ({ launch }) => {
  const { page, context } = await launch({ settings: { model: 'lite' } });
  await recordSpeech(context);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  // The first control after the skip link and the four links of the header.
  const demo = page.getByRole('button', { name: /20-second demo/ });
  for (let press = 0; press < 12; press++) {
    if (await demo.evaluate((button) => button === (button.getRootNode() as ShadowRoot).activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(demo).toBeFocused();
  await page.keyboard.press('Enter');
  await untilPhase(page, 'passive');
  // The voice waits for a tone to end and skips what is out of date by then.
  const said = (words: string) => expect.poll(async () => (await spokenPhrases(page)).join(' | ')).toContain(words);
  await said('Hold still');
  await said('Let it fall in');

  await page.keyboard.press('Space');
  await expect(page.getByText('Paused. Space to go on')).toBeVisible();
  await said('Paused.');
  await page.keyboard.press('Space');
  await expect(page.getByText('Paused. Space to go on')).toBeHidden();
  await said('Go on.');
  await page.keyboard.press('ArrowRight');
  await untilPhase(page, 'pails');
  await said('Push out');
  await page.keyboard.press('1');
  await expect(page).toHaveURL(/#\/set\//, { timeout: 15_000 });
  await said('pinch');
  const [record] = await storedSets(page);
  expect(record?.ended).toBe('pinch');
});
