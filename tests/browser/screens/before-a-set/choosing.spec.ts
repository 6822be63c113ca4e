import { expect } from '@playwright/test';
import { DRILLS } from '../../../../src/drills/index.ts';
import { usualWays } from '../../../../src/ui/home-and-drill/plan-choice.ts';
import { ALL_STATES } from '../../lib/more-states.ts';
import { earnStrength, untilOpened } from '../../lib/programme-steps.ts';
import { test } from '../../lib/ui-test.ts';

test('the home page offers every drill once, and the demo', async ({ page, ui }) => {
  await ui.open();
  const drills = usualWays(DRILLS);
  await expect(page.getByRole('article')).toHaveCount(drills.length);
  for (const { title } of drills) await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
  await page.getByRole('button', { name: /20-second demo/ }).click();
  await expect.poll(() => ui.calls()).toEqual(['open supine-sleeper left prep demo']);
  await expect(page).toHaveURL(/#\/session$/);
});

test('a drill shows its cautions, the laptop place, and why the camera is needed above its button', async ({
  page,
  ui,
}) => {
  await ui.open('#/drill/supine-sleeper');
  await expect(page.getByRole('note')).toContainText('Pain-free range only');
  await expect(page.getByRole('img', { name: /^Seen from above/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Seen from the side/ })).toBeVisible();
  await expect(page.getByText('not sent anywhere')).toBeVisible();
  await expect.poll(() => ui.calls()).toEqual([]);
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await untilOpened(page);
  await page.evaluate(() => {
    const { session, goodReading } = window.harness;
    session.show({ stage: 'placing', reading: goodReading });
  });
  // It does not start by itself as the demo does, and has no guide.
  await expect.poll(() => ui.calls()).toEqual(['open supine-sleeper left build camera']);
  await expect(page.locator('th-demo-guide')).toHaveCount(0);
});

test('a drill with variants links them, and a drill for both legs offers no choice of leg', async ({ page, ui }) => {
  await ui.open('#/drill/knee-to-knee-wall');
  const ways = page.getByRole('navigation', { name: 'Ways to do this drill' });
  await expect(ways.getByRole('link', { name: 'Feet on the wall' })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('radio', { name: 'Left' })).toHaveCount(0);
  await ways.getByRole('link', { name: 'Feet on the floor' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Knee to knee, feet on the floor');
  await page.getByText('Times and rounds for “Build”').click();
  await expect(page.getByRole('spinbutton', { name: 'Let both fall in' })).toHaveValue('75');
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await expect.poll(() => ui.calls()).toEqual(['open knee-to-knee-floor both build camera']);
});

test('goal, side and numbers go into the start bar and the plan; numbers are held within their limits and can be reset', async ({
  page,
  ui,
}) => {
  await ui.open('#/');
  await earnStrength(page);
  await page.evaluate(() => (location.hash = '#/drill/supine-sleeper'));
  const bar = page.getByRole('region', { name: 'Start' });
  await expect(bar).toContainText(/Build, left, \d+ min/);
  await page.getByRole('radio', { name: 'Strength' }).check();
  await page.getByRole('radio', { name: 'Both' }).check();
  await expect(bar).toContainText(/Strength, Both, \d+ min/);
  await bar.getByRole('button', { name: 'Change' }).click();
  await expect(page.getByRole('heading', { name: 'Your set' })).toBeFocused();
  await page.getByText('Times and rounds for “Strength”').click();
  const passive = page.getByRole('spinbutton', { name: 'Let it fall in' });
  await expect(passive).toHaveValue('120');
  await page.getByRole('button', { name: 'Less: Let it fall in' }).click();
  await expect(passive).toHaveValue('105');
  await page.getByRole('button', { name: 'Back to the preset' }).click();
  await expect(passive).toHaveValue('120');
  await expect(page.getByRole('button', { name: 'Back to the preset' })).toHaveCount(0);
  await passive.fill('100000');
  await passive.blur();
  await expect(passive).toHaveValue('300');
  const effort = page.getByRole('spinbutton', { name: 'Effort to' });
  await effort.fill('95');
  await effort.blur();
  await expect(effort).toHaveValue('80');
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  await expect.poll(() => ui.calls()).toEqual(['open supine-sleeper left+right strength camera']);
  const passiveInPlan = await page.evaluate(() => window.harness.session.snapshot.plan?.preset.passive);
  expect(passiveInPlan).toBe(300);
});

test('after two easy days a drill offers one thing more, which one press takes', async ({ page, ui }) => {
  await ui.open();
  await page.evaluate(async () => {
    const { sets } = window.harness;
    const [item] = await sets.list();
    if (!item) throw new Error('the harness has sets');
    const done = { ended: 'finished', side: 'both', goal: 'build', effort: 4, pain: 1, source: 'camera' } as const;
    sets.records = [];
    sets.items = [3, 1].map((days) => ({
      ...item,
      ...done,
      id: `easy ${days}`,
      drill: 'supine-sleeper',
      painSide: undefined,
      startedAt: new Date(Date.now() - days * 24 * 3600 * 1000).toISOString(),
    }));
    location.hash = '#/drill/supine-sleeper';
  });
  const offer = page.getByRole('note').filter({ hasText: 'Your last two felt easy.' });
  await expect(offer).toContainText('Today, hold 5 seconds longer.');
  await offer.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Changed.' })).toBeFocused();
  await page.getByText('Times and rounds for “Build”').click();
  await expect(page.getByRole('spinbutton', { name: /, hold$/ })).toHaveValue('15');
  await page.getByRole('button', { name: 'Turn on the camera' }).click();
  // The morning after the last of the two is asked about.
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
  await untilOpened(page);
  expect(await page.evaluate(() => window.harness.session.snapshot.plan?.preset.pailsHold)).toBe(15);
});

test('a drill leads to the page of videos, which knows the drill and says what is no video', async ({ page, ui }) => {
  await ui.open('#/drill/quadruped-band-ir');
  await page.getByRole('link', { name: 'Video file' }).click();
  await expect(page.getByLabel('Which drill does it show?')).toHaveValue('quadruped-band-ir');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a video' }).click();
  await (await chooser).setFiles({ name: 'me.webm', mimeType: 'video/webm', buffer: Buffer.from('x') });
  await expect(page.getByRole('alert')).toContainText('This file is not a video');
  await expect(page.getByRole('button', { name: 'Read the video' })).toBeDisabled();
});

test('loading shows what is loaded and its progress', async ({ page, ui }) => {
  await ui.open();
  await page.getByRole('button', { name: /20-second demo/ }).click();
  await ui.show({ load: { stage: 'weights', loaded: 5e6, total: 20e6, detail: 'full' } });
  await expect(page.getByText('5.0 MB of 20.0 MB')).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Loading body tracking' })).toHaveJSProperty('value', 0.25);
});

test('the setup names missing body parts, and Start and Back have keys', async ({ page, ui }) => {
  await ui.open();
  await page.getByRole('button', { name: /20-second demo/ }).click();
  await page.evaluate(() => {
    const { session, sleeperPlan, goodReading } = window.harness;
    const framing = { ...goodReading.framing, missing: ['left foot', 'head'] as const, ready: false };
    session.show({ stage: 'placing', plan: sleeperPlan, reading: { ...goodReading, framing } });
  });
  await expect(page.getByRole('status')).toContainText('I can’t see your left foot.');
  await page.evaluate(() => {
    const { session, goodReading } = window.harness;
    session.show({ reading: goodReading });
  });
  await expect(page.getByRole('status')).toContainText('I can see all of you');
  await page.keyboard.press('Space');
  await expect.poll(async () => (await ui.calls()).at(-1)).toBe('start');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/drill\/supine-sleeper$/);
  await expect.poll(async () => (await ui.calls()).at(-1)).toBe('close');
});

test('a timed drill asks for no camera and no height, and starts with one press', async ({ page, ui }) => {
  await ui.open('#/drill/soft-tissue-ball');
  await expect(page.getByRole('navigation', { name: 'Ways to do this drill' })).toContainText('Roller');
  await expect(page.getByRole('button', { name: /camera|demo|video/i })).toHaveCount(0);
  await expect(page.getByRole('spinbutton', { name: 'Your height' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: /Where the laptop goes/ })).toHaveCount(0);
  await page.getByText(/^Times and rounds for/).click();
  await expect(page.getByRole('spinbutton', { name: 'Ball' })).toHaveValue('90');
  await page.getByRole('button', { name: 'Start the timer' }).click();
  await expect.poll(() => ui.calls()).toEqual(['open soft-tissue-ball left build none']);
});

test('an acceptable place or light is explained with how to improve it', async ({ page, ui }) => {
  for (const [name, says] of [
    ['placing-dim', 'It is a bit dark. More light makes the numbers steadier.'],
    ['placing-view-fair', /^This place will do\. Better: /],
  ] as const) {
    await ALL_STATES.find((state) => state.name === name)?.show(ui);
    await expect(page.getByText('I can see all of you.')).toBeVisible();
    await expect(page.getByText(says)).toBeVisible();
  }
});

test('a possible second person is mentioned once and does not block the start', async ({ page, ui }) => {
  await ui.startPlacing();
  await page.evaluate(() => {
    const { session, goodReading } = window.harness;
    session.show({ reading: { ...goodReading, people: { people: 1, still: 1 } } });
  });
  await expect(page.getByText('I can see all of you.')).toBeVisible();
  await expect(page.getByText(/Something here looks like a second person\./)).toHaveCount(1);
  await ui.show({
    source: 'camera',
    gate: {
      checks: [
        {
          id: 'person',
          state: 'fair',
          advice: { what: 'Something here looks like a second person.', todo: 'Your start does not wait.' },
        },
      ],
      check: null,
      advice: { what: 'Hold still.', todo: 'For three seconds, until the ring is full.' },
      hold: 0.4,
    },
  });
  await expect(page.getByText('Hold still.', { exact: true })).toBeVisible();
  await expect(page.getByText(/Something here looks like a second person\./)).toHaveCount(1);
});
