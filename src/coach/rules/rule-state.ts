import type { PhaseKind, RuleDefinition } from '../drill-definition.ts';
import { lowPass, type LowPass } from '../progress/angle-display.ts';
import type { FlagRecord } from '../record/set-record.ts';
import { deviationSize, type Strictness, thresholds, type Thresholds } from './rule-threshold.ts';
import type { Degrees, Estimate, Seconds, Share, WorkingSide } from '../../instrument/geometry/units.ts';

/** Samples of the working hip's rotation over the last second or so, oldest first. */
export interface RotationSpeed {
  readonly samples: readonly { readonly time: Seconds; readonly angle: Degrees; readonly sd: Degrees }[];
}

export const atRest: RotationSpeed = { samples: [] };

/** The largest speed within this time counts, because the leg stops for a moment where it turns round. */
const MEMORY: Seconds = 1;
/**
 * Speed is measured over this much time: long enough that one wrong frame is no speed, and half as long as the swing of a quick
 * pulse (a third of a second).
 */
const SPAN: Seconds = 0.18;
const LONGEST_SPAN: Seconds = 0.4;
/** Guards against rounding in sums of seconds. */
const TINY: Seconds = 1e-9;

/**
 * Feeds one sample of the working hip's rotation; null: not known.
 * @returns the memory, and the largest speed of the last second in degrees a second; null: too few samples
 */
export function stepSpeed(
  { samples }: RotationSpeed,
  time: Seconds,
  rotation: Estimate<Degrees> | null,
): { readonly memory: RotationSpeed; readonly speed: Estimate<number> | null } {
  const kept = samples.filter((old) => old.time < time && time - old.time <= MEMORY + LONGEST_SPAN);
  if (rotation === null) return { memory: { samples: kept }, speed: null };
  const grown = [...kept, { time, angle: rotation.value, sd: rotation.sd }];
  const speeds = grown.flatMap((end) => {
    if (time - end.time > MEMORY) return [];
    const start = grown.findLast((from) => end.time - from.time >= SPAN - TINY);
    const span = start === undefined ? Infinity : end.time - start.time;
    return start === undefined || span > LONGEST_SPAN ? [] : [Math.abs(end.angle - start.angle) / span];
  });
  return {
    memory: { samples: grown },
    speed: speeds.length === 0 ? null : { value: Math.max(...speeds), sd: rotation.sd / SPAN },
  };
}

/**
 * Cutoff of the low-pass before the alarm, Hz. A single wrong frame at 12 frames a second passes with two thirds of its
 * size, but for less than the dwell. With 2 Hz and 0.2 s a flag opens 0.62 s after the onset in the median, against
 * 0.73 s with 1 Hz and 0.3 s, and there are no more false flags (n = 116 rendered sets).
 */
const ALARM_CUTOFF = 2;
/** How long a deviation must be above the threshold before a flag opens. A rule may have its own value. */
export const DWELL: Seconds = 0.2;
/** After a channel was hidden for longer than this, its filter restarts and an open flag ends when it was last seen. */
const BLIND_LIMIT: Seconds = 1;
/** A flag that comes back within this time is the same flag. */
const REJOIN: Seconds = 0.35;
/**
 * A dip that lasts no longer than the dwell, and stays above this share of the enter threshold, does not restart the dwell. At two
 * thirds, where an open flag closes, no more flags come in time, and there is one more false flag with the strict setting
 * (n = 59 rendered sets).
 */
const DIP_SHARE: Share = 0.8;

export interface OpenFlag extends Pick<FlagRecord, 'start' | 'onset' | 'peak' | 'severity' | 'spoken'> {
  readonly phase: PhaseKind;
  /** The words of the cue, where they were others than those of the rule. */
  readonly cue?: string | undefined;
  /** True: seen in frames without valid numbers too, so the peak is no size. */
  readonly isRough: boolean;
}

