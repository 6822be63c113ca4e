import { setTimeout as wait } from 'node:timers/promises';
import { fakeVoice } from '../browser/fake-voice.ts';
import { seededChance } from '../shared/seeded-chance.ts';
import { defineCommand, whole } from '../shared/command.ts';
import { memoryOf } from './process-tree.ts';
import { FAULTS, poseWorker, type Fault, type Scene } from './soak-faults.ts';
import { SOAK_PAGE, type SoakHandle } from './soak-page.ts';
import { judgeSoak, soakLines, unheard, wrongIn, type Rest, type SoakRun, type SoakSet } from './soak-report.ts';
import { watchPage } from './soak-watch.ts';
import {
  isRecorded,
  noteReadings,
  openApp,
  showHome,
  stageOf,
  startSet,
  startWithoutCamera,
  storedState,
  untilStage,
  untilThere,
  visitApp,
  type AppBrowser,
  type ReadingNote,
} from './app-browser.ts';
import type { Settings } from '../../src/storage/storage-contract.ts';
import type { CDPSession, Page, WebWorker } from 'puppeteer-core';

const command = defineCommand({
  name: 'soak',
  about:
    'Set after set in one browser, with faults at random: no lost or wrong record, no phase unheard, no empty page, no unhandled error, no growth, no request off-origin.',
  options: {
    minutes: whole('N', 'how long', 20),
    seed: whole('S', 'other faults with every seed', 1),
  },
  more: 'Exit status: 0 it held; 1 it did not; 2 wrong use.',
});

/** Drills with different networks and checks. What the camera shows fits the first; the others must live with it. */
const DRILLS = ['supine-sleeper', 'supine-ir-pulses-feet-lifted', 'supine-sleeper', 'ninety-ninety-stretch'];
/** Sets in a row that could not be run to their end, after which there is nothing more to learn. */
const MOST_FAILURES = 3;
/** Signs on a page that is not empty. */
const LEAST_TEXT = 40;
/** Between the press of a key and its step on a busy machine, seconds. */
const MOST_OFF = 3;
/** A sixth of the time, and at most ten minutes, a set runs behind another tab; seconds. */
const behindFor = (minutes: number) => Math.min(600, 10 * minutes);
/** A stretch that lasts so long, with loud tones. */
const PRESET = {
  passive: 120,
  pailsRamp: 10,
  pailsHold: 5,
  rails: 15,
  sink: 15,
  rest: 15,
  rounds: 5,
  reps: 1,
  effort: [0.4, 0.6],
} as const;
const LOUD = {
  muted: false,
  side: 'left',
  presets: { 'supine-sleeper/prep': PRESET },
} as const satisfies Partial<Settings>;

/** Of the voice, words a second. */
const PACE = 2.6;

/** How a set ends. Each leaves the app running. */
const ENDS: readonly { name: string; reloads: boolean; act: (scene: Scene) => Promise<void> }[] = [
  { name: 'stopped by key', reloads: false, act: stopByKey },
  { name: 'stopped by key', reloads: false, act: stopByKey },
  { name: 'skipped to its end', reloads: false, act: skipToEnd },
  { name: 'skipped to its end', reloads: false, act: skipToEnd },
  { name: 'reloaded', reloads: true, act: reload },
];

async function stopByKey({ page }: Scene) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await untilStage(page, ['finished', 'idle']);
}

async function skipToEnd({ page }: Scene) {
  for (let tries = 0; tries < 100 && (await stageOf(page)) === 'running'; tries += 1) {
    await page.keyboard.press('ArrowRight');
    await wait(100);
  }
  if ((await stageOf(page)) === 'running') throw new Error('a set does not end by skipping');
}

async function reload({ page }: Scene) {
  await page.reload({ waitUntil: 'domcontentloaded' });
  await untilThere(page);
}

