import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { HELP, readArguments } from './accuracy-arguments.mjs';
import { clipsWithTruth, isSelected } from './accuracy-clips.mjs';
import { recordsOf } from './accuracy-records.mjs';
import { accuracyReport } from '../report/accuracy-report.mjs';
import { drillCatalogue, drillOutlines } from './drill-catalogue.mjs';
import { EXIT, ExitError, withExitStatus } from '../shared/exit-error.mjs';
import { root } from '../shared/paths.mjs';
import { runTool } from '../shared/plain-error.mjs';
import { poolScores } from '../scoring/pool-scores.mjs';
import { pooledTable } from '../report/pooled-table.mjs';
import { BEGIN, betweenMarks, heldOutMarkdown, PAGES, shippedMarkdown, withTables } from './accuracy-pages.mjs';
import { compared, referenceFor, writeReference } from './reference-file.mjs';
import { channelSeries } from '../scoring/score-channels.mjs';
import { scoreTable } from '../report/score-table.mjs';
import { scoreClip } from '../scoring/score.mjs';
import { drillsInGoals, requireAllRows, replaceRows } from './replace-rows.mjs';

/**
 * @typedef {import('./accuracy-arguments.mjs').AccuracyOptions} AccuracyOptions
 * @typedef {import('./accuracy-clips.mjs').ClipWithTruth} ClipWithTruth
 * @typedef {import('./accuracy-records.mjs').Run} Run
 * @typedef {import('./accuracy-reference.mjs').Comparison} Comparison
 * @typedef {import('./drill-catalogue.mjs').DrillOutline} DrillOutline
 * @typedef {import('../scoring/pool-scores.mjs').Pooled} Pooled
 * @typedef {import('../scoring/pool-scores.mjs').FailedClip} FailedClip
 * @typedef {import('../report/accuracy-report.mjs').DrawnClip & { seconds: number | null }} ScoredRow
 * @typedef {ScoredRow | FailedClip} Row
 */

/**
 * `npm run accuracy`.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(() => withExitStatus(() => measureAccuracy(args)));
}

/** @param {readonly string[]} args */
async function measureAccuracy(args) {
  const wish = readArguments(args);
  if (wish === 'help') {
    console.log(HELP);
    return 0;
  }
  for (const file of [wish.json, wish.html, wish.reference]) mustHaveFolder(file);
  const clips = clipsWithTruth(wish.clips, wish.drills);
  const reference = await referenceFor(wish);
  const { drills } = await drillCatalogue();
  const catalogue = drillOutlines(drills.WATCHED_DRILLS);
  mustReplaceAll(wish, clips, drills);
  const { rows, unknown } = await scoreAll(clips, wish, catalogue);
  const pooled = poolScores(rows, catalogue);
  const left = unknown.length > 0 ? [`Not in the app, so left out: ${unknown.join(', ')}.`] : [];
  const closing = closingLine(rows);
  console.log([...scoreTable(rows), '', ...pooledTable(pooled), '', ...left, closing].join('\n'));
  const verdict = reference && !wish.writeReference ? compared(wish, pooled, reference, clips) : null;
  if (verdict) console.log(verdict.lines.join('\n'));
  await writeReports(wish, { rows, pooled, closing, comparison: verdict?.comparison ?? null });
  if (wish.writeReference) await writeReference(wish, pooled, reference);
  return verdict && verdict.comparison.worse.length > 0 ? EXIT.worse : 0;
}

/**
 * Checked before the run, so that a mistyped folder does not cost minutes of measuring.
 * @param {string | null} file
 */
function mustHaveFolder(file) {
  if (file === null || existsSync(dirname(file))) return;
  throw new ExitError(EXIT.noFile, `there is no folder for "${file}".`);
}

/**
 * @param {readonly ClipWithTruth[]} clips
 * @param {AccuracyOptions} wish
 * @param {readonly DrillOutline[]} catalogue
 */
