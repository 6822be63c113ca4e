import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { EXIT, ExitError, withExitStatus } from '../shared/exit-error.mjs';
import { withMarkedText } from '../shared/marked-text.mjs';
import { root } from '../shared/paths.mjs';
import { runTool } from '../shared/plain-error.mjs';
import { parsedArguments } from '../shared/parsed-arguments.mjs';
import { PEERS } from './fetch-peers.mjs';

const HELP = `npm run bench [-- options]

How fast the app is. Milliseconds are this machine's, so compare the ratios: each divides two times of the same frame, or of
the same run.

  --parts A,B       frame: a whole frame beside the bare model and pose-detection
                    live: readings a second before a camera, 640 and 1280 wide, and two sets of one visit
                    start: the first visit and the next over 20 Mbit/s
                    history: lists with 100 sets and with many
                    memory: what many frames leave behind
                    session: the phases of a set, beside every network on every frame     (frame)
  --peers           also measure other packages, which are fetched for it
  --model A,B       lite, full, heavy                                         (full)
  --backend NAME    wasm, webgl or webgpu                                     (wasm)
  --frames N        of each clip                                              (30)
  --memory N        frames of the part memory                                 (10000)
  --sets N          sets of the part history                                  (10000)
  --json FILE       write all figures there
  --write           write the tables into docs/performance.md
  --help            this text

Exit status: 0 done; 1 something unforeseen; 2 wrong use.`;

const PARTS = ['frame', 'live', 'start', 'history', 'memory', 'session'];
const MODELS = /** @type {const} */ (['lite', 'full', 'heavy']);
const BACKENDS = /** @type {const} */ (['wasm', 'webgl', 'webgpu']);

/** @param {string} problem */
const usage = (problem) => new ExitError(EXIT.usage, `${problem}. "npm run bench -- --help" shows how.`);

/**
 * @template {string} Name
 * @param {string} option @param {string} text @param {readonly Name[]} known @returns {Name[]}
 */
const namesIn = (option, text, known) =>
  text.split(',').map((name) => {
    const found = known.find((one) => one === name);
    if (found === undefined) throw usage(`${option} is "${text}", but it knows ${known.join(', ')}`);
    return found;
  });

/** @param {string} option @param {string} text */
const countIn = (option, text) => {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw usage(`${option} is "${text}", but it is a whole number from 1 on`);
};

