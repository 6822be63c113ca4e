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
import { memoryOf } from './process-tree.mjs';
import { FAULTS, poseWorker } from './soak-faults.mjs';
import { SOAK_PAGE } from './soak-page.mjs';
import { judgeSoak, soakLines } from './soak-report.mjs';
import { watchPage } from './soak-watch.mjs';

/**
 * @typedef {import('./soak-faults.mjs').Scene} Scene
 * @typedef {import('./soak-faults.mjs').Fault} Fault
 * @typedef {import('./soak-report.mjs').SoakSet} SoakSet
 * @typedef {import('./soak-report.mjs').Rest} Rest
 * @typedef {import('./soak-report.mjs').SoakRun} SoakRun
 * @typedef {import('./app-browser.mjs').ReadingNote} ReadingNote
 */

const usage = 'npm run soak [-- --minutes N] [--seed S]';
/** Drills with different networks and checks. What the camera shows fits the first; the others must live with it. */
const DRILLS = ['supine-sleeper', 'supine-ir-pulses-feet-lifted', 'supine-sleeper', 'ninety-ninety-stretch'];
const CLIP = join(root, 'tests', 'clips', 'supine-sleeper-clean-far.webm');
/** Sets in a row that could not be run to their end, after which there is nothing more to learn. */
const MOST_FAILURES = 3;

/** The steps with the app; imported late, because a package may have been missing until then. */
const steps = () => import('./app-browser.mjs');

/**
 * How a set ends. Each leaves the app running.
 * @type {readonly { name: string, reloads: boolean, act: (scene: Scene) => Promise<void> }[]}
 */
const ENDS = [
  { name: 'stopped by key', reloads: false, act: stopByKey },
  { name: 'stopped by key', reloads: false, act: stopByKey },
  { name: 'skipped to its end', reloads: false, act: skipToEnd },
  { name: 'skipped to its end', reloads: false, act: skipToEnd },
  { name: 'reloaded', reloads: true, act: reload },
];

/** @param {Scene} scene */
async function stopByKey({ page }) {
  const { untilStage } = await steps();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await untilStage(page, ['finished', 'idle']);
}

/** @param {Scene} scene */
async function skipToEnd({ page }) {
  const { stageOf } = await steps();
  for (let tries = 0; tries < 100 && (await stageOf(page)) === 'running'; tries += 1) {
    await page.keyboard.press('ArrowRight');
    await wait(100);
  }
  if ((await stageOf(page)) === 'running') throw new Error('a set does not end by skipping');
}

/** @param {Scene} scene */
async function reload({ page }) {
  const { untilThere } = await steps();
  await page.reload({ waitUntil: 'domcontentloaded' });
  await untilThere(page);
}

/** @param {Scene} scene @param {(fault: Fault | null) => void} now told what is broken now */
async function breakThings(scene, now) {
  const { stageOf } = await steps();
  const { page, chance } = scene;
  /** @type {string[]} */
  const done = [];
  for (let left = 1 + Math.floor(4 * chance()); left > 0; left -= 1) {
    await wait(1000 + 3000 * chance());
    const fault = FAULTS[Math.floor(chance() * FAULTS.length)];
    if (!fault || (await stageOf(page)) !== 'running') break;
    done.push(fault.name);
    now(fault);
    try {
      await fault.begin(scene);
      await wait(2000 + 4000 * chance());
    } finally {
      await fault.end?.(scene);
      now(null);
    }
  }
  await wait(1000 + 2000 * chance());
  return done;
}

/**
 * @param {Scene} scene
 * @param {ReadingNote[]} notes of the readings; emptied here
 * @param {(fault: Fault | null) => void} now
 * @returns {Promise<SoakSet>}
 */
async function runSet(scene, notes, now) {
  const { isRecorded, startSet, stageOf, storedState, showHome } = await steps();
  const { page, chance } = scene;
  const before = await storedState(page);
  notes.length = 0;
  await startSet(page, DRILLS[Math.floor(chance() * DRILLS.length)] ?? 'supine-sleeper');
  if ((await stageOf(page)) === 'failed') throw new Error('a set could not be started');
  const begun = Date.now();
  const faults = await breakThings(scene, now);
  const end = ENDS[Math.floor(chance() * ENDS.length)];
  const seconds = (Date.now() - begun) / 1000;
  if ((await stageOf(page)) === 'running') await end?.act(scene);
  await showHome(page);
  const after = await storedState(page);
  return {
    faults,
    end: end?.name ?? '',
    seconds,
    readings: notes.length,
    recorded: notes.filter(isRecorded).length,
    restarts: notes.at(-1)?.restarts ?? 0,
    added: after.ids.length - before.ids.length,
    unsaved: after.unsaved,
    damaged: after.damaged,
  };
}

/** Where the page is and what it shows, for a complaint. @param {import('puppeteer-core').Page} page */
async function whereIs(page) {
  const shown = page.evaluate(() => {
    /** @param {Node} node @returns {string} */
    const text = (node) => {
      if (node instanceof Text) return node.data;
      if (node instanceof HTMLStyleElement || (node instanceof Element && !node.checkVisibility())) return '';
      const top = (node instanceof Element && node.shadowRoot) || node;
      return [...top.childNodes].map(text).join(' ');
    };
    return `${location.hash} ${text(document.body)}`.replaceAll(/\s+/g, ' ').slice(0, 600);
  });
  return Promise.race([shown.catch(() => 'gone'), wait(5000, 'not answering')]);
}

