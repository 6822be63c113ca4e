import { expect } from '@playwright/test';
import type { Reason } from '../../../../src/instrument/output/reason.ts';
import type { PhaseKind } from '../../../../src/coach/drill-definition.ts';
import { reasonText } from '../../../../src/ui/shell/words.ts';
import { SIZES } from '../../lib/in-sight.ts';
import { test } from '../../lib/ui-test.ts';

const WORK: readonly PhaseKind[] = ['passive', 'reps'];
/** The reasons with the longest texts, and the most frequent ones. */
const REASONS: readonly Reason[] = [
  'already-stretched',
  'implausible-body',
  'no-picture',
  'joints-hidden',
  'lens-covered',
  'no-person',
];

test('the word, number, clock and cue can be read from 2.5 m', async ({ page, ui }) => {
  await ui.startSet();
  // CSS pixels at 1280 × 720. At 2.5 m, 16 minutes of arc need 70–80 pixels and 20 need 90–105.
  expect(await ui.fontSize('th-set-say .now')).toBeGreaterThanOrEqual(110);
  expect(await ui.fontSize('th-set-gauge .value')).toBeGreaterThanOrEqual(110);
  expect(await ui.fontSize('th-set-head .clock')).toBeGreaterThanOrEqual(90);
  await page.evaluate(() => {
    const { session, gaugeOf } = window.harness;
    const cue = {
      rule: 'pelvis-twist',
      text: 'Keep your belt buckle at the ceiling. Rotate from the hip.',
      severity: 'red',
    } as const;
    session.show({ gauge: gaugeOf({ cue }) });
  });
  await page.locator('th-set-cue').waitFor();
  expect(await ui.fontSize('th-set-cue p')).toBeGreaterThanOrEqual(90);
  expect(await ui.fontSize('th-set-gauge .value')).toBeGreaterThanOrEqual(90);
  for (const part of ['th-set-say', 'th-set-gauge', 'th-set-head', 'th-set-cue', 'th-set-controls', 'th-stage']) {
    const box = await page.locator(part).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0), part).toBeLessThanOrEqual(720);
  }
});

for (const [language, text, waits] of [
  ['en', 'Let the knee fall back in, then push.', 'Waiting for you'],
  ['de', 'Lass das Knie wieder nach innen fallen, dann drück.', 'Ich warte auf dich'],
] as const)
  test(`who has left the stretch reads from the floor what to do, in ${language}`, async ({ page, ui }) => {
    await ui.startSet();
    await page.evaluate(
      async ([chosen, away]) => {
        const { session, gaugeOf, takeLanguage } = window.harness;
        await takeLanguage(chosen);
        session.show({ gauge: gaugeOf({ away: { text: away, waits: true } }) });
      },
      [language, text] as const,
    );
    await expect(page.locator('th-set-cue')).toContainText(text);
    await expect(page.locator('th-set-head')).toContainText(waits);
    await expect(page.locator('[aria-live=assertive]')).toHaveText(text);
    expect(await ui.fontSize('th-set-cue p')).toBeGreaterThanOrEqual(90);
  });

test('the number is shown with its error, or a reason instead', async ({ page, ui }) => {
  await ui.startSet();
  await expect(page.getByRole('img', { name: 'Hip rotation 23 degrees, give or take 4' })).toBeVisible();
  await page.evaluate(() => {
    const { session, gaugeOf } = window.harness;
    session.show({ gauge: gaugeOf({ angle: null, angleReason: 'thigh-towards-lens' }) });
  });
  await expect(page.getByText('Your thigh points at the camera')).toBeVisible();
  await expect(page.getByText('Move the laptop to the place in the drawing.')).toBeVisible();
  await expect(page.getByText('thigh-towards-lens')).toHaveCount(0);
  await expect(page.getByRole('img', { name: /^Hip rotation/ })).toHaveCount(0);
});

test('every reason fits into the space of the number and can be read from 2.5 m', async ({ page, ui }) => {
  await ui.startSet();
  for (const [reason, kind] of REASONS.flatMap((code) => WORK.map((phase) => [code, phase] as const))) {
    await page.evaluate(
      ([angleReason, phase]) => {
        const { session, gaugeOf, phaseOf } = window.harness;
        session.show({ gauge: gaugeOf({ phase: phaseOf(phase), angle: null, angleReason }) });
      },
      [reason, kind] as const,
    );
    await expect(page.getByText(reasonText(reason).what, { exact: true })).toBeVisible();
    // Neither the reason nor the instruction of the phase is cut off.
    for (const part of ['th-set-gauge', 'th-set-say'])
      expect(await ui.cutOff(part), `${part}: ${reason} in ${kind}`).toBeLessThanOrEqual(1);
  }
  // CSS pixels at 1280 × 720: the size of the other instructions.
  expect(await ui.fontSize('th-set-gauge .none span')).toBeGreaterThanOrEqual(50);
});

