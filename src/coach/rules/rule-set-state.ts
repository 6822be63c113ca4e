import type { Reason } from '../../instrument/output/reason.ts';
import type { ReferencePoseQuality } from '../../instrument/output/reading.ts';
import type { Seconds, WorkingSide } from '../../instrument/geometry/units.ts';
import type { LiveFlag } from '../speech/cue-pacing.ts';
import type { DrillDefinition, PhaseKind, RuleDefinition, RuleId } from '../drill-definition.ts';
import { type JudgedReading, seeChannel } from './judged-reading.ts';
import { closeRule, markSpoken, type RuleWatch, stepRule, unwatched } from './rule-state.ts';
import type { FlagRecord } from '../record/set-record.ts';
import type { Strictness } from './strictness.ts';

/** All rules of a drill with what each remembers. */
export interface RuleSetState {
  readonly entries: readonly RuleEntry[];
}

export interface RuleEntry {
  readonly rule: RuleDefinition;
  readonly watch: RuleWatch;
  /** Since when the channel is out of sight, and why; null while it is seen. */
  readonly unseen: { readonly since: Seconds; readonly reason: Reason } | null;
}

/** Out of sight for this long, a rule is shown as muted: a single lost frame is not worth a word. */
const MUTED_AFTER: Seconds = 1;

export const openRuleBook = (drill: DrillDefinition): RuleSetState => ({
  entries: drill.rules.map((rule) => ({ rule, watch: unwatched, unseen: null })),
});

/** What all rules share at one moment. */
export interface BookMoment {
  readonly time: Seconds;
  readonly judged: JudgedReading;
  readonly side: WorkingSide;
  readonly phase: PhaseKind | null;
  readonly phaseSince: Seconds | null;
  readonly holdSince: Seconds | null;
  readonly noise: ReferencePoseQuality['noise'];
  /** Absent: standard. */
  readonly strictness?: Strictness | undefined;
}

export interface BookStep {
  readonly book: RuleSetState;
  readonly closed: readonly FlagRecord[];
}

export function stepRules(book: RuleSetState, moment: BookMoment): BookStep {
  const { time, judged, side, phase, phaseSince, holdSince, noise, strictness } = moment;
  const closed: FlagRecord[] = [];
  const entries = book.entries.map((entry): RuleEntry => {
    const sight = seeChannel(judged, entry.rule.channel, side);
    const step = stepRule(entry.rule, entry.watch, {
      time,
      value: sight.seen ? sight.estimate.value : null,
      sd: sight.seen ? sight.estimate.sd : 0,
      side,
      phase,
      phaseSince,
      holdSince,
      noise: noise[entry.rule.channel],
      strictness,
    });
    if (step.closed !== null) closed.push(step.closed);
    const unseen = sight.seen ? null : { since: entry.unseen?.since ?? time, reason: sight.reason };
    return { rule: entry.rule, watch: step.watch, unseen };
  });
  return { book: { entries }, closed };
}

/** Closes every open flag: a pause, the end of the set, or alarms that are switched off. */
export function closeAll(book: RuleSetState, time: Seconds): BookStep {
  const closed: FlagRecord[] = [];
  const entries = book.entries.map((entry): RuleEntry => {
    const step = closeRule(entry.rule, entry.watch, time);
    if (step.closed !== null) closed.push(step.closed);
    return { ...entry, watch: step.watch };
  });
  return { book: { entries }, closed };
}

export const spokenFor = (book: RuleSetState, id: RuleId): RuleSetState => ({
  entries: book.entries.map((entry) => (entry.rule.id === id ? { ...entry, watch: markSpoken(entry.watch) } : entry)),
});

export const liveFlags = (book: RuleSetState): readonly (LiveFlag & { readonly onset: Seconds })[] =>
  book.entries.flatMap(({ rule, watch }) =>
    watch.open === null
      ? []
      : [
          {
            rule,
            severity: watch.open.severity,
            start: watch.open.start,
            onset: watch.open.onset,
            eases: watch.belowSince !== null,
          },
        ],
  );

/** Rules that nobody watches now, with the reason: the view never shows their channel, or it is out of sight. */
export const mutedNow = (
  book: RuleSetState,
  drill: DrillDefinition,
  now: Seconds,
): readonly { readonly rule: RuleId; readonly reason: Reason }[] =>
  book.entries.flatMap(({ rule, unseen }) => {
    if (drill.measure.neverSeen.includes(rule.channel)) {
      return [{ rule: rule.id, reason: 'not-seen-from-here' as const }];
    }
    const muted = unseen !== null && now - unseen.since >= MUTED_AFTER;
    return muted ? [{ rule: rule.id, reason: unseen.reason }] : [];
  });