async function scoreAll(clips, wish, catalogue) {
  /** @type {Row[]} */
  const rows = [];
  /** @type {Set<string>} */
  const unknown = new Set();
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

/**
 * @param {ClipWithTruth} clip
 * @param {Run} run
 * @param {readonly DrillOutline[]} catalogue
 * @returns {ScoredRow}
 */
function scoredRow({ name, truth, fingerprint }, { record, seconds }, catalogue) {
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
    phases: truth.phases,
    events: truth.events,
    flags: record.flags,
  };
}

/** @param {readonly Row[]} rows */
function closingLine(rows) {
  const scored = rows.flatMap((row) => ('score' in row ? [row] : []));
  if (scored.length === 0) return 'No clip was scored.';
  const frames = scored.reduce((sum, { score }) => sum + score.measured, 0);
  const engines = [...new Set(scored.map(({ score }) => `${score.engine.model} on ${score.engine.backend}`))];
  const run = scored.flatMap(({ score, seconds }) => (seconds === null ? [] : [{ score, seconds }]));
  const seconds = run.reduce((sum, one) => sum + one.seconds, 0);
  const runFrames = run.reduce((sum, { score }) => sum + score.measured, 0);
  const speed = runFrames > 0 ? `; ${((1000 * seconds) / runFrames).toFixed(0)} ms a frame` : '';
  return `${scored.length} clips, ${frames} frames measured; model ${engines.join(', ')}${speed}.`;
}

/**
 * @param {AccuracyOptions} wish
 * @param {{ rows: readonly Row[], pooled: Pooled, closing: string, comparison: Comparison | null }} result
 */
async function writeReports(wish, { rows, pooled, closing, comparison }) {
  const { json, html, readme, clips, heldBack } = wish;
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
    const report = { version: 2, clips: folders, rows: scores, pooled, comparison };
    await writeFile(json, `${JSON.stringify(report, null, 1)}\n`);
  }
  if (html !== null) await writeFile(html, accuracyReport({ rows, pooled, closing, comparison }));
  if (!readme) return;
  const tables = heldBack ? heldOutMarkdown(rows, pooled, closing) : shippedMarkdown(rows, pooled, closing);
  await writePages(wish, tables, closing);
}

/** Path of the page that this run's tables belong to. @param {AccuracyOptions} wish */
const resultsPage = ({ heldBack }) => (heldBack ? PAGES.heldOut : PAGES.shipped);

/** @param {string} name path from the top folder */
const readPage = (name) => readFileSync(join(root, name), 'utf8');

/**
 * Writes the tables into their page.
 * @param {AccuracyOptions} wish
 * @param {string} tables
 * @param {string} closing
 */
async function writePages(wish, tables, closing) {
  const name = resultsPage(wish);
  const page = readPage(name);
  const text = wish.drills === null ? tables : replaceRows(betweenMarks(page), tables, wish.drills, closing);
  await writePage(name, page, text);
}

/**
 * @param {string} name path from the top folder
 * @param {string} page its text so far
 * @param {string} tables
 */
async function writePage(name, page, tables) {
  const text = withTables(page, tables);
  if (text === null) throw new ExitError(EXIT.usage, `${name} has no line "${BEGIN}".`);
  await writeFile(join(root, name), text);
}

/**
 * Checked before the run: every row that will be replaced must get a new one. A name also selects the rows of drills
 * whose names begin with it.
 * @param {AccuracyOptions} wish
 * @param {readonly ClipWithTruth[]} clips
 * @param {import('./drill-catalogue.mjs').Drills} drills
 */
function mustReplaceAll(wish, clips, { findDrill }) {
  if (!wish.readme || wish.drills === null) return;
  const isWay = (/** @type {string} */ drill) =>
    clips.every(({ truth }) => truth.drill !== drill) && clips.some(({ truth }) => isSelected(truth, [drill]));
  const way = wish.heldBack ? undefined : wish.drills.find(isWay);
  if (way !== undefined) {
    throw new ExitError(
      EXIT.usage,
      `"${way}" is one way of a drill, and these tables pool all of them: measure the drill.`,
    );
  }
  const names = clips.map(({ truth: { drill, variant } }) => findDrill(drill, variant ?? null)?.id ?? drill);
  requireAllRows(wish.drills, drillsInGoals(betweenMarks(readPage(resultsPage(wish)))), names);
}
