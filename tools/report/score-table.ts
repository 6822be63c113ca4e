import { aligned, fixed, percent, repWords, UNKNOWN } from './table-text.ts';
import { worstError } from '../scoring/score-ranges.ts';
import type { ClipScore } from '../scoring/score.ts';

/** The scores of the clips as a plain-text table. */
export type ClipRow = { clip: string; score: ClipScore } | { clip: string; error: string };

const angle = ({ channels, main }: ClipScore) => channels[main];

const COLUMNS: readonly (readonly [string, (score: ClipScore) => string])[] = [
  ['MAE', (score) => fixed(angle(score).mae)],
  ['bias', (score) => fixed(angle(score).bias)],
  ['p95', (score) => fixed(angle(score).p95)],
  ['in 90 %', (score) => percent(angle(score).inBand)],
  ['cover', (score) => percent(angle(score).coverage)],
  ['twist MAE/cover', ({ channels }) => errorAndCoverage(channels['pelvis-twist'], 1)],
  ['obliq MAE/cover', ({ channels }) => errorAndCoverage(channels['pelvis-obliquity'], 1)],
  ['lift cm/cover', ({ channels }) => errorAndCoverage(channels['pelvis-lift'], 100)],
  ['events', ({ events }) => `${events.found}/${events.found + events.missed}`],
  ['delay s', ({ events }) => fixed(events.delay, 2)],
  ['false', ({ events }) => `${events.false}`],
  ['false/min', ({ events }) => fixed(events.falsePerMinute)],
  ['clean err', ({ ranges }) => fixed(worstError(ranges, 'clean'))],
  ['reps', ({ reps }) => repWords(reps)],
  ['view', ({ view }) => view ?? 'none'],
];

/** One block a drill and one line a clip. The camera placement stands above its clips. */
export function scoreTable(rows: readonly ClipRow[]): string[] {
  const scored = rows.flatMap((row) => ('score' in row ? [row] : []));
  const drills = [...new Set(scored.map(({ score }) => score.drill))];
  return [
    ...drills.flatMap((drill) =>
      drillBlock(
        drill,
        scored.filter(({ score }) => score.drill === drill),
      ),
    ),
    ...rows.flatMap((row) => ('error' in row ? [`${row.clip}: ${row.error}`] : [])),
    ...falseFlagLines(scored),
  ];
}

function drillBlock(drill: string, rows: readonly { clip: string; score: ClipScore }[]) {
  const placements = [...new Set(rows.map(({ score }) => score.placement))];
  const body = placements.flatMap((placement) => [
    [`[${placement}]`],
    ...rows
      .filter(({ score }) => score.placement === placement)
      .map(({ clip, score }) => [`  ${clip}`, ...COLUMNS.map(([, cell]) => cell(score))]),
  ]);
  return [...aligned([[drill, ...COLUMNS.map(([title]) => title)], ...body]), ''];
}

function falseFlagLines(rows: readonly { clip: string; score: ClipScore }[]) {
  return rows.flatMap(({ clip, score }) => [
    ...score.events.outcomes
      .filter(({ outcome }) => outcome !== 'found')
      .map(
        ({ rule, start, outcome, delay }) =>
          `${clip}: ${rule} at ${fixed(start)} s was ${outcome}${delay === null ? '' : ` (${fixed(delay)} s after)`}`,
      ),
    ...score.events.falseFlags.map(
      ({ rule, start, end, peak, duringOther }) =>
        `${clip}: false ${rule} at ${fixed(start)}–${fixed(end)} s, up to ${fixed(peak, peak < 1 ? 3 : 1)}${duringOther ? ', while something else was on' : ''}`,
    ),
  ]);
}

const errorAndCoverage = ({ mae, coverage }: { mae: number | null; coverage: number | null }, scale: number) =>
  mae === null ? UNKNOWN : `${fixed(mae * scale)} / ${percent(coverage)}`;
