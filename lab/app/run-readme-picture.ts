import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { fakeVoice } from '../../tools/browser/fake-voice.ts';
import { openServedPage } from '../../tools/browser/open-page.ts';
import { defineCommand } from '../../tools/shared/command.ts';
import { root } from '../../tools/shared/paths.mjs';
import { PlainError } from '../../tools/shared/plain-error.mjs';
import { say } from '../../tools/shared/progress.ts';
import { withScratch } from '../../tools/shared/written-files.ts';
import { ensureFfmpeg, runFfmpeg } from '../../tools/browser/find-ffmpeg.ts';

const command = defineCommand({
  name: 'lab -- readme-picture',
  about: 'Plays the demo in a headless Chromium and writes docs/running-set.webp, the moving picture of the README.',
  options: {},
});

const WINDOW = { width: 1280, height: 720 };
const SCALE = 'scale=800:450:flags=lanczos';
const MOST_BYTES = 1_500_000;
/** In %, the best first; the first that is small enough is taken. */
const QUALITIES = [80, 70, 60, 50, 40];
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

/** A picture of the page. */
interface Shot {
  readonly jpeg: Buffer;
  /** Milliseconds. */
  readonly shown: number;
}

const still = (page: Page) => page.screenshot({ type: 'jpeg', quality: 95, scale: 'css' });

/** Takes what the browser draws until the demo has ended. Single screenshots would come too seldom on a busy machine. */
async function filmSet(page: Page): Promise<Shot[]> {
  const drawn: { jpeg: Buffer; at: number }[] = [];
  const devtools = await page.context().newCDPSession(page);
  devtools.on('Page.screencastFrame', ({ data, sessionId, metadata: { timestamp } }) => {
    devtools.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
    const at = 1000 * (timestamp ?? 0);
    if (at - (drawn.at(-1)?.at ?? 0) >= PACE) drawn.push({ jpeg: Buffer.from(data, 'base64'), at });
  });
  const running = () => document.querySelector('th-app')?.services.session.snapshot.gauge?.phase?.kind === 'passive';
  await page.waitForFunction(running, null, { timeout: PATIENCE });
  await devtools.send('Page.startScreencast', { format: 'jpeg', quality: 95 });
  await page.waitForFunction(() => location.hash.startsWith('#/set/'), null, { timeout: PATIENCE });
  await devtools.send('Page.stopScreencast');
  await devtools.detach();
  return drawn.map(({ jpeg, at }, i) => ({ jpeg, shown: Math.min(LONGEST, (drawn[i + 1]?.at ?? at + PACE) - at) }));
}

/** The first page, the set, and the page after it. */
async function playDemo(page: Page): Promise<Shot[]> {
  const first = { jpeg: await still(page), shown: FIRST_PAGE };
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
  return [first, ...set, { jpeg: await still(page), shown: LAST_PAGE }];
}

/** The pictures as one animated WebP that repeats for ever and has of each only what changes. */
const animated = (shots: readonly Shot[], quality: number): Promise<Buffer> =>
  withScratch(async (folder) => {
    const ffmpeg = await ensureFfmpeg();
    for (const [i, { jpeg }] of shots.entries()) await writeFile(join(folder, `${i}.jpg`), jpeg);
    const list = shots.map(({ shown }, i) => `file ${i}.jpg\nduration ${shown / 1000}`);
    // The last one is named again, or its time would not count.
    await writeFile(join(folder, 'list'), [...list, `file ${shots.length - 1}.jpg`].join('\n'));
    const [from, to] = [join(folder, 'list'), join(folder, 'animated.webp')];
    const coded = ['-fps_mode', 'vfr', '-c:v', 'libwebp_anim', '-quality', `${quality}`, '-loop', '0', to];
    await runFfmpeg(ffmpeg, ['-f', 'concat', '-safe', '0', '-i', from, '-vf', SCALE, ...coded], 'write the picture');
    return readFile(to);
  });

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
  for (const quality of QUALITIES) {
    const picture = await animated(shots, quality);
    say(`${shots.length} pictures, quality ${quality}: ${picture.length} bytes`);
    if (picture.length <= MOST_BYTES) return writeFile(join(root, 'docs', 'running-set.webp'), picture);
  }
  throw new PlainError(`the picture is larger than ${MOST_BYTES} bytes at every quality.`);
}