test('without a picture or a measurement the screen says so and does not ask the person into the picture', async ({
  page,
  ui,
}) => {
  await ui.startSet();
  await page.evaluate(() => {
    const { session, gaugeOf } = window.harness;
    const gauge = gaugeOf({ angle: null, angleReason: 'no-person' });
    session.show({ gauge, blind: 'camera-silent' });
  });
  await expect(page.getByText('The camera sends no picture')).toBeVisible();
  await expect(page.getByText('I can’t see you', { exact: true })).toHaveCount(0);
  await ui.show({ blind: 'worker-gone' });
  await expect(page.getByText('The measurement has stopped')).toBeVisible();
});

test('capturing the reference pose again during a set shows a ring and any problem, and the clock of the phase goes on', async ({
  page,
  ui,
}) => {
  await ui.startSet();
  const show = (problem: 'wrong-posture' | null) =>
    page.evaluate((given) => {
      const { session, gaugeOf, goodReading } = window.harness;
      const referencePose = { kind: 'holding', progress: 0.4, problem: given } as const;
      const gauge = gaugeOf({ angle: null, angleReason: 'camera-moved' });
      session.show({ gauge, reading: { ...goodReading, referencePose } });
    }, problem);
  await show(null);
  await expect(page.getByText('40%')).toBeVisible();
  await expect(page.getByText(/^The laptop has moved\. Go back to your start position/)).toBeVisible();
  await expect(page.locator('th-set-head .clock')).toHaveText('0:43');
  await page.evaluate(() => {
    const { session, gaugeOf } = window.harness;
    session.show({ gauge: gaugeOf({ angle: null, angleReason: 'not-the-start' }) });
  });
  await expect(page.getByText(/^You were already moving when I set your start\. Go back to your start/)).toBeVisible();
  await show('wrong-posture');
  await expect(page.locator('th-set-cue')).toHaveText('Not in the start position yet');
  await expect(page.getByText('40%')).toBeVisible();
});

for (const size of SIZES)
  test(`at ${size.width} × ${size.height} a notice covers no button`, async ({ page, ui }) => {
    await ui.startSet();
    await page.setViewportSize(size);
    await ui.show({ notice: 'The measuring stopped and was restarted' });
    const notice = await page.locator('.notice').boundingBox();
    if (!notice) throw new Error('the notice has a place');
    const buttons = await page.locator('th-set-controls button').all();
    expect(buttons.length).toBeGreaterThan(6);
    for (const button of buttons) {
      const box = await button.boundingBox();
      if (!box) continue;
      const apart =
        box.x >= notice.x + notice.width ||
        notice.x >= box.x + box.width ||
        box.y >= notice.y + notice.height ||
        notice.y >= box.y + box.height;
      expect(apart, (await button.textContent()) ?? '').toBe(true);
    }
  });

test('keys pause, go on, skip and mute; a tone tells that the sound is back', async ({ page, ui }) => {
  await ui.startSet();
  for (const key of ['Space', 'Space', 'n', 'ArrowRight', 'm', 'M']) await page.keyboard.press(key);
  expect((await ui.calls()).slice(1)).toEqual([
    'pause',
    'resume',
    'skip',
    'skip',
    'mute true',
    'mute false',
    'tone count',
  ]);
});

test('a stop without a symptom needs a second press within 20 seconds, said for three', async ({ page, ui }) => {
  await page.clock.install();
  await ui.startSet();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Press Esc again to stop', { exact: true })).toBeVisible();
  await page.clock.runFor(3100);
  await expect(page.getByText('Press Esc again to stop', { exact: true })).toHaveCount(0);
  await page.clock.runFor(17_000);
  await page.keyboard.press('s');
  expect((await ui.calls()).slice(1)).toEqual([]);
  await page.keyboard.press('Escape');
  expect((await ui.calls()).slice(1)).toEqual(['stop stopped', 'close']);
  await expect(page).toHaveURL(/#\/set\/set-1$/);
});

for (const [key, why] of [
  ['1', 'pinch'],
  ['2', 'pain'],
  ['3', 'numb'],
] as const)
  test(`key ${key} ends the set at once because of ${why}`, async ({ page, ui }) => {
    await ui.startSet();
    await page.keyboard.press(key);
    expect((await ui.calls())[1]).toBe(`stop ${why}`);
    await expect(page).toHaveURL(/#\/set\/set-1$/);
  });

test('the symptom buttons are visible while the set is paused', async ({ page, ui }) => {
  await ui.startSet();
  await page.keyboard.press('Space');
  for (const name of ['Pinch in the hip', 'Pain', 'Numb or tingling'])
    await expect(page.getByRole('button', { name, exact: true })).toBeInViewport();
  await page.getByRole('button', { name: 'Pain', exact: true }).click();
  expect((await ui.calls()).slice(1, 3)).toEqual(['pause', 'stop pain']);
});

test('without a camera the seconds of the count-in are shown, which no ring counts there', async ({ page, ui }) => {
  await ui.startSet();
  const inCountIn = (source: 'camera' | 'none') =>
    page.evaluate((given) => {
      const { session, gaugeOf, phaseOf } = window.harness;
      session.show({ source: given, gauge: gaugeOf({ phase: phaseOf('ready', { length: 15 }), left: 12.2 }) });
    }, source);
  await inCountIn('camera');
  await expect(page.getByRole('timer')).toBeEmpty();
  await inCountIn('none');
  await expect(page.getByRole('timer')).toHaveText('0:13');
});