/** @param {import('puppeteer-core').CDPSession} client */
async function heapOf(client) {
  await client.send('HeapProfiler.collectGarbage');
  return (await client.send('Runtime.getHeapUsage')).usedSize / 1e6;
}

/**
 * @param {Scene} scene
 * @param {number} life
 * @param {(worker: import('puppeteer-core').WebWorker) => number} numberOf
 * @returns {Promise<Rest>}
 */
async function measureRest(scene, life, numberOf) {
  const { client, processes } = scene;
  const heap = await heapOf(client);
  const { metrics } = await client.send('Performance.getMetrics');
  const worker = poseWorker(scene);
  return {
    life,
    heap,
    nodes: metrics.find(({ name }) => name === 'Nodes')?.value ?? 0,
    worker: worker ? numberOf(worker) : 0,
    // A worker that a fault has ended does not answer.
    workerHeap: worker ? await Promise.race([heapOf(worker.client).catch(() => null), wait(5000, null)]) : null,
    memory: memoryOf(processes()),
  };
}

/**
 * Runs set after set in one browser and breaks things at random.
 * @param {object} options
 * @param {number} options.minutes
 * @param {number} options.seed
 * @param {string} [options.url] of the served app; absent: it is served here
 * @param {(set: SoakSet, rest: Rest) => void} [options.onSet]
 * @param {(why: string) => void} [options.onBreak] a set could not be run to its end
 * @returns {Promise<SoakRun>}
 */
export async function soak({ minutes, seed, url, onSet = () => undefined, onBreak = () => undefined }) {
  const { noteReadings, openApp, openBrowser } = await steps();
  const executablePath = await ensureChromium();
  const server = url === undefined ? await serveDist() : null;
  const address = url ?? server?.url ?? '';
  const profile = mkdtempSync(join(tmpdir(), 'truehip-soak-'));
  const open = await openBrowser({ executablePath, profile, clip: CLIP });
  /** @type {SoakSet[]} */
  const sets = [];
  /** @type {Rest[]} */
  const rests = [];
  try {
    const page = await open.browser.newPage();
    const origin = new URL(address).origin;
    const seen = watchPage(open.browser, page, origin);
    for (const script of SOAK_PAGE) await page.evaluateOnNewDocument(script);
    let life = 0;
    page.on('domcontentloaded', () => (life += 1));
    /** @type {ReadingNote[]} */
    const notes = [];
    const client = await page.createCDPSession();
    await client.send('Performance.enable');
    await client.send('Network.enable');
    const listen = await noteReadings(page, (note) => notes.push(note));
    /** @type {Map<import('puppeteer-core').WebWorker, number>} */
    const workers = new Map();
    const numberOf = (/** @type {import('puppeteer-core').WebWorker} */ worker) => {
      workers.set(worker, workers.get(worker) ?? workers.size + 1);
      return workers.get(worker) ?? 0;
    };
    const scene = { page, client, origin, processes: open.processes, chance: seededChance(seed) };
    await openApp(page, address);
    await listen();
    const until = Date.now() + 60_000 * minutes;
    for (let failures = 0; Date.now() < until && failures < MOST_FAILURES; ) {
      const before = life;
      try {
        const set = await runSet(scene, notes, (fault) => (seen.cutOff = fault?.name === 'offline'));
        if (life !== before) await listen();
        const rest = await measureRest(scene, life, numberOf);
        sets.push(set);
        rests.push(rest);
        onSet(set, rest);
        failures = 0;
      } catch (error) {
        failures += 1;
        const text = error instanceof Error ? error.message : String(error);
        const why = `set ${sets.length + 1} broke off: ${text}; the page was ${await whereIs(page)}`;
        onBreak(why);
        seen.errors.push(why);
        await openApp(page, address);
        await listen();
      }
    }
    return { sets, rests, ...seen };
  } finally {
    await open.kill();
    await server?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** `npm run soak`. @param {readonly string[]} args */
export function main(args) {
  return runTool(async () => {
    const { minutes, seed } = wholeNumbers(args, { minutes: 20, seed: 1 }, usage);
    await ensureInstalled();
    const run = await soak({
      minutes,
      seed,
      onSet: ({ faults, end, readings, seconds }, { heap, memory }) =>
        console.log(
          `${faults.join(', ') || 'no fault'}; ${end}; ${(readings / seconds).toFixed(1)} readings a second; heap ${heap.toFixed(1)} MB, memory ${memory?.toFixed(0) ?? '?'} MB`,
        ),
      onBreak: (why) => console.log(why),
    });
    const verdict = judgeSoak(run);
    const file = join(root, 'tests', 'out', `soak-${seed}.json`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify({ minutes, seed, load: loadavg(), ...verdict, run }, null, 1)}\n`);
    for (const line of soakLines(verdict, run)) console.log(line);
    return verdict.complaints.length === 0 ? 0 : 1;
  });
}
