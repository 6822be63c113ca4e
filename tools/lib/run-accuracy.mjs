import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './ensure-installed.mjs';
import { EXIT, ExitError, withExitStatus } from './exit-error.mjs';
import { root } from './paths.mjs';
import { runTool } from './plain-error.mjs';
import { progressLine } from './progress-line.mjs';
import { accuracyMarkdown, BEGIN, withAccuracy } from './readme-accuracy.mjs';
import { scoreTable } from './score-table.mjs';
import { scoreClip } from './score.mjs';

/**
 * @typedef {import('./score.mjs').Truth & { subject?: { heightMetres?: number } }} ClipTruth
 * @typedef {import('./score-table.mjs').ClipRow} ClipRow
 * @typedef {{ name: string, video: string, truth: ClipTruth }} ClipWithTruth
 * @typedef {ClipRow & { seconds?: number }} ScoredRow
 * @typedef {import('../../src/app/analyze-contract.ts').AnalyzeRequest['model']} ModelSize
 */

const HELP = `npm run accuracy -- [options]

Runs every clip that has a truth file (NAME.truth.json beside NAME.webm, .mp4, .mkv or .mov) through the app's own pipeline,
following the phases it was performed to, and prints the errors: of the change of hip internal rotation from neutral, of the
pelvis, of the flags and of the repetitions. Everything is scored from the end of the neutral phase to the end of the clip.

  --clips DIR     the folder                               (tests/clips)
  --drills A,B    only these drills
  --model SIZE    lite, full or heavy     (auto: each drill's own)
  --json FILE     write every score there
  --readme        write the table into README.md as well
  --help          this text

MAE, bias, p95 in degrees; "in 90 %": share of the truth inside the stated 90 % band; "cover": share of the frames with a
number. An event is found when its flag opens from 0.3 s before to 1.5 s after its onset.

Exit status: 0 every clip was run; 1 something unforeseen; 2 wrong use; 3 no clips; 8 the model could not be run.`;

const ENDINGS = ['.webm', '.mp4', '.mkv', '.mov'];
/** @type {readonly ModelSize[]} */
const MODELS = ['lite', 'full', 'heavy', 'auto'];

/**
 * Troubles of one clip; anything else ends the run.
 * @type {readonly number[]}
 */
const OF_ONE_CLIP = [EXIT.notVideo, EXIT.codec, EXIT.noPerson, EXIT.timeline];

/** @param {readonly string[]} args */
function readArguments(args) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        clips: { type: 'string', default: join(root, 'tests', 'clips') },
        drills: { type: 'string' },
        model: { type: 'string', default: 'auto' },
        json: { type: 'string' },
        readme: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const problem = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new ExitError(EXIT.usage, `${problem}. "npm run accuracy -- --help" shows how.`);
  }
}

/**
 * @param {string} folder
 * @param {readonly string[] | null} drills
 * @returns {ClipWithTruth[]}
 */
function clipsWithTruth(folder, drills) {
  if (!existsSync(folder)) throw new ExitError(EXIT.noFile, `there is no folder "${folder}".`);
  const clips = readdirSync(folder)
    .filter((name) => name.endsWith('.truth.json'))
    .sort()
    .flatMap((name) => {
      const base = name.slice(0, -'.truth.json'.length);
      const video = ENDINGS.map((ending) => join(folder, base + ending)).find(existsSync);
      return video ? [{ name: base, video, truth: readTruth(join(folder, name)) }] : [];
    })
    .filter(({ truth }) => drills === null || drills.includes(truth.drill));
  if (clips.length > 0) return clips;
  const wanted = drills === null ? '' : ` of ${drills.join(', ')}`;
  throw new ExitError(EXIT.noFile, `there is no clip${wanted} with a truth file in "${folder}".`);
}

/** @param {string} file @returns {ClipTruth} */
function readTruth(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new ExitError(EXIT.usage, `the truth file "${file}" cannot be read.`);
  }
}

/**
 * @param {import('./clip-analyzer.mjs').ClipAnalyzer} analyzer
 * @param {ClipWithTruth} clip
 * @param {ModelSize} model
 * @returns {Promise<ScoredRow | null>} null: the app has no such drill
 */
