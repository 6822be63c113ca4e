import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { pagesOfTests } from '../lib/test-pages.ts';

/** A clip of a real person. Only some checkouts have these beside them. */
const realClip = (name: string): string =>
  fileURLToPath(new URL(`../../../../shared/clips/real/${name}`, import.meta.url));

const pages = pagesOfTests(['people-rig']);

const open = async (page: Page) => {
  await page.goto(pages.urlOf('people-rig'));
  await page.evaluate(() => window.peopleRig.load({}));
};

test('a second person is counted within five seconds and until the end', async ({ page }) => {
  await open(page);
  const counted = await page.evaluate(() => window.peopleRig.count('somebody', 6));
  const first = counted.find(({ people }) => people?.people === 2)?.time ?? Number.NaN;
  console.log(`told after ${first.toFixed(1)} s`);
  expect(first).toBeLessThan(5);
  expect(counted.filter(({ time, people }) => time >= first && people?.people !== 2)).toEqual([]);
});

test('one person counts as one, and a photograph beside them is not counted', async ({ page }) => {
  await open(page);
  const alone = await page.evaluate(() => window.peopleRig.count('nobody', 4));
  // The search begins with the second frame, so that the first reading does not wait for it.
  expect(alone[0]?.people).toBeNull();
  expect(alone.slice(1).filter(({ people }) => people?.people !== 1 || people.still > 0)).toEqual([]);
  const photograph = await page.evaluate(() => window.peopleRig.count('photograph', 6));
  expect(photograph.slice(1).filter(({ people }) => people?.people !== 1)).toEqual([]);
  expect(photograph.at(-1)?.people).toEqual({ people: 1, still: 1 });
});

for (const [name, seconds, people] of [
  ['v20_two_persons_standing.mp4', 1.6, 2],
  ['v19_standing_squat_front.mp4', 12, 1],
  ['v24_cropped_upper_body.mkv', 2.9, 1],
] as const) {
  test(`counts ${people} in the real clip ${name}`, async ({ page }) => {
    const file = realClip(name);
    if (!existsSync(file)) console.log(`  ../shared/clips/real/${name} is not there: nothing to look at`);
    test.skip(!existsSync(file), 'needs a clip that may not be copied into the project');
    await page.route('**/real-clip', (route) => route.fulfill({ path: file, contentType: 'video/mp4' }));
    await open(page);
    const counted = await page.evaluate(
      (until) =>
        window.peopleRig.countIn('/real-clip', until).catch((error: Error) => {
          if (error.name === 'file-codec-unsupported') return null;
          throw error;
        }),
      seconds,
    );
    if (!counted) console.log(`  this Chromium cannot decode ${name}`);
    test.skip(!counted, 'needs a Chromium with the codec of this clip');
    const most = Math.max(...(counted ?? []).map((one) => one.people?.people ?? 0));
    expect(most).toBe(people);
  });
}
