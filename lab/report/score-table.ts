import { aligned, fixed, percent, repWords, UNKNOWN } from './table-text.ts';
import { worstError } from '../scoring/score-ranges.ts';
import type { ClipScore, FailedClip, ScoredClip } from '../scoring/score.ts';

/** The scores of the clips as a plain-text table. */
type ScoredRow = Omit<ScoredClip, 'series'>;

const angle = ({ channels, main }: ClipScore) => channels[main];

const COLUMNS: readonly (readonly [string, (score: ClipScore) => string])[] = [
  ['MAE', (score) => fixed(angle(score).mae)],
  ['bias', (score) => fixed(angle(score).bias)],
  ['in 90 %', (score) => percent(angle(score).inBand)],
  ['cover', (score) => percent(angle(score).coverage)],
  ['twist MAE/cover', ({ channels }) => errorAndCoverage(channels['pelvis-twist'], 1)],
  ['obliq MAE/cover', ({ channels }) => errorAndCoverage(channels['pelvis-obliquity'], 1)],
  ['lift cm/cover', ({ channels }) => errorAndCoverage(channels['pelvis-lift'], 100)],
  ['events', ({ events }) => `${events.found}/${events.found + events.missed}`],
  ['delay s', ({ events }) => fixed(events.delay, 2)],
  ['false', ({ events }) => `${events.false}`],
  ['clean err', ({ ranges }) => fixed(worstError(ranges, 'clean'))],
  ['reps', ({ reps }) => repWords(reps)],
  ['view', ({ view }) => view ?? 'none'],
];

/** One block a drill and one line a clip. The camera placement stands above its clips. */
export function scoreTable(rows: readonly (ScoredRow | Pick<FailedClip, 'clip' | 'error'>)[]): string[] {
  const scored = rows.flatMap((row) => ('score' in row ? [row] : []));
  const drills = [...new Set(scored.map(({ drill }) => drill))];
  return [
    ...drills.flatMap((drill) =>
      drillBlock(
        drill,
        scored.filter((row) => row.drill === drill),
      ),
    ),
    ...rows.flatMap((row) => ('error' in row ? [`${row.clip}: ${row.error}`] : [])),
    ...falseFlagLines(scored),
  ];
}

function drillBlock(drill: string, rows: readonly ScoredRow[]) {
  const placements = [...new Set(rows.map(({ placement }) => placement))];
  const body = placements.flatMap((placement) => [
    [`[${placement}]`],
    ...rows
      .filter((row) => row.placement === placement)
      .map(({ clip, score }) => [`  ${clip}`, ...COLUMNS.map(([, cell]) => cell(score))]),
  ]);
  return [...aligned([[drill, ...COLUMNS.map(([title]) => title)], ...body]), ''];
}

function falseFlagLines(rows: readonly ScoredRow[]) {
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
