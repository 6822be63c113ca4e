import { launch } from 'puppeteer-core';
import { cameraArgs } from '../browser/fake-camera.mjs';
import { chromiumArgs } from '../browser/find-chromium.mjs';
import { processTree } from './process-tree.mjs';

/**
 * @typedef {import('../../src/app/session/session-contract.ts').SessionStage} SessionStage
 * @typedef {import('../../src/storage/storage-contract.ts').Settings} Settings
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('../../src/ui/shell/th-app.ts').ThApp} ThApp the element `th-app`
 */

/** Starting a browser and loading a model takes seconds, or a minute where the machine is busy (ms). */
const PATIENCE = 90_000;

/** A short count-in and the small model, so that a set begins soon. */
const SETTINGS = /** @type {Partial<Settings>} */ ({ countIn: 1, model: 'lite', muted: true, language: 'en' });

/**
 * A real Chromium of its own with a camera that plays a clip.
 * @param {object} options
 * @param {string} options.executablePath
 * @param {string} options.profile folder of the profile; kept
 * @param {string} options.clip path
 * @param {number} [options.cameraUntil] the camera repeats only this many seconds
 */
export async function openBrowser({ executablePath, profile, clip, cameraUntil }) {
  const browser = await launch({
    executablePath,
    userDataDir: profile,
    headless: true,
    timeout: PATIENCE,
    protocolTimeout: 2 * PATIENCE,
    args: [...chromiumArgs, ...(await cameraArgs(clip, cameraUntil))],
    defaultViewport: { width: 1280, height: 720 },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const pid = browser.process()?.pid;
  if (pid === undefined) throw new Error('the browser has no process');
  return {
    browser,
    processes: () => processTree(pid),
    /** Ends every process of this browser at once, as a power cut to it would. */
    kill: () => {
      for (const one of processTree(pid)) {
        try {
          process.kill(one, 'SIGKILL');
        } catch {
          // It ended with its parent.
        }
      }
      return new Promise((done) => {
        const child = browser.process();
        if (!child || child.exitCode !== null || child.signalCode !== null) done(undefined);
        else child.once('exit', () => done(undefined));
      });
    },
  };
}

/**
 * Opens the app and waits for its first screen.
 * @param {Page} page
 * @param {string} url
 */
export async function openApp(page, url) {
  page.setDefaultTimeout(PATIENCE);
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await untilThere(page);
  await page.evaluate((part) => {
    const app = document.querySelector('th-app');
    return app?.services.settings.change(part);
  }, SETTINGS);
}

/** Waits for the app. @param {Page} page */
const untilThere = (page) => page.waitForSelector('th-app >>> h1');

/** @param {Page} page @param {readonly SessionStage[]} stages @param {number} [timeout] */
const untilStage = (page, stages, timeout = PATIENCE) =>
  page.waitForFunction(
    (wanted) => {
      const app = document.querySelector('th-app');
      const stage = app?.services?.session.snapshot.stage;
      return stage !== undefined && wanted.includes(stage);
    },
    { timeout },
    stages,
  );

/**
 * Opens a drill, turns the camera on and starts the set by its key, as a person at the laptop does.
 * @param {Page} page
 * @param {string} drill id
 */
export async function startSet(page, drill) {
  await page.evaluate((id) => {
    location.hash = `#/drill/${id}`;
  }, drill);
  const button = await page.waitForSelector('::-p-text(Turn on the camera)', { visible: true });
  await button?.click();
  await untilStage(page, ['placing', 'running', 'failed']);
  await page.keyboard.press('Space');
  await untilStage(page, ['running', 'failed']);
}

/**
 * What the app keeps: its list, and of the newest set what can be read back.
 * @param {Page} page
 */
export const storedState = (page) =>
  page.evaluate(async () => {
    const app = document.querySelector('th-app');
    if (!app) throw new Error('the app is not there');
    const { sets, storage } = app.services;
    const list = await sets.list();
    const damaged = await sets.damaged();
    const [newest] = list;
    const record = newest ? await sets.load(newest.id).catch(() => null) : null;
    return {
      opened: (await storage.report()).available && app.services.storageTrouble === null,
      damaged: damaged.length,
      ids: list.map(({ id }) => id),
      unsaved: list.filter(({ saved }) => !saved).length,
      empty: list.filter(({ frames, ended }) => frames === 0 && ended === 'interrupted').length,
      newest: newest
        ? {
            id: newest.id,
            ended: newest.ended,
            readable: record !== null,
            frames: record?.frames.length ?? 0,
            last: record?.frames.at(-1)?.t ?? null,
          }
        : null,
    };
  });
