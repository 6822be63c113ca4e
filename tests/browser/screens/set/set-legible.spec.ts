import { expect } from '@playwright/test';
import type { Gauge } from '../../../../src/coach/coach-contract.ts';
import { DRILLS } from '../../../../src/drills/index.ts';
import { inSight } from '../../lib/in-sight.ts';
import { beforeCamera } from '../../lib/more-states.ts';
import type { UiPage } from '../../lib/ui-page.ts';
import { test } from '../../lib/ui-test.ts';

const change = (ui: UiPage, part: Partial<Gauge>) =>
  ui.page.evaluate((given) => {
    const { session, gaugeOf } = window.harness;
    session.show({ gauge: gaugeOf(given) });
  }, part);

/** The longest instruction of any drill, in German. */
const LONG_GERMAN =
  'Zieh den Fuß nach innen und halte. Lass ihn langsam hinaus, geh etwas weiter und halte. Warte an jedem Ende auf den Ton.';
const INSTRUCTIONS = DRILLS.flatMap(({ phases }) => phases.map(({ instruction }) => instruction));

/** The longest first. */
const CUES = [...new Set(DRILLS.flatMap(({ rules }) => rules.map(({ cue }) => cue)))].sort(
  (a, b) => b.length - a.length,
);

test('what to do is the largest text, its sentence has 33 px or more, and nothing is cut off', async ({ page, ui }) => {
  await ui.startSet();
  for (const text of [...INSTRUCTIONS, LONG_GERMAN]) {
    await page.evaluate((instruction) => {
      const { session, gaugeOf, phaseOf } = window.harness;
      session.show({ gauge: gaugeOf({ phase: phaseOf('passive', { instruction }), word: 'Knie rein, tief, hoch' }) });
    }, text);
    await expect(page.locator('th-set-say .instruction')).toHaveText(text);
    const largest = await ui.fontSize('th-set-say .now');
    for (const part of ['th-set-gauge .value', 'th-set-head .clock', 'th-set-say .instruction']) {
      expect(await ui.fontSize(part), text).toBeLessThanOrEqual(largest);
      expect(await ui.fontSize(part), text).toBeGreaterThanOrEqual(33);
    }
    expect(await ui.cutOff('th-set-say'), text).toBeLessThanOrEqual(1);
  }
});

test('nothing moves when a phrase comes or goes, and it covers neither number nor clock', async ({ page, ui }) => {
  await ui.startSet();
  const parts = [
    'th-set-gauge',
    'th-set-head .clock',
    'th-set-head .next',
    'th-set-say .instruction',
    'th-stage .picture',
    'th-set-controls',
  ];
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await change(ui, {});
    await expect(page.locator('th-set-cue')).toHaveCount(0);
    const boxes = () => Promise.all(parts.map((part) => page.locator(part).first().boundingBox()));
    const before = await boxes();
    for (const cue of width === 1280 ? CUES : CUES.slice(0, 1)) {
      await change(ui, { cue: { rule: 'pelvis-twist', text: cue, severity: 'red' } });
      await expect(page.locator('th-set-cue p')).toHaveText(cue);
      expect(await boxes(), `${cue} at ${width}`).toEqual(before);
      const phrase = await page.locator('th-set-cue').boundingBox();
      // On a phone a long cue may reach into the picture.
      const below = width > height ? before.slice(0, 3) : before.slice(0, 1);
      for (const box of below) expect((phrase?.y ?? 0) + (phrase?.height ?? 0), cue).toBeLessThanOrEqual(box?.y ?? 0);
    }
    await change(ui, { paused: true });
    await expect(page.locator('th-set-cue')).toContainText('Paused');
    expect(await boxes(), `paused at ${width}`).toEqual(before);
  }
});

