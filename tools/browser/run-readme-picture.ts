import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { defineCommand } from '../shared/command.ts';
import { root } from '../shared/paths.mjs';
import { PlainError } from '../shared/plain-error.mjs';
import { say } from '../shared/progress.ts';
import { animatedWebp, type AnimationFrame } from './animated-webp.ts';
import { FUNCTION_NAMES } from './find-chromium.ts';
import { fakeVoice } from './fake-voice.ts';
import { openPage, openServedPage } from './open-page.ts';

const command = defineCommand({
  name: 'lab -- readme-picture',
  about: 'Plays the demo in a headless Chromium and writes docs/running-set.webp, the moving picture of the README.',
  options: {},
});

const WINDOW = { width: 1280, height: 720 };
const SIZE = { width: 800, height: 450 };
const MOST_BYTES = 1_500_000;
/** The best first; the first that is small enough is taken. */
const QUALITIES = [0.8, 0.7, 0.6, 0.5, 0.4];
/** Milliseconds between two pictures; a slow machine draws fewer. */
const PACE = 180;
/** Longest time one picture of the set is shown, in milliseconds: in a push nothing moves. */
const LONGEST = 500;
const FIRST_PAGE = 1500;
const LAST_PAGE = 4500;
/** Fewest pictures measured in a good demo. A busy machine measures fewer and shows faults that are none. */
const FEWEST_MEASURED = 100;
/** Milliseconds in which the demo has to end. */
const PATIENCE = 240_000;

/** A picture of the page, as base64. */
interface Shot {
  readonly image: string;
  readonly shown: number;
}

const still = async (page: Page) =>
  (await page.screenshot({ type: 'jpeg', quality: 95, scale: 'css' })).toString('base64');

/** Takes what the browser draws until the demo has ended. Single screenshots would come too seldom on a busy machine. */
async function filmSet(page: Page): Promise<Shot[]> {
  const drawn: { image: string; at: number }[] = [];
  const devtools = await page.context().newCDPSession(page);
  devtools.on('Page.screencastFrame', ({ data, sessionId, metadata: { timestamp } }) => {
    devtools.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
    const at = 1000 * (timestamp ?? 0);
    if (at - (drawn.at(-1)?.at ?? 0) >= PACE) drawn.push({ image: data, at });
  });
  const running = () => document.querySelector('th-app')?.services.session.snapshot.gauge?.phase?.kind === 'passive';
  await page.waitForFunction(running, null, { timeout: PATIENCE });
  await devtools.send('Page.startScreencast', { format: 'jpeg', quality: 95 });
  await page.waitForFunction(() => location.hash.startsWith('#/set/'), null, { timeout: PATIENCE });
  await devtools.send('Page.stopScreencast');
  await devtools.detach();
  return drawn.map(({ image, at }, i) => ({ image, shown: Math.min(LONGEST, (drawn[i + 1]?.at ?? at + PACE) - at) }));
}

/** The first page, the set, and the page after it. */
async function playDemo(page: Page): Promise<Shot[]> {
  const first = { image: await still(page), shown: FIRST_PAGE };
  await page.evaluate(() => {
    const app = document.querySelector('th-app');
    const home = app?.shadowRoot?.querySelector('th-home');
    home?.dispatchEvent(new CustomEvent('th-demo', { bubbles: true, composed: true }));
  });
  const set = await filmSet(page);
  await page.locator('th-answer').waitFor();
  // The browser draws text and bars one after the other.
  await wait(2500);
  const [record] = await page.evaluate(() => document.querySelector('th-app')?.services.sets.list() ?? []);
  if (!record || record.clean === null || record.flags === 0 || record.frames < FEWEST_MEASURED)
    throw new PlainError('the demo was not measured as it should be; try again while the machine is less busy.');
  return [first, ...set, { image: await still(page), shown: LAST_PAGE }];
}

