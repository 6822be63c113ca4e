import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { questionAbout } from './accuracy-clips.mjs';
import { EXIT, ExitError } from '../shared/exit-error.mjs';
import { progressLine } from '../shared/progress-line.mjs';

/**
 * Where the set records come from: the clips are run, or records kept earlier are read.
 *
 * @typedef {import('../../src/coach/record/set-record.ts').SetRecord} SetRecord
 * @typedef {import('./accuracy-clips.mjs').ClipWithTruth} ClipWithTruth
 * @typedef {import('./accuracy-arguments.mjs').Wish} Wish
 * @typedef {{ record: SetRecord, seconds: number | null }} Run seconds of wall clock; null: not run now
 * @typedef {Run | { error: string } | { unknownDrill: true }} Outcome
 */

/**
 * Troubles of one clip; anything else ends the run.
 * @type {readonly number[]}
 */
const OF_ONE_CLIP = [EXIT.notVideo, EXIT.codec, EXIT.noPerson, EXIT.timeline];

/**
 * @param {readonly ClipWithTruth[]} clips
 * @param {Wish} wish
 * @returns {AsyncGenerator<{ clip: ClipWithTruth, outcome: Outcome }>}
 */
export function recordsOf(clips, wish) {
  return wish.records === null ? runClips(clips, wish) : keptRecords(clips, wish.records);
}

/** @param {string} folder @param {string} clip */
const recordFile = (folder, clip) => join(folder, `${clip.replaceAll('/', '_')}.record.json`);

/** @param {readonly ClipWithTruth[]} clips @param {string} folder */
async function* keptRecords(clips, folder) {
  for (const clip of clips) {
    const file = recordFile(folder, clip.name);
    let text = '';
    try {
      text = await readFile(file, 'utf8');
    } catch {
      throw new ExitError(EXIT.noFile, `there is no record "${file}".`);
    }
    try {
      yield { clip, outcome: { record: /** @type {SetRecord} */ (JSON.parse(text)), seconds: null } };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new ExitError(EXIT.usage, `the record "${file}" cannot be read.`);
    }
  }
}

/** @param {readonly ClipWithTruth[]} clips @param {Wish} wish */
async function* runClips(clips, { model, keepRecords }) {
  const progress = progressLine();
  await ensureInstalled({ say: progress.say });
  // Brings packages that may have been missing until now.
  const { startClipAnalyzer } = await import('./clip-analyzer.mjs');
  let current = '';
  const analyzer = await startClipAnalyzer({
    say: progress.say,
    onProgress: (step) => progress.show(step, current),
  });
  if (keepRecords !== null) await mkdir(keepRecords, { recursive: true });
  try {
    for (const clip of clips) {
      current = clip.name;
      // One after the other on purpose: there is one worker, and two would only share its speed.
      const outcome = await runOne(analyzer, clip, model);
      if (keepRecords !== null && 'record' in outcome)
        await writeFile(recordFile(keepRecords, clip.name), JSON.stringify(outcome.record));
      yield { clip, outcome };
    }
  } finally {
    progress.clear();
    await analyzer.close();
  }
}

/**
 * @param {import('./clip-analyzer.mjs').ClipAnalyzer} analyzer
 * @param {ClipWithTruth} clip
 * @param {Wish['model']} model
 * @returns {Promise<Outcome>}
 */
async function runOne(analyzer, { video, truth }, model) {
  try {
    const { record, seconds } = await analyzer.analyse(video, questionAbout(truth, model));
    return { record, seconds };
  } catch (error) {
    if (error instanceof ExitError && OF_ONE_CLIP.includes(error.status)) return { error: error.message };
    // Side, goal and height are right by construction: only the drill can be wrong.
    if (error instanceof ExitError && error.status === EXIT.usage) return { unknownDrill: true };
    throw error;
  }
}