export interface RuleWatch {
  readonly smooth: LowPass | null;
  /** When the deviation was last below half the enter threshold. A flag that opens is said to have begun there. */
  readonly calmAt: Seconds | null;
  readonly aboveSince: Seconds | null;
  /** The same for the lower threshold of deviations that last (`RuleDefinition.lasting`). */
  readonly lastingSince: Seconds | null;
  /** Since when an open flag eases, or since when the deviation dips below the enter threshold before its flag opens. */
  readonly belowSince: Seconds | null;
  /** The value from which the deviation is counted, for rules that do not count from the reference pose. */
  readonly reference: LowPass | null;
  /** The companion's value when the reference was taken, or when it was first seen afterwards; null: not yet. */
  readonly companionFrom: number | null;
  /** The channel low-passed at the `referenceCutoff` of the rule. */
  readonly steady: LowPass | null;
  readonly open: OpenFlag | null;
}

export const unwatched: RuleWatch = {
  smooth: null,
  calmAt: null,
  aboveSince: null,
  lastingSince: null,
  belowSince: null,
  reference: null,
  companionFrom: null,
  steady: null,
  open: null,
};

export interface RuleMoment {
  readonly time: Seconds;
  /** Value of the channel; null while it is hidden. */
  readonly value: number | null;
  readonly sd: number;
  /** True: the value is rough (`FittedBody.rough`). */
  readonly isRough: boolean;
  /** Value of the rule's companion. Null: the rule has none, or it is hidden. */
  readonly companion: number | null;
  readonly side: WorkingSide;
  /** Null between phases and while paused. */
  readonly phase: PhaseKind | null;
  /** Since when the phase has run without a break. Null: between phases. */
  readonly phaseSince: Seconds | null;
  /** Since when the isometric hold lasts; null outside one. */
  readonly holdSince: Seconds | null;
  /** Standard deviation of the channel while the person held the reference pose. */
  readonly noise: number | undefined;
  /** Absent: standard. */
  readonly strictness?: Strictness | undefined;
}

export interface RuleStep {
  readonly watch: RuleWatch;
  readonly closed: FlagRecord | null;
}

/**
 * Feeds one moment. A flag opens after `dwell` above the enter threshold, or after `lasting.dwell` above the lower
 * threshold of deviations that last. It closes below 0.67 of the enter threshold. Gaps of up to 0.35 s do not end it. A short
 * dip below the enter threshold does not restart the dwell. Otherwise noise would delay the flag of a deviation that stays at
 * its threshold.
 */
export function stepRule(rule: RuleDefinition, watch: RuleWatch, moment: RuleMoment): RuleStep {
  if (moment.value === null) {
    const blind = stepBlind(rule, watch, moment.time);
    return factorAt(rule, moment) === null ? { ...blind, watch: { ...blind.watch, calmAt: null } } : blind;
  }
  if (watch.smooth !== null && moment.time <= watch.smooth.time) return { watch, closed: null };
  const gap = watch.smooth === null || moment.time - watch.smooth.time > BLIND_LIMIT;
  const rested = gap ? stepBlind(rule, watch, moment.time) : { watch, closed: null };
  const smooth = lowPass(gap ? null : watch.smooth, moment.value, moment.time, ALARM_CUTOFF);
  const { referenceCutoff } = rule;
  const steady =
    referenceCutoff === undefined
      ? null
      : lowPass(gap ? null : watch.steady, moment.value, moment.time, referenceCutoff);
  const reference = referenceAt(rule, rested.watch, moment, steady ?? smooth);
  const isSameReference = reference === rested.watch.reference;
  const companionFrom = (isSameReference ? rested.watch.companionFrom : null) ?? moment.companion;
  const seen: RuleWatch = { ...rested.watch, smooth, steady, reference, companionFrom };
  const factor = factorAt(rule, moment);
  const deviation = countsFromReferencePose(rule) ? smooth.value : reference && smooth.value - reference.value;
  if (factor === null || deviation === null) return suspend(rule, seen, moment.time, rested.closed);
  // The uncertainty of the moment may keep a flag from opening, but does not close one.
  const sd = seen.open === null ? moment.sd : 0;
  const limitsAt = (certainty: number) =>
    thresholds({ ...rule, certainty }, moment.noise, factor, sd, moment.strictness);
  const limits = limitsAt(rule.certainty ?? 0);
  const lasting = rule.lasting ? limitsAt(rule.lasting.certainty).enter : Number.POSITIVE_INFINITY;
  const size = isBorneOut(rule, seen, moment) ? deviationSize(rule, deviation, moment.side) : 0;
  const calmAt = size < limits.enter / 2 ? moment.time : (seen.calmAt ?? moment.time);
  const step = stepActive(rule, { ...seen, calmAt }, moment, size, { ...limits, lasting });
  return { watch: step.watch, closed: step.closed ?? rested.closed };
}

