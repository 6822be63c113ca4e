import type { DrillDefinition, RuleId } from '../drill-definition.ts';
import {
  FLAG_LEAD,
  isClean,
  isWithin,
  reachesInto,
  saysNothing,
  type Span,
  stoppingSpans,
  usable,
} from '../progress/clean-range.ts';
import { bestOf, isWatched } from '../progress/real-change.ts';
import { largest, type RobustSample, robustSeries } from '../progress/robust-series.ts';
import { findSuspectGains, isGainPhase, type SuspectGain } from '../progress/suspect-gain.ts';
import { type Counted, discardInvalidatedFrames } from './frame-record.ts';
import {
  type EndReason,
  type EndTime,
  type FlagRecord,
  frameLengths,
  type FrameRecord,
  type PhaseRecord,
  type PhaseSummary,
  type RangeSummary,
  type SetRecord,
  type SetSummary,
} from './set-record.ts';
import { whatWasWatched } from './watched.ts';
import { isReason } from '../rules/causes.ts';
import { channelOf } from '../rules/judged-reading.ts';
import { askedRange, isBorrowing, isPelvisRule, isRangePhase, rangeChannel, seesPelvis } from '../rules/range-rules.ts';
import { listMuted } from '../rules/rule-set-state.ts';
import { type BySide, type Degrees, type Seconds, type Side, SIDES, sidesOf } from '../../instrument/geometry/units.ts';
import type { Reason } from '../../instrument/output/reason.ts';

/** A hip within this distance of its best clean range of the set is at its end: about the least change that can be told. */
const END_ZONE: Degrees = 5;
/** One sample stands for at most this much time, so that a gap in the picture does not count. */
const LONGEST_SAMPLE: Seconds = 0.5;

/** One round of a hip: its range, and the samples that are clean. */
export interface CleanRound {
  readonly range: RangeSummary;
  readonly samples: readonly RobustSample[];
}

const timeAbove = (samples: readonly RobustSample[], floor: Degrees): Seconds =>
  samples.reduce((sum, { time, angle }, index) => {
    const next = samples[index + 1];
    return angle < floor || next === undefined ? sum : sum + Math.min(LONGEST_SAMPLE, next.time - time);
  }, 0);

/**
 * How long each hip was near its best clean range of the set, in seconds with no flag. Left out: a hip without a range, or
 * without a watched pelvis, of which nobody knows whether the range was the hip's own.
 * @param bends the drill works on hip flexion, in which the pelvis moves with the hip
 */
function endTimes(rounds: readonly CleanRound[], bends: boolean): readonly EndTime[] {
  return SIDES.flatMap((side): EndTime[] => {
    const own = rounds.filter(({ range }) => range.side === side && (bends || isWatched(range)));
    const best = bestOf(own.map(({ range }) => range))?.clean ?? null;
    if (best === null) return [];
    return [{ side, seconds: own.reduce((sum, { samples }) => sum + timeAbove(samples, best - END_ZONE), 0) }];
  });
}

export interface Summarisable extends Counted, Pick<SetRecord, 'phases'> {
  /** Reference poses, under the key of `SetRecord`, so that a stored record can be passed. Absent: none was invalidated. */
  readonly neutrals?: SetRecord['neutrals'];
  readonly ended: EndReason;
}

/** A possible range is stated if it exceeds the clean one by more than this: a hip that holds still sinks as much. */
const LEAST_POSSIBLE: Degrees = 2;

/** The summary of a whole record. A flag excludes readings from its onset on, also those before it could open. */
export function summarise(
  whole: Summarisable,
  drill: DrillDefinition,
  unseen: MutedTally = new Map<RuleId, Reason>(),
): SetSummary {
  const record = discardInvalidatedFrames(whole, whole.neutrals ?? []);
  const rangePhases = record.phases.filter((phase) => isRangePhase(drill, phase.kind));
  const rows = rangePhases.flatMap((phase) => sidesOf(phase.side).map((side) => ({ phase, side })));
  const rounds = groupBy(rows, ({ phase, side }) => `${side} ${phase.round}`);
  const seriesOf = (side: Side) => robustSeries(record.frames, side, rangeChannel(drill));
  const set: SummarisedSet = { record, drill, series: { left: seriesOf('left'), right: seriesOf('right') } };
  const muted = mutedRules(record, drill, unseen);
  const summed = rounds.map((group) => cleanRound(group, set));
  const ends = endTimes(summed, drill.measure.range === 'hip-flexion');
  const phases = rows.map((row): PhaseSummary => {
    const { kind, start, end } = row.phase;
    return { ...cleanRound([row], set).range, kind, start, end };
  });
  const { share: watched } = whatWasWatched({ ...record, summary: { muted } }, drill);
  return {
    sets: summed.map(({ range }) => range),
    ...(ends.length > 0 ? { endTimes: ends } : {}),
    phases,
    repsGood: record.reps.filter((rep) => rep.good).length,
    repsAll: record.reps.length,
    watched,
    muted,
  };
}

