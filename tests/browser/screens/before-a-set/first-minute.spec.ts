import { expect } from '@playwright/test';
import { inSight, SIZES } from '../../lib/in-sight.ts';
import { test } from '../../lib/ui-test.ts';
import { fillScreens } from '../../lib/ui-states.ts';

for (const size of SIZES) {
  const at = `${size.width} × ${size.height}`;

  test(`the camera is two clicks from the first page, without a scroll, at ${at}`, async ({ page, ui }) => {
    await ui.openNew();
    await page.setViewportSize(size);
    expect(await inSight(page.getByRole('button', { name: /20-second demo/ }))).toBe(true);
    const camera = page.getByRole('link', { name: 'Use my camera' });
    expect(await inSight(camera)).toBe(true);
    await camera.click();
    const start = page.getByRole('button', { name: 'Turn on the camera' });
    await start.waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await inSight(start)).toBe(true);
    await start.click();
    await expect.poll(() => ui.calls()).toEqual(['open supine-sleeper left build camera']);
  });

  test(`the start stays in sight however far the page of a drill is scrolled, at ${at}`, async ({ page, ui }) => {
    for (const [drill, name] of [
      ['supine-sleeper', 'Turn on the camera'],
      ['ninety-ninety-lift-off', 'Turn on the camera'],
      ['soft-tissue-ball', 'Start the timer'],
    ] as const) {
      await ui.open(`#/drill/${drill}`);
      await page.setViewportSize(size);
      for (const share of [0, 0.5, 1]) {
        await page.evaluate((part) => scrollTo(0, part * document.documentElement.scrollHeight), share);
        await expect.poll(() => inSight(page.getByRole('button', { name })), `${drill} at ${share}`).toBe(true);
      }
    }
  });
}

test('the demo is one click: it starts by itself, once, and tells the viewer what there is to see', async ({
  page,
  ui,
}) => {
  await ui.open();
  await page.getByRole('button', { name: 'Watch a 20-second demo' }).click();
  await page.evaluate(() => {
    const { session, sleeperPlan, goodReading } = window.harness;
    for (let i = 0; i < 2; i += 1) session.show({ stage: 'placing', plan: sleeperPlan, reading: goodReading });
  });
  await expect.poll(() => ui.calls()).toEqual(['open supine-sleeper left prep demo', 'start']);
  await page.evaluate(() => {
    const { session, gaugeOf, phaseOf } = window.harness;
    session.show({ stage: 'running', source: 'demo', gauge: gaugeOf({ phase: phaseOf('passive') }) });
  });
  const guide = page.locator('th-demo-guide');
  await expect(guide).toContainText('The knee falls in.');
  await page.evaluate(() => {
    const { session, gaugeOf, phaseOf } = window.harness;
    const cue = { rule: 'pelvis-twist', text: 'Keep your belt buckle at the ceiling.', severity: 'red' } as const;
    session.show({ gauge: gaugeOf({ phase: phaseOf('rails'), cue }) });
  });
  await expect(guide).toContainText('There: pelvis twist.');
  // It covers nothing: it has a row of its own, also at 200 % zoom.
  for (const [width, height] of [
    [1280, 720],
    [640, 360],
    [390, 664],
  ] as const) {
    await page.setViewportSize({ width, height });
    const boxOf = async (part: string) => (await page.locator(part).first().boundingBox()) ?? { y: 0, height: 0 };
    const [picture, line] = [await boxOf('th-stage'), await boxOf('th-demo-guide')];
    expect(line.y, `${width}`).toBeGreaterThanOrEqual(picture.y + picture.height);
    expect(line.y + line.height, `${width}`).toBeLessThanOrEqual((await boxOf('th-set-controls')).y);
  }
});

