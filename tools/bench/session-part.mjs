import { setTimeout as wait } from 'node:timers/promises';
import { DRILL, visitApp } from './app-visit.mjs';
import { sessionFigures } from './session-figures.mjs';

/**
 * Seconds that each phase is watched; then the set goes on to the next. Frames are spared after two still seconds of a
 * stretch.
 */
const WATCHED = 20;
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
 * One side of a set before the camera, every phase watched for a while: what the workers do in it.
 * @param {{ model: import('../../src/storage/storage-contract.ts').ModelChoice, say: (line: string) => void }} options
 */
export const measureSession = ({ model, say }) =>
  visitApp(async ({ url, open, steps: { openApp, startSet } }) => {
    const { browser } = await open({ size: [640, 360] });
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
    /** @param {string} kind @param {number | null} length @param {() => Promise<boolean>} goesOn @param {number} most seconds */
    const watch = async (kind, length, goesOn, most) => {
      const start = await page.evaluate(takeNotes);
      let seconds = 0;
      while (seconds < most && (await goesOn())) {
        await wait(100);
        seconds = ((await page.evaluate(() => performance.now())) - start.at) / 1000;
      }
      const { notes, at } = await page.evaluate(takeNotes);
      watched.push({ kind, length, seconds: (at - start.at) / 1000, notes });
    };
    for (let i = 0; i < MOST_PHASES; i++) {
      const phase = await page.evaluate(phaseNow);
      if (phase === null || phase.kind === 'turn') break;
      say(`session, ${phase.kind}, round ${phase.round}`);
      const isIn = async () => JSON.stringify(await page.evaluate(phaseNow)) === JSON.stringify(phase);
      // A reference pose takes as long as it takes.
      await watch(phase.kind, phase.length, isIn, phase.length === null ? 60 : WATCHED);
      if (await isIn()) await page.evaluate(() => document.querySelector('th-app')?.services.session.skip());
      if (phase.kind !== 'passive' || phase.round > 1) continue;
      await page.evaluate(() => document.querySelector('th-app')?.services.session.pause());
      await watch('a break', 0, async () => true, BREAK);
      await page.evaluate(() => document.querySelector('th-app')?.services.session.resume());
      const other = await browser.newPage();
      await other.bringToFront();
      await watch('hidden page', 0, async () => true, BREAK);
      await other.close();
      await page.bringToFront();
    }
    return sessionFigures(watched);
  });