interface SummarisedSet {
  readonly record: Summarisable;
  readonly drill: DrillDefinition;
  /** The medians of each hip. */
  readonly series: BySide<readonly RobustSample[]>;
}

interface Row {
  readonly phase: PhaseRecord;
  readonly side: Side;
}

function groupBy(rows: readonly Row[], key: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups.values()];
}

/** The samples of a hip in some phases: all with a useful band, those without a flag, and those that are surely the hip's own. */
function samplesOf(rows: readonly Row[], set: SummarisedSet) {
  const { record, drill, series } = set;
  const { side } = rows[0] ?? { side: 'left' as const };
  const pieces = rows.map(({ phase }) => phase);
  const within = (time: Seconds) => isWithin(time, pieces);
  const flags = record.flags.filter((flag) => isBorrowing(flag.rule));
  const asked = askedRange(
    drill,
    record.reps.filter(({ start }) => within(start)),
  );
  const leaving = leavingSpans(record);
  const suspects = suspectsOf(rows, set);
  const isSuspect = (sample: RobustSample) => suspects.some((gain) => reachesInto(sample, spanOf(gain)));
  // The band of a suspect gain is wide because the pelvis may have made it. The leg in total is known all the same.
  const isKnown = (sample: RobustSample) => !saysNothing(sample) || isSuspect(sample);
  const own = series[side];
  const against = [...leaving, ...flags, ...suspects.map(spanOf)];
  const clean = own.filter((sample) => isClean(sample, { pieces, asked, against }));
  const all = own.filter(
    (sample) =>
      within(sample.time) &&
      asked(sample.time) &&
      !leaving.some((span) => reachesInto(sample, span)) &&
      isKnown(sample),
  );
  const unflagged = all.filter((sample) => !flags.some((flag) => reachesInto(sample, flag)));
  return { within, flags, all, unflagged, clean, isSuspect, suspects };
}

function cleanRound(rows: readonly Row[], set: SummarisedSet): CleanRound {
  const { record, drill } = set;
  const { within, flags, all, unflagged, clean, isSuspect, suspects } = samplesOf(rows, set);
  const { side, phase } = rows[0] ?? { side: 'left' as const, phase: { round: 1 } };
  const doubted = unflagged.filter(isSuspect);
  const possible = largest(doubted);
  const gross = largest(all, 'apparent');
  const best = largest(clean);
  const moved = firstPelvisOnset(flags, within);
  const before = moved === null ? null : largest(clean.filter(({ time }) => time < moved - FLAG_LEAD));
  const length = rows.reduce((sum, row) => sum + row.phase.end - row.phase.start, 0);
  const lengths = frameLengths(record.frames);
  const shareOf = (counts: (frame: FrameRecord) => boolean) => {
    const counted = record.frames.map((frame, i) => (within(frame.t) && counts(frame) ? (lengths[i] ?? 0) : 0));
    return length > 0 ? Math.min(1, counted.reduce((sum, time) => sum + time, 0) / length) : 0;
  };
  const isRead = (frame: FrameRecord): boolean => {
    const angle = usable(frame, side, rangeChannel(drill));
    if (angle === null || !saysNothing(angle)) return angle !== null;
    return suspects.some((gain) => frame.t >= gain.since && frame.t <= (gain.until ?? frame.t));
  };
  const away = shareOf((frame) => frame.reasons.includes('posture-left'));
  const watched = (frame: FrameRecord) =>
    flags.some((flag) => isPelvisRule(flag.rule) && frame.t >= flag.onset && frame.t <= flag.end) ||
    seesPelvis(drill, (channel) => channelOf(frame, channel, side) !== null);
  const range: RangeSummary = {
    side,
    round: phase.round,
    ...(drill.measure.range ? { of: drill.measure.range } : {}),
    clean: best?.angle ?? null,
    ...(possible && possible.angle > (best?.angle ?? 0) + LEAST_POSSIBLE ? { possible: possible.angle } : {}),
    borrowed: best && borrowedOf(all, best, isSuspect, doubted),
    // If the pelvis was only flagged, its contribution is still part of the clean angle.
    borrowedAtLeast: !gross?.contributionKnown,
    gross: gross && Math.max(gross.apparent, best?.angle ?? gross.apparent),
    sd: (best ?? gross)?.sd ?? null,
    endRange: before?.angle ?? null,
    coverage: shareOf(isRead),
    pelvisWatched: shareOf((frame) => frame.valid && watched(frame)),
    ...(away > 0 ? { away } : {}),
  };
  return { range, samples: clean };
}