/** Whether the rule's companion has risen too. An open flag needs it no longer. */
const isBorneOut = ({ companion }: RuleDefinition, { open, companionFrom }: RuleWatch, moment: RuleMoment): boolean =>
  companion === undefined ||
  open !== null ||
  (companionFrom !== null && moment.companion !== null && moment.companion - companionFrom >= companion.rise);

/** Ends an open flag at the last time it was seen, because the set is over or the rule does not apply any more. */
export function closeRule(rule: RuleDefinition, watch: RuleWatch, time: Seconds): RuleStep {
  if (watch.open === null) return { watch: { ...watch, aboveSince: null, lastingSince: null }, closed: null };
  const end = Math.min(time, watch.belowSince ?? watch.smooth?.time ?? time);
  return {
    watch: { ...watch, aboveSince: null, lastingSince: null, belowSince: null, open: null },
    closed: toRecord(rule, watch.open, end),
  };
}

/** Whether the deviation was below half of the enter threshold when it was last seen, or does not count in this phase. */
export const isCalm = ({ smooth, calmAt, open }: RuleWatch): boolean =>
  open === null && (smooth === null || calmAt === null || calmAt >= smooth.time);

export const markSpoken = (watch: RuleWatch, cue?: string): RuleWatch =>
  watch.open === null ? watch : { ...watch, open: { ...watch.open, spoken: true, cue: cue ?? watch.open.cue } };

function stepBlind(rule: RuleDefinition, watch: RuleWatch, time: Seconds): RuleStep {
  if (watch.smooth === null) return { watch, closed: null };
  if (time - watch.smooth.time <= BLIND_LIMIT) return { watch, closed: null };
  // The movement may have begun while the channel was hidden. So the onset of a new flag is the last time it was seen
  // to be small.
  const calmAt = watch.open === null ? watch.calmAt : watch.smooth.time;
  return { ...closeRule(rule, watch, watch.smooth.time), watch: { ...unwatched, calmAt } };
}

function suspend(rule: RuleDefinition, watch: RuleWatch, time: Seconds, closedBefore: FlagRecord | null): RuleStep {
  const { watch: rested, closed } = closeRule(rule, watch, time);
  return { watch: { ...rested, calmAt: null }, closed: closed ?? closedBefore };
}

function factorAt(rule: RuleDefinition, moment: RuleMoment): number | null {
  return moment.phase === null ? null : (rule.phaseFactors[moment.phase] ?? null);
}

function referenceAt(rule: RuleDefinition, watch: RuleWatch, moment: RuleMoment, present: LowPass): LowPass | null {
  if (countsFromReferencePose(rule)) return null;
  const since = referenceSince(rule, moment);
  if (since === null || moment.time < since) return null;
  return watch.reference !== null && watch.reference.time >= since ? watch.reference : present;
}

/**
 * A push against a fixed support (PAILs) counts from the start of its phase. A pull into the range (RAILs) may move
 * until its hold begins.
 */
const referenceSince = ({ reference }: RuleDefinition, moment: RuleMoment): Seconds | null =>
  reference === 'push-start' && moment.phase !== 'pails' ? moment.holdSince : moment.phaseSince;

const countsFromReferencePose = ({ reference }: RuleDefinition): boolean => (reference ?? 'neutral') === 'neutral';

