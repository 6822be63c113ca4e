import { launch } from 'puppeteer-core';
import { cameraArgs, cameraFileArgs } from '../browser/fake-camera.mjs';
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
 * @param {import('../browser/fake-camera.mjs').Size} [options.size] of the camera's picture; absent: that of the clip
 * @param {string} [options.cameraFile] an MJPEG file that the camera plays instead of the clip
 */
export async function openBrowser({ executablePath, profile, clip, cameraUntil, size, cameraFile }) {
  const browser = await launch({
    executablePath,
    userDataDir: profile,
    headless: true,
    timeout: PATIENCE,
    protocolTimeout: 2 * PATIENCE,
    args: [...chromiumArgs, ...(cameraFile ? cameraFileArgs(cameraFile) : await cameraArgs(clip, cameraUntil, size))],
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

/** Milliseconds between two looks. A change inside a shadow tree wakes nobody who waits. */
const LOOK = 100;

/**
 * Waits for a heading or a button to be shown, wherever in the app's elements it is.
 * @param {Page} page
 * @param {string} selector
 * @param {string} words its whole text; empty: any
 */
const untilShown = (page, selector, words) =>
  page.waitForFunction(
    (wanted, text) => {
      /** @param {Document | ShadowRoot} root @returns {Element | null} */
      const find = (root) => {
        for (const element of root.querySelectorAll('*')) {
          const fits = element.matches(wanted) && (text === '' || element.textContent.trim() === text);
          if (fits && element.checkVisibility()) return element;
          const inner = element.shadowRoot && find(element.shadowRoot);
          if (inner) return inner;
        }
        return null;
      };
      return find(document);
    },
    { polling: LOOK },
    selector,
    words,
  );

/** Waits for the app. A handle that is kept would keep its screen, so it is let go. @param {Page} page */
export const untilThere = async (page) => (await untilShown(page, 'h1', '')).dispose();

/** @param {Page} page @returns {Promise<SessionStage | null>} */
export const stageOf = (page) =>
  page.evaluate(() => {
    const app = document.querySelector('th-app');
    return app?.services?.session.snapshot.stage ?? null;
  });

/** @param {Page} page @param {readonly SessionStage[]} stages @param {number} [timeout] */
export const untilStage = (page, stages, timeout = PATIENCE) =>
  page.waitForFunction(
    (wanted) => {
      const app = document.querySelector('th-app');
      const stage = app?.services?.session.snapshot.stage;
      return stage !== undefined && wanted.includes(stage);
    },
    { timeout, polling: LOOK },
    stages,
  );

/**
 * Opens a drill, turns the camera on and starts the set by its key, as a person at the laptop does.
 * @param {Page} page
 * @param {string} drill id
 * @param {() => Promise<unknown>} [untilSeen] what the person waits for before the key
 */
export async function startSet(page, drill, untilSeen = async () => undefined) {
  await page.evaluate((id) => {
    location.hash = `#/drill/${id}`;
  }, drill);
  const button = await untilShown(page, 'button', 'Turn on the camera');
  const element = /** @type {import('puppeteer-core').ElementHandle<Element> | null} */ (button.asElement());
  await element?.click();
  await button.dispose();
  await untilStage(page, ['placing', 'running', 'failed']);
  await untilSeen();
  await page.keyboard.press('Space');
  await untilStage(page, ['running', 'failed']);
}

/**
 * A reading of a set as the app has just taken it.
 * @typedef {object} ReadingNote
 * @property {number} time in the set, seconds
 * @property {string | null} phase null: the set has ended
 * @property {number} restarts of the worker so far
 */

/** Phases whose frames are not recorded. */
const UNRECORDED = new Set(['ready', 'turn']);

/** Whether the frame of a reading belongs into the record. @param {ReadingNote} note */
export const isRecorded = ({ phase }) => phase !== null && !UNRECORDED.has(phase);

/**
 * Notes every reading of a set as it comes, until the browser dies.
 * @param {Page} page
 * @param {(note: ReadingNote) => void} take
 * @returns {Promise<() => Promise<void>>} begins to listen; to be called after each load of the page
 */
export async function noteReadings(page, take) {
  const client = await page.createCDPSession();
  await client.send('Runtime.enable');
  await client.send('Runtime.addBinding', { name: 'noteReading' });
  client.on('Runtime.bindingCalled', ({ payload }) => take(JSON.parse(payload)));
  return () =>
    page.evaluate(() => {
      const { noteReading } = /** @type {{ noteReading: (text: string) => void }} */ (/** @type {unknown} */ (window));
      const session = document.querySelector('th-app')?.services.session;
      session?.onReading((reading, gauge) => {
        if (!gauge) return;
        const { workerRestarts: restarts } = session.snapshot;
        noteReading(JSON.stringify({ time: reading.time, phase: gauge.phase?.kind ?? null, restarts }));
      });
    });
}

/**
 * Looks at the list of sets and goes back to the first screen.
 * @param {Page} page
 */
export async function showHome(page) {
  for (const hash of ['#/history', '#/']) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await untilStage(page, ['idle']);
    await untilThere(page);
  }
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