/**
 * What pelvis or back added. Where a gain is only possible, that is what they were measured to add: the gain itself may be the
 * hip's.
 * @param doubted samples that are possible and not flagged
 */
function borrowedOf(
  all: readonly RobustSample[],
  best: RobustSample,
  isSuspect: (sample: RobustSample) => boolean,
  doubted: readonly RobustSample[],
): Degrees {
  const shares = all.map((sample) => {
    if (isSuspect(sample) && sample.contributionKnown) return sample.apparent - sample.angle;
    return doubted.includes(sample) ? 0 : sample.apparent - best.angle;
  });
  return Math.max(0, ...shares);
}

/** Gains of these phases that the hip may not have made itself. */
function suspectsOf(rows: readonly Row[], { record: { frames }, drill }: SummarisedSet): readonly SuspectGain[] {
  const { side } = rows[0] ?? { side: 'left' as const };
  const own = rows.filter(({ phase }) => phase.side !== 'both' && isGainPhase(drill, phase.kind));
  const samples = frames.flatMap((frame) => {
    const angle = usable(frame, side, rangeChannel(drill));
    const counts = angle !== null && own.some(({ phase }) => frame.t >= phase.start && frame.t < phase.end);
    return counts ? [{ time: frame.t, angle: angle.value }] : [];
  });
  return findSuspectGains(samples);
}

/**
 * When the person was out of position, or about to end the set. What is read on the way out and back is no range either: a leg
 * that is stretched in a second read as 16° more rotation before it was told.
 */
const leavingSpans = ({ frames, ended }: Summarisable): readonly Span[] => [
  ...spansOut(frames),
  ...stoppingSpans(ended, frames.at(-1)?.t),
];

/** Each run of frames in which the person was out of position. */
function spansOut(frames: readonly FrameRecord[]): readonly Span[] {
  const spans: { onset: Seconds; end: Seconds }[] = [];
  let wasOut = false;
  for (const { t, reasons } of frames) {
    const isOut = reasons.includes('posture-left');
    const last = spans.at(-1);
    if (isOut && wasOut && last) last.end = t;
    else if (isOut) spans.push({ onset: t, end: t });
    wasOut = isOut;
  }
  return spans;
}

/** A suspect gain as the span that the clean range leaves out. */
const spanOf = ({ since, until }: SuspectGain): Span => ({
  onset: since,
  end: until ?? Number.POSITIVE_INFINITY,
});

function firstPelvisOnset(flags: readonly FlagRecord[], within: (time: Seconds) => boolean): Seconds | null {
  const onsets = flags.filter((flag) => isPelvisRule(flag.rule) && within(flag.start)).map(({ onset }) => onset);
  return onsets.length === 0 ? null : Math.min(...onsets);
}

/** Why the channel of a rule was last hidden. */
export type MutedTally = ReadonlyMap<RuleId, Reason>;

/** A rule was watched if its channel was seen in at least this share of the frames in which the rule applies. */
const WATCHED_SHARE = 0.5;

/**
 * What could not be watched in this set: the blind spots of the drill, and each rule whose channel was hidden in most of
 * the valid frames of the phases in which the rule applies.
 */
function mutedRules({ frames, phases }: Summarisable, drill: DrillDefinition, unseen: MutedTally): SetSummary['muted'] {
  return listMuted(drill, (rule) => {
    let applies = 0;
    let watched = 0;
    // A set that broke off has no tally; its frames tell the reason as well.
    let last: Reason = 'not-seen-from-here';
    for (const frame of frames) {
      const phase = frame.valid ? phases.find(({ start, end }) => frame.t >= start && frame.t < end) : undefined;
      if (phase === undefined || rule.phaseFactors[phase.kind] === undefined) continue;
      applies += 1;
      const reason = frame.unseen?.[rule.channel] ?? '';
      if (channelOf(frame, rule.channel, phase.side) !== null) watched += 1;
      else if (isReason(reason)) last = reason;
    }
    return applies > 0 && watched < WATCHED_SHARE * applies ? (unseen.get(rule.id) ?? last) : null;
  });
}
