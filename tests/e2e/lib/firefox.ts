import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type KeyInput, launch, type Page } from 'puppeteer-core';
import type { SetRecord } from '../../../src/coach/record/set-record.ts';
import type { Settings } from '../../../src/storage/storage-contract.ts';
import { findFirefox } from '../../../tools/browser/find-firefox.ts';
import { SAFE } from './app.ts';
import { everySetIsPacked } from './packing.ts';

/** Loading a model takes seconds, or a minute when the app has to replace a worker that stands still (ms). */
const START_PATIENCE = 100_000;

/** The longest wait on a loaded machine (ms). */
const PATIENCE = 60_000;

/** The app in an unpatched Firefox, driven by keys over WebDriver BiDi. Playwright drives only a patched Firefox. */
export class FirefoxApp {
  readonly #page: Page;
  readonly #downloads: string;
  /** Errors that the page has logged. */
  readonly complaints: string[] = [];
  /** Keys pressed so far. */
  presses = 0;

  constructor(page: Page, downloads: string) {
    this.#page = page;
    this.#downloads = downloads;
    page.setDefaultTimeout(PATIENCE);
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  async open(url: string, settings: Partial<Settings>): Promise<void> {
    await this.#page.goto(url);
    await this.#page.waitForSelector('th-app >>> h1');
    await this.#page.evaluate((part) => document.querySelector('th-app')?.services.settings.change(part), {
      safety: SAFE,
      ...settings,
    });
  }

  async press(...keys: readonly KeyInput[]): Promise<void> {
    for (const key of keys) {
      await this.#page.keyboard.press(key);
      this.presses += 1;
    }
  }

  /** Presses Tab until the focused element has this text. */
  async tabTo(words: RegExp): Promise<void> {
    const passed: string[] = [];
    while (!words.test(passed.at(-1) ?? '')) {
      if (passed.length > 80) throw new Error(`Tab does not lead to ${words}, but past ${passed.join(' | ')}`);
      await this.press('Tab');
      passed.push((await this.focused()).slice(0, 60));
    }
  }

  /** Presses Shift+Tab until the focused element has this text. */
  async tabBackTo(words: RegExp): Promise<void> {
    await this.#page.keyboard.down('Shift');
    await this.tabTo(words);
    await this.#page.keyboard.up('Shift');
  }

  /** The text of the focused element. */
  focused(): Promise<string> {
    return this.#page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      const label = active instanceof HTMLInputElement ? active.labels?.[0]?.textContent : active?.textContent;
      return (active?.getAttribute('aria-label') ?? label ?? '').replaceAll(/\s+/g, ' ').trim();
    });
  }

  /** Opens the file dialog with Enter and chooses this file. */
  async chooseFile(file: string): Promise<void> {
    const [chooser] = await Promise.all([this.#page.waitForFileChooser(), this.press('Enter')]);
    await chooser.accept([file]);
  }

  /** Waits until the page shows this text. */
  async untilText(words: string): Promise<void> {
    await this.#page
      .waitForFunction(
        (wanted) => {
          const shown = (node: Node): string => {
            if (node instanceof Text) return node.data;
            if (node instanceof Element && !node.checkVisibility()) return '';
            const top = (node instanceof Element && node.shadowRoot) || node;
            return [...top.childNodes].map(shown).join('');
          };
          return shown(document.body).replaceAll(/\s+/g, ' ').includes(wanted);
        },
        {},
        words,
      )
      .catch((cause: unknown) => {
        throw new Error(`"${words}" does not come; ${this.complaints.join(' ')}`, { cause });
      });
  }

  async untilStage(stage: string): Promise<void> {
    await this.#page
      .waitForFunction(
        (wanted) => document.querySelector('th-app')?.services.session.snapshot.stage === wanted,
        { timeout: START_PATIENCE },
        stage,
      )
      .catch(async (cause: unknown) => {
        const seen = await this.#page.evaluate(() => {
          const { snapshot } = document.querySelector('th-app')?.services.session ?? {};
          return JSON.stringify([location.hash, snapshot?.stage, snapshot?.load, snapshot?.error]);
        });
        throw new Error(`no ${stage}, but ${seen}; ${this.complaints.join(' ')}`, { cause });
      });
  }

  /** Waits until the set has readings, or is over. */
  async untilMeasured(): Promise<void> {
    await this.#page.waitForFunction(() => {
      const { gauge } = document.querySelector('th-app')?.services.session.snapshot ?? {};
      return gauge?.angle != null || location.hash.startsWith('#/set/');
    });
  }

  async untilHash(start: string): Promise<void> {
    await this.#page.waitForFunction((wanted) => location.hash.startsWith(wanted), {}, start);
  }

  hash(): Promise<string> {
    return this.#page.evaluate(() => location.hash);
  }

  /** Whether the page is cross-origin isolated, and the chosen backend, if there is one. */
  machine(): Promise<{ isolated: boolean; backend: string | undefined }> {
    return this.#page.evaluate(() => {
      const { engine } = document.querySelector('th-app')?.services.session.snapshot ?? {};
      return { isolated: crossOriginIsolated, backend: engine?.backend };
    });
  }

  /** Packing rounds frames to hundredths, so records can be compared exactly from then on. */
  async untilPacked(): Promise<void> {
    for (let waited = 0; waited < PATIENCE; waited += 200) {
      if (await this.#page.evaluate(everySetIsPacked)) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('the frames were not packed');
  }

  storedSets(): Promise<SetRecord[]> {
    return this.#page.evaluate(async () => {
      const sets = document.querySelector('th-app')?.services.sets;
      if (!sets) throw new Error('the app is not there');
      const records = await Promise.all((await sets.list()).map(async ({ id }) => sets.load(id)));
      return records.flatMap((record) => (record ? [record] : []));
    });
  }

  /** Path of the downloaded file, once it is complete. */
  async downloaded(): Promise<string> {
    for (let waited = 0; waited < PATIENCE; waited += 200) {
      const files = readdirSync(this.#downloads);
      const [name] = files;
      if (name && files.length === 1 && !name.endsWith('.part')) return join(this.#downloads, name);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('nothing was downloaded');
  }
}

/** `firefox` is the app in a fresh profile, or null where there is no Firefox: such tests are skipped. */
export const test = base.extend<{ firefox: FirefoxApp | null }, { firefoxPath: string | null }>({
  firefoxPath: [
    async ({ playwright: _playwright }, use) => {
      const path = await findFirefox();
      if (!path) console.log('  no Firefox here: its tests have nothing to run in');
      await use(path);
    },
    { scope: 'worker' },
  ],
  firefox: async ({ firefoxPath }, use) => {
    if (!firefoxPath) {
      await use(null);
      return;
    }
    const downloads = mkdtempSync(join(tmpdir(), 'truehip-downloads-'));
    const browser = await launch({
      browser: 'firefox',
      executablePath: firefoxPath,
      headless: true,
      timeout: PATIENCE,
      // Each wait in the page is one call to the driver.
      protocolTimeout: START_PATIENCE + PATIENCE,
      defaultViewport: { width: 1280, height: 720 },
      extraPrefsFirefox: {
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        // The list of downloads would take the focus from the page.
        'browser.download.alwaysOpenPanel': false,
        // Save JSON files without asking.
        'browser.helperApps.neverAsk.saveToDisk': 'application/json',
      },
    });
    try {
      const page = await browser.newPage();
      await use(new FirefoxApp(page, downloads));
    } finally {
      await browser.close();
      if (existsSync(downloads)) rmSync(downloads, { recursive: true, force: true });
    }
  },
});
