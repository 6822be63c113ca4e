import { expect } from '@playwright/test';
import { tabTo } from '../../lib/tab-to.ts';
import { test } from '../../lib/ui-test.ts';

test('after a click on a button, Space pauses and does not press the button again', async ({ page, ui }) => {
  await ui.startSet();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.keyboard.press('Space');
  expect((await ui.calls()).slice(1)).toEqual(['skip', 'pause']);
});

test('Stop by Tab and Enter at one step a second asks and ends the set', async ({ page, ui }) => {
  await page.clock.install();
  await ui.startSet();
  const press = async (key: string) => {
    await page.keyboard.press(key);
    await page.clock.runFor(1000);
  };
  const stop = page.getByRole('button', { name: 'Stop', exact: true });
  await tabTo(page, stop);
  await press('Enter');
  const really = page.getByRole('button', { name: 'Really stop?' });
  await expect(really).toBeFocused();
  // A switch that scans the buttons takes its time.
  await page.clock.runFor(12_000);
  await expect(really).toBeFocused();
  await press('Enter');
  expect((await ui.calls()).slice(1)).toEqual(['stop stopped', 'close']);
});

test('a click on Stop asks for three seconds', async ({ page, ui }) => {
  await page.clock.install();
  await ui.startSet();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Really stop?' })).toBeVisible();
  await page.clock.runFor(3100);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  expect((await ui.calls()).slice(1)).toEqual([]);
});

test('every button of a set that is pressed by Enter keeps the focus, and pain ends the set', async ({ page, ui }) => {
  await ui.startSet();
  for (const [name, then] of [
    ['Pause', 'Go on'],
    ['Go on', 'Pause'],
    ['Next', 'Next'],
    ['Sound 100 %', 'Sound off'],
  ] as const) {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: then, exact: true })).toBeFocused();
  }
  await tabTo(page, page.getByRole('button', { name: 'Pain', exact: true }));
  await page.keyboard.press('Enter');
  expect((await ui.calls()).slice(1)).toEqual(['pause', 'resume', 'skip', 'mute true', 'stop pain', 'close']);
});