interface ActiveThresholds extends Thresholds {
  /** Enter threshold of deviations that last. */
  readonly lasting: number;
}

function stepActive(
  rule: RuleDefinition,
  watch: RuleWatch,
  moment: RuleMoment,
  size: number,
  limits: ActiveThresholds,
): RuleStep {
  if (watch.open !== null) return stepOpen(rule, watch, watch.open, moment, size, limits);
  const dwell = dwellAt(watch, moment.time, size, limits);
  const { phase } = moment;
  if (phase === null || !hasDwelt(rule, dwell, moment.time)) return { watch: { ...watch, ...dwell }, closed: null };
  const open: OpenFlag = {
    start: moment.time,
    onset: Math.min(moment.time, watch.calmAt ?? moment.time),
    peak: size,
    severity: isRed(rule, size, limits) ? 'red' : 'amber',
    spoken: false,
    phase,
    isRough: moment.isRough,
  };
  return { watch: { ...watch, ...NO_DWELL, open }, closed: null };
}

/** Since when the deviation has been above the enter threshold, above the one of lasting deviations, and in a dip below. */
type Dwell = Pick<RuleWatch, 'aboveSince' | 'lastingSince' | 'belowSince'>;

const NO_DWELL: Dwell = { aboveSince: null, lastingSince: null, belowSince: null };

/** A short dip does not restart the time above the enter threshold. */
function dwellAt(watch: RuleWatch, time: Seconds, size: number, { enter, lasting }: ActiveThresholds): Dwell {
  const since = (isSo: boolean, before: Seconds | null) => (isSo ? (before ?? time) : null);
  const belowSince = since(watch.aboveSince !== null && size <= enter && size >= DIP_SHARE * enter, watch.belowSince);
  return {
    aboveSince: isDip(belowSince, time) ? watch.aboveSince : since(size > enter, watch.aboveSince),
    lastingSince: since(size > lasting, watch.lastingSince),
    belowSince,
  };
}

const isDip = (belowSince: Seconds | null, time: Seconds): boolean =>
  belowSince !== null && time - belowSince <= DWELL + 1e-9;

/** Whether the deviation has lasted for long enough at one of the two thresholds. In a dip the upper one does not count. */
function hasDwelt(rule: RuleDefinition, { aboveSince, lastingSince, belowSince }: Dwell, time: Seconds): boolean {
  const hasHeld = (from: Seconds | null, dwell: Seconds) => from !== null && time - from >= dwell - 1e-9;
  return (
    (!isDip(belowSince, time) && hasHeld(aboveSince, rule.dwell ?? DWELL)) ||
    hasHeld(lastingSince, rule.lasting?.dwell ?? 0)
  );
}

const isRed = (rule: RuleDefinition, size: number, limits: Thresholds): boolean =>
  size > limits.red && rule.severity !== 'amber';

function stepOpen(
  rule: RuleDefinition,
  watch: RuleWatch,
  open: OpenFlag,
  { time, isRough }: RuleMoment,
  size: number,
  limits: Thresholds,
): RuleStep {
  const grown: OpenFlag = {
    ...open,
    peak: Math.max(open.peak, size),
    severity: isRed(rule, size, limits) ? 'red' : open.severity,
    isRough: open.isRough || isRough,
  };
  const leaving = size < limits.leave || (watch.belowSince !== null && size <= limits.enter);
  const belowSince = leaving ? (watch.belowSince ?? time) : null;
  const next: RuleWatch = { ...watch, belowSince, open: grown };
  return belowSince !== null && time - belowSince > REJOIN
    ? closeRule(rule, next, time)
    : { watch: next, closed: null };
}

const toRecord = (rule: RuleDefinition, open: OpenFlag, end: Seconds): FlagRecord => ({
  rule: rule.id,
  start: open.start,
  end: Math.max(open.start, end),
  peak: open.peak,
  severity: open.severity,
  spoken: open.spoken,
  cue: open.cue ?? rule.cue,
  phase: open.phase,
  onset: open.onset,
  ...(open.isRough ? { rough: true as const } : {}),
});
