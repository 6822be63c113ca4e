import type { Degrees, Estimate, Seconds, Side, WorkingSide } from '../../instrument/geometry/units.ts';
import { SIDES, sidesOf, workingEstimate } from '../../instrument/geometry/units.ts';
import { type CoachState, phasesSoFar } from '../coach-state.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import type { PhaseRecord } from '../record/set-record.ts';
import { askedRange, isBorrowing, isPelvisRule, isRangePhase } from '../rules/range-rules.ts';
import { liveFlags } from '../rules/rule-set-state.ts';
import { currentPhase } from '../timeline/timeline-clock.ts';
import { bestOf } from './real-change.ts';
import {
  type CleanGround,
  type Found,
  isClean,
  NOTHING,
  type RangeSample,
  type RangeSoFar,
  type RoundOfHip,
  type Span,
  stoppingSpans,
} from './clean-range.ts';
import type { SuspectGain } from './suspect-gain.ts';

type Seen = Pick<CoachState, 'plan' | 'now' | 'timeline' | 'setup' | 'rules'> & {
  readonly progress: { readonly range: RangeSoFar; readonly gain: { readonly open: SuspectGain | null } };
};

/** A range is shown after this time, so that it rarely has to be withdrawn. Once the work stops, nothing reaches back to it. */
const HINDSIGHT: Seconds = 2;

/** Looks through the new samples. @param settled true: all of them, because the work has stopped */
export function lookThrough(seen: Seen, settled = false): RangeSoFar {
  const { range } = seen.progress;
  const phase = currentPhase(seen.timeline.clock);
  const isOver = settled || range.ended !== null || phase === null || !isRangePhase(seen.plan.drill, phase.kind);
  const until = isOver ? seen.now : seen.now - HINDSIGHT;
  const look = (side: Side) => lookAtHip(seen, side, Math.max(range.found[side].until, until));
  return { ...range, found: { left: look('left'), right: look('right') } };
}

function lookAtHip(seen: Seen, side: Side, until: Seconds): Found {
  const { range } = seen.progress;
  const { samples } = range.hips[side];
  const ground = groundKeys(seen);
  const before = range.found[side];
  const isSame = before.ground.length === ground.length && before.ground.every((one, index) => one === ground[index]);
  const found = isSame ? before : { ...NOTHING, ground };
  let index = found.samples;
  if ((samples[index]?.time ?? Number.POSITIVE_INFINITY) > until) return { ...found, until };
  const grounds = groundsOf(seen, side);
  const best = { ...found.best };
  for (; index < samples.length; index += 1) {
    const sample = samples[index];
    if (sample === undefined || sample.time > until) break;
    for (const { round, isClean: counts } of grounds)
      if (sample.angle > (best[round]?.angle ?? Number.NEGATIVE_INFINITY) && counts(sample)) best[round] = sample;
  }
  return { samples: index, until, ground, best };
}

/** Everything but the samples that decides which of them count. */
function groundKeys({ timeline, setup, rules, progress: { range, gain } }: Seen): readonly unknown[] {
  const open = liveFlags(rules).map(({ rule, onset }) => `${rule.id} ${onset}`);
  const { flags, gains, out, reps, poses, ended } = range;
  const { invalidated } = setup.referencePose;
  const { history, pieceStart, clock } = timeline;
  return [
    history,
    pieceStart,
    clock.index,
    flags,
    gains,
    gain.open,
    out,
    reps,
    poses,
    ended,
    invalidated.length,
    ...open,
  ];
}

interface RoundGround {
  readonly round: number;
  readonly isClean: (sample: RangeSample) => boolean;
}

