import type { Seconds, WorkingSide } from '../../instrument/geometry/units.ts';
import type { ReferencePoseQuality } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { DrillDefinition, RuleDefinition, RuleId } from '../drill-definition.ts';
import type { FlagRecord } from '../record/set-record.ts';
import type { LiveFlag } from '../speech/cue-pacing.ts';
import { type ChannelValue, type JudgedReading, seeChannel } from './judged-reading.ts';
import { closeRule, isCalm, markSpoken, type RuleMoment, stepRule, unwatched } from './rule-state.ts';
import { deviationSize } from './rule-threshold.ts';
import type { RuleEntry, RulesPart } from '../coach-state.ts';

export type RuleSetState = Pick<RulesPart, 'entries'>;

/** A rule is shown as muted after its channel was hidden for this long. Single lost frames do not count. */
const MUTED_AFTER: Seconds = 1;

/** What all rules share at one moment. */
export interface RuleSetMoment extends Omit<RuleMoment, 'value' | 'sd' | 'isRough' | 'companion' | 'noise'> {
  readonly judged: JudgedReading;
  readonly noise: ReferencePoseQuality['noise'];
}

export interface RuleSetStep extends RuleSetState {
  readonly closed: readonly FlagRecord[];
}

export function stepRules(rules: RuleSetState, { judged, noise, ...moment }: RuleSetMoment): RuleSetStep {
  const { time, side } = moment;
  const closed: FlagRecord[] = [];
  const entries = rules.entries.map((entry): RuleEntry => {
    const { limitOf } = entry.rule;
    const applies = limitOf === undefined || side === 'both' || side === limitOf;
    const value = seePlainly(entry, judged, limitOf ?? side);
    const step = stepRule(entry.rule, entry.watch, {
      ...moment,
      phase: applies ? moment.phase : null,
      value: value.seen ? value.estimate.value : null,
      sd: value.seen ? value.estimate.sd : 0,
      isRough: value.isRough ?? false,
      companion: seeCompanion(entry.rule, judged, limitOf ?? side),
      noise: noise[entry.rule.channel],
    });
    if (step.closed !== null) closed.push(step.closed);
    const unseen = value.seen || !applies ? null : { since: entry.unseen?.since ?? time, reason: value.reason };
    return { rule: entry.rule, watch: step.watch, unseen };
  });
  return { entries, closed };
}

/** A rough value counts if it is above the red limit of the rule by this factor. */
const FAR_ABOVE = 1.5;

/**
 * The value of a rule's channel. In a frame whose numbers are not valid, a fault that the picture shows plainly counts all
 * the same: caution about degrees is no reason for silence. An open flag is kept open by the enter threshold.
 */
function seePlainly(
  { rule, watch }: RuleEntry,
  judged: JudgedReading,
  side: WorkingSide,
): ChannelValue & { readonly isRough?: true } {
  const value = seeChannel(judged, rule.channel, side);
  const rough = judged.rough?.[rule.channel];
  if (value.seen || rough === undefined) return value;
  const from = (rule.reference ?? 'neutral') === 'neutral' ? 0 : (watch.reference?.value ?? null);
  if (from === null) return value;
  const limit = watch.open === null ? FAR_ABOVE * rule.red : rule.enter;
  if (deviationSize(rule, rough - from, side) < limit) return value;
  return { seen: true, estimate: { value: rough, sd: 0 }, isRough: true };
}

function seeCompanion({ companion }: RuleDefinition, judged: JudgedReading, side: WorkingSide): number | null {
  const value = companion && seeChannel(judged, companion.channel, side);
  return value?.seen ? value.estimate.value : null;
}

/** Whether no rule sees half of what it would flag, so that none can open a flag with the next readings. */
export const areCalm = ({ entries }: RuleSetState): boolean => entries.every(({ watch }) => isCalm(watch));

/** Closes every open flag: in a pause, at the end of the set, or when a new reference pose is awaited. */
export function closeAll(rules: RuleSetState, time: Seconds): RuleSetStep {
  const closed: FlagRecord[] = [];
  const entries = rules.entries.map((entry): RuleEntry => {
    const step = closeRule(entry.rule, entry.watch, time);
    if (step.closed !== null) closed.push(step.closed);
    return { ...entry, watch: step.watch };
  });
  return { entries, closed };
}

/** Forgets the open flags that began after this time, as if they had never opened. */
export const dropSince = ({ entries }: RuleSetState, time: Seconds): readonly RuleEntry[] =>
  entries.map((entry) =>
    entry.watch.open !== null && entry.watch.open.onset >= time ? { ...entry, watch: unwatched } : entry,
  );

/**
 * Notes that the cue of a rule was spoken during its open flag.
 * @param cue other words than those of the rule. Absent: those of the rule
 */
export const markCueSpoken = ({ entries }: RuleSetState, id: RuleId, cue?: string): readonly RuleEntry[] =>
  entries.map((entry) => (entry.rule.id === id ? { ...entry, watch: markSpoken(entry.watch, cue) } : entry));

export const liveFlags = ({ entries }: RuleSetState): readonly (LiveFlag & { readonly onset: Seconds })[] =>
  entries.flatMap(({ rule, watch: { open, belowSince } }) => {
    if (open === null) return [];
    const { severity, start, onset } = open;
    return [{ rule, severity, start, onset, eases: belowSince !== null }];
  });

export interface MutedRule {
  readonly rule: RuleId;
  readonly reason: Reason;
}

/**
 * Everything that the app lists as not watched, in its order: the blind spots of the drill, and the rules that are hidden.
 * @param whyHidden null: the rule is watched
 */
export function listMuted(
  { rules, blindSpots = [] }: DrillDefinition,
  whyHidden: (rule: RuleDefinition) => Reason | null,
): readonly MutedRule[] {
  const blindBefore = (next?: RuleId): readonly MutedRule[] =>
    blindSpots.filter(({ before }) => before === next).map(({ id }) => ({ rule: id, reason: 'not-seen-from-here' }));
  const beforeLast = rules.flatMap((rule) => {
    const reason = whyHidden(rule);
    return [...blindBefore(rule.id), ...(reason === null ? [] : [{ rule: rule.id, reason }])];
  });
  return [...beforeLast, ...blindBefore()];
}

export const mutedNow = (rules: RuleSetState, drill: DrillDefinition, now: Seconds): readonly MutedRule[] =>
  listMuted(drill, ({ id }) => {
    const unseen = rules.entries.find(({ rule }) => rule.id === id)?.unseen ?? null;
    return unseen !== null && now - unseen.since >= MUTED_AFTER ? unseen.reason : null;
  });
