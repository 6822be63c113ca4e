import { channelScore, type Point, type Series } from './score-channels.ts';
import { poolEvents } from './score-events.ts';
import { mean } from '../../tools/shared/statistics.ts';
import type { FailedClip, ScoredClip } from './score.ts';
import type { DrillCells } from './rule-cells.ts';

/** The accuracy goals of the instrument for each drill. Drills are not pooled, so that one cannot hide another. Pure. */

export interface DrillGoals {
  /** Id as in a record. */
  drill: string;
  /** Clips with a measurement. */
  clips: number;
  /** The app shows all ranges as rough values. */
  rough: boolean;
  /** Mean absolute error of the trained angle as the app shows it, degrees; with both hips at work, of their mean. */
  mae: number | null;
  /** The error of each leg while the pelvis turns by 10° or more. */
  cheating: { frames: number; mae: number | null };
  /** Bias of the best clean range of a set, degrees. */
  cleanBias: number | null;
  /** Mean absolute error of the pelvic lift, metres; `mae` is null without a reading, all of it where the app shows no size. */
  lift: { mae: number | null } | null;
  f1: number | null;
  /** Median, seconds. */
  delay: number | null;
  /** 95th percentile, seconds. */
  delay95: number | null;
  /** Flags per minute on clips without any compensation. */
  falseAMinute: number | null;
  coverage: number | null;
  /** Share of the truth inside the 90 % band. */
  inBand: number | null;
}

/** @returns without drills that have no measured clip */
export function goalsOf(rows: readonly (ScoredClip | FailedClip)[], drills: readonly DrillCells[]): DrillGoals[] {
  const read = rows.flatMap((row) => ('score' in row && !row.score.refused ? [row] : []));
  return drills.flatMap((cells) => {
    const own = read.filter(({ score }) => score.drillId === cells.drill);
    return own.length === 0 ? [] : [goalOf(cells, own)];
  });
}

function goalOf({ drill, rules, counts }: DrillCells, own: readonly ScoredClip[]): DrillGoals {
  const main = own[0]?.score.main ?? 'hip-internal-rotation';
  const shown = own.flatMap(({ series }) => shownSeries(series.filter(({ channel }) => channel === main)));
  const { mae, coverage, inBand } = channelScore(shown);
  const cheating = own.flatMap(({ score }) => score.whileCheating);
  const lifts = own.flatMap(({ series }) => series.filter(({ channel }) => channel === 'pelvis-lift'));
  return {
    drill,
    clips: own.length,
    rough: own.every(({ score }) => score.rough),
    mae,
    cheating: { frames: cheating.length, mae: mean(cheating) },
    cleanBias: mean(own.flatMap(({ score }) => score.ranges.flatMap(({ clean }) => clean.error ?? []))),
    lift: rules.some(({ seen, sizeOf }) => seen && sizeOf === 'pelvis-lift') ? { mae: channelScore(lifts).mae } : null,
    f1: counts.f1,
    delay: counts.delay,
    delay95: counts.delay95,
    falseAMinute: poolEvents(own.map(({ score }) => score)).cleanFalsePerMinute,
    coverage,
    inBand,
  };
}

/** Mean of both hips, as the app calculates it (`workingEstimate`). */
const meanOf = (a: Point, b: Point): Point => ({
  t: a.t,
  truth: (a.truth + b.truth) / 2,
  reading: (a.reading + b.reading) / 2,
  sd: Math.hypot(a.sd, b.sd) / 2,
});

/**
 * The series that the app shows. If both hips work at once it shows their mean, and nothing while one of them is not
 * read.
 * @param series of one channel and one clip: one series a leg
 * @returns the series of one leg unchanged, or one series of the mean
 */
export function shownSeries(series: readonly Series[]): readonly Series[] {
  const [left, right] = series;
  if (!left || !right) return series;
  const rightPoints = new Map(right.points.map((point) => [point.t, point]));
  const points = left.points.flatMap((point) => {
    const other = rightPoints.get(point.t);
    return other ? [meanOf(point, other)] : [];
  });
  const truth = left.truth.map(({ t, value }, index) => ({
    t,
    value: (value + (right.truth[index]?.value ?? value)) / 2,
  }));
  return [{ ...left, side: null, truth, points }];
}
