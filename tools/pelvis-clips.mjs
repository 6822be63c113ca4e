import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { clipsWithTruth, requestFor } from './accuracy/accuracy-clips.mjs';
import { ensureBuilt } from './build/ensure-built.mjs';
import { ensureInstalled } from './build/ensure-installed.mjs';
import { ensureChromium } from './browser/find-chromium.mjs';
import { nodeIsSupported } from './shared/node-version.mjs';
import { runTool } from './shared/plain-error.mjs';
import { openServedPage } from './browser/served-page.mjs';

/**
 * What the app measures in clips with truth, frame by frame: BlazePose's landmarks, the reference pose, the fitted
 * pelvis, and the record of the set. `tests/lab/pelvis-net/train/judge_clips.py` compares a pelvis network with it.
 *
 * @typedef {import('../src/instrument/output/reading.ts').Reading} Reading
 * @typedef {import('../src/app/analyze/analyze-contract.ts').AnalyzeRequest} AnalyzeRequest
 */

const HELP = `node tools/pelvis-clips.mjs --out FOLDER [--clips FOLDER ...] [--drills A,B]

Writes NAME.seen.json for every clip with truth. What is there already stays.`;

/** Runs in the page: keeps every reading that a worker sends in `window.truehipSeen`. */
function listen() {
  /** @type {object[]} */
  const seen = [];
  Object.assign(window, { truehipSeen: seen });
  window.Worker = class extends window.Worker {
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        /** @type {Reading | undefined} */
        const reading = data?.value;
        if (!reading?.framing) return;
        const { time, landmarks, referencePose, body, width, height, cameraMoved } = reading;
        seen.push({
          time,
          width,
          height,
          points: landmarks ? Array.from(landmarks.points) : null,
          visibility: landmarks ? Array.from(landmarks.visibility) : null,
          score: landmarks?.score ?? null,
          // Keys that train/judge_clips.py reads.
          neutral: referencePose.kind,
          cameraMoved,
          unseen: body?.unseen ?? null,
        });
      });
    }
  };
}

/** @param {import('playwright-core').Page} page @param {AnalyzeRequest} request */
const watch = (page, request) =>
  page.evaluate(async (asked) => {
    /** @type {object[]} */
    const seen = Reflect.get(window, 'truehipSeen');
    seen.length = 0;
    const answer = await window.truehipAnalyze?.(asked);
    return {
      ok: answer?.ok === true,
      why: answer?.ok ? answer.unmeasured : answer?.detail,
      seen,
      record: answer?.ok ? answer.record : null,
    };
  }, request);

/** @param {readonly string[]} args */
async function readClips(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      clips: { type: 'string', multiple: true, default: ['tests/clips'] },
      out: { type: 'string' },
      drills: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || !values.out) {
    console.log(HELP);
    return;
  }
  const { out } = values;
  mkdirSync(out, { recursive: true });
  const say = (/** @type {string} */ line) => console.error(`truehip: ${line}`);
  await ensureInstalled({ say });
  await ensureBuilt({ say });
  const { page, share, close } = await openServedPage({
    executablePath: await ensureChromium({ say }),
    serve: { say },
    setUp: async (opened, url) => {
      await opened.addInitScript(listen);
      await opened.goto(`${url}/analyze.html`);
      await opened.waitForFunction(() => window.truehipAnalyze !== undefined);
    },
  });
  try {
    for (const { name, video, truth } of clipsWithTruth(values.clips, values.drills?.split(',') ?? null)) {
      const file = join(out, `${basename(name)}.seen.json`);
      if (existsSync(file)) continue;
      const { ok, why, seen, record } = await watch(page, {
        ...requestFor(truth, 'auto'),
        clip: share(video),
      });
      say(`${name}: ${seen.length} frames${why ? `, ${why}` : ''}`);
      if (ok) writeFileSync(file, JSON.stringify({ video, seen, record }));
    }
  } finally {
    await close();
  }
}

if (nodeIsSupported()) void runTool(() => readClips(process.argv.slice(2)));
