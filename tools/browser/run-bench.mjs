import { writeFile } from 'node:fs/promises';
import { benchTable } from './bench-table.mjs';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { EXIT, ExitError, withExitStatus } from '../shared/exit-error.mjs';
import { runTool } from '../shared/plain-error.mjs';
import { progressLine } from '../shared/progress-line.mjs';
import { parsedArguments } from '../shared/parsed-arguments.mjs';

const HELP = `npm run bench [-- options]

What a frame costs: the bare pose model, our engine around it, the reference engine (pose-detection), the skeleton fit and
the surface. All of them on the same frames of one clip for each drill, in turns, in one run: what else the machine does
hits all of them alike. Compare the ratios; milliseconds are this machine's.

  --model SIZE      lite, full or heavy                                      (full)
  --backend NAME    wasm, webgl or webgpu                                    (wasm)
  --frames N        of each clip                                             (40)
  --json FILE       write the times of every frame there
  --help            this text

Exit status: 0 done; 1 something unforeseen; 2 wrong use.`;

const CHOICES = { model: ['lite', 'full', 'heavy'], backend: ['wasm', 'webgl', 'webgpu'] };
/** The first frames of a clip, which start the detectors and warm up. */
const WARM_UP = 4;
/** Every fifth frame is measured, so that the person moves between two frames. */
const STEP = 5;
const MOST_FRAMES = 45;

/** @param {string} problem */
const usage = (problem) => new ExitError(EXIT.usage, `${problem}. "npm run bench -- --help" shows how.`);

/** @param {readonly string[]} args */
function readArguments(args) {
  return parsedArguments(
    {
      args: [...args],
      options: {
        model: { type: 'string', default: 'full' },
        backend: { type: 'string', default: 'wasm' },
        frames: { type: 'string', default: '40' },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    },
    usage,
  ).values;
}

/**
 * `npm run bench`.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(() => withExitStatus(() => bench(args)));
}

/** @param {readonly string[]} args */
async function bench(args) {
  const { model, backend, frames, json, help } = readArguments(args);
  if (help) {
    console.log(HELP);
    return;
  }
  if (!CHOICES.model.includes(model)) throw usage(`--model is "${model}"`);
  if (!CHOICES.backend.includes(backend)) throw usage(`--backend is "${backend}"`);
  const count = Number(frames);
  if (!(Number.isInteger(count) && count > WARM_UP && count <= MOST_FRAMES))
    throw usage(`--frames is "${frames}", but it is a number from ${WARM_UP + 1} to ${MOST_FRAMES}`);
  const { say, show, clear } = progressLine();
  await ensureInstalled({ say });
  // Imported late, because its packages may have been missing until now.
  const { openBench } = await import('./bench-page.mjs');
  say('building the bench');
  const { page, close } = await openBench({ say });
  try {
    const clips = await page.evaluate(
      async ([size, name]) => {
        const { engineBench } = /** @type {typeof window & import('./bench-page.mjs').BenchWindow} */ (window);
        await engineBench.start(name, size);
        return [...engineBench.clips];
      },
      /** @type {const} */ ([model, backend]),
    );
    /** @type {Record<string, readonly import('./bench-page.mjs').BenchFrame[]>} */
    const measured = {};
    for (const [done, clip] of clips.entries()) {
      show({ stage: 'clips', done, total: clips.length });
      const all = await page.evaluate(
        ([name, step, most]) =>
          /** @type {typeof window & import('./bench-page.mjs').BenchWindow} */ (window).engineBench.run(
            name,
            step,
            most,
          ),
        /** @type {const} */ ([clip, STEP, count]),
      );
      measured[clip] = all.slice(WARM_UP);
    }
    clear();
    console.log(benchTable(Object.values(measured).flat(), `${model} on ${backend}`).join('\n'));
    if (json) await writeFile(json, `${JSON.stringify({ model, backend, clips: measured })}\n`);
  } finally {
    clear();
    await close();
  }
}
