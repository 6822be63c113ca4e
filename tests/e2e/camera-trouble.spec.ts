import { expect, type Page } from '@playwright/test';
import { type AppErrorCode, appErrorText } from '../../src/app/app-error.ts';
import { clip, stageOf, test, untilPhase, untilStage } from './lib/app.ts';

const askForCamera = async (page: Page) => {
  await page.getByRole('link', { name: 'Supine sleeper' }).click();
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
};

/** What the browser answers, and what is said of it. */
const REFUSALS: readonly (readonly [name: string, message: string, code: AppErrorCode])[] = [
  ['NotAllowedError', 'Permission denied', 'camera-denied'],
  ['NotAllowedError', 'Permission denied by system', 'camera-denied-by-system'],
  ['NotReadableError', 'Could not start video source', 'camera-busy'],
  ['NotFoundError', 'Requested device not found', 'camera-absent'],
];

test('a camera that is refused, blocked, in use elsewhere or missing shows its own error, and can be tried again', async ({
  launch,
}) => {
  const { page } = await launch();
  const alert = page.getByRole('alert');
  for (const [name, message, code] of REFUSALS) {
    await page.evaluate(
      ([errorName, text]) => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException(text, errorName));
        location.hash = '#/';
      },
      [name, message] as const,
    );
    await askForCamera(page);
    await expect(alert.getByText(appErrorText(code).title)).toBeVisible();
    await expect(alert.getByRole('button').first()).toBeVisible();
  }
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(alert.getByText(appErrorText('camera-absent').title)).toBeVisible();
});

test('a set survives an unplugged camera and uses it again when it returns', async ({ launch }) => {
  const { page } = await launch({
    camera: clip('supine-sleeper-clean-far'),
    settings: { countIn: 1, model: 'lite' },
  });
  await askForCamera(page);
  await untilStage(page, 'placing');
  await page.keyboard.press('Space');
  await untilPhase(page, 'neutral');
  await page.evaluate(() => {
    const stream = document.querySelector('th-app')?.services.session.video.srcObject;
    const track = stream instanceof MediaStream ? stream.getVideoTracks()[0] : undefined;
    track?.stop();
    // Unplugging ends the track with this event; `stop` alone raises none.
    track?.dispatchEvent(new Event('ended'));
  });
  await expect(page.getByText('The camera is gone', { exact: true })).toBeVisible();
  expect(await stageOf(page)).toBe('running');
  await page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
  await expect(page.getByText('The camera is gone', { exact: true })).toBeHidden({ timeout: 15_000 });
  await page.waitForFunction(() => {
    const reading = document.querySelector('th-app')?.services.session.snapshot.reading;
    return reading?.person.seen === true;
  });
  expect(await stageOf(page)).toBe('running');
});