/** @param now told what is broken now */
async function breakThings(scene: Scene, now: (fault: Fault | null) => void) {
  const { page, chance } = scene;
  const done: string[] = [];
  const empty: string[] = [];
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
    const shown = await whereIs(page);
    if (shown.length < LEAST_TEXT) empty.push(`the page was "${shown}" after: ${fault.name}`);
  }
  await wait(1000 + 2000 * chance());
  return { done, empty };
}

/** @param notes of the readings; emptied here */
async function runSet(scene: Scene, notes: ReadingNote[], now: (fault: Fault | null) => void): Promise<SoakSet> {
  const { page, chance } = scene;
  const before = await storedState(page);
  notes.length = 0;
  await startSet(page, DRILLS[Math.floor(chance() * DRILLS.length)] ?? 'supine-sleeper');
  if ((await stageOf(page)) === 'failed') throw new Error('a set could not be started');
  const begun = Date.now();
  const { done: faults, empty } = await breakThings(scene, now);
  const end = ENDS[Math.floor(chance() * ENDS.length)];
  const seconds = (Date.now() - begun) / 1000;
  const unsaid = await unsaidIn(page);
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
    wrong: [...empty, ...unsaid, ...(after.newest ? wrongIn(after.newest) : [])].map(
      (text) => `${text} (${faults.join(', ')})`,
    ),
  };
}

/** Phases of the set so far that nobody could hear begin. Emptied here. */
async function unsaidIn(page: Page): Promise<readonly string[]> {
  const { begun, heard } = await page.evaluate(() => {
    const { soak: handle } = window as unknown as { soak: SoakHandle };
    return { begun: handle.begun.splice(0), heard: handle.heard.splice(0) };
  });
  return unheard(begun, heard);
}

/** A soak answers for the browser whether a page is hidden. */
const hide = (page: Page, hidden: boolean) =>
  page.evaluate((to) => (window as unknown as { soak: SoakHandle }).soak.hide(to), hidden);

/** A set that only keeps the time, really behind another tab: no phase is lost, and the record has the time that passed. */
async function runBehind(scene: Scene, open: AppBrowser, seconds: number): Promise<SoakSet> {
  const { page } = scene;
  const before = await storedState(page);
  await startWithoutCamera(page, 'supine-sleeper');
  const begun = Date.now();
  const other = await open.newPage();
  await other.bringToFront();
  await hide(page, true);
  await wait(1000 * seconds);
  await other.close();
  await page.bringToFront();
  await hide(page, false);
  const unsaid = await unsaidIn(page);
  const passed = (Date.now() - begun) / 1000;
  await stopByKey(scene);
  await showHome(page);
  const after = await storedState(page);
  const lasted = after.newest?.phases.at(-1)?.end ?? 0;
  const isOff = Math.abs(lasted - passed) > MOST_OFF;
  return {
    faults: [`${Math.round(seconds)} s behind another tab`],
    end: 'stopped by key',
    seconds: passed,
    readings: 0,
    recorded: after.newest?.phases.length ?? 0,
    restarts: 0,
    added: after.ids.length - before.ids.length,
    unsaved: after.unsaved,
    damaged: after.damaged,
    wrong: [
      ...unsaid,
      ...(after.newest ? wrongIn(after.newest) : []),
      ...(isOff ? [`${passed.toFixed(1)} s passed behind a tab, and the record has ${lasted.toFixed(1)}`] : []),
    ],
  };
}

/** Where the page is and what it shows, for a complaint. */
async function whereIs(page: Page) {
  const shown = page.evaluate(() => {
    const text = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (node instanceof HTMLStyleElement || (node instanceof Element && !node.checkVisibility())) return '';
      const top = (node instanceof Element && node.shadowRoot) || node;
      return [...top.childNodes].map(text).join(' ');
    };
    return `${location.hash} ${text(document.body)}`.replaceAll(/\s+/g, ' ').slice(0, 600);
  });
  return Promise.race([shown.catch(() => 'gone'), wait(5000, 'not answering')]);
}

