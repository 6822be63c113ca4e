import type { Browser, CDPSession, PlaywrightWorkerArgs } from '@playwright/test';
import type { SetRecord } from '../../../src/coach/record/set-record.ts';
import type { Settings } from '../../../src/storage/storage-contract.ts';
import { cameraArgs } from '../../../tools/browser/fake-camera.ts';
import { fakeVoice, phrasesSpoken } from '../../../tools/browser/fake-voice.ts';
import { chromiumArgs } from '../../../tools/browser/find-chromium.ts';
import { THROTTLING_OFF } from '../../../tools/soak/app-browser.ts';
import { SAFE } from './app.ts';

/** A browser that slows hidden pages, as everybody's does. @param camera path of the clip whose first seconds the fake camera repeats; null: no camera */
export const launchThrottling = async (
  playwright: PlaywrightWorkerArgs['playwright'],
  camera: string | null = null,
): Promise<Browser> =>
  playwright.chromium.launch({
    ...(process.env['TRUEHIP_CHROMIUM'] ? { executablePath: process.env['TRUEHIP_CHROMIUM'] } : {}),
    ignoreDefaultArgs: THROTTLING_OFF,
    args: [...chromiumArgs, ...(camera === null ? [] : await cameraArgs(camera, 3))],
  });

interface Answer {
  readonly id: number;
  readonly result?: {
    readonly result?: { readonly value?: unknown };
    readonly exceptionDetails?: { readonly text: string };
  };
}

/** A tab that is hidden while another one is in front. Playwright's own pages pretend to be in front always. */
export class Tab {
  readonly #browser: CDPSession;
  readonly #session: string;
  readonly #target: string;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #asked = 0;

  private constructor(browser: CDPSession, target: string, session: string) {
    this.#browser = browser;
    this.#target = target;
    this.#session = session;
    browser.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
      const answer = JSON.parse(message) as Answer;
      if (sessionId === session) this.#waiting.get(answer.id)?.(answer);
    });
  }

  /** Opens an address in front. */
  static async open(browser: Browser, url: string): Promise<Tab> {
    const session = await browser.newBrowserCDPSession();
    const { targetId } = await session.send('Target.createTarget', { url });
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    return new Tab(session, targetId, sessionId);
  }

  send(method: string, params: object = {}): Promise<Answer> {
    const id = (this.#asked += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, resolve);
      const message = JSON.stringify({ id, method, params });
      this.#browser.send('Target.sendMessageToTarget', { sessionId: this.#session, message }).catch(reject);
    });
  }

  async toFront(): Promise<void> {
    await this.#browser.send('Target.activateTarget', { targetId: this.#target });
  }

  /** Runs a function in the page, as if a person had clicked. What it needs is passed. */
  async evaluate<Wish, Result>(run: (wish: Wish) => Result | Promise<Result>, wish: Wish): Promise<Result> {
    const { result } = await this.send('Runtime.evaluate', {
      expression: `(${run.toString()})(${JSON.stringify(wish)})`,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (result?.exceptionDetails) throw new Error(JSON.stringify(result.exceptionDetails));
    return result?.result?.value as Result;
  }

  /** Asks twice a second. */
  async until<Wish>(isSo: (wish: Wish) => boolean, wish: Wish, seconds = 30): Promise<void> {
    for (let turn = 0; turn < 2 * seconds; turn += 1) {
      if (await this.evaluate(isSo, wish).catch(() => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error(`not within ${seconds} s: ${isSo.toString()} of ${JSON.stringify(wish)}`);
  }
}

export const spokenIn = async (tab: Tab): Promise<string[]> =>
  (await tab.evaluate(phrasesSpoken, null)).map(({ text }) => text);

/** The app in a tab of a throttling browser, with these settings. @param speaks there is a voice, which records what it says */
export async function openApp(browser: Browser, settings: Partial<Settings>, speaks: boolean): Promise<Tab> {
  const tab = await Tab.open(browser, 'about:blank');
  await tab.send('Page.enable');
  const source = `(${fakeVoice.toString()})(${JSON.stringify({ language: 'en-GB', pace: null })})`;
  if (speaks) await tab.send('Page.addScriptToEvaluateOnNewDocument', { source });
  await tab.send('Page.navigate', { url: process.env['TRUEHIP_URL'] ?? '' });
  await tab.until(() => document.querySelector('th-app')?.services.settings !== undefined, null);
  await tab.evaluate((part) => document.querySelector('th-app')?.services.settings.change(part), {
    safety: SAFE,
    ...settings,
  });
  return tab;
}

/** Clicks the button with these words, wherever it is. */
export const clickButton = (tab: Tab, words: string): Promise<void> =>
  tab.until((text) => {
    const all = (root: ParentNode): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? all(one.shadowRoot) : []),
      ]);
    const button = all(document).find((one) => one.matches('button, a') && one.textContent.includes(text));
    button?.click();
    return button !== undefined;
  }, words);

export const storedIn = (tab: Tab): Promise<SetRecord | null> =>
  tab.evaluate(async () => {
    const sets = document.querySelector('th-app')?.services.sets;
    const [newest] = (await sets?.list()) ?? [];
    return newest ? ((await sets?.load(newest.id)) ?? null) : null;
  }, null);

/** A note that sounded, in seconds of the page's clock. */
export interface HeardNote {
  readonly hertz: number;
  readonly at: number;
}

/** Notes from now on what is put on the audio clock, and how that clock and the page's run. */
export const listenToTones = (tab: Tab): Promise<void> =>
  tab.evaluate(() => {
    const notes = new Map<OscillatorNode, number>();
    const clocks: [audio: number, page: number][] = [];
    const { start, stop } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (when) {
      notes.set(this, when ?? 0);
      start.call(this, when);
    };
    OscillatorNode.prototype.stop = function (when) {
      if (when === undefined && this.context.currentTime < (notes.get(this) ?? 0)) notes.delete(this);
      stop.call(this, when);
    };
    // The app looks at the audio clock several times a second.
    const clock = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, 'currentTime');
    Object.defineProperty(BaseAudioContext.prototype, 'currentTime', {
      get(this: BaseAudioContext) {
        const audio = Number(clock?.get?.call(this));
        clocks.push([audio, performance.now() / 1000]);
        return audio;
      },
    });
    Object.assign(window, { notes, clocks });
  }, null);

/**
 * What has sounded so far. The audio clock of a fake loudspeaker does not run evenly, so it is read off what was noted; once more now,
 * because the app looks at it no longer after a set.
 */
export const heardNotes = (tab: Tab): Promise<HeardNote[]> =>
  tab.evaluate(() => {
    const { notes, clocks } = window as unknown as {
      notes: Map<OscillatorNode, number>;
      clocks: [audio: number, page: number][];
    };
    for (const context of new Set([...notes.keys()].map((note) => note.context))) void context.currentTime;
    return [...notes].flatMap(([note, when]) => {
      const after = clocks.findIndex(([audio]) => audio >= when);
      const [a, b] = [clocks[after - 1], clocks[after]];
      if (!a || !b) return [];
      const share = b[0] > a[0] ? (when - a[0]) / (b[0] - a[0]) : 0;
      return [{ hertz: note.frequency.value, at: a[1] + share * (b[1] - a[1]) }];
    });
  }, null);
