import { setTimeout as wait } from 'node:timers/promises';
import { DRILL, stillPerson, visitApp } from './app-visit.mjs';
import { sessionFigures } from './session-figures.mjs';

/** Seconds that each phase is watched; then the set goes on to the next. */
const WATCHED = 15;
/** Seconds of a break, and with the page hidden. */
const BREAK = 8;
/** A set of one side has about ten phases. */
const MOST_PHASES = 20;

/** @typedef {import('./session-figures.mjs').SessionNote} SessionNote */

/** Runs in the page: notes every reading of the set from now on, with its phase. */
function noteSession() {
  /** @type {SessionNote[]} */
  const notes = [];
  Object.assign(window, { sessionNotes: notes });
  document.querySelector('th-app')?.services.session.onReading(({ timings: { total, aside = 0 } }, gauge) => {
    if (gauge) notes.push({ at: performance.now(), total, aside });
  });
}

/** Runs in the page. @returns {{ notes: SessionNote[], at: number }} what was noted since the last call */
function takeNotes() {
  const { sessionNotes } = /** @type {{ sessionNotes: SessionNote[] }} */ (/** @type {unknown} */ (window));
  return { notes: sessionNotes.splice(0), at: performance.now() };
}

/** Runs in the page: which phase it is. */
function phaseNow() {
  const phase = document.querySelector('th-app')?.services.session.snapshot.gauge?.phase;
  return phase ? { kind: phase.kind, round: phase.round, side: phase.side, length: phase.length } : null;
}

/**
 * One side of a set, with every phase watched for a while: what the workers do in it.
 * @param {object} options
 * @param {import('puppeteer-core').Browser} options.browser
 * @param {string} options.url of the app
 * @param {import('./app-visit.mjs').AppVisit['steps']} options.steps
 * @param {import('../../src/storage/storage-contract.ts').ModelChoice} options.model
 * @param {(line: string) => void} options.say
 */
async function watchSet({ browser, url, steps: { openApp, startSet }, model, say }) {
  const page = await browser.newPage();
  await openApp(page, url);
  await page.evaluate(
    (name) => document.querySelector('th-app')?.services.settings.change({ model: name, goal: 'build' }),
    model,
  );
  await page.evaluate(noteSession);
  await startSet(page, DRILL);
  /** @type {import('./session-figures.mjs').WatchedPhase[]} */
  const watched = [];
  /** @param {{ kind: string, round: number, length: number | null }} phase @param {() => Promise<boolean>} goesOn @param {number} most seconds */
  const watch = async ({ kind, round, length }, goesOn, most) => {
    const start = await page.evaluate(takeNotes);
    let seconds = 0;
    while (seconds < most && (await goesOn())) {
      await wait(100);
      seconds = ((await page.evaluate(() => performance.now())) - start.at) / 1000;
    }
    const { notes, at } = await page.evaluate(takeNotes);
    watched.push({ kind, round, length, seconds: (at - start.at) / 1000, notes });
  };
  for (let i = 0; i < MOST_PHASES; i++) {
    const phase = await page.evaluate(phaseNow);
    if (phase === null || phase.kind === 'turn') break;
    say(`  ${phase.kind}, round ${phase.round}`);
    const isIn = async () => JSON.stringify(await page.evaluate(phaseNow)) === JSON.stringify(phase);
    // A reference pose takes as long as it takes.
    await watch(phase, isIn, phase.length === null ? 60 : WATCHED);
    if (await isIn()) await page.evaluate(() => document.querySelector('th-app')?.services.session.skip());
    if (phase.kind !== 'passive' || phase.round > 1) continue;
    await page.evaluate(() => document.querySelector('th-app')?.services.session.pause());
    await watch({ kind: 'a break', round: 1, length: 0 }, async () => true, BREAK);
    await page.evaluate(() => document.querySelector('th-app')?.services.session.resume());
    const other = await browser.newPage();
    await other.bringToFront();
    await watch({ kind: 'hidden page', round: 1, length: 0 }, async () => true, BREAK);
    await other.close();
    await page.bringToFront();
  }
  return watched;
}

/** Of the cameras. */
const SIZE = /** @type {const} */ ([640, 360]);

/**
 * One side of a set before a camera that shows somebody who moves again and again, and before one that shows a still person.
 * @param {{ model: import('../../src/storage/storage-contract.ts').ModelChoice, say: (line: string) => void }} options
 */
export async function measureSession({ model, say }) {
  /** @param {'moving' | 'still'} person */
  const before = (person) =>
    visitApp(async ({ open, ...visit }) => {
      say(`session before a camera that shows a ${person} person`);
      const camera = person === 'still' ? { cameraFile: await stillPerson(SIZE) } : { size: SIZE };
      const { browser } = await open(camera);
      return watchSet({ ...visit, browser, model, say });
    });
  return sessionFigures(await before('moving'), await before('still'));
}
