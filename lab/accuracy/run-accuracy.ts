import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { WATCHED_DRILLS } from '../../src/drills/index.ts';
import { goalsTable } from '../report/goals-markdown.ts';
import { rulesTable } from '../report/rules-table.ts';
import { scoreTable } from '../report/score-table.ts';
import { poolScores } from '../scoring/pool-scores.ts';
import { channelSeries } from '../scoring/score-channels.ts';
import { scoreClip, type FailedClip, type ScoredClip } from '../scoring/score.ts';
import { defineCommand, flag, names, number, text, textOr, texts } from '../../tools/shared/command.ts';
import { EXIT, ExitError } from '../../tools/shared/exit-error.ts';
import { root } from '../../tools/shared/paths.mjs';
import { writeFigures, writeMarked } from '../../tools/shared/written-files.ts';
import { clipsWithTruth, isSelected, type ClipWithTruth } from './accuracy-clips.ts';
import { flagWords, heldOutMarkdown, MARKS, PAGES, shippedMarkdown } from './accuracy-pages.ts';
import { recordsOf, type RecordsWish, type Run } from './accuracy-records.ts';
import { compareWithReference, comparisonLines, referenceOf, type Reference } from './accuracy-reference.ts';
import { disturbedClips } from './disturbed-clips.ts';
import { drillOutlines, type DrillOutline } from './drill-catalogue.ts';

const command = defineCommand({
  name: 'accuracy',
  about: `Runs every clip that has a truth file (NAME.truth.json beside NAME.webm, .mp4, .mkv or .mov) through the app's own pipeline,
following the phases it was performed to, and prints the errors: of the change of hip internal rotation from neutral, of the
pelvis, of the flags and of the repetitions; first by clip, then the goals of every drill, then every rule of every drill.
Everything is scored from the end of the neutral phase to the end of the clip.`,
  options: {
    clips: texts('DIR', 'a folder; may be given several times', 'tests/clips'),
    'held-back': flag('the clips of "npm run subject -- --held-back"; compared with nothing'),
    drills: names('A,B', 'only these drills, as the truth files call them, or one way of one ("knee-to-knee-wall")'),
    readme: flag('write the tables into docs/validation as well'),
    reference: textOr('FILE', 'compare with these figures', 'lab/accuracy/reference.json'),
    'write-reference': flag('write them instead, with the tolerances that stand there'),
    'keep-records': text('DIR', 'keep the record of every clip there'),
    records: texts('DIR', 'score the records kept there; no clip is run; may be given several times', 'none'),
    disturbed: number(
      'MINUTES',
      `the clips without a compensation, copied with noise, changing light and a laptop that sways and is nudged, until there are
      so many minutes of them: whatever is flagged then is a false alarm`,
      null,
      { most: 600 },
    ),
  },
  more: `MAE and bias in degrees; "in 90 %": share of the truth inside the stated 90 % band; "cover": share of the frames with a
number. An event is found when its flag opens from 0.3 s before to 1 s after its onset; a later one is missed, but its flag is not
false, and its delay counts. The angles of the legs in side checks are printed and compared with nothing, because no side check
shows a leg.

Exit status: 0 every clip was run; 1 something unforeseen; 2 wrong use; 3 no clips; 8 the model could not be run; 9 a figure is
worse than the reference by more than its tolerance.`,
});

type Wish = Exclude<ReturnType<typeof command.read>, 'help'>['values'];

type ScoredRow = ScoredClip & { seconds: number | null };

type Row = ScoredRow | FailedClip;

/** `npm run accuracy`. */
export async function main(args: readonly string[]): Promise<number | void> {
  const given = command.read(args);
  if (given === 'help') return command.printHelp();
  const wish = given.values;
  const { readme, drills, disturbed, reference: file } = wish;
  const [isHeldBack, writesReference] = [wish['held-back'], wish['write-reference']];
  if (drills !== null && (readme || writesReference)) throw command.usage('tables and a reference take every drill');
  if ((isHeldBack && writesReference) || (disturbed !== null && (readme || writesReference)))
    throw command.usage(
      'held-back and disturbed clips are compared with nothing, and disturbed ones are written nowhere',
    );
  const clips = await clipsOf(wish);
  // Before any clip is run, so that a damaged file stops the command at once.
  const reference = isHeldBack || disturbed !== null ? null : await readReference(file);
  const catalogue = drillOutlines(WATCHED_DRILLS);
  const rows = await scoreAll(clips, { records: wish.records, keepRecords: wish['keep-records'] }, catalogue);
  const pooled = poolScores(rows, catalogue);
  const closing = closingLine(rows);
  const pools = [...goalsTable(pooled.goals), '', ...rulesTable(pooled), '', flagWords(pooled.events)];
  console.log([...scoreTable(rows), '', ...pools, closing].join('\n'));
  if (readme && isHeldBack) await writeMarked(PAGES.heldOut, [MARKS, heldOutMarkdown(pooled, closing)]);
  else if (readme) await writeMarked(PAGES.shipped, [MARKS, shippedMarkdown(pooled, closing)]);
  if (reference === null) return 0;
  if (writesReference) return writeFigures(file, referenceOf(pooled, reference.tolerances));
  const comparison = compareWithReference(pooled, reference);
  console.log(comparisonLines(comparison, relative(root, file)).join('\n'));
  return comparison.worse.length > 0 ? EXIT.worse : 0;
}

async function readReference(file: string): Promise<Reference> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Reference;
  } catch (cause) {
    throw new ExitError(EXIT.noFile, `the reference "${file}" cannot be read.`, { cause });
  }
}

async function clipsOf({ clips, drills, disturbed, 'held-back': isHeldBack }: Wish) {
  const folders = clips ?? [join(root, 'tests', ...(isHeldBack ? ['out', 'held-back'] : ['clips']))];
  const own = clipsWithTruth(folders, drills);
  const none = (drills ?? []).filter((drill) => !own.some(({ truth }) => isSelected(truth, [drill])));
  if (none.length > 0) throw new ExitError(EXIT.usage, `there is no clip of ${none.join(', ')}.`);
  return disturbed === null ? own : disturbedClips(own, disturbed);
}

async function scoreAll(clips: readonly ClipWithTruth[], wish: RecordsWish, catalogue: readonly DrillOutline[]) {
  const rows: Row[] = [];
  for await (const { clip, outcome } of recordsOf(clips, wish))
    rows.push({ ...nameOf(clip), ...('error' in outcome ? outcome : scoredAs(clip, outcome, catalogue)) });
  return rows;
}

const nameOf = ({ name, truth, fingerprint }: ClipWithTruth) => ({
  clip: name,
  drill: truth.drill,
  placement: truth.camera.placement,
  fingerprint,
});

function scoredAs({ truth }: ClipWithTruth, { record, seconds }: Run, catalogue: readonly DrillOutline[]) {
  const series = channelSeries(record, truth);
  const smallest = catalogue.find(({ id }) => id === record.drill)?.smallestRep;
  return { score: scoreClip(record, truth, series, smallest), series, seconds };
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