async function heapOf(client: CDPSession) {
  await client.send('HeapProfiler.collectGarbage');
  return (await client.send('Runtime.getHeapUsage')).usedSize / 1e6;
}

async function measureRest(scene: Scene, life: number, numberOf: (worker: WebWorker) => number): Promise<Rest> {
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

interface SoakWish {
  readonly minutes: number;
  readonly seed: number;
  /** Of the served app; absent: it is served here. */
  readonly url?: string;
  readonly onSet?: (set: SoakSet, rest: Rest) => void;
  /** A set could not be run to its end. */
  readonly onBreak?: (why: string) => void;
}

/** Runs set after set in one browser and breaks things at random. */
export const soak = ({ minutes, seed, url, onSet, onBreak }: SoakWish): Promise<SoakRun> =>
  visitApp(url, async (address, openBrowser) => {
    const open = await openBrowser();
    const sets: SoakSet[] = [];
    const rests: Rest[] = [];
    const page = await open.newPage();
    const origin = new URL(address).origin;
    const seen = watchPage(open.browser, page, origin);
    await page.evaluateOnNewDocument(fakeVoice, { language: 'en-GB', pace: PACE });
    for (const script of SOAK_PAGE) await page.evaluateOnNewDocument(script);
    let life = 0;
    page.on('domcontentloaded', () => (life += 1));
    const notes: ReadingNote[] = [];
    const client = await page.createCDPSession();
    await client.send('Performance.enable');
    await client.send('Network.enable');
    const listen = await noteReadings(page, (note) => notes.push(note));
    const workers = new Map<WebWorker, number>();
    const numberOf = (worker: WebWorker) => {
      workers.set(worker, workers.get(worker) ?? workers.size + 1);
      return workers.get(worker) ?? 0;
    };
    const scene = { page, client, origin, processes: open.processes, chance: seededChance(seed) };
    await openApp(page, address, LOUD);
    await listen();
    const until = Date.now() + 60_000 * minutes;
    for (let failures = 0; Date.now() < until && failures < MOST_FAILURES; ) {
      const before = life;
      try {
        const isBehind = sets.length === 1;
        const set = isBehind
          ? await runBehind(scene, open, behindFor(minutes))
          : await runSet(scene, notes, (fault) => (seen.cutOff = fault?.name === 'offline'));
        if (life !== before) await listen();
        const rest = await measureRest(scene, life, numberOf);
        sets.push(set);
        rests.push(rest);
        onSet?.(set, rest);
        failures = 0;
      } catch (error) {
        failures += 1;
        const text = error instanceof Error ? error.message : String(error);
        const why = `set ${sets.length + 1} broke off: ${text}; the page was ${await whereIs(page)}`;
        onBreak?.(why);
        seen.errors.push(why);
        await openApp(page, address, LOUD);
        await listen();
      }
    }
    return { sets, rests, ...seen };
  });

/** `npm run soak`. */
export async function main(args: readonly string[]): Promise<number | void> {
  const given = command.read(args);
  if (given === 'help') return command.printHelp();
  const { minutes, seed } = given.values;
  const run = await soak({
    minutes,
    seed,
    onSet: ({ faults, end, readings, seconds, wrong }, { heap, nodes, memory }) =>
      console.log(
        `${faults.join(', ') || 'no fault'}; ${end}; ${(readings / seconds).toFixed(1)} readings a second; heap ${heap.toFixed(1)} MB, ${nodes} nodes, memory ${memory?.toFixed(0) ?? '?'} MB${wrong.map((one) => `; WRONG: ${one}`).join('')}`,
      ),
    onBreak: (why) => console.log(why),
  });
  const verdict = judgeSoak(run);
  for (const line of soakLines(verdict, run)) console.log(line);
  return verdict.complaints.length === 0 ? 0 : 1;
}
