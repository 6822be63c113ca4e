import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureChromium } from '../browser/find-chromium.mjs';
import { serveDist } from '../browser/serve-dist.mjs';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { root } from '../shared/paths.mjs';
import { runTool } from '../shared/plain-error.mjs';
import { seededChance } from '../shared/seeded-chance.mjs';
import { wholeNumbers } from '../shared/whole-numbers.mjs';
import { judgeKills, killLines, lossOf } from './kills-report.mjs';

/** @typedef {import('./kills-report.mjs').Kill} Kill */

const usage = 'npm run kills [-- --count N] [--seed S]';
const DRILL = 'supine-sleeper';
const CLIP = join(root, 'tests', 'clips', 'supine-sleeper-clean-far.webm');
/** A kill comes at a random moment of so many seconds. */
const LATEST = 12;
/** Milliseconds for what the dead browser had sent already. */
const LAST_WORDS = 300;
/**
 * Kills the whole browser again and again in the middle of a set, and looks at what is left at the next start.
 * @param {object} options
 * @param {number} options.count
 * @param {number} options.seed
 * @param {string} [options.url] of the served app; absent: it is served here
 * @param {(kill: Kill, at: number) => void} [options.onKill]
 * @returns {Promise<readonly Kill[]>}
 */
export async function killBrowsers({ count, seed, url, onKill = () => undefined }) {
  // Imported late, because its package may have been missing until now.
  const { isRecorded, noteReadings, openApp, openBrowser, startSet, storedState } = await import('./app-browser.mjs');
  const executablePath = await ensureChromium();
  const server = url === undefined ? await serveDist() : null;
  const address = url ?? server?.url ?? '';
  const profile = mkdtempSync(join(tmpdir(), 'truehip-kills-'));
  const chance = seededChance(seed);
  /** @type {Kill[]} */
  const kills = [];
  /** @type {Awaited<ReturnType<typeof openBrowser>> | null} */
  let open = null;
  /** @type {Pick<Kill, 'after' | 'readings' | 'lastSeen'> | null} */
  let before = null;
  let known = 0;
  try {
    for (let at = 0; at <= count; at += 1) {
      open = await openBrowser({ executablePath, profile, clip: CLIP, cameraUntil: 3 });
      const page = await open.browser.newPage();
      await openApp(page, address);
      const state = await storedState(page);
      if (before) {
        const added = state.ids.length - known;
        const newest = added > 0 ? state.newest : null;
        const kill = {
          ...before,
          gone: Math.max(0, before.readings - (newest?.frames ?? 0)),
          lastKept: newest?.last ?? null,
          opened: state.opened,
          kept: added === 1 && newest?.readable === true && newest.ended === 'interrupted',
          damaged: state.damaged,
          empty: state.empty,
        };
        kills.push(kill);
        onKill(kill, at);
      }
      known = state.ids.length;
      if (at === count) break;
      /** @type {import('./app-browser.mjs').ReadingNote[]} */
      const notes = [];
      const listen = await noteReadings(page, (note) => notes.push(note));
      await listen();
      await startSet(page, DRILL);
      const begun = Date.now();
      // Every second kill waits for the first recorded reading, or half of them would come too early on a busy machine.
      for (let left = at % 2 === 0 ? 600 : 0; left > 0 && !notes.some(isRecorded); left -= 1) await wait(100);
      await wait(1000 * LATEST * chance());
      await open.kill();
      const after = (Date.now() - begun) / 1000;
      await wait(LAST_WORDS);
      const recorded = notes.filter(isRecorded);
      before = { after, readings: recorded.length, lastSeen: recorded.at(-1)?.time ?? null };
      open = null;
    }
  } finally {
    await open?.kill();
    await server?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return kills;
}

/** `npm run kills`. @param {readonly string[]} args */
export function main(args) {
  return runTool(async () => {
    const { count, seed } = wholeNumbers(args, { count: 100, seed: 1 }, usage);
    await ensureInstalled();
    const kills = await killBrowsers({
      count,
      seed,
      onKill: (kill, at) =>
        console.log(
          `${at} of ${count}: after ${kill.after.toFixed(1)} s, ${kill.readings} readings, lost ${lossOf(kill).toFixed(2)} s`,
        ),
    });
    const verdict = judgeKills(kills);
    const file = join(root, 'tests', 'out', `kills-${seed}.json`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify({ seed, load: loadavg(), ...verdict, each: kills }, null, 1)}\n`);
    for (const line of killLines(verdict)) console.log(line);
    return verdict.complaints.length === 0 ? 0 : 1;
  });
}
