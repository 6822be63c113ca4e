import { join } from 'node:path';
import { launch, type ElementHandle, type Page } from 'puppeteer-core';
import { cameraArgs } from '../browser/fake-camera.ts';
import { chromiumArgs, ensureChromium, FUNCTION_NAMES } from '../browser/find-chromium.ts';
import { serveDist } from '../browser/serve-dist.ts';
import { root } from '../shared/paths.mjs';
import { withScratch } from '../shared/written-files.ts';
import { processTree } from './process-tree.ts';
import type { SessionStage } from '../../src/app/session/session-contract.ts';
import type { Trainee } from '../../src/storage/people/people.ts';
import type { Settings } from '../../src/storage/storage-contract.ts';
import type { ThApp } from '../../src/ui/shell/th-app.ts';

declare global {
  interface HTMLElementTagNameMap {
    'th-app': ThApp;
  }
}

/** Starting a browser and loading a model takes seconds, or a minute where the machine is busy (ms). */
const PATIENCE = 90_000;

/** Flags of the browser's drivers that keep a hidden page as fast as one in front, which nobody's browser does. */
export const THROTTLING_OFF = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** What the camera shows. */
const CLIP = join(root, 'tests', 'clips', 'supine-sleeper-clean-far.webm');

/** A short count-in and the small model, so that a set begins soon. */
const SETTINGS = { countIn: 1, model: 'lite', muted: true, language: 'en' } as Partial<Settings>;

export type AppBrowser = Awaited<ReturnType<typeof openBrowser>>;

/**
 * A headless Chromium with a camera that plays a clip, driven so that its processes and its memory can be looked at.
 * @param profile folder of the profile; kept
 * @param cameraUntil the camera repeats only this many seconds; absent: all
 */