/** What `changedPart` returns: the part that differs from the picture before, as base64; null: nothing does. */
type Part = Omit<AnimationFrame, 'webp' | 'shown'> & { readonly webp: string };

/** Runs in a page: scales a picture down, finds what has changed since the last call, and encodes only that. */
async function changedPart(asked: {
  image: string;
  first: boolean;
  quality: number;
  size: { width: number; height: number };
}): Promise<Part | null> {
  const { width, height } = asked.size;
  const canvasOf = (w: number, h: number) => {
    const context = new OffscreenCanvas(w, h).getContext('2d', { alpha: false, willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    return context;
  };
  const bytes = Uint8Array.from(atob(asked.image), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]), {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  });
  const whole = canvasOf(width, height);
  whole.drawImage(bitmap, 0, 0);
  const { data } = whole.getImageData(0, 0, width, height);
  const held = window as unknown as { shownBefore?: Uint8ClampedArray };
  const before = asked.first ? undefined : held.shownBefore;
  let [left, top, right, bottom] = before ? [width, height, 0, 0] : [0, 0, width, height];
  if (before) {
    for (let at = 0; at < data.length; at += 4) {
      let off = 0;
      for (let c = at; c < at + 3; c++) off += Math.abs((data[c] ?? 0) - (before[c] ?? 0));
      // Less is noise of the coding.
      if (off < 48) continue;
      const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
      [left, top] = [Math.min(left, x), Math.min(top, y)];
      [right, bottom] = [Math.max(right, x + 1), Math.max(bottom, y + 1)];
    }
    if (right <= left) return null;
  }
  held.shownBefore = data;
  const [x, y] = [left - (left % 2), top - (top % 2)];
  const part = canvasOf(right - x, bottom - y);
  part.drawImage(bitmap, -x, -y);
  const blob = await part.canvas.convertToBlob({ type: 'image/webp', quality: asked.quality });
  const file = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of file) text += String.fromCharCode(byte);
  return { webp: btoa(text), x, y, width: right - x, height: bottom - y };
}

async function encoded(page: Page, shots: readonly Shot[], quality: number): Promise<Buffer> {
  const frames: (AnimationFrame & { shown: number })[] = [];
  for (const { image, shown } of shots) {
    const asked = { image, first: frames.length === 0, quality, size: SIZE };
    const part = await page.evaluate(changedPart, asked);
    const newest = frames.at(-1);
    if (part) frames.push({ ...part, webp: Buffer.from(part.webp, 'base64'), shown });
    else if (newest) newest.shown += shown;
  }
  return animatedWebp(SIZE, frames);
}

/** `npm run lab -- readme-picture`. */
export async function main(args: readonly string[]): Promise<number | void> {
  if (command.read(args) === 'help') return command.printHelp();
  const setUp = async (page: Page, url: string) => {
    await page.setViewportSize(WINDOW);
    // Without a voice a notice would lie over the picture.
    await page.addInitScript(fakeVoice, { language: 'en-GB', pace: null });
    await page.goto(url);
    await page.locator('th-home h1').waitFor();
    await page.waitForLoadState('networkidle');
    return playDemo(page);
  };
  const { ready: shots, close } = await openServedPage({ setUp });
  await close();
  const { page, close: closeEncoder } = await openPage();
  try {
    // No page has been opened in it, so nothing of `openPage` has run yet.
    await page.evaluate(FUNCTION_NAMES);
    for (const quality of QUALITIES) {
      const picture = await encoded(page, shots, quality);
      const seconds = shots.reduce((sum, { shown }) => sum + shown, 0) / 1000;
      say(`${shots.length} pictures, ${seconds.toFixed(1)} s, quality ${quality}: ${picture.length} bytes`);
      if (picture.length > MOST_BYTES) continue;
      await writeFile(join(root, 'docs', 'running-set.webp'), picture);
      return;
    }
    throw new PlainError(`the picture is larger than ${MOST_BYTES} bytes at every quality.`);
  } finally {
    await closeEncoder();
  }
}
