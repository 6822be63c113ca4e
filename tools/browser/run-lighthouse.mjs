import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { chromiumArgs, ensureChromium } from './find-chromium.mjs';
import { lighthousePages } from './lighthouse-pages.mjs';
import { root } from '../shared/paths.mjs';
import { runTool } from '../shared/plain-error.mjs';

const HELP = `npm run lighthouse [-- words]

Lighthouse's accessibility and best practices on every page and state of the built app, in English and in German, and whether
Chromium would install it. With words, only what has one of them in its name. Lighthouse itself (185 MB with what it needs) is
installed into tools/lighthouse when this is first run.

Exit status: 0 everything 100 and installable; 1 something is not.`;

const CATEGORIES = Object.freeze(['accessibility', 'best-practices']);
const folder = join(root, 'tools', 'lighthouse');

/**
 * @typedef {{ name: string, scores: readonly number[], faults: readonly string[] }} Outcome
 * @typedef {{ title: string, score: number | null, scoreDisplayMode: string }} Audit
 * @typedef {{ id: string, score: number | null, auditRefs: { id: string, weight: number }[] }} Category
 * @typedef {{ categories: Record<string, Category>, audits: Record<string, Audit> }} Report
 */

/**
 * @param {string} name
 * @param {Report} report
 * @returns {Outcome} scores as Lighthouse shows them, 0 to 100
 */
export function outcomeOf(name, { categories, audits }) {
  const found = CATEGORIES.flatMap((id) => categories[id] ?? []);
  const faults = found.flatMap(({ auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      return audit && weight > 0 && audit.score !== null && audit.score < 1 ? [`${id}: ${audit.title}`] : [];
    }),
  );
  return { name, scores: found.map(({ score }) => Math.round(100 * (score ?? 0))), faults };
}

/** @param {Outcome} outcome @returns {string} */
export const outcomeLine = ({ name, scores, faults }) =>
  [
    `${name.padEnd(36)} ${scores.map((score) => String(score).padStart(4)).join('')}`,
    ...faults.map((fault) => `    ${fault}`),
  ].join('\n');

/** @param {Outcome} outcome */
const isWhole = ({ scores }) => scores.length === CATEGORIES.length && scores.every((score) => score === 100);

/**
 * `npm run lighthouse`.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(async () => {
    if (args.includes('--help')) {
      console.log(HELP);
      return 0;
    }
    await ensureInstalled();
    await ensureInstalled({
      folder,
      say: () => console.error('truehip: installing Lighthouse, 185 MB, once'),
    });
    const outcomes = await lookAtAll(args);
    console.log(`\n${''.padEnd(36)} a11y, best practices`);
    for (const outcome of outcomes) console.log(outcomeLine(outcome));
    return outcomes.every(isWhole) ? 0 : 1;
  });
}

/** @param {readonly string[]} words @returns {Promise<readonly Outcome[]>} */
async function lookAtAll(words) {
  const { launch } = await import('puppeteer-core');
  const { serveDist } = await import('./serve-dist.mjs');
  const lighthouse = await import(pathToFileURL(join(folder, 'node_modules', 'lighthouse', 'core', 'index.js')).href);
  const executablePath = await ensureChromium();
  const server = await serveDist();
  const profile = await mkdtemp(join(tmpdir(), 'truehip-lighthouse-'));
  const browser = await launch({
    executablePath,
    headless: true,
    userDataDir: profile,
    args: [...chromiumArgs],
  });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 720 });
    return await lookAround(
      lighthouse,
      page,
      server.url,
      (name) => words.length === 0 || words.some((word) => name.includes(word)),
    );
  } finally {
    await browser.close();
    await server.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/**
 * The demo runs first, because it stores a set for the pages that show one.
 * @param {any} lighthouse the package
 * @param {import('puppeteer-core').Page} page
 * @param {string} url
 * @param {(name: string) => boolean} wanted
 * @returns {Promise<readonly Outcome[]>}
 */
async function lookAround(lighthouse, page, url, wanted) {
  /** @type {Outcome[]} */
  const outcomes = [];
  const keep = (/** @type {string} */ name, /** @type {{ lhr: Report }} */ { lhr }) => {
    const outcome = outcomeOf(name, lhr);
    outcomes.push(outcome);
    console.error(outcomeLine(outcome));
  };
  const flags = {
    onlyCategories: [...CATEGORIES],
    disableStorageReset: true,
    formFactor: 'desktop',
    screenEmulation: { mobile: false, width: 1280, height: 720, deviceScaleFactor: 1, disabled: false },
    throttlingMethod: 'provided',
  };
  await page.goto(url);
  for (const { name, reach } of lighthousePages.states) {
    await reach?.(page);
    if (wanted(name)) keep(name, await lighthouse.snapshot(page, { flags }));
  }
  const set = new URL(page.url()).hash.split('/')[2] ?? '';
  const day = new Date().toLocaleDateString('sv');
  for (const language of ['en', 'de']) {
    await speak(page, language);
    for (const { name, hash = '' } of lighthousePages.addresses.filter((one) => wanted(one.name))) {
      const address = `${url}/${hash.replace('SET', set).replace('DAY', day)}`;
      await page.goto('about:blank');
      keep(`${name} (${language})`, await lighthouse.navigation(page, address, { flags }));
    }
    await page.goto(url);
  }
  outcomes.push(await installability(page));
  return outcomes;
}

/** @param {import('puppeteer-core').Page} page @param {string} language */
async function speak(page, language) {
  await page.waitForSelector('th-app');
  await page.evaluate((wanted) => {
    /** @type {any} */
    const app = document.querySelector('th-app');
    return app.services.settings.change({ language: wanted });
  }, language);
}

/**
 * Whether the app can be installed. Lighthouse no longer checks this, so Chromium is asked.
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<Outcome>}
 */
async function installability(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  const session = await page.createCDPSession();
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  const { errors } = await session.send('Page.getAppManifest');
  const faults = [
    ...installabilityErrors.map(({ errorId }) => errorId),
    ...errors.map(({ message }) => message),
  ].filter((fault) => fault !== 'in-incognito');
  const score = faults.length === 0 ? 100 : 0;
  return { name: 'installable', scores: CATEGORIES.map(() => score), faults };
}
