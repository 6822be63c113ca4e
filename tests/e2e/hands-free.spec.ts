import { expect, type Page } from '@playwright/test';
import type { Reading } from '../../src/instrument/output/reading.ts';
import { clip, recordSpeech, spokenPhrases, test, untilStage } from './lib/app.ts';

interface Milestones {
  /** Moments on the page's clock in seconds: the first reading, in place, set running, first valid angle. */
  readonly first: number | null;
  readonly inPlace: number | null;
  readonly armed: number | null;
  readonly valid: number | null;
  readonly readings: number;
}

/** Records in the page when the person is first in place, when the set begins, and when the first angle is valid. */
const watchMilestones = (page: Page) =>
  page.evaluate(() => {
    const session = document.querySelector('th-app')?.services.session;
    const found: Record<keyof Milestones, number | null> = {
      first: null,
      inPlace: null,
      armed: null,
      valid: null,
      readings: 0,
    };
    Object.assign(window, { milestones: found });
    session?.onReading((reading: Reading) => {
      const now = performance.now() / 1000;
      found.readings = (found.readings ?? 0) + 1;
      found.first ??= now;
      if (reading.framing.ready) found.inPlace ??= now;
      if (session.snapshot.stage === 'running') found.armed ??= now;
      if (reading.body?.valid) found.valid ??= now;
    });
  });

test('without a key: a person who lies in place and holds still starts the set', async ({ launch }) => {
  test.setTimeout(240_000);
  const { page, context } = await launch({
    camera: clip('supine-sleeper-clean-far'),
    cameraUntil: 3,
    settings: { countIn: 15, subjectHeight: 1.75, model: 'lite' },
  });
  await recordSpeech(context);
  await page.reload();
  await page.getByRole('link', { name: 'Supine sleeper' }).click();
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await untilStage(page, 'placing');
  await watchMilestones(page);
  await untilStage(page, 'running', 120_000);
  await page.waitForFunction(() => Reflect.get(window, 'milestones').valid !== null, undefined, {
    timeout: 60_000,
  });
  const found = await page.evaluate((): Milestones => Reflect.get(window, 'milestones'));
  const phases = await page.evaluate(
    () => document.querySelector('th-app')?.services.session.snapshot.gauge?.phase?.kind,
  );
  expect(phases).toBe('ready');
  const waited = (found.valid ?? Number.NaN) - (found.inPlace ?? Number.NaN);
  const fromFirst = (found.valid ?? Number.NaN) - (found.first ?? Number.NaN);
  console.log(
    `first valid reading ${waited.toFixed(1)} s after being in place, ${fromFirst.toFixed(1)} s after the first picture (${found.readings} readings)`,
  );
  expect(waited).toBeLessThan(60);
  // The voice waits for a tone to end.
  await expect
    .poll(async () => (await spokenPhrases(page)).join(' | '))
    .toMatch(/^[^|]*Lie on your back.*Hold still\..*Now the left leg\./);

  // A set that started by itself is stored like any other.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/set\//, { timeout: 15_000 });
  await expect(page.getByRole('heading', { name: 'Supine sleeper', level: 1 })).toBeVisible();
});
