/**
 * A page that Lighthouse looks at. The states of a set come first, because later pages need the stored set.
 * @typedef {object} LighthousePage
 * @property {string} name
 * @property {string} [hash] its address; `SET` stands for the id of the demo's stored set, `DAY` for its day
 * @property {(page: import('puppeteer-core').Page) => Promise<void>} [reach] opens a page that has no address
 */

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} stage of the session, or 'summary'
 * @param {number} patience ms
 */
async function untilStage(page, stage, patience) {
  await page.waitForFunction(
    (wanted) => {
      /** @type {any} */
      const app = document.querySelector('th-app');
      return wanted === 'summary'
        ? location.hash.startsWith('#/set/')
        : app?.services?.session.snapshot.stage === wanted;
    },
    { timeout: patience },
    stage,
  );
}

/** Milliseconds. On a slow machine a model loads within a minute, and the demo takes half a minute. */
const PATIENCE = 180_000;

/** @type {readonly LighthousePage[]} */
const STATES = [
  {
    name: 'set-up',
    reach: async (page) => {
      await page.waitForSelector('th-app >>> th-home >>> button.primary');
      await page.click('th-app >>> th-home >>> button.primary');
      await untilStage(page, 'placing', PATIENCE);
    },
  },
  {
    name: 'set',
    reach: async (page) => {
      await page.keyboard.press('Space');
      await untilStage(page, 'running', PATIENCE);
    },
  },
  {
    name: 'summary with replay, as it opens',
    reach: (page) => untilStage(page, 'summary', PATIENCE),
  },
];

/** @type {readonly LighthousePage[]} */
const ADDRESSES = [
  { name: 'home', hash: '#/' },
  { name: 'drill', hash: '#/drill/supine-sleeper' },
  { name: 'timer drill', hash: '#/drill/soft-tissue-ball' },
  { name: 'summary with replay', hash: '#/set/SET' },
  { name: 'report', hash: '#/report/SET' },
  { name: 'history, export and import', hash: '#/history' },
  { name: 'day', hash: '#/day/DAY' },
  { name: 'trends', hash: '#/trends' },
  { name: 'settings', hash: '#/settings' },
  { name: 'programmes', hash: '#/programmes' },
  { name: 'programme', hash: '#/programme/hip-ir-strength' },
  { name: 'part of a programme', hash: '#/programme/hip-ir-strength/1' },
  { name: 'week', hash: '#/week' },
  { name: 'offline', hash: '#/offline' },
  { name: 'diagnostics', hash: '#/diagnostics' },
];

export const lighthousePages = Object.freeze({ states: STATES, addresses: ADDRESSES });
