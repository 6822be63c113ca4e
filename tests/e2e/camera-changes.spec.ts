import { expect, type Page } from '@playwright/test';
import { NOT_SHORT } from '../../tools/checks/short-run.ts';
import { clip, test, untilPhase, untilStage } from './lib/app.ts';

/** What the page's camera does to its picture; changed by the test while the set runs. */
interface CameraView {
  frozen: boolean;
  zoom: number;
  width: number;
  height: number;
}

/** Puts a canvas between the fake camera and the app, so that the test may freeze, zoom and resize the picture. */
const takeOver = (page: Page) =>
  page.evaluate(() => {
    const view: CameraView = { frozen: false, zoom: 1, width: 960, height: 540 };
    Object.assign(window, { cameraView: view });
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wish) => {
      const video = document.createElement('video');
      video.muted = true;
      video.srcObject = await open(wish);
      await video.play();
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      const draw = () => {
        if (canvas.width !== view.width || canvas.height !== view.height)
          Object.assign(canvas, { width: view.width, height: view.height });
        const [w, h] = [video.videoWidth / view.zoom, video.videoHeight / view.zoom];
        if (view.frozen && kept) context?.drawImage(kept, 0, 0);
        else {
          context?.drawImage(
            video,
            (video.videoWidth - w) / 2,
            (video.videoHeight - h) / 2,
            w,
            h,
            0,
            0,
            view.width,
            view.height,
          );
          // A sensor's noise; the fake camera plays each picture several times.
          if (context) {
            context.fillStyle = `rgb(128 128 128 / ${1 + (tick++ % 2) * 2}%)`;
            context.fillRect(0, 0, view.width, view.height);
          }
          kept = view.frozen ? kept : null;
        }
        if (view.frozen && !kept) {
          kept = document.createElement('canvas');
          Object.assign(kept, { width: view.width, height: view.height });
          kept.getContext('2d')?.drawImage(canvas, 0, 0);
        }
      };
      let tick = 0;
      let kept: HTMLCanvasElement | null = null;
      setInterval(draw, 33);
      draw();
      return canvas.captureStream(30);
    };
  });

const change = (page: Page, to: Partial<CameraView>) =>
  page.evaluate((wanted) => {
    Object.assign((window as unknown as { cameraView: CameraView }).cameraView, wanted);
  }, to);

/** Waits for a reading of which something is true, and returns its time on the set's clock. */
async function untilReading(page: Page, what: 'measured' | 'frozen' | 'zoomed' | 'turned'): Promise<number> {
  const found = await page.waitForFunction(
    (wanted) => {
      const reading = document.querySelector('th-app')?.services.session.snapshot.reading;
      if (!reading) return null;
      const is = {
        measured: reading.body?.valid === true && !reading.cameraMoved && !reading.cameraUnsure && !reading.frozen,
        frozen: reading.frozen,
        zoomed: reading.cameraMoved && reading.cameraChange === 'zoomed',
        turned: reading.cameraMoved && reading.cameraChange === 'turned',
      };
      return is[wanted] ? { time: reading.time } : null;
    },
    what,
    { timeout: 60_000 },
  );
  return ((await found.jsonValue()) as { time: number }).time;
}

test('a camera that freezes, changes its size and zooms in a set is told apart', { tag: NOT_SHORT }, async ({
  launch,
}) => {
  test.setTimeout(300_000);
  const { page } = await launch({
    camera: clip('supine-sleeper-clean-far'),
    cameraUntil: 2.4,
    settings: { countIn: 1, model: 'lite' },
  });
  await takeOver(page);
  await page.getByRole('link', { name: 'Supine sleeper' }).click();
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await untilStage(page, 'placing');
  await page.keyboard.press('Space');
  await untilPhase(page, 'passive', 90_000);
  await untilReading(page, 'measured');

  await change(page, { frozen: true });
  await untilReading(page, 'frozen');
  await expect(page.getByText('The picture is frozen').first()).toBeVisible({ timeout: 20_000 });
  await change(page, { frozen: false });
  await untilReading(page, 'measured');

  // Smaller and larger: the same picture, measured at once and without a new start.
  for (const [width, height] of [
    [640, 360],
    [1280, 720],
  ] as const) {
    await change(page, { width, height });
    const before = await untilReading(page, 'measured');
    await page.waitForFunction(
      (since) => {
        const reading = document.querySelector('th-app')?.services.session.snapshot.reading;
        return (reading?.time ?? 0) > since + 1;
      },
      before,
      { timeout: 60_000 },
    );
    // Within three seconds of the change, on the clock of the pictures.
    expect((await untilReading(page, 'measured')) - before).toBeLessThan(3);
  }

  await change(page, { zoom: 1.2 });
  await untilReading(page, 'zoomed');
  await expect(page.getByText('The camera has zoomed').first()).toBeVisible({ timeout: 20_000 });
  await untilReading(page, 'measured');

  await change(page, { width: 540, height: 960, zoom: 1 });
  await untilReading(page, 'turned');
  await expect(page.getByText('The picture has turned').first()).toBeVisible({ timeout: 20_000 });
});
