import { expect, type Page } from '@playwright/test';
import { type AppErrorCode, appErrorText } from '../../src/app/app-error.ts';
import { clip, stageOf, test, untilPhase, untilStage } from './lib/app.ts';

const askForCamera = async (page: Page) => {
  await page.getByRole('link', { name: 'Supine sleeper' }).click();
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
};

/** Makes the request for the camera fail with this error. */
const answerWith = (page: Page, name: string, message: string) =>
  page.evaluate(
    ([errorName, text]) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException(text, errorName));
    },
    [name, message] as const,
  );

const expectTrouble = async (page: Page, code: AppErrorCode) => {
  await expect(page.getByRole('alert').getByText(appErrorText(code).title)).toBeVisible();
  await expect(page.getByRole('alert').getByRole('button').first()).toBeVisible();
};

test('a refused camera permission shows its own error with a button', async ({ launch }) => {
  const { page } = await launch();
  await answerWith(page, 'NotAllowedError', 'Permission denied');
  await askForCamera(page);
  await expectTrouble(page, 'camera-denied');
});

test('a camera blocked by the system shows its own error', async ({ launch }) => {
  const { page } = await launch();
  await answerWith(page, 'NotAllowedError', 'Permission denied by system');
  await askForCamera(page);
  await expectTrouble(page, 'camera-denied-by-system');
});

test('a missing camera shows its own error, and can be tried again', async ({ launch }) => {
  const { page } = await launch();
  await answerWith(page, 'NotFoundError', 'Requested device not found');
  await askForCamera(page);
  await expectTrouble(page, 'camera-absent');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectTrouble(page, 'camera-absent');
});

test('a camera in use elsewhere shows its own error', async ({ launch }) => {
  const { page } = await launch();
  await answerWith(page, 'NotReadableError', 'Could not start video source');
  await askForCamera(page);
  await expectTrouble(page, 'camera-busy');
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
