import { disturbedClips } from './disturbed-clips.ts';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { command, readArguments, type AccuracyOptions } from './accuracy-arguments.ts';
import { clipsWithTruth, isSelected, type ClipWithTruth } from './accuracy-clips.ts';
import { recordsOf, type Run } from './accuracy-records.ts';
import { WATCHED_DRILLS } from '../../src/drills/index.ts';
import { drillOutlines, type DrillOutline } from './drill-catalogue.ts';
import { EXIT, ExitError } from '../shared/exit-error.ts';
import { root } from '../shared/paths.mjs';
import { poolScores, type Pooled } from '../scoring/pool-scores.ts';
import { goalsTable } from '../report/goals-markdown.ts';
import { rulesTable } from '../report/rules-table.ts';
import { flagWords, heldOutMarkdown, MARKS, PAGES, shippedMarkdown } from './accuracy-pages.ts';
import { writeMarked } from '../shared/written-files.ts';
import { compared, referenceFor, writeReference } from './reference-file.ts';
import { channelSeries } from '../scoring/score-channels.ts';
import { scoreTable } from '../report/score-table.ts';
import { scoreClip, type FailedClip, type ScoredClip } from '../scoring/score.ts';
import type { Comparison } from './accuracy-reference.ts';

type ScoredRow = ScoredClip & { seconds: number | null };

type Row = ScoredRow | FailedClip;

/** `npm run accuracy`. */
export async function main(args: readonly string[]) {
  const wish = readArguments(args);
  if (wish === 'help') {
    command.printHelp();
    return 0;
  }
  for (const file of [wish.json, wish.reference]) mustHaveFolder(file);
  const clips = await clipsOf(wish);
  const reference = await referenceFor(wish);
  const catalogue = drillOutlines(WATCHED_DRILLS);
  const { rows, unknown } = await scoreAll(clips, wish, catalogue);
  const pooled = poolScores(rows, catalogue);
  const left = unknown.length > 0 ? [`Not in the app, so left out: ${unknown.join(', ')}.`] : [];
  const closing = closingLine(rows);
  const pools = [...goalsTable(pooled.goals), '', ...rulesTable(pooled), '', flagWords(pooled.events)];
  console.log([...scoreTable(rows), '', ...pools, ...left, closing].join('\n'));
  const verdict = reference && !wish.writeReference ? compared(wish, pooled, reference, clips) : null;
  if (verdict) console.log(verdict.lines.join('\n'));
  await writeReports(wish, { rows, pooled, closing, comparison: verdict?.comparison ?? null });
  if (wish.writeReference) await writeReference(wish, pooled, reference);
  return verdict && verdict.comparison.worse.length > 0 ? EXIT.worse : 0;
}

async function clipsOf({ clips, drills, disturbed }: AccuracyOptions) {
  const own = clipsWithTruth(clips, drills);
  const none = (drills ?? []).filter((drill) => !own.some(({ truth }) => isSelected(truth, [drill])));
  if (none.length > 0) throw new ExitError(EXIT.usage, `there is no clip of ${none.join(', ')}.`);
  return disturbed === null ? own : disturbedClips(own, disturbed);
}

/** Checked before the run, so that a mistyped folder does not cost minutes of measuring. */
function mustHaveFolder(file: string | null) {
  if (file === null || existsSync(dirname(file))) return;
  throw new ExitError(EXIT.noFile, `there is no folder for "${file}".`);
}

async function scoreAll(clips: readonly ClipWithTruth[], wish: AccuracyOptions, catalogue: readonly DrillOutline[]) {
  const rows: Row[] = [];
  const unknown = new Set<string>();
  for await (const { clip, outcome } of recordsOf(clips, wish)) {
    const { truth, fingerprint } = clip;
    if ('unknownDrill' in outcome) unknown.add(truth.drill);
    else if ('record' in outcome) rows.push(scoredRow(clip, outcome, catalogue));
    else {
      const { drill, camera } = truth;
      rows.push({ clip: clip.name, drill, placement: camera.placement, fingerprint, error: outcome.error });
    }
  }
  return { rows, unknown: [...unknown] };
}

function scoredRow(
  { name, truth, fingerprint }: ClipWithTruth,
  { record, seconds }: Run,
  catalogue: readonly DrillOutline[],
): ScoredRow {
  const series = channelSeries(record, truth);
  const smallest = catalogue.find(({ id }) => id === record.drill)?.smallestRep;
  return {
    clip: name,
    drill: truth.drill,
    placement: truth.camera.placement,
    fingerprint,
    score: scoreClip(record, truth, series, smallest),
    series,
    seconds,
  };
}

export function closingLine(rows: readonly Row[]) {
  const scored = rows.flatMap((row) => ('score' in row ? [row] : []));
  const failed = rows.flatMap((row) => ('score' in row ? [] : [`${row.clip} (${row.error})`]));
  const lost = failed.length === 0 ? '' : ` Not run: ${failed.join(', ')}.`;
  if (scored.length === 0) return `No clip was scored.${lost}`;
  const frames = scored.reduce((sum, { score }) => sum + score.measured, 0);
  const engines = [...new Set(scored.map(({ score }) => `${score.engine.model} on ${score.engine.backend}`))];
  const run = scored.flatMap(({ score, seconds }) => (seconds === null ? [] : [{ score, seconds }]));
  const seconds = run.reduce((sum, one) => sum + one.seconds, 0);
  const runFrames = run.reduce((sum, { score }) => sum + score.measured, 0);
  const speed = runFrames > 0 ? `; ${((1000 * seconds) / runFrames).toFixed(0)} ms a frame` : '';
  return `${scored.length} clips, ${frames} frames measured; model ${engines.join(', ')}${speed}.${lost}`;
}

async function writeReports(
  wish: AccuracyOptions,
  {
    rows,
    pooled,
    closing,
    comparison,
  }: { rows: readonly Row[]; pooled: Pooled; closing: string; comparison: Comparison | null },
) {
  const { json, readme, clips, heldBack } = wish;
  if (json !== null) {
    const scores = rows.map((row) =>
      'score' in row
        ? {
            clip: row.clip,
            drill: row.drill,
            placement: row.placement,
            fingerprint: row.fingerprint,
            score: row.score,
            seconds: row.seconds,
          }
        : row,
    );
    const folders = clips.map((folder) => relative(root, folder) || '.');
    const report = { version: 3, clips: folders, rows: scores, pooled, comparison };
    await writeFile(json, `${JSON.stringify(report, null, 1)}\n`);
  }
  if (!readme) return;
  if (heldBack) await writeMarked(PAGES.heldOut, [MARKS, heldOutMarkdown(pooled, closing)]);
  else await writeMarked(PAGES.shipped, [MARKS, shippedMarkdown(pooled, closing)]);
}