test('a cue keeps the phase and the leg in sight, and covers no number', async ({ page, ui }) => {
  await ui.startSet();
  const cue = { rule: 'pelvis-lift', text: 'Long back. Head far from your hips.', severity: 'amber' } as const;
  for (const [width, height] of [
    [1280, 720],
    [1024, 768],
    [390, 844],
    [640, 360],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.evaluate((given) => {
      const { session, gaugeOf, phaseOf } = window.harness;
      const phase = phaseOf('rails', { title: 'Try to lift', length: 20, effort: [0.3, 0.5] });
      session.show({ gauge: gaugeOf({ phase, effort: 0.4, cue: given }) });
    }, cue);
    const line = page.locator('th-set-cue .line');
    await expect(line).toHaveText('Try to lift · Left leg, round 1 of 2');
    expect(await inSight(line), `${width}`).toBe(true);
    const [box, number] = await Promise.all(
      ['th-set-cue', 'th-set-gauge'].map((part) => page.locator(part).boundingBox()),
    );
    expect((box?.y ?? 0) + (box?.height ?? 0), `${width}`).toBeLessThanOrEqual((number?.y ?? 0) + 1);
    // Only a cue leaves open what goes on.
    await change(ui, { paused: true, cue });
    await expect(page.locator('th-set-cue p')).toContainText('Paused');
    await expect(line).toHaveCount(0);
  }
});

test('in a rest no hip has a number, neither as a figure nor as a band', async ({ page, ui }) => {
  await ui.startSet();
  await page.evaluate(() => {
    const { session, gaugeOf, phaseOf } = window.harness;
    session.show({ gauge: gaugeOf({ phase: phaseOf('rest') }) });
  });
  await expect(page.locator('th-set-gauge .value')).toHaveText('–');
  await expect(page.getByText('this set 27°')).toBeVisible();
});

test('the last best of this hip is marked on the bar and named, and nothing is where there is none', async ({
  page,
  ui,
}) => {
  await ui.startPlacing();
  await beforeCamera(ui);
  await expect(page.getByRole('img', { name: /Hip rotation 23 degrees.*last time \d+°/ })).toBeVisible();
  await expect(page.locator('th-rotation-bar .target')).toBeVisible();
  await beforeCamera(ui, 'demo');
  await expect(page.locator('th-rotation-bar .target')).toHaveCount(0);
  await expect(page.getByText(/last time/)).toHaveCount(0);
});

test('the error is drawn on the bar; its figure is shown only where the settings ask for it', async ({ page, ui }) => {
  await ui.startSet();
  await expect(page.locator('th-rotation-bar .error')).toBeVisible();
  await expect(page.getByText('±4°')).toHaveCount(0);
  await page.evaluate(async () => {
    const { services, session, gaugeOf } = window.harness;
    await services.settings.change({ errorFigures: true });
    session.show({ gauge: gaugeOf() });
  });
  await expect(page.getByText('±4°')).toBeVisible();
});

test('the effort is something to aim at, in words, and no percentage looks measured', async ({ page, ui }) => {
  await ui.startSet();
  await page.evaluate(() => {
    const { session, gaugeOf, phaseOf } = window.harness;
    const phase = phaseOf('pails', { length: 25, ramp: 15, effort: [0.5, 0.6] });
    session.show({ gauge: gaugeOf({ phase, effort: 0.37 }) });
  });
  await expect(page.getByText('Aim for about half of your strength')).toBeVisible();
  for (const part of ['th-set-say', 'th-set-head', 'th-set-gauge'])
    await expect(page.locator(part)).not.toContainText('%');
  await expect(page.locator('th-set-head svg')).toBeVisible();
});

test('a number that was just lost is a dash in its place, not a reason', async ({ page, ui }) => {
  await ui.startSet();
  const before = await page.locator('th-set-gauge .plate').boundingBox();
  await change(ui, { angle: null, angleReason: null });
  await expect(page.locator('th-set-gauge .value')).toHaveText('–');
  expect(await page.locator('th-set-gauge .plate').boundingBox()).toEqual(before);
  await expect(page.getByText('I can’t see you', { exact: true })).toHaveCount(0);
});

test('once every check passes no zone is drawn, and the set starts without its button', async ({ page, ui }) => {
  await ui.startPlacing();
  const show = (posture: 'ok' | 'wrong') =>
    page.evaluate((given) => {
      const { session, goodReading } = window.harness;
      const framing = given === 'ok' ? {} : ({ posture: given, problem: 'wrong-posture', ready: false } as const);
      session.show({ source: 'camera', reading: { ...goodReading, framing: { ...goodReading.framing, ...framing } } });
    }, posture);
  const zone = () => page.locator('th-stage').evaluate((stage) => (stage as HTMLElement & { zone: unknown }).zone);
  await show('wrong');
  await expect.poll(zone).toMatchObject({ check: 'posture' });
  await show('ok');
  await expect.poll(zone).toBeNull();
  const start = page.getByRole('button', { name: 'Start', exact: true });
  await expect(start).not.toHaveClass(/primary/);
  // All its buttons stand in one row at 200 % zoom.
  await page.setViewportSize({ width: 640, height: 360 });
  const [back, go] = await Promise.all(
    [page.getByRole('button', { name: 'Back' }), start].map((one) => one.boundingBox()),
  );
  expect(go?.y).toBe(back?.y);
  await ui.show({ source: 'demo' });
  await expect(start).toHaveClass(/primary/);
});

test('before a set at 200 % zoom the check that fails is always in sight', async ({ page, ui }) => {
  await ui.startPlacing();
  await page.setViewportSize({ width: 640, height: 360 });
  for (const [framing, name] of [
    [{ posture: 'wrong', problem: 'wrong-posture' }, 'Start position'],
    [{ view: 'poor', problem: 'bad-view' }, 'Laptop’s place'],
  ] as const) {
    await page.evaluate((part) => {
      const { session, goodReading } = window.harness;
      session.show({
        source: 'camera',
        reading: { ...goodReading, framing: { ...goodReading.framing, ready: false, ...part } },
      });
    }, framing);
    const failing = page.locator('th-placing .bad');
    await expect(failing).toHaveText(name);
    const [check, column] = [await failing.boundingBox(), await page.locator('th-placing').boundingBox()];
    expect((check?.y ?? 0) + (check?.height ?? 0), name).toBeLessThanOrEqual((column?.y ?? 0) + (column?.height ?? 0));
    expect(await inSight(failing), name).toBe(true);
    expect(await inSight(page.getByRole('button', { name: 'Start', exact: true })), name).toBe(true);
  }
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true });

  test('buttons are wide enough for a finger and name no keys, and the picture has no black bars', async ({
    page,
    ui,
  }) => {
    await ui.startPlacing();
    await expect(page.locator('th-session kbd').first()).toBeHidden();
    await ui.startSet();
    const size = { width: 390, height: 844 };
    await page.setViewportSize(size);
    await page.evaluate(() => window.harness.session.show({ reading: window.harness.goodReading }));
    for (const key of await page.locator('th-set-controls kbd').all()) await expect(key).toBeHidden();
    await expect(page.getByRole('button', { name: 'Keys' })).toBeHidden();
    for (const name of [
      'Pause',
      'Next',
      'Stop',
      'Sound 100 %',
      'Full screen',
      'Pinch in the hip',
      'Pain',
      'Numb or tingling',
    ]) {
      const box = await page.getByRole('button', { name, exact: true }).boundingBox();
      expect(box?.height, name).toBeGreaterThanOrEqual(52);
      expect(box?.width, name).toBeGreaterThanOrEqual(68);
      expect((box?.y ?? 0) + (box?.height ?? 0), name).toBeLessThanOrEqual(size.height);
    }
    const [place, picture] = await Promise.all(
      ['th-stage', 'th-stage .picture'].map((part) => page.locator(part).boundingBox()),
    );
    // The readings of this test are 960 × 540.
    expect((picture?.width ?? 0) / (picture?.height ?? 1)).toBeCloseTo(960 / 540, 1);
    expect(picture?.width).toBeGreaterThan(370);
    expect((place?.height ?? 0) - (picture?.height ?? 0)).toBeLessThanOrEqual(2);
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.locator('th-set-cue')).toHaveText('Paused. Tap Go on');
  });
});
