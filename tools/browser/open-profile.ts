import { launch } from 'puppeteer-core';
import { chromiumArgs, ensureChromium, FUNCTION_NAMES } from './find-chromium.ts';

/** Starting a browser and loading a model takes seconds, or a minute where the machine is busy (ms). */
export const PATIENCE = 90_000;

/** Flags of the browser's drivers that keep a hidden page as fast as one in front, which nobody's browser does. */
export const THROTTLING_OFF = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** A headless Chromium with a profile that is kept, which is driven so that its processes and its memory can be looked at. */
export async function openProfile({ args = [], profile }: { args?: readonly string[]; profile: string }) {
  const browser = await launch({
    executablePath: await ensureChromium(),
    userDataDir: profile,
    headless: true,
    ignoreDefaultArgs: THROTTLING_OFF,
    timeout: PATIENCE,
    protocolTimeout: 2 * PATIENCE,
    args: [...chromiumArgs, ...args],
    defaultViewport: { width: 1280, height: 720 },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  return {
    browser,
    /** A page in which functions of the tools can run. */
    newPage: async () => {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(FUNCTION_NAMES);
      return page;
    },
  };
}
