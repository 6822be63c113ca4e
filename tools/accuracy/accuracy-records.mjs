import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { requestFor } from './accuracy-clips.mjs';
import { EXIT, ExitError } from '../shared/exit-error.mjs';
import { progressLine } from '../shared/progress-line.mjs';

/**
 * The set records to score: made by running the clips, or read from a folder.
 *
 * @typedef {import('../../src/coach/record/set-record.ts').SetRecord} SetRecord
 * @typedef {import('./accuracy-clips.mjs').ClipWithTruth} ClipWithTruth
 * @typedef {import('./accuracy-arguments.mjs').AccuracyOptions} AccuracyOptions
 * @typedef {{ record: SetRecord, seconds: number | null }} Run `seconds` of wall clock; null: read from a file
 * @typedef {Run | { error: string } | { unknownDrill: true }} Outcome
 */

/**
 * Exit statuses that concern one clip only. Any other error ends the run.
 * @type {readonly number[]}
 */
const CLIP_ERRORS = [EXIT.notVideo, EXIT.codec, EXIT.noPerson, EXIT.timeline];

/**
 * @param {readonly ClipWithTruth[]} clips
 * @param {AccuracyOptions} options
 * @returns {AsyncGenerator<{ clip: ClipWithTruth, outcome: Outcome }>}
 */
export function recordsOf(clips, options) {
  return options.records === null ? runClips(clips, options) : storedRecords(clips, options.records);
}

/** @param {string} folder @param {string} clip */
const recordFile = (folder, clip) => join(folder, `${clip.replaceAll('/', '_')}.record.json`);

/** @param {readonly ClipWithTruth[]} clips @param {string} folder */
async function* storedRecords(clips, folder) {
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

/** @param {readonly ClipWithTruth[]} clips @param {AccuracyOptions} options */
async function* runClips(clips, { model, keepRecords }) {
  const progress = progressLine();
  await ensureInstalled({ say: progress.say });
  // Imported late, because its packages may have been installed only now.
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
      // One clip at a time: there is only one worker.
      const outcome = await runOne(analyzer, clip, requestFor(clip.truth, model));
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
 * @param {Parameters<import('./clip-analyzer.mjs').ClipAnalyzer['analyse']>[1]} request
 * @returns {Promise<Outcome>}
 */
async function runOne(analyzer, { video }, request) {
  try {
    const { record, seconds } = await analyzer.analyse(video, request);
    return { record, seconds };
  } catch (error) {
    if (error instanceof ExitError && CLIP_ERRORS.includes(error.status)) return { error: error.message };
    // Side, goal and height are valid here, so the drill must be unknown.
    if (error instanceof ExitError && error.status === EXIT.usage) return { unknownDrill: true };
    throw error;
  }
}