async function scoreOne(analyzer, { name, video, truth }, model) {
  try {
    const { record, seconds } = await analyzer.analyse(video, {
      drill: truth.drill,
      side: truth.side,
      goal: 'prep',
      subjectHeight: truth.subject?.heightMetres ?? 1.7,
      timeline: { phases: truth.phases },
      model,
    });
    return { clip: name, score: scoreClip(record, truth), seconds };
  } catch (error) {
    if (error instanceof ExitError && OF_ONE_CLIP.includes(error.status)) {
      return { clip: name, error: error.message };
    }
    // Side, goal and height are right by construction: only the drill can be wrong.
    if (error instanceof ExitError && error.status === EXIT.usage) return null;
    throw error;
  }
}

/** @param {readonly ScoredRow[]} rows */
function closingLine(rows) {
  const scored = rows.flatMap((row) => ('score' in row ? [row] : []));
  if (scored.length === 0) return 'No clip was scored.';
  const frames = scored.reduce((sum, { score }) => sum + score.measured, 0);
  const seconds = scored.reduce((sum, row) => sum + (row.seconds ?? 0), 0);
  const engines = [...new Set(scored.map(({ score }) => `${score.engine.model} on ${score.engine.backend}`))];
  return `${scored.length} clips, ${frames} frames measured; model ${engines.join(', ')}; ${((1000 * seconds) / frames).toFixed(0)} ms a frame.`;
}

/**
 * `npm run accuracy`.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(() => withExitStatus(() => measureAccuracy(args)));
}

/** @param {readonly string[]} args */
async function measureAccuracy(args) {
  const values = readArguments(args);
  if (values.help) {
    console.log(HELP);
    return;
  }
  const model = MODELS.find((size) => size === values.model);
  if (!model) {
    throw new ExitError(EXIT.usage, `--model is "${values.model}", but it is one of ${MODELS.join(', ')}.`);
  }
  const drills = values.drills?.split(',').map((drill) => drill.trim()) ?? null;
  const clips = clipsWithTruth(values.clips, drills);
  const { rows, unknown } = await scoreAll(clips, model);
  const left = unknown.length > 0 ? [`Not in the app, so left out: ${unknown.join(', ')}.`] : [];
  console.log([...scoreTable(rows), '', ...left, closingLine(rows)].join('\n'));
  if (values.json) {
    const report = { version: 1, clips: relative(root, values.clips) || '.', rows };
    await writeFile(values.json, `${JSON.stringify(report, null, 1)}\n`);
  }
  if (values.readme) await writeIntoReadme(rows);
}

/** @param {readonly ScoredRow[]} rows */
async function writeIntoReadme(rows) {
  const file = join(root, 'README.md');
  const updated = withAccuracy(readFileSync(file, 'utf8'), accuracyMarkdown(rows, closingLine(rows)));
  if (updated === null) throw new ExitError(EXIT.usage, `README.md has no line "${BEGIN}".`);
  await writeFile(file, updated);
}

/**
 * @param {readonly ClipWithTruth[]} clips
 * @param {ModelSize} model
 */
async function scoreAll(clips, model) {
  const progress = progressLine();
  await ensureInstalled({ say: progress.say });
  // Brings packages that may have been missing until now.
  const { startClipAnalyzer } = await import('./clip-analyzer.mjs');
  let current = '';
  const analyzer = await startClipAnalyzer({
    say: progress.say,
    onProgress: (step) => progress.show(step, current),
  });
  /** @type {ScoredRow[]} */
  const rows = [];
  /** @type {Set<string>} */
  const unknown = new Set();
  try {
    for (const clip of clips) {
      current = clip.name;
      if (unknown.has(clip.truth.drill)) continue;
      // One after the other on purpose: there is one worker, and two would only share its speed.
      const row = await scoreOne(analyzer, clip, model);
      if (row) rows.push(row);
      else unknown.add(clip.truth.drill);
    }
    return { rows, unknown: [...unknown] };
  } finally {
    progress.clear();
    await analyzer.close();
  }
}