test('three questions lead to a drill with the keyboard alone, and the answer is announced', async ({ page, ui }) => {
  await ui.open();
  const find = page.getByRole('button', { name: 'Which drill is for me?' });
  await find.focus();
  await page.keyboard.press('Enter');
  await expect(find).toHaveAttribute('aria-expanded', 'true');
  await expect.poll(() => inSight(page.getByText('What do you want?'))).toBe(true);
  const answer = page.locator('th-drill-finder [role=status]');
  await expect(answer).toContainText('Answer all three');
  for (const [question, presses] of [
    ['What do you want?', 2],
    ['Which position is comfortable for you?', 1],
    ['What do you have at hand?', 4],
  ] as const) {
    await page.keyboard.press('Tab');
    const group = page.getByRole('group', { name: question });
    await expect(group.getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('Space');
    for (let i = 0; i < presses; i += 1) await page.keyboard.press('ArrowDown');
    await expect(group.getByRole('radio').nth(presses)).toBeChecked();
  }
  // Get ready to train, sitting: short and gentle pushes.
  await expect(answer.getByRole('link')).toHaveText(['90/90 tense and relax']);
  await expect(answer).toContainText('It wakes the hip up without tiring it.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(ui.heading).toHaveText('90/90 tense and relax');
});

test('whoever comes back has today’s session as one button in sight, above the drills; how it works stands below', async ({
  page,
  ui,
}) => {
  for (const size of SIZES) {
    await ui.open();
    await page.setViewportSize(size);
    const today = page.getByRole('region', { name: 'Today' });
    expect(await inSight(today.getByRole('link', { name: /^Start, about 6 min/ })), `${size.width}`).toBe(true);
    await fillScreens(page);
    await page.setViewportSize(size);
    expect(await inSight(today.getByRole('button', { name: /^Start, about \d+ min/ })), `${size.width}`).toBe(true);
    const order = await page
      .locator('th-home')
      .evaluate((home) =>
        [...(home.shadowRoot?.querySelectorAll('th-back, ul, .hero') ?? [])].map(({ localName }) => localName),
      );
    expect(order).toEqual(['th-back', 'ul', 'section']);
  }
  await page.getByRole('button', { name: /^Start, about/ }).click();
  await expect(page).toHaveURL(/#\/programme\/movement-sequence\/1$/);
});

test('every card has its own still and its own line, and the still keeps its place while it loads', async ({
  page,
  ui,
}) => {
  await ui.open();
  const stills = page.locator('article th-drill-still img');
  const shown = await stills.evaluateAll((images) =>
    images.map((image) => ({
      src: image.getAttribute('src'),
      place: `${image.getAttribute('width')} × ${image.getAttribute('height')}`,
      loading: image.getAttribute('loading'),
      alt: image.getAttribute('alt'),
    })),
  );
  expect(new Set(shown.map(({ src }) => src)).size).toBe(shown.length);
  for (const { place, loading, alt } of shown) expect([place, loading, alt]).toEqual(['640 × 360', 'lazy', '']);
  const seats = page.getByRole('article').filter({ hasText: '90/90' });
  await expect(seats).toHaveCount(5);
  const lines = await seats.locator('p').first().page().locator('article .text > p:first-of-type').allTextContents();
  expect(new Set(lines).size).toBe(lines.length);
});

test('on a phone the menu is one row, in both languages', async ({ page, ui }) => {
  for (const language of ['en', 'de'] as const)
    for (const width of [390, 320]) {
      await ui.open();
      if (language === 'de') await ui.speakGerman();
      await page.setViewportSize({ width, height: 640 });
      const header = page.locator('th-app header');
      expect((await header.boundingBox())?.height, `${language} ${width}`).toBeLessThanOrEqual(56);
      expect(
        await header.evaluate((one) => one.scrollWidth - one.clientWidth),
        `${language} ${width}`,
      ).toBeLessThanOrEqual(0);
      const entries = await page.locator('th-app header nav a').all();
      for (const entry of entries) expect(await inSight(entry), `${language} ${width}`).toBe(true);
      await expect(
        page.getByRole('link', { name: language === 'de' ? 'Einstellungen' : 'Settings' }).first(),
      ).toBeVisible();
    }
});
