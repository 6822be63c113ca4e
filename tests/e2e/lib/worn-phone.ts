import { expect, type Page, type PlaywrightWorkerArgs } from '@playwright/test';
import { truthOf } from './app.ts';
import {
  holdUp,
  lanSite,
  launchPair,
  lieDown,
  openLaptop,
  openPhone,
  readCode,
  tap,
  turnPhone,
  wornSensor,
} from './phone-pair.ts';
import type { Tab } from './tabs.ts';

export interface WornPhone {
  readonly laptop: Page;
  readonly phone: Tab;
  readonly close: () => Promise<void>;
}

export const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, 1000 * seconds));

/** A laptop, and a phone that is paired with it and lies on a belly (`wornSensor`). */
export async function wearPhone(
  playwright: PlaywrightWorkerArgs['playwright'],
  locale = 'en-GB',
  use = 'Use my phone',
): Promise<WornPhone> {
  const site = await lanSite();
  const browser = await launchPair(playwright);
  const close = async (): Promise<void> => {
    await browser.close();
    await site.close();
  };
  try {
    const laptop = await openLaptop(browser, site.laptop, locale);
    await laptop.getByRole('button', { name: use }).click();
    await laptop.locator('th-code svg').waitFor();
    const phone = await openPhone(browser, await readCode(laptop, 'th-code'), wornSensor);
    await tap(phone);
    await holdUp(phone, laptop);
    await expect(laptop.locator('th-phone video')).toBeHidden();
    return { laptop, phone, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const phoneState = (laptop: Page) =>
  laptop.evaluate(() => document.querySelector('th-app')?.services.session.snapshot.reading?.phone?.state ?? null);

const isRunning = (laptop: Page, kinds: readonly string[]) =>
  laptop.evaluate((wanted) => {
    const { stage, gauge } = document.querySelector('th-app')?.services.session.snapshot ?? {};
    return stage === 'running' && wanted.includes(gauge?.phase?.kind ?? '');
  }, kinds);

/**
 * Begins a set on the drill page that is open: the person of the clip lies in the start, tucks the pelvis so that the phone finds how it
 * lies, and holds still. Ends when the work begins.
 * @param asked called while the tuck is asked for
 */
export async function beginWithPhone(
  { laptop, phone }: WornPhone,
  name: string,
  asked?: () => Promise<unknown>,
): Promise<void> {
  await lieDown(laptop, name);
  await laptop
    .locator('th-drill')
    .getByRole('button', { name: /Turn on the camera|Kamera einschalten/ })
    .click();
  await expect.poll(() => phoneState(laptop), { timeout: 90_000 }).toBe('asks-move');
  await asked?.();
  // Like a person, it tucks again if the first time was not understood.
  await expect(async () => {
    await turnPhone(phone, { tuck: 10 });
    await wait(2);
    await turnPhone(phone, { tuck: 0 });
    await wait(3);
    expect(await phoneState(laptop)).toBe('ready');
  }).toPass({ timeout: 60_000 });
  await expect.poll(() => isRunning(laptop, ['passive', 'hold', 'reps']), { timeout: 60_000 }).toBe(true);
}

export interface PelvisTruth {
  readonly fps: number;
  readonly frames: readonly { readonly pelvis: { readonly twist: number; readonly tilt: number } }[];
  readonly events: readonly { readonly rule: string; readonly start: number; readonly end: number }[];
}

/** Seconds of a clip in which its person holds the start (`lieDown` repeats them). */
const HELD = 2.5;

/** The person of the clip goes on from the start to the end of the clip, and the phone turns with the true pelvis. */
export async function perform({ laptop, phone }: WornPhone, name: string): Promise<void> {
  const { fps, frames } = truthOf(name) as PelvisTruth;
  const turns = frames.map(({ pelvis }) => [pelvis.twist, pelvis.tilt] as const);
  await Promise.all([
    laptop.evaluate(() => {
      (window as unknown as { cameraView: { performs: boolean } }).cameraView.performs = true;
    }),
    phone.evaluate(
      ({ rate, held, all }) => {
        const begun = performance.now() - 1000 * held;
        const timer = setInterval(() => {
          const [twist, tilt] = all[Math.round(((performance.now() - begun) / 1000) * rate)] ?? [];
          if (twist === undefined || tilt === undefined) return clearInterval(timer);
          Object.assign((window as unknown as { turned: object }).turned, { roll: twist, tuck: -tilt });
        }, 30);
      },
      { rate: fps, held: HELD, all: turns },
    ),
  ]);
  await wait(frames.length / fps - HELD + 1);
}
