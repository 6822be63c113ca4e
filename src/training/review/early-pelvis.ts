import type { Degrees, Seconds, Side } from '../../instrument/geometry/units.ts';
import { reachesInto } from '../../coach/progress/clean-range.ts';
import { largest, robustSeries } from '../../coach/progress/robust-series.ts';
import { isPelvisRule, isRangePhase, rangeChannel } from '../../coach/rules/range-rules.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { PhaseRecord, SetRecord } from '../../coach/record/set-record.ts';

/**
 * A round in which the pelvis had moved before half of the hip's range was used. Told after the set, never during it.
 */
export interface EarlyPelvis {
  readonly side: Side;
  readonly round: number;
  /** Half of the range of this hip in this set. */
  readonly half: Degrees;
}

/** A smaller range is within the measurement error and is not evaluated. */
const SMALLEST_RANGE: Degrees = 10;

export type Watched = Pick<SetRecord, 'frames' | 'phases' | 'flags'>;

/** Every round in which a pelvis rule was flagged before the hip passed half of its clean range. */
export function earlyPelvis(record: Watched, drill: DrillDefinition): readonly EarlyPelvis[] {
  const moves = record.flags.filter(({ rule }) => isPelvisRule(rule));
  if (drill.measure.range || moves.length === 0) return [];
  return (['left', 'right'] as const).flatMap((side) => earlyOn(side, record, drill, moves));
}

function earlyOn(
  side: Side,
  { frames, phases }: Watched,
  drill: DrillDefinition,
  moves: Watched['flags'],
): readonly EarlyPelvis[] {
  const own = phases.filter(
    (phase) =>
      (phase.side === side || phase.side === 'both') && phase.kind !== 'pails' && isRangePhase(drill, phase.kind),
  );
  const series = robustSeries(frames, side, rangeChannel(drill)).filter(({ time }) => isIn(own, time));
  const clean = series.filter((sample) => !moves.some((flag) => reachesInto(sample, flag)));
  const half = (largest(clean)?.angle ?? 0) / 2;
  if (2 * half < SMALLEST_RANGE) return [];
  return [...new Set(own.map(({ round }) => round))].flatMap((round) => {
    const ofRound = own.filter((phase) => phase.round === round);
    const inRound = series.filter(({ time }) => isIn(ofRound, time));
    const at = inRound.findIndex(({ angle }) => angle >= half);
    // Without an earlier sample it is not known how the half was reached.
    const [first, passed] = [inRound[0], inRound[at]];
    if (at < 1 || !first || !passed) return [];
    const isEarly = moves.some(({ onset, end }) => onset <= passed.time && end >= first.time);
    return isEarly ? [{ side, round, half }] : [];
  });
}

const isIn = (phases: readonly PhaseRecord[], time: Seconds): boolean =>
  phases.some(({ start, end }) => time >= start && time < end);