/** The rounds of a hip, and which samples count in each. */
function groundsOf(seen: Seen, side: Side): readonly RoundGround[] {
  const { plan, rules, timeline, progress, now } = seen;
  const { range, gain } = progress;
  const isVoid = voidTimes(seen);
  const against: readonly Span[] = [
    ...range.flags.filter(({ rule, start }) => isBorrowing(rule) && !isVoid(start)),
    ...liveFlags(rules).flatMap(({ rule, onset }) => (isBorrowing(rule.id) ? [{ onset, end: Infinity }] : [])),
    ...range.out,
    ...stoppingSpans(range.ended, range.last?.time),
  ];
  const { side: sideNow, round: roundNow } = currentPhase(timeline.clock) ?? { side: 'both', round: 0 };
  const gains = gain.open === null ? range.gains : [...range.gains, { ...gain.open, side: sideNow, round: roundNow }];
  return roundsOf(plan.drill, phasesSoFar(timeline, now), side).map(({ round, pieces }): RoundGround => {
    const own = gains.filter((one) => one.side === side && one.round === round);
    const ground: CleanGround = {
      // The present piece goes on.
      pieces: pieces.map((piece) => (timeline.history.includes(piece) ? piece : { ...piece, end: Infinity })),
      asked: askedRange(
        plan.drill,
        range.reps.filter(({ start }) => pieces.some((piece) => start >= piece.start && start < piece.end)),
      ),
      against: [...against, ...own.map(({ since, until }) => ({ onset: since, end: until ?? Infinity }))],
    };
    return { round, isClean: (sample) => !isVoid(sample.time) && isClean(sample, ground) };
  });
}

/** Nothing counts from a reference pose that was not the start, until the next one. */
function voidTimes({ setup, progress }: Seen): (time: Seconds) => boolean {
  const { poses } = progress.range;
  const spans = setup.referencePose.invalidated.map((at) => ({
    at,
    to: poses.find((pose) => pose > at) ?? Infinity,
  }));
  return (time) => spans.some(({ at, to }) => time >= at && time < to);
}

/** The pieces of each round of a hip in which the range counts. */
function roundsOf(
  drill: DrillDefinition,
  phases: readonly PhaseRecord[],
  side: Side,
): readonly { readonly round: number; readonly pieces: readonly PhaseRecord[] }[] {
  const own = phases.filter((phase) => isRangePhase(drill, phase.kind) && sidesOf(phase.side).includes(side));
  return [...new Set(own.map(({ round }) => round))].map((round) => ({
    round,
    pieces: own.filter((piece) => piece.round === round),
  }));
}

export const isPelvisFlagged = (rules: CoachState['rules']): boolean =>
  liveFlags(rules).some(({ rule }) => isPelvisRule(rule.id));

/**
 * The best clean range of a hip so far, or the mean of both where both work: what the summary tells if the set ends now. Null: none
 * yet. @param round of this round only; absent: of the whole set
 */
export function bestSoFar(seen: Seen, side: WorkingSide, round?: number): Estimate<Degrees> | null {
  const { plan, timeline, progress, now } = seen;
  const { found, watched } = progress.range;
  const best = (hip: Side): Estimate<Degrees> | null => {
    const ranges = roundsOf(plan.drill, phasesSoFar(timeline, now), hip).flatMap(({ round: own, pieces }) => {
      const sample = found[hip].best[own];
      if (sample === undefined || (round !== undefined && own !== round)) return [];
      const length = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
      const place = `${pieces[0]?.side ?? hip} ${own}`;
      return [{ clean: sample.angle, sd: sample.sd, pelvisWatched: (watched[place] ?? 0) / Math.max(length, 1e-9) }];
    });
    const most = bestOf(ranges);
    return most && { value: most.clean, sd: most.sd };
  };
  const [left, right] = SIDES.map((hip) => (side === 'both' || side === hip ? best(hip) : null));
  return workingEstimate({ left: left ?? null, right: right ?? null }, side);
}

/**
 * The best clean range of a hip in some stretches of a round, as far as no flag can reach back to it any more. It is spoken, so it
 * cannot be withdrawn.
 */
export function bestWithin(
  seen: Seen,
  { side, round }: RoundOfHip,
  spans: readonly { readonly start: Seconds; readonly end: Seconds }[],
): Estimate<Degrees> | null {
  const ground = groundsOf(seen, side).find((one) => one.round === round);
  if (ground === undefined) return null;
  let best: RangeSample | null = null;
  for (const sample of seen.progress.range.hips[side].samples) {
    if (seen.now - sample.time < HINDSIGHT || sample.angle <= (best?.angle ?? Number.NEGATIVE_INFINITY)) continue;
    if (spans.some(({ start, end }) => sample.time > start && sample.time <= end) && ground.isClean(sample))
      best = sample;
  }
  return best && { value: best.angle, sd: best.sd };
}
