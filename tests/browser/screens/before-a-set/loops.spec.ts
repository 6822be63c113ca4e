import { expect, type Page } from '@playwright/test';
import { loopMoments } from '../../../../src/drills/loop-moments.ts';
import { DRILLS } from '../../../../src/drills/index.ts';
import { test } from '../../lib/ui-test.ts';

const LOOPS = /-(right|cheat)-[\w-]+\.webm$/;
const POSTERS = /-(right|cheat)-[\w-]+\.webp$/;

/** Addresses of the loops and posters requested from now on. */
const requestsOf = (page: Page): string[] => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (LOOPS.test(request.url()) || POSTERS.test(request.url())) asked.push(request.url());
  });
  return asked;
};

const isPlaying = (page: Page, kind: 'right' | 'cheat') =>
  page
    .locator(`th-loop[kind=${kind}] video`)
    .evaluate((video: HTMLVideoElement) => !video.paused && video.currentTime > 0 && video.muted);

/** Timed drills have no loops and no placing step. */
const WATCHED = DRILLS.filter(({ camera }) => camera !== 'none');
const isSideCheck = ({ id }: { readonly id: string }): boolean => id.endsWith('-side');

test('a side check shows no loops on its page, because those of its drill show another fault', async ({ page, ui }) => {
  for (const { id, title } of WATCHED.filter(isSideCheck)) {
    await ui.open(`#/drill/${id}`);
    await expect(ui.heading).toHaveText(title);
    await expect(page.getByRole('heading', { name: 'How it goes' })).toHaveCount(0);
    await expect(page.locator('th-loop')).toHaveCount(0);
  }
});

test('the button of a loop covers nothing of the picture, on the page and while placing', async ({ page, ui }) => {
  const isApart = (kind: 'right' | 'cheat') =>
    page.locator(`th-loop[kind=${kind}]`).evaluate(({ shadowRoot }) => {
      const [frame, button] = ['.frame', 'button'].map((part) =>
        shadowRoot?.querySelector(part)?.getBoundingClientRect(),
      );
      if (!frame || !button || frame.width < 150) return false;
      return button.top >= frame.bottom || button.left >= frame.right;
    });
  await ui.open('#/drill/ninety-ninety-lift-off');
  for (const width of [1280, 640, 390, 320]) {
    await page.setViewportSize({ width, height: 720 });
    for (const kind of ['right', 'cheat'] as const)
      await expect.poll(() => isApart(kind), `${kind} at ${width}`).toBe(true);
  }
  await ui.startPlacing();
  await expect.poll(() => isApart('right')).toBe(true);
});

test('both loops of a drill play without sound, each with its caption', async ({ page, ui }) => {
  for (const { id, demonstration } of WATCHED.filter((drill) => !isSideCheck(drill))) {
    await ui.open(`#/drill/${id}`);
    for (const kind of ['right', 'cheat'] as const) {
      await expect.poll(() => isPlaying(page, kind), `${id} ${kind}`).toBe(true);
      await expect(page.getByRole('img', { name: demonstration[kind].description })).toBeVisible();
    }
    await expect(page.locator('th-loop[kind=right] figcaption')).toContainText(/^\s*Right: \w/);
    await expect(page.locator('th-loop[kind=cheat] figcaption')).toContainText(/^\s*The usual cheat: \w/);
  }
});

test('the caption follows the loop, and a screen reader gets it once, as a list', async ({ page, ui }) => {
  await ui.open('#/drill/ninety-ninety-pails-rails');
  const loop = page.locator('th-loop[kind=right]');
  await expect.poll(() => isPlaying(page, 'right')).toBe(true);
  await page.getByRole('button', { name: 'Pause the loop “Right”' }).click();
  const words = loopMoments('ninety-ninety-pails-rails', 'right');
  for (const { at, text } of words) {
    await loop.locator('video').evaluate((video: HTMLVideoElement, time) => {
      video.currentTime = time;
    }, at + 0.2);
    await expect(loop.locator('.moment')).toHaveText(text);
  }
  await expect(loop.locator('.moment')).toHaveAttribute('aria-hidden', 'true');
  await expect(loop.getByRole('listitem')).toHaveText(words.map(({ text }) => text));
  await expect(loop.locator('[aria-live], [role=status]')).toHaveCount(0);
});

