import type { DrillDefinition, PhaseKind } from '../../coach/drill-definition.ts';
import { reachesInto } from '../../coach/progress/clean-range.ts';
import { bestOf, type Change, changeOfRanges } from '../../coach/progress/real-change.ts';
import { largest, type RobustSample, robustSeries } from '../../coach/progress/robust-series.ts';
import type { PhaseRecord, PhaseSummary, SetRecord, SetSummary } from '../../coach/record/set-record.ts';
import { isPelvisRule, isRangePhase, rangeChannel } from '../../coach/rules/range-rules.ts';
import type { Degrees, Seconds, Share, Side } from '../../instrument/geometry/units.ts';

/** How long the end position was actually held in a phase that asks to stay there. */
export interface HoldTime {
  readonly side: Side;
  readonly round: number;
  readonly kind: PhaseKind;
  readonly length: Seconds;
  /** Time near the best clean range of the phase. */
  readonly inZone: Seconds;
  /** How long before the end the hip left for good; null: it stayed, or this was not seen. */
  readonly leftEarly: Seconds | null;
}

/** How long or how well a shorter hold was kept says nothing. */
export const LEAST_HOLD: Seconds = 5;

const STAYS: ReadonlySet<PhaseKind> = new Set(['passive', 'hold', 'sink']);
/** A hip within this distance of its best range is in the hold. */
const ZONE: Degrees = 5;
const Z95 = 1.96;
/** Leaving later than this before the end is on time. */
const EARLY: Seconds = 4;
/** The hip must have been seen outside for this long. */
const SEEN_OUT: Seconds = 2;
/** One sample stands for at most this much time. */
const LONGEST_SAMPLE: Seconds = 0.5;

export function holdTimes(
  { frames, summary }: Pick<SetRecord, 'frames' | 'summary'>,
  drill: DrillDefinition,
): readonly HoldTime[] {
  const series = {
    left: robustSeries(frames, 'left', rangeChannel(drill)),
    right: robustSeries(frames, 'right', rangeChannel(drill)),
  };
  return summary.phases.flatMap((phase) => {
    if (!STAYS.has(phase.kind) || phase.clean === null) return [];
    const within = series[phase.side].filter(({ time }) => time >= phase.start && time < phase.end);
    return [holdTime(phase, phase.clean, within)];
  });
}

function holdTime(phase: PhaseSummary, clean: Degrees, samples: readonly RobustSample[]): HoldTime {
  const floor = clean - Math.max(ZONE, Z95 * (phase.sd ?? 0));
  let inZone = 0;
  let outAfter = 0;
  let last = phase.start;
  for (const [index, { time, angle }] of samples.entries()) {
    const lasts = Math.min(LONGEST_SAMPLE, (samples[index + 1]?.time ?? phase.end) - time);
    if (angle >= floor) {
      inZone += lasts;
      outAfter = 0;
      last = time + lasts;
    } else outAfter += lasts;
  }
  const missed = phase.end - last;
  const { side, round, kind, start, end } = phase;
  const leftEarly = missed >= EARLY && outAfter >= SEEN_OUT ? missed : null;
  return { side, round, kind, length: end - start, inZone, leftEarly };
}

/** What a phase gained over the passive phase of its round. */
export interface PhaseGain {
  readonly side: Side;
  readonly round: number;
  /** `rails`: gained by the person's own pull. `sink`: gained while resting after it. */
  readonly kind: 'rails' | 'sink';
  readonly change: Change;
}

/** One for every round with a comparable passive phase. */
export function phaseGains({ phases }: Pick<SetSummary, 'phases'>): readonly PhaseGain[] {
  const rounds = new Map<string, PhaseSummary[]>();
  for (const phase of phases) {
    const key = `${phase.side} ${phase.round}`;
    rounds.set(key, [...(rounds.get(key) ?? []), phase]);
  }
  return [...rounds.values()].flatMap((round) =>
    (['rails', 'sink'] as const).flatMap((kind) => gainOf(round, kind) ?? []),
  );
}

/** From this share of a phase on, a smaller range says that the person was not in the stretch, and not what the hip can do. */
const AWAY: Share = 0.25;

function gainOf(round: readonly PhaseSummary[], kind: PhaseGain['kind']): PhaseGain | null {
  const phases = (of: PhaseSummary['kind']) => round.filter((phase) => phase.kind === of);
  const after = bestOf(phases(kind));
  const change = changeOfRanges(bestOf(phases('passive')), after);
  if (after === null || change === null) return null;
  const wasAway = phases(kind).some(({ away = 0 }) => away >= AWAY);
  if (change.kind === 'less' && wasAway) return null;
  return { side: after.side, round: after.round, kind, change };
}

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