async function openBrowser(profile: string, cameraUntil?: number) {
  const browser = await launch({
    executablePath: await ensureChromium(),
    userDataDir: profile,
    headless: true,
    ignoreDefaultArgs: THROTTLING_OFF,
    timeout: PATIENCE,
    protocolTimeout: 2 * PATIENCE,
    args: [...chromiumArgs, ...(await cameraArgs(CLIP, cameraUntil))],
    defaultViewport: { width: 1280, height: 720 },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const child = browser.process();
  const pid = child?.pid;
  if (!child || pid === undefined) throw new Error('the browser has no process');
  return {
    browser,
    /** A page in which functions of the tools can run. */
    newPage: async () => {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(FUNCTION_NAMES);
      return page;
    },
    processes: () => processTree(pid),
    /** Ends every process of this browser at once, as a power cut to it would. */
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((done) => child.once('exit', done));
      for (const one of processTree(pid)) {
        try {
          process.kill(one, 'SIGKILL');
        } catch {
          // It ended with its parent.
        }
      }
      await ended;
    },
  };
}

/**
 * Opens browsers, one after the other with the same profile, and takes everything away again.
 * @param served address of the app; absent: the built app is served here
 */
export const visitApp = <T>(
  served: string | undefined,
  work: (url: string, open: (cameraUntil?: number) => Promise<AppBrowser>) => Promise<T>,
): Promise<T> =>
  withScratch(async (profile) => {
    const server = served === undefined ? await serveDist() : null;
    const opened: AppBrowser[] = [];
    try {
      return await work(served ?? server?.url ?? '', async (cameraUntil) => {
        const browser = await openBrowser(profile, cameraUntil);
        opened.push(browser);
        return browser;
      });
    } finally {
      for (const { kill } of opened) await kill();
      await server?.close();
    }
  });

/** Opens the app and waits for its first screen. @param part settings of this command */
export async function openApp(page: Page, url: string, part: Partial<Settings> = {}) {
  page.setDefaultTimeout(PATIENCE);
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await begin(page, part);
}

/** Waits for the first screen and takes the settings. */
async function begin(page: Page, part: Partial<Settings> = {}) {
  await untilThere(page);
  await page.evaluate((wanted) => document.querySelector('th-app')?.services.settings.change(wanted), {
    ...SETTINGS,
    ...part,
  });
}

/** Adds two people to the one who trains here, as their page does. @returns all three */
export const addPeople = (page: Page): Promise<readonly Trainee[]> =>
  page.evaluate(() => {
    const people = document.querySelector('th-app')?.services.people;
    people?.rename('', 'Ann');
    for (const name of ['Bob', 'Cem']) people?.add(name.toLowerCase(), name);
    return people?.all ?? [];
  });

/** Shows a person's data, as the app does: the page is loaded anew. */
export async function changePerson(page: Page, id: string) {
  await page.evaluate((chosen) => document.querySelector('th-app')?.services.people.choose(chosen), id);
  await page.reload({ waitUntil: 'domcontentloaded' });
  await begin(page);
}

/** Milliseconds between two looks. A change inside a shadow tree wakes nobody who waits. */
const LOOK = 100;

/**
 * Waits for a heading or a button to be shown, wherever in the app's elements it is.
 * @param words its whole text; empty: any
 */
const untilShown = (page: Page, selector: string, words: string) =>
  page.waitForFunction(
    (wanted, text) => {
      const find = (tree: Document | ShadowRoot): Element | null => {
        for (const element of tree.querySelectorAll('*')) {
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

/** Waits for the app. A handle that is kept would keep its screen, so it is let go. */
export const untilThere = async (page: Page) => (await untilShown(page, 'h1', '')).dispose();

export const stageOf = (page: Page): Promise<SessionStage | null> =>
  page.evaluate(() => {
    const app = document.querySelector('th-app');
    return app?.services?.session.snapshot.stage ?? null;
  });

export const untilStage = (page: Page, stages: readonly SessionStage[], timeout: number = PATIENCE) =>
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
 * @param drill id
 * @param untilSeen what the person waits for before the key
 */
export async function startSet(page: Page, drill: string, untilSeen: () => Promise<unknown> = async () => undefined) {
  await openDrill(page, drill, 'Turn on the camera');
  await untilStage(page, ['placing', 'running', 'failed']);
  await untilSeen();
  await page.keyboard.press('Space');
  await untilStage(page, ['running', 'failed']);
}

/** A set that only keeps the time. It begins at once. */
export async function startWithoutCamera(page: Page, drill: string) {
  // The button has a shorter name too, for a narrow window.
  await openDrill(page, drill, 'Without a camera', 'span.full');
  await untilStage(page, ['running', 'failed']);
}

/** @param words of the button that is pressed there */
async function openDrill(page: Page, drill: string, words: string, selector = 'button') {
  await page.evaluate(async (id) => {
    // The safety questions were answered before: none applies.
    const me = { askedAt: '2026-11-01T08:00:00Z', flags: [], seen: [], endFeel: {} };
    await document.querySelector('th-app')?.services.settings.change({ safety: { me } });
    location.hash = `#/drill/${id}`;
  }, drill);
  await press(page, selector, words);
  // The app asks who lies there where somebody else has trained today.
  const asked = await page.evaluate(() => {
    const people = document.querySelector('th-app')?.services.people;
    const today = Math.floor((Date.now() - 60_000 * new Date().getTimezoneOffset()) / 86_400_000);
    return people?.isUnsure(today) === true ? people.here.name : null;
  });
  if (asked !== null) await press(page, 'dialog button', asked);
}

async function press(page: Page, selector: string, words: string) {
  const button = await untilShown(page, selector, words);
  const element = button.asElement() as ElementHandle | null;
  await element?.click();
  await button.dispose();
}

/** A reading of a set as the app has just taken it. */
export interface ReadingNote {
  /** In the set, seconds. */
  time: number;
  /** Null: the set has ended. */
  phase: string | null;
  /** Of the worker so far. */
  restarts: number;
}

/** Phases whose frames are not recorded. */
const UNRECORDED = new Set(['ready', 'turn']);

/** Whether the frame of a reading belongs into the record. */
export const isRecorded = ({ phase }: ReadingNote) => phase !== null && !UNRECORDED.has(phase);

/**
 * Notes every reading of a set as it comes, until the browser dies.
 * @returns begins to listen; to be called after each load of the page
 */
export async function noteReadings(page: Page, take: (note: ReadingNote) => void): Promise<() => Promise<void>> {
  const client = await page.createCDPSession();
  await client.send('Runtime.enable');
  await client.send('Runtime.addBinding', { name: 'noteReading' });
  client.on('Runtime.bindingCalled', ({ payload }) => take(JSON.parse(payload)));
  return () =>
    page.evaluate(() => {
      const { noteReading } = window as unknown as { noteReading: (text: string) => void };
      const session = document.querySelector('th-app')?.services.session;
      session?.onReading((reading, gauge) => {
        if (!gauge) return;
        const { workerRestarts: restarts } = session.snapshot;
        noteReading(JSON.stringify({ time: reading.time, phase: gauge.phase?.kind ?? null, restarts }));
      });
    });
}

/** Looks at the list of sets and goes back to the first screen. */
export async function showHome(page: Page) {
  for (const hash of ['#/history', '#/']) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await untilStage(page, ['idle']);
    await untilThere(page);
  }
}

/** What the app keeps: its list, and of the newest set what can be read back. */
export const storedState = (page: Page) =>
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
            seen: record?.frames.map(({ t, phase }) => ({ t, phase })) ?? [],
            phases: record?.phases.map(({ kind, start, end }) => ({ kind, start, end })) ?? [],
            away: record?.away?.map(({ kind, start, end }) => ({ kind, start, end })) ?? [],
          }
        : null,
    };
  });