test('a loop pauses and plays with the keyboard, and its button names the loop', async ({ page, ui }) => {
  await ui.open('#/drill/supine-sleeper');
  const pause = page.getByRole('button', { name: 'Pause the loop “The usual cheat”' });
  await expect.poll(() => isPlaying(page, 'cheat')).toBe(true);
  await expect(page.locator('th-loop svg.look[aria-hidden=true]')).toHaveCount(2);
  await pause.focus();
  await page.keyboard.press('Space');
  expect(await isPlaying(page, 'cheat')).toBe(false);
  expect(await isPlaying(page, 'right')).toBe(true);
  await expect(page.getByRole('button', { name: 'Play the loop “The usual cheat”' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => isPlaying(page, 'cheat')).toBe(true);
});

test('with reduced motion only the posters are fetched, until Play is pressed', async ({ page, ui }) => {
  const asked = requestsOf(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await ui.open('#/drill/supine-sleeper');
  const play = page.getByRole('button', { name: 'Play the loop “Right”' });
  await expect(play).toHaveText(/Play/);
  await expect.poll(() => asked.length).toBe(2);
  expect(asked.filter((url) => LOOPS.test(url))).toEqual([]);
  await expect(page.locator('th-loop video')).toHaveCount(0);
  const [first] = loopMoments('supine-sleeper', 'right');
  await expect(page.locator('th-loop[kind=right] ol')).toContainText(first?.text ?? 'no words');
  await expect(page.locator('th-loop .moment')).toHaveCount(0);
  for (const box of await page.locator('th-loop ol').all())
    expect((await box.boundingBox())?.height).toBeGreaterThan(20);
  await play.click();
  await expect.poll(() => isPlaying(page, 'right')).toBe(true);
  await expect(page.locator('th-loop[kind=cheat] video')).toHaveCount(0);
});

test('a loop is fetched when it becomes visible and pauses when it is hidden', async ({ page, ui }) => {
  const asked = requestsOf(page);
  await ui.startPlacing();
  await expect.poll(() => isPlaying(page, 'right')).toBe(true);
  expect(asked.filter((url) => url.includes('-cheat'))).toEqual([]);
  const hideTab = (visibilityState: DocumentVisibilityState) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, visibilityState);
  await hideTab('hidden');
  await expect.poll(() => isPlaying(page, 'right')).toBe(false);
  await hideTab('visible');
  await expect.poll(() => isPlaying(page, 'right')).toBe(true);
  await page.setViewportSize({ width: 390, height: 400 });
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => isPlaying(page, 'right')).toBe(false);
});

test('while placing, Space still starts after a click on the loop, and a set has none', async ({ page, ui }) => {
  await ui.startPlacing();
  await expect.poll(() => isPlaying(page, 'right')).toBe(true);
  await page.getByRole('button', { name: 'Pause the loop “Right”' }).click();
  await page.keyboard.press('Space');
  await expect.poll(async () => (await ui.calls()).at(-1)).toBe('start');
  await page.evaluate(() => {
    const { session, gaugeOf } = window.harness;
    session.show({ stage: 'running', gauge: gaugeOf() });
  });
  await expect(page.locator('th-loop')).toHaveCount(0);
});

test('a loop that cannot play shows its poster; without a poster, the drawing and the words', async ({ page, ui }) => {
  await page.route(LOOPS, (route) => route.fulfill({ contentType: 'video/webm', body: 'no video' }));
  await ui.open('#/drill/supine-sleeper');
  await expect(page.locator('th-loop img')).toHaveCount(2);
  await expect(page.getByRole('button', { name: /the loop/ })).toHaveCount(0);
  await page.route(POSTERS, (route) => route.fulfill({ status: 404 }));
  await ui.open('#/drill/supine-sleeper');
  await expect(page.getByText('Start position')).toHaveCount(1);
  await expect(page.locator('th-loop img')).toHaveCount(0);
  for (const text of Object.values(DRILLS[0]?.demonstration ?? {}))
    await expect(page.getByText(text.description)).toBeVisible();
});

test('a loop is mirrored for the right side and beside a mirrored picture', async ({ page, ui }) => {
  const flip = () =>
    page
      .locator('th-loop[kind=right] .picture')
      .evaluate((picture) => new DOMMatrix(getComputedStyle(picture).transform).a);
  await ui.open('#/drill/supine-sleeper');
  expect(await flip()).toBe(1);
  await page.getByRole('radio', { name: 'Right' }).check();
  await expect.poll(flip).toBe(-1);
  await ui.startPlacing();
  expect(await flip()).toBe(-1);
});

test('the placing step fits its column at 1280 × 720 and 1920 × 1080 with the longest texts of every drill', async ({
  page,
  ui,
}) => {
  await ui.startPlacing();
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const)
    for (const drill of WATCHED) {
      await page.setViewportSize({ width, height });
      await page.evaluate((id) => {
        const { session, services, sleeperPlan, goodReading } = window.harness;
        const found = services.drills.find((one) => one.id === id);
        if (!found) throw new Error('the harness has every drill');
        const framing = { ...goodReading.framing, view: 'poor', missing: ['left foot', 'head'] } as const;
        session.show({ plan: { ...sleeperPlan, drill: found }, reading: { ...goodReading, framing } });
      }, drill.id);
      await page.locator('th-loop img').waitFor();
      const over = await page
        .locator('th-placing')
        .evaluate((column) => [column.scrollHeight - column.clientHeight, column.scrollWidth - column.clientWidth]);
      expect(Math.max(...over), `${drill.id} at ${width}`).toBeLessThanOrEqual(0);
    }
});
