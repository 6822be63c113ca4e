import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requestFor, type ClipWithTruth } from './accuracy-clips.ts';
import { EXIT, ExitError } from '../../tools/shared/exit-error.ts';
import { clearProgress, showProgress } from '../../tools/shared/progress.ts';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import type { ClipAnalyzer } from './clip-analyzer.ts';

/** The set records to score: made by running the clips, or read from a folder. */

/** `seconds` of wall clock; null: read from a file. */
export type Run = { record: SetRecord; seconds: number | null };

/** Exit statuses that end the run; any other concerns one clip. */
const CONCERN_ALL: readonly number[] = [EXIT.unforeseen, EXIT.noEngine];

/** `error`: why this clip has no record. */
type Outcome = Run | { error: string };

type Outcomes = AsyncGenerator<{ clip: ClipWithTruth; outcome: Outcome }>;

/** Where records are: read from folders instead of running the clips, or kept in one after the run. */
export interface RecordsWish {
  records: readonly string[] | null;
  keepRecords: string | null;
}

export function recordsOf(clips: readonly ClipWithTruth[], { records, keepRecords }: RecordsWish): Outcomes {
  if (records === null) return runClips(clips, keepRecords);
  if (keepRecords !== null)
    throw new ExitError(EXIT.usage, '--records runs no clip, so --keep-records has nothing to keep.');
  const gone = records.find((folder) => !existsSync(folder));
  if (gone !== undefined) throw new ExitError(EXIT.noFile, `there is no folder "${gone}" with records.`);
  return storedRecords(clips, records);
}

const recordFile = (folder: string, clip: string) => join(folder, `${clip.replaceAll('/', '_')}.record.json`);

async function* storedRecords(clips: readonly ClipWithTruth[], folders: readonly string[]): Outcomes {
  for (const clip of clips) {
    const file = folders.map((folder) => recordFile(folder, clip.name)).find(existsSync);
    const outcome =
      file === undefined
        ? { error: 'there is no record of it' }
        : { record: JSON.parse(await readFile(file, 'utf8')) as SetRecord, seconds: null };
    yield { clip, outcome };
  }
}

async function* runClips(clips: readonly ClipWithTruth[], keepRecords: string | null): Outcomes {
  // Late, because a browser is not needed to score kept records.
  const { startClipAnalyzer } = await import('./clip-analyzer.ts');
  let current = '';
  const analyzer = await startClipAnalyzer({ onProgress: (step) => showProgress(step, current) });
  if (keepRecords !== null) await mkdir(keepRecords, { recursive: true });
  try {
    for (const clip of clips) {
      current = clip.name;
      // One clip at a time: there is only one worker.
      const outcome = await runOne(analyzer, clip);
      if (keepRecords !== null && 'record' in outcome)
        await writeFile(recordFile(keepRecords, clip.name), JSON.stringify(outcome.record));
      yield { clip, outcome };
    }
  } finally {
    clearProgress();
    await analyzer.close();
  }
}

async function runOne(analyzer: ClipAnalyzer, { video, truth }: ClipWithTruth): Promise<Outcome> {
  try {
    const { record, seconds } = await analyzer.analyse(video, requestFor(truth));
    return { record, seconds };
  } catch (error) {
    if (error instanceof ExitError && !CONCERN_ALL.includes(error.status)) return { error: error.message };
    throw error;
  }
}
