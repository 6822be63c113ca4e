import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, test as base, type Page } from '@playwright/test';
import type { SessionStage } from '../../../src/app/session/session-contract.ts';
import type { DrillDefinition, PhaseKind, RuleId } from '../../../src/coach/drill-definition.ts';
import type { SetRecord } from '../../../src/coach/record/set-record.ts';
import type { Settings } from '../../../src/storage/storage-contract.ts';
import type { ThApp } from '../../../src/ui/shell/th-app.ts';
import { cameraArgs } from '../../../tools/browser/fake-camera.ts';
import { fakeVoice, phrasesSpoken } from '../../../tools/browser/fake-voice.ts';
import { chromiumArgs } from '../../../tools/browser/find-chromium.ts';
import { everySetIsPacked } from './packing.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Path of a clip of this repository. */
export const clip = (name: string): string => join(root, 'tests', 'clips', `${name}.webm`);

/** What is known of a clip of this repository, as far as a test reads it. */
export const truthOf = (name: string): unknown =>
  JSON.parse(readFileSync(clip(name).replace(/\.webm$/, '.truth.json'), 'utf8'));

/** Path of a clip of a real person, or null: only some checkouts have these beside them. */
export const realClip = (name: string): string | null => {
  const file = join(root, '..', 'shared', 'clips', 'real', name);
  return existsSync(file) ? file : null;
};

export interface LaunchWish {
  /** A clip that the fake camera plays; null: no camera. */
  readonly camera?: string | null;
  /** Repeats only this many seconds of the clip. Absent: all of it. */
  readonly cameraUntil?: number;
  readonly settings?: Partial<Settings>;
  /** True: the safety questions come before the first set. Absent: they were answered before. */
  readonly asksSafety?: boolean;
  /** Address of a server that is also the browser's proxy; the service worker runs. Absent: the usual server, without one. */
  readonly through?: string;
  /** A made-up host name that leads to this machine: a page of plain http, as from another machine. Absent: 127.0.0.1. */
  readonly host?: string;
}

/** The safety questions, answered: none applies. */
export const SAFE: Settings['safety'] = {
  me: { askedAt: '2026-11-01T08:00:00Z', flags: [], seen: [], endFeel: {} },
};

export interface App {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** `launch` starts a separate browser, opens the app in a fresh profile and closes it after the test. */
export const test = base.extend<{ launch: (wish?: LaunchWish) => Promise<App> }>({
  launch: async ({ playwright }, use) => {
    const browsers: Browser[] = [];
    await use(async ({ camera = null, cameraUntil, settings, through, host, asksSafety = false } = {}) => {
      const browser = await playwright.chromium.launch({
        ...(process.env['TRUEHIP_CHROMIUM'] ? { executablePath: process.env['TRUEHIP_CHROMIUM'] } : {}),
        ...(through ? { proxy: { server: through, bypass: '<-loopback>' } } : {}),
        args: [
          ...chromiumArgs,
          ...(host ? [`--host-resolver-rules=MAP ${host} 127.0.0.1`] : []),
          ...(camera === null ? [] : await cameraArgs(camera, cameraUntil)),
        ],
      });
      browsers.push(browser);
      const served = process.env['TRUEHIP_URL'] ?? '';
      const context = await browser.newContext({
        baseURL: through ?? (host ? served.replace('127.0.0.1', host) : served),
        viewport: { width: 1280, height: 720 },
        acceptDownloads: true,
        serviceWorkers: through ? 'allow' : 'block',
      });
      context.setDefaultTimeout(30_000);
      const page = await context.newPage();
      await page.goto('/');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await changeSettings(page, { ...(asksSafety ? {} : { safety: SAFE }), ...settings });
      return { page, context };
    });
    for (const browser of browsers) await browser.close();
  },
});

async function changeSettings(page: Page, settings: Partial<Settings>): Promise<void> {
  await page.evaluate((part) => {
    const app = document.querySelector('th-app');
    return app?.services.settings.change(part);
  }, settings);
}

/** Goes to a screen of the loaded app. */
export const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** Counts clicks and key presses from now on. */
export const countPresses = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const held = { presses: 0 };
    for (const type of ['pointerdown', 'keydown'] as const)
      window.addEventListener(type, () => (held.presses += 1), { capture: true });
    Object.assign(window, { counted: held });
  });

export const pressesOf = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { counted: { presses: number } }).counted.presses);

/** The stage of the session. */
export const stageOf = (page: Page): Promise<SessionStage | undefined> =>
  page.evaluate(() => document.querySelector('th-app')?.services.session.snapshot.stage);

export const untilStage = async (page: Page, stage: SessionStage, timeout = 60_000): Promise<void> => {
  await page.waitForFunction(
    (wanted) => document.querySelector('th-app')?.services.session.snapshot.stage === wanted,
    stage,
    { timeout },
  );
};

export const untilPhase = async (page: Page, phase: PhaseKind, timeout = 60_000): Promise<void> => {
  await page.waitForFunction(
    (wanted) => document.querySelector('th-app')?.services.session.snapshot.gauge?.phase?.kind === wanted,
    phase,
    { timeout },
  );
};

/** Packing rounds frames to hundredths, so records can be compared exactly from then on. */
export const untilPacked = (page: Page): Promise<unknown> =>
  page.waitForFunction(everySetIsPacked, undefined, { timeout: 60_000 });

/** All stored sets, newest first, with their frames. */
export const storedSets = (page: Page): Promise<SetRecord[]> =>
  page.evaluate(async () => {
    const sets = document.querySelector<ThApp>('th-app')?.services.sets;
    if (!sets) throw new Error('the app is not there');
    const records = await Promise.all((await sets.list()).map(async ({ id }) => sets.load(id)));
    return records.flatMap((record) => (record ? [record] : []));
  });

export interface SlowTask {
  readonly what: 'task' | 'script';
  readonly start: number;
  readonly milliseconds: number;
  readonly from: string;
}

/** Records tasks over 50 ms on the main thread from now on, and scripts over 50 ms within them. */
export const watchMainThread = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const found: SlowTask[] = [];
    const note = (what: SlowTask['what'], start: number, milliseconds: number, from: string) => {
      if (milliseconds > 50) found.push({ what, start, milliseconds, from });
    };
    Object.assign(window, { slowTasks: found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note('task', entry.startTime, entry.duration, entry.name);
    }).observe({ type: 'longtask' });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { scripts } = entry as unknown as {
          scripts: { startTime: number; duration: number; invoker: string }[];
        };
        for (const script of scripts) note('script', script.startTime, script.duration, script.invoker);
      }
    }).observe({ type: 'long-animation-frame' });
  });

export const slowTasks = (page: Page): Promise<SlowTask[]> =>
  page.evaluate(() => (window as unknown as { slowTasks?: SlowTask[] }).slowTasks ?? []);

/** Fakes a voice of this language that records what it is asked to say. Call it before the page loads. */
export const recordSpeech = (context: BrowserContext, language = 'en-GB'): Promise<unknown> =>
  context.addInitScript(fakeVoice, { language, pace: null });

export const spokenPhrases = async (page: Page): Promise<string[]> =>
  (await page.evaluate(phrasesSpoken)).map(({ text }) => text);

/** The cue of a rule of a drill, so that no test quotes it. */
export const cueOf = ({ rules }: Pick<DrillDefinition, 'rules'>, id: RuleId): string =>
  rules.find((rule) => rule.id === id)?.cue ?? `no cue of ${id}`;