test('plus and minus change the volume for this set and the next, and a key fills the screen', async ({ page, ui }) => {
  await ui.startSet();
  const volume = () => page.evaluate(() => window.harness.services.settings.current.volume);
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await expect(page.getByRole('button', { name: 'Sound 80 %' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Louder' }).click();
  expect(await volume()).toBe(0.9);
  // A tone tells how loud it is.
  expect((await ui.calls()).filter((call) => call === 'tone count')).toHaveLength(3);
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('-');
  expect(await volume()).toBe(0.1);
  await page.keyboard.press('m');
  await expect(page.getByRole('button', { name: 'Sound off' })).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('+');
  await expect(page.getByRole('button', { name: 'Sound 10 %' })).toBeVisible();
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await expect(page.getByRole('button', { name: 'Full screen' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement === null)).toBe(true);
});

test('the list of keys opens and closes with the keyboard, and symptom keys work in it', async ({ page, ui }) => {
  await ui.startSet();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog).toBeVisible();
  // Not the box at its lower end, to which a small window would scroll.
  await expect(dialog.getByRole('heading')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect((await ui.calls()).slice(1)).toEqual([]);
  await page.keyboard.press('?');
  await page.keyboard.press('2');
  expect((await ui.calls())[1]).toBe('stop pain');
});

test('without a camera Enter counts a repetition, and the list of keys says so', async ({ page, ui }) => {
  await ui.startSet();
  await ui.show({ source: 'none' });
  await page.keyboard.press('Enter');
  expect((await ui.calls()).slice(1)).toEqual(['count']);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog.getByRole('definition').filter({ hasText: 'Count a repetition' })).toBeVisible();
});

test('single keys can be switched off', async ({ page, ui }) => {
  await ui.startSet();
  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: /Letters and numbers/ }).uncheck();
  await page.getByRole('button', { name: 'Close' }).click();
  for (const key of ['n', 'm', '1']) await page.keyboard.press(key);
  expect((await ui.calls()).slice(1)).toEqual([]);
  await page.keyboard.press('ArrowRight');
  expect((await ui.calls()).slice(1)).toEqual(['skip']);
});

test('screen readers hear phase and cue, but not the number', async ({ page, ui }) => {
  await ui.startSet();
  const polite = page.locator('th-session [aria-live=polite]');
  const assertive = page.locator('th-session [aria-live=assertive]');
  await expect(polite).toHaveText('Let it fall in, 60 seconds. Left leg, round 1 of 2.');
  await page.evaluate(() => {
    const { session, gaugeOf } = window.harness;
    const cue = { rule: 'pelvis-lift', text: 'Both back pockets heavy.', severity: 'amber' } as const;
    session.show({ gauge: gaugeOf({ left: 31, angle: { value: 40, sd: 3 }, cue }) });
  });
  await expect(assertive).toHaveText('Both back pockets heavy.');
  await expect(polite).toHaveText('Let it fall in, 60 seconds. Left leg, round 1 of 2.');
});

test('live regions are silent for what the app’s own voice says, and speak where it does not', async ({ page, ui }) => {
  const sound = { voice: 'ready', beeps: 'running', wakeLock: 'on', dumb: null } as const;
  await ui.startPlacing();
  const headline = page.locator('th-session .headline [role=status]');
  await expect(headline).toHaveAttribute('aria-live', 'polite');
  await ui.show({ source: 'camera', sound });
  await expect(headline).toHaveAttribute('aria-live', 'off');
  await ui.show({ source: 'camera', sound: { ...sound, voice: 'none' } });
  await expect(headline).toHaveAttribute('aria-live', 'polite');

  await ui.startSet();
  const polite = page.locator('th-session .visually-hidden[aria-live=polite]');
  const assertive = page.locator('th-session [aria-live=assertive]');
  const cue = 'Both back pockets heavy.';
  await ui.show({ sound });
  await page.evaluate((text) => {
    const { session, gaugeOf } = window.harness;
    const notice = 'The camera is gone.';
    session.show({
      gauge: gaugeOf({ cue: { rule: 'pelvis-lift', text, severity: 'amber' } }),
      notice,
      noticeSaid: true,
    });
  }, cue);
  await expect(page.locator('th-set-cue')).toContainText(cue);
  await expect(polite).toBeEmpty();
  await expect(assertive).toBeEmpty();
  await expect(page.locator('.notice')).toHaveAttribute('aria-live', 'off');
  await ui.show({ notice: 'The browser has no space left.', noticeSaid: false });
  await expect(page.locator('.notice')).toHaveAttribute('aria-live', 'polite');

  // No voice is heard: muted, switched off in favour of the screen reader, or failed.
  const speaks = async () => {
    await expect(assertive).toHaveText(cue);
    await expect(polite).not.toBeEmpty();
  };
  await ui.show({ muted: true });
  await speaks();
  await ui.show({ muted: false, sound: { ...sound, voice: 'broken' } });
  await speaks();
  await ui.show({ sound });
  await expect(assertive).toBeEmpty();
  await page.evaluate(() => window.harness.services.settings.change({ voice: false }));
  await ui.show({ sound });
  await speaks();
});

test('leaving a running set asks first, and staying continues it', async ({ page, ui }) => {
  await ui.startSet();
  await page.goBack();
  const question = page.getByRole('alertdialog', { name: 'Leave the set?' });
  await expect(question.getByRole('button', { name: 'Keep going' })).toBeFocused();
  await question.getByRole('button', { name: 'Keep going' }).click();
  await expect(page).toHaveURL(/#\/session$/);
  expect((await ui.calls()).slice(1)).toEqual([]);
  await page.goBack();
  await question.getByRole('button', { name: 'Stop and leave' }).click();
  await expect.poll(async () => (await ui.calls())[1]).toBe('stop stopped');
});

test('a symptom key ends the set while a question is open, and closes the question', async ({ page, ui }) => {
  await ui.startSet();
  await page.goBack();
  const question = page.getByRole('alertdialog', { name: 'Leave the set?' });
  // The address changes before the question opens; an Escape in between would go to the set.
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await page.goBack();
  await expect(question).toBeVisible();
  for (const key of ['n', 'm', 'ArrowRight']) await page.keyboard.press(key);
  expect((await ui.calls()).slice(1)).toEqual([]);
  await page.keyboard.press('3');
  expect((await ui.calls())[1]).toBe('stop numb');
  await expect(question).toBeHidden();
  await expect(page).toHaveURL(/#\/set\/set-1$/);
});

test('the video element stays in place when the set begins', async ({ page, ui }) => {
  await ui.open();
  await page.getByRole('button', { name: /20-second demo/ }).click();
  await page.evaluate(() => {
    const { session, sleeperPlan, goodReading } = window.harness;
    session.show({ stage: 'placing', plan: sleeperPlan, reading: goodReading });
  });
  await page.locator('th-stage video').evaluate((video) => {
    new MutationObserver(() => video.setAttribute('data-moved', '')).observe(video.parentNode ?? video, {
      childList: true,
    });
  });
  await page.evaluate(() => {
    const { session, gaugeOf } = window.harness;
    session.show({ stage: 'running', gauge: gaugeOf() });
  });
  await page.locator('th-set-gauge').waitFor();
  await expect(page.locator('th-stage video')).not.toHaveAttribute('data-moved');
  await expect(page.locator('th-stage video')).toHaveCount(1);
});

test('a pelvis cue draws the pelvis over the picture in the colour of the cue', async ({ page, ui }) => {
  await ui.startSet();
  const reds = () =>
    page.locator('th-stage canvas').evaluate((canvas: HTMLCanvasElement) => {
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let count = 0;
      for (let i = 0; i < data.length; i += 4)
        if ((data[i] ?? 0) > 200 && (data[i + 1] ?? 0) < 140 && (data[i + 2] ?? 0) < 140) count += 1;
      return count;
    });
  await page.evaluate(() => window.harness.session.show({ reading: window.harness.goodReading }));
  expect(await reds()).toBe(0);
  await page.evaluate(() => {
    const { session, gaugeOf, goodReading } = window.harness;
    const cue = { rule: 'pelvis-twist', text: 'Rotate from the hip.', severity: 'red' } as const;
    session.show({ gauge: gaugeOf({ cue }), reading: goodReading });
  });
  // Pixels: the bar and its two arrowheads cover more than a hundred.
  expect(await reds()).toBeGreaterThan(100);
});
