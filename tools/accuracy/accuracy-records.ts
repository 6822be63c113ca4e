import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requestFor, type ClipWithTruth } from './accuracy-clips.ts';
import { EXIT, ExitError } from '../shared/exit-error.ts';
import { clearProgress, showProgress } from '../shared/progress.ts';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import type { AccuracyOptions } from './accuracy-arguments.ts';
import type { ClipAnalyzer } from './clip-analyzer.ts';

/** The set records to score: made by running the clips, or read from a folder. */

/** `seconds` of wall clock; null: read from a file. */
export type Run = { record: SetRecord; seconds: number | null };

type Outcome = Run | { error: string } | { unknownDrill: true };

/** Exit statuses that concern one clip only. Any other error ends the run. */
const CLIP_ERRORS: readonly number[] = [EXIT.notVideo, EXIT.codec, EXIT.noPerson, EXIT.timeline];

export function recordsOf(
  clips: readonly ClipWithTruth[],
  options: AccuracyOptions,
): AsyncGenerator<{ clip: ClipWithTruth; outcome: Outcome }> {
  return options.records === null ? runClips(clips, options) : storedRecords(clips, options.records);
}

const recordFile = (folder: string, clip: string) => join(folder, `${clip.replaceAll('/', '_')}.record.json`);

async function* storedRecords(clips: readonly ClipWithTruth[], folder: string) {
  for (const clip of clips) {
    const file = recordFile(folder, clip.name);
    let text = '';
    try {
      text = await readFile(file, 'utf8');
    } catch {
      throw new ExitError(EXIT.noFile, `there is no record "${file}".`);
    }
    try {
      yield { clip, outcome: { record: JSON.parse(text) as SetRecord, seconds: null } };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new ExitError(EXIT.usage, `the record "${file}" cannot be read.`);
    }
  }
}

async function* runClips(clips: readonly ClipWithTruth[], { model, keepRecords }: AccuracyOptions) {
  // Late, because a browser is not needed to score kept records.
  const { startClipAnalyzer } = await import('./clip-analyzer.ts');
  let current = '';
  const analyzer = await startClipAnalyzer({ onProgress: (step) => showProgress(step, current) });
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
    clearProgress();
    await analyzer.close();
  }
}

async function runOne(
  analyzer: ClipAnalyzer,
  { video }: ClipWithTruth,
  request: Parameters<ClipAnalyzer['analyse']>[1],
): Promise<Outcome> {
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