/** @param {readonly string[]} args */
function readArguments(args) {
  const { values } = parsedArguments(
    {
      args: [...args],
      options: {
        parts: { type: 'string', default: 'frame' },
        peers: { type: 'boolean', default: false },
        model: { type: 'string', default: 'full' },
        backend: { type: 'string', default: 'wasm' },
        frames: { type: 'string', default: '30' },
        memory: { type: 'string', default: '10000' },
        sets: { type: 'string', default: '10000' },
        json: { type: 'string' },
        write: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    },
    usage,
  );
  const [backend = 'wasm'] = namesIn('--backend', values.backend, BACKENDS);
  return {
    help: values.help,
    json: values.json,
    write: values.write,
    peers: values.peers,
    parts: namesIn('--parts', values.parts, PARTS),
    models: namesIn('--model', values.model, MODELS),
    backend,
    frames: countIn('--frames', values.frames),
    memory: countIn('--memory', values.memory),
    sets: countIn('--sets', values.sets),
  };
}

/**
 * `npm run bench`.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(() => withExitStatus(() => bench(args)));
}

/** @typedef {ReturnType<typeof readArguments> & { say: (line: string) => void }} Wish */

/** @typedef {{ figures: object, lines: readonly string[] }} Part its figures, and its tables */

/** @type {Readonly<Record<string, (wish: Wish) => Promise<Part>>>} */
const RUN = {
  frame: frameRun,
  live: async ({ models: [model = 'full'], say }) => {
    const { liveFigures, liveTable } = await import('./live-part.mjs');
    const live = await liveFigures({ model, say });
    return { figures: { live }, lines: liveTable(live) };
  },
  start: async ({ models: [model = 'full'], say }) => {
    const { startFigures, startTable } = await import('./start-part.mjs');
    const start = await startFigures({ model, say });
    return { figures: { start }, lines: startTable(start) };
  },
  history: async ({ sets, say }) => {
    const { historyFigures, historyTable } = await import('./history-part.mjs');
    const history = await historyFigures({ many: sets, say });
    return { figures: { history }, lines: historyTable(history, sets) };
  },
  session: async ({ models: [model = 'full'], say }) => {
    const { measureSession } = await import('./session-part.mjs');
    const { sessionTable } = await import('./session-figures.mjs');
    const session = await measureSession({ model, say });
    return { figures: { session }, lines: sessionTable(session) };
  },
  memory: async ({ models: [size = 'full'], backend, memory: frames, say }) => {
    const { measureMemory } = await import('./frame-part.mjs');
    const { memoryGrowth } = await import('./bench-report.mjs');
    const marks = await measureMemory({ size, backend, frames, say });
    const growth = memoryGrowth(marks);
    const line = growth
      ? `Over ${growth.frames} frames: ${growth.tensors} tensors more, ${growth.tensorBytes} bytes of tensors more, ${growth.heapBytes ?? 'an unknown number of'} bytes of heap more.`
      : 'Too few frames to tell.';
    return { figures: { memory: { growth, marks } }, lines: [line] };
  },
};

/** @param {Wish} wish @returns {Promise<Part>} */
async function frameRun({ models, backend, frames, peers, say }) {
  const { measureFrames } = await import('./frame-part.mjs');
  const { frameFigures, frameTables } = await import('./bench-report.mjs');
  const names = peers ? Object.keys(PEERS) : [];
  if (peers) {
    const { fetchPeers } = await import('./fetch-peers.mjs');
    say(`fetching ${Object.values(PEERS).join(', ')}`);
    await fetchPeers();
  }
  /** @type {Record<string, object>} */
  const bySize = {};
  /** @type {string[]} */
  const lines = [];
  for (const size of models) {
    const clips = await measureFrames({ size, backend, frames, peers: names, say });
    const all = Object.values(clips).flat();
    bySize[size] = { ...frameFigures(all), clips };
    lines.push(...(lines.length > 0 ? [''] : []), ...frameTables(all, `${size} on ${backend}`));
  }
  return { figures: { ...(bySize['full'] ?? bySize[models[0] ?? '']), bySize }, lines };
}

/** @param {readonly string[]} args */
async function bench(args) {
  const { help, json, write, ...wish } = readArguments(args);
  if (help) {
    console.log(HELP);
    return;
  }
  /** @param {string} line */
  const say = (line) => console.error(`truehip: ${line}`);
  await ensureInstalled({ say });
  /** @type {Record<string, unknown>} */
  const figures = {};
  for (const part of wish.parts) {
    const before = loadavg()[0] ?? 0;
    const found = await RUN[part]?.({ help, json, write, ...wish, say });
    const machine = `${availableParallelism()} cores; load ${before.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after.`;
    const lines = [...(found?.lines ?? []), '', machine];
    console.log(`\n${lines.join('\n')}`);
    Object.assign(figures, found?.figures);
    if (write) await writeTables(part, lines);
  }
  if (json) await writeFile(json, `${JSON.stringify(figures)}\n`);
}

/** @param {string} part @param {readonly string[]} lines */
async function writeTables(part, lines) {
  const file = join(root, 'docs', 'performance.md');
  const marks = { begin: `<!-- bench:${part} -->`, end: `<!-- /bench:${part} -->` };
  const page = withMarkedText(await readFile(file, 'utf8'), marks, lines.join('\n'));
  if (page === null) throw new Error(`docs/performance.md has no marks for ${part}`);
  await writeFile(file, page);
}
