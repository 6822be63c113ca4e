import type { Seconds, WorkingSide } from '../../instrument/geometry/units.ts';
import type { PhaseKind, RuleDefinition } from '../drill-definition.ts';
import { type LowPass, lowPass } from '../progress/low-pass.ts';
import { sizeOf, type Thresholds, thresholds } from './rule-threshold.ts';
import type { FlagRecord } from '../record/set-record.ts';
import type { Strictness } from './strictness.ts';

/**
 * Alarms run on the channel low-passed at this frequency (Hz): two thirds of a lone wrong frame at 12 a second get through, for less
 * than the dwell. On 116 rendered sets 2 Hz and a dwell of .2 s, in place of 1 Hz and .3 s, raised no false flag more, found two
 * late ones in time and told all a tenth of a second sooner (.73 to .62 s in the median).
 */
const ALARM_CUTOFF = 2;
/** How long a channel must be above its threshold before a flag opens, unless the rule has a reason of its own. */
export const DWELL: Seconds = 0.2;
/** Blind for longer than this, a channel starts anew and an open flag is closed at last sight. */
const BLIND_LIMIT: Seconds = 1;
/** A flag that comes back within this time is the same flag. */
const REJOIN: Seconds = 0.35;

export interface OpenFlag {
  readonly start: Seconds;
  readonly onset: Seconds;
  readonly peak: number;
  readonly severity: 'amber' | 'red';
  readonly spoken: boolean;
  readonly phase: PhaseKind;
}

/** What one rule remembers between frames. */
export interface RuleWatch {
  readonly smooth: LowPass | null;
  /** When the size last was under half the enter threshold: where a movement is said to begin, looking back. */
  readonly calmAt: Seconds | null;
  readonly aboveSince: Seconds | null;
  /** The same against the lower threshold of what lasts. */
  readonly lastingSince: Seconds | null;
  readonly belowSince: Seconds | null;
  /** What the channel read as the hold or the phase began, for rules that count from there. */
  readonly reference: LowPass | null;
  /** The channel as a rule with a `referenceCutoff` counts from it. */
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
  steady: null,
  open: null,
};

/** One moment as a rule sees it. */
export interface RuleMoment {
  readonly time: Seconds;
  /** The channel's value, null while it cannot be seen. */
  readonly value: number | null;
  /** Its standard deviation at this moment. */
  readonly sd: number;
  readonly side: WorkingSide;
  /** Phase of the moment; null between phases and while paused. */
  readonly phase: PhaseKind | null;
  /** Since when the phase has run without a break; absent or null: between phases. */
  readonly phaseSince?: Seconds | null;
  /** Since when the isometric hold lasts; null outside one. */
  readonly holdSince: Seconds | null;
  /** Standard deviation of the channel in the neutral hold. */
  readonly noise: number | undefined;
  /** Absent: standard. */
  readonly strictness?: Strictness | undefined;
}

export interface RuleStep {
  readonly watch: RuleWatch;
  readonly closed: FlagRecord | null;
}

/**
 * Feeds one moment. Opens after `dwell` above the enter threshold, or after `lasting.dwell` above the lower one of what lasts,
 * closes below 0.67 of it, never reports a flag twice and keeps one flag through a gap of up to 0.35 s.
 */
