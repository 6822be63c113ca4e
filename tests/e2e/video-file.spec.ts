import { expect, type Page } from '@playwright/test';
import { appErrorText } from '../../src/app/app-error.ts';
import { clip, realClip, storedSets, test } from './lib/app.ts';

const openFile = async (page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) => {
  await page.getByRole('link', { name: 'Supine sleeper' }).click();
  await page.getByRole('link', { name: 'Video file' }).click();
  await page.locator('th-video input[type=file]').setInputFiles(file);
};

const readIt = (page: Page) => page.getByRole('button', { name: 'Read the video' }).click();

/** Two seconds of a plain wall, recorded by the browser. @param alpha whether it is transparent, which no camera's video is */
const plainWall = async (page: Page, alpha = false): Promise<Buffer> => {
  const bytes = await page.evaluate(async (isTransparent) => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 360;
    const context = canvas.getContext('2d', { alpha: isTransparent });
    const recorder = new MediaRecorder(canvas.captureStream(15), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const stopped = new Promise((resolve) => (recorder.onstop = resolve));
    recorder.start();
    for (let frame = 0; frame < 30; frame++) {
      if (context) context.fillStyle = `rgb(${120 + frame} 130 140)`;
      context?.fillRect(0, 0, 640, 360);
      await new Promise((resolve) => setTimeout(resolve, 66));
    }
    recorder.stop();
    await stopped;
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  }, alpha);
  return Buffer.from(bytes);
};

test('a text file is refused as a video, and another file can be opened', async ({ launch }) => {
  const { page } = await launch();
  await openFile(page, { name: 'notes.mp4', mimeType: 'video/mp4', buffer: Buffer.from('not a video') });
  await expect(page.getByRole('alert').getByText(appErrorText('file-not-video').title)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose a video' })).toBeEnabled();
});

test('a video without a person is refused', async ({ launch }) => {
  const { page } = await launch({ settings: { model: 'lite' } });
  const buffer = await plainWall(page);
  await openFile(page, { name: 'wall.webm', mimeType: 'video/webm', buffer });
  await readIt(page);
  await expect(page.getByRole('alert').getByText(appErrorText('video-without-person').title)).toBeVisible({
    timeout: 60_000,
  });
  expect(await storedSets(page)).toEqual([]);
});

test('a transparent video, which the reader cannot merge here, says how to convert it', async ({ launch }) => {
  const { page } = await launch();
  const buffer = await plainWall(page, true);
  await openFile(page, { name: 'glass.webm', mimeType: 'video/webm', buffer });
  await expect(page.getByRole('alert').getByText(appErrorText('file-codec-unsupported').title)).toBeVisible();
});

test('a video becomes a set with a summary, and is known when it is chosen again', async ({ launch }) => {
  test.setTimeout(240_000);
  const { page } = await launch();
  const file = clip('supine-sleeper-short-passive-twist-43');
  await openFile(page, file);
  await page.getByLabel('Day of the set').fill('2026-01-05');
  await readIt(page);
  await page.waitForURL(/#\/set\/video-/, { timeout: 200_000 });
  await expect(page.locator('th-summary th-answer')).toBeVisible();
  const [record] = await storedSets(page);
  expect(record).toMatchObject({ drill: 'supine-sleeper', source: { kind: 'file' } });
  expect(record?.startedAt).toMatch(/^2026-01-05/);
  expect(record?.summary.sets[0]?.gross).toBeGreaterThan(5);

  await page.goto('/#/video');
  await page.locator('th-video input[type=file]').setInputFiles(file);
  await expect(page.getByRole('link', { name: 'Open that set' })).toBeVisible();
});

for (const [name, shows] of [
  ['v23_empty_room_person_enters.mp4', 'an empty room that people walk into'],
  ['v20_two_persons_standing.mp4', 'two people'],
] as const) {
  test(`${shows}: no range is claimed`, async ({ launch }) => {
    const file = realClip(name);
    if (!file) console.log(`  ../shared/clips/real/${name} is not there: this test has nothing to look at`);
    test.skip(!file, 'needs a clip that may not be copied into the project');
    if (!file) return;
    const { page } = await launch({ settings: { model: 'lite' } });
    // A loaded machine takes a minute to load the model.
    test.setTimeout(240_000);
    page.setDefaultTimeout(100_000);
    await openFile(page, file);
    await page.getByLabel('Day of the set').or(page.getByRole('alert')).first().waitFor();
    const playable = (await page.getByText(appErrorText('file-codec-unsupported').title).count()) === 0;
    if (!playable) console.log(`  this Chromium cannot decode ${name} (H.264)`);
    test.skip(!playable, 'needs a Chromium with H.264');
    await readIt(page);
    await page.locator('th-summary').or(page.getByRole('alert')).first().waitFor({ timeout: 200_000 });
    for (const record of await storedSets(page)) {
      expect(record.summary.sets.filter(({ clean, gross }) => clean !== null || gross !== null)).toEqual([]);
      expect(record.flags).toEqual([]);
    }
  });
}
