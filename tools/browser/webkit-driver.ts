import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { FUNCTION_NAMES } from './find-chromium.ts';
import { PlainError } from '../shared/plain-error.mjs';

const BROWSERS = ['x86_64', 'aarch64'].map((cpu) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);
/** How WebDriver calls an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Milliseconds. */
const LONGEST_SCRIPT = 300_000;
const LOOK = 250;

/** Keys that type no character, as WebDriver writes them. */
const KEYS: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowRight: '\uE014',
};

/** Runs in the page, so that it uses nothing from outside but its wish. */
type InPage<Wish, Result> = (wish: Wish) => Result | Promise<Result>;

/** Sends a command to the driver, once it listens, and returns the value of its answer. */
async function send(method: 'POST' | 'DELETE', url: string, body: object | null, tries = 50): Promise<unknown> {
  const answer = await fetch(url, { method, body: body && JSON.stringify(body) }).catch(() => null);
  if (answer === null && tries === 0) throw new PlainError('the driver of WebKit does not start');
  if (answer === null) return wait(200).then(() => send(method, url, body, tries - 1));
  const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
  if (value?.error) throw new PlainError(`the driver of WebKit says: ${value.error}, ${value.message}`);
  return value;
}

/** Debian's small browser with WebKit, the engine of Safari, on a screen that nobody sees. Driven over WebDriver. */
export class WebKit {
  readonly version: string;
  /** Folder for files, removed in the end. */
  readonly home: string;
  readonly #session: string;
  readonly #end: () => void;

  private constructor(session: string, version: string, home: string, end: () => void) {
    this.#session = session;
    this.version = version;
    this.home = home;
    this.#end = end;
  }

  static async open(): Promise<WebKit> {
    const binary = BROWSERS.find((path) => existsSync(path));
    if (binary === undefined) throw new PlainError('there is no WebKit here; sudo apt install webkit2gtk-driver xvfb');
    const port = 20_000 + (process.pid % 10_000);
    const home = mkdtempSync(join(tmpdir(), 'truehip-webkit-'));
    const driver = spawn('xvfb-run', ['-a', '-s', '-screen 0 1280x900x24', 'WebKitWebDriver', `--port=${port}`], {
      detached: true,
      stdio: 'ignore',
      env: { ...process.env, HOME: home },
    });
    const end = () => {
      if (driver.pid) process.kill(-driver.pid);
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        end();
        process.kill(process.pid, signal);
      });
    try {
      const alwaysMatch = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
      const url = `http://127.0.0.1:${port}/session`;
      const opened = await send('POST', url, { capabilities: { alwaysMatch } });
      const { sessionId, capabilities } = opened as { sessionId: string; capabilities: { browserVersion: string } };
      const webkit = new WebKit(`${url}/${sessionId}`, capabilities.browserVersion, home, end);
      await webkit.#post('timeouts', { script: LONGEST_SCRIPT });
      return webkit;
    } catch (error) {
      end();
      throw error;
    }
  }

  async close(): Promise<void> {
    await send('DELETE', this.#session, null).catch(() => undefined);
    this.#end();
  }

  goTo(url: string): Promise<unknown> {
    return this.#post('url', { url });
  }

  /** Leaves what a script defines in the page. */
  load(script: string): Promise<unknown> {
    return this.#post('execute/sync', { script, args: [] });
  }

  async run<Wish, Result>(inPage: InPage<Wish, Result>, wish?: Wish): Promise<Result> {
    const script = `${FUNCTION_NAMES} return (${inPage.toString()})(arguments[0])`;
    return (await this.#post('execute/sync', { script, args: [wish ?? null] })) as Result;
  }

  /** Asks four times a second. @returns the first answer that is neither null nor false; null: none came in time */
  async until<Wish, Result>(inPage: InPage<Wish, Result>, wish: Wish, seconds: number): Promise<Result | null> {
    for (const end = Date.now() + 1000 * seconds; Date.now() < end; await wait(LOOK)) {
      const answer = await this.run(inPage, wish);
      if (answer !== null && answer !== false) return answer;
    }
    return null;
  }

  /** Presses and lets go one key after the other: characters, or names of `KEYS`. */
  async press(...keys: readonly string[]): Promise<void> {
    const actions = keys
      .map((key) => KEYS[key] ?? key)
      .flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })));
    await this.#post('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Gives a file to the field for files that `find` returns. */
  async chooseFile<Wish>(find: InPage<Wish, Element | null>, wish: Wish, path: string): Promise<void> {
    const found = (await this.run<Wish, unknown>(find, wish)) as Record<string, string> | null;
    if (!found?.[ELEMENT]) throw new PlainError('the page has no field for a file');
    await this.#post(`element/${found[ELEMENT]}/value`, { text: path });
  }

  #post(what: string, body: object): Promise<unknown> {
    return send('POST', `${this.#session}/${what}`, body);
  }
}