export function stepRule(rule: RuleDefinition, watch: RuleWatch, moment: RuleMoment): RuleStep {
  if (moment.value === null) {
    const blind = stepBlind(rule, watch, moment.time);
    return toleranceAt(rule, moment) === null ? { ...blind, watch: { ...blind.watch, calmAt: null } } : blind;
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
  const seen: RuleWatch = { ...rested.watch, smooth, steady, reference };
  const tolerance = toleranceAt(rule, moment);
  const deviation = countsFromReferencePose(rule) ? smooth.value : deviationFrom(reference, smooth);
  if (tolerance === null || deviation === null) return disarm(rule, seen, moment.time, rested.closed);
  // An open flag is not closed by a moment of doubt: only opening one asks for certainty.
  const doubt = seen.open === null ? moment.sd : 0;
  const limitsAt = (certainty: number) =>
    thresholds({ ...rule, certainty }, moment.noise, tolerance, doubt, moment.strictness);
  const limits = limitsAt(rule.certainty ?? 0);
  const lasting = rule.lasting ? limitsAt(rule.lasting.certainty).enter : Number.POSITIVE_INFINITY;
  const size = sizeOf(rule, deviation, moment.side);
  const calmAt = size < limits.enter / 2 ? moment.time : (seen.calmAt ?? moment.time);
  const step = stepArmed(rule, { ...seen, calmAt }, moment, size, { ...limits, lasting });
  return { watch: step.watch, closed: step.closed ?? rested.closed };
}

/** Closes an open flag where it was last seen: the set is over, or alarms are switched off. */
export function closeRule(rule: RuleDefinition, watch: RuleWatch, time: Seconds): RuleStep {
  if (watch.open === null) return { watch: { ...watch, aboveSince: null, lastingSince: null }, closed: null };
  const end = Math.min(time, watch.belowSince ?? watch.smooth?.time ?? time);
  return {
    watch: { ...watch, aboveSince: null, lastingSince: null, belowSince: null, open: null },
    closed: toRecord(rule, watch.open, end),
  };
}

/** Marks the open flag as having been spoken about. */
export const markSpoken = (watch: RuleWatch): RuleWatch =>
  watch.open === null ? watch : { ...watch, open: { ...watch.open, spoken: true } };

function stepBlind(rule: RuleDefinition, watch: RuleWatch, time: Seconds): RuleStep {
  if (watch.smooth === null) return { watch, closed: null };
  if (time - watch.smooth.time <= BLIND_LIMIT) return { watch, closed: null };
  // What happened out of sight is not known to have been calm: a flag that opens after it began when it last was seen to be.
  const calmAt = watch.open === null ? watch.calmAt : watch.smooth.time;
  return { ...closeRule(rule, watch, watch.smooth.time), watch: { ...unwatched, calmAt } };
}

function disarm(rule: RuleDefinition, watch: RuleWatch, time: Seconds, closedBefore: FlagRecord | null): RuleStep {
  const { watch: rested, closed } = closeRule(rule, watch, time);
  return { watch: { ...rested, calmAt: null }, closed: closed ?? closedBefore };
}

function toleranceAt(rule: RuleDefinition, moment: RuleMoment): number | null {
  return moment.phase === null ? null : (rule.armed[moment.phase] ?? null);
}

function referenceAt(rule: RuleDefinition, watch: RuleWatch, moment: RuleMoment, present: LowPass): LowPass | null {
  if (countsFromReferencePose(rule)) return null;
  const since = referenceSince(rule, moment);
  if (since === null || moment.time < since) return null;
  return watch.reference !== null && watch.reference.time >= since ? watch.reference : present;
}

/** What is pulled deeper may move until it is held; what is pushed against something that does not give may not move at all. */
const referenceSince = ({ reference }: RuleDefinition, moment: RuleMoment): Seconds | null =>
  reference === 'push-start' && moment.phase !== 'pails' ? moment.holdSince : (moment.phaseSince ?? null);

const countsFromReferencePose = ({ reference }: RuleDefinition): boolean => (reference ?? 'neutral') === 'neutral';

const deviationFrom = (reference: LowPass | null, smooth: LowPass): number | null =>
  reference === null ? null : smooth.value - reference.value;

function stepArmed(
  rule: RuleDefinition,
  watch: RuleWatch,
  moment: RuleMoment,
  size: number,
  limits: Thresholds & { readonly lasting: number },
): RuleStep {
  if (watch.open !== null) return stepOpen(rule, watch, watch.open, moment.time, size, limits);
  const since = (enter: number, before: Seconds | null) => (size > enter ? (before ?? moment.time) : null);
  const hasHeld = (from: Seconds | null, dwell: Seconds) => from !== null && moment.time - from >= dwell - 1e-9;
  const aboveSince = since(limits.enter, watch.aboveSince);
  const lastingSince = since(limits.lasting, watch.lastingSince);
  const dwelt = hasHeld(aboveSince, rule.dwell ?? DWELL) || hasHeld(lastingSince, rule.lasting?.dwell ?? 0);
  if (!dwelt || moment.phase === null) return { watch: { ...watch, aboveSince, lastingSince }, closed: null };
  const open: OpenFlag = {
    start: moment.time,
    onset: Math.min(moment.time, watch.calmAt ?? moment.time),
    peak: size,
    severity: size > limits.red ? 'red' : 'amber',
    spoken: false,
    phase: moment.phase,
  };
  return { watch: { ...watch, aboveSince: null, lastingSince: null, belowSince: null, open }, closed: null };
}

function stepOpen(
  rule: RuleDefinition,
  watch: RuleWatch,
  open: OpenFlag,
  time: Seconds,
  size: number,
  limits: Thresholds,
): RuleStep {
  const grown: OpenFlag = {
    ...open,
    peak: Math.max(open.peak, size),
    severity: size > limits.red ? 'red' : open.severity,
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
  cue: rule.cue,
  phase: open.phase,
  onset: open.onset,
});
