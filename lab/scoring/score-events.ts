import { median, percentile, share } from '../../tools/shared/statistics.ts';
import type { FlagRecord } from '../../src/coach/record/set-record.ts';
import type { TruthPhase } from './clip-truth.ts';

/** Compares the flags and spoken cues of a set with the compensations that truly happened. */

type TrueEvent = { rule: string; start: number; end: number; peak: number };

/** `untold`: the truth cannot judge it. */
type CueOutcome = { rule: string; start: number; verdict: 'right' | 'wrong' | 'untold' };

interface EventOutcome {
  rule: string;
  /** Of the true event, seconds. */
  start: number;
  outcome: 'found' | 'late' | 'missed';
  /** Seconds from the true onset to the flag. */
  delay: number | null;
}

export interface EventScore {
  found: number;
  missed: number;
  false: number;
  /** Median delay of all flagged events in seconds, late ones included. */
  delay: number | null;
  /** True events of all rules, including rules that are not judged. */
  wanted: number;
  outcomes: EventOutcome[];
  /** `duringOther`: during a true event of another rule, so the moment was right and the rule was wrong. */
  falseFlags: { rule: string; start: number; end: number; peak: number; duringOther: boolean }[];
}

/** Seconds by which a flag may precede the true onset, because the true value crosses its threshold gradually. */
const MAX_EARLY = 0.3;

/** Longest delay of a flag after the onset, seconds. A later flag is late: its cue comes when the movement is over. */
const MAX_DELAY = 1;

/** Compensations that every truth file lists. */
const ALWAYS_IN_TRUTH = new Set([
  'pelvis-twist',
  'pelvis-list',
  'pelvis-lift',
  'back-arch',
  'knee-chase',
  'trunk-lean',
  'trunk-turn',
  'chest-drop',
  'knee-bend',
  'foot-moved',
  'shins-drop',
  'toes-drop',
  'hips-shift',
  'other-knee-shift',
]);

/** Compensations that only some truth files list. They are judged only in clips that contain one. */
const SOMETIMES_IN_TRUTH = new Set(['isometric-drift', 'grip', 'too-fast', 'back-round']);

/**
 * Rule names of the app for events that the truth names by axis or bone: on hands and knees pelvis yaw is pelvis twist, and
 * in the 90/90 seat a lift of the sit bone is a pelvis lift.
 */
const APP_RULES = new Map([
  ['pelvis-yaw', 'pelvis-twist'],
  ['sit-bone-lift', 'pelvis-lift'],
]);

/** Whether truth files list this rule, at least for the drills that check it. */
const isKnownToTruth = (rule: string) => ALWAYS_IN_TRUTH.has(rule) || SOMETIMES_IN_TRUTH.has(rule);

/** The event under the rule name of the app. */
export const withAppRule = (event: TrueEvent) => ({ ...event, rule: APP_RULES.get(event.rule) ?? event.rule });

/**
 * A true event is found if a flag of its rule starts between 0.3 s before and 1 s after its onset, or if the flag of
 * the previous event of the rule is still on. A later flag within the event is late: the event counts as missed, but
 * the flag is not false. A second flag within a found event is not false either. Every other flag is false.
 */
export function matchEvents(flags: readonly FlagRecord[], events: readonly TrueEvent[]): EventScore {
  const known = events.map(withAppRule).filter(({ rule }) => isKnownToTruth(rule));
  const judged = flags.filter(({ rule }) => ALWAYS_IN_TRUTH.has(rule) || known.some((event) => event.rule === rule));
  const outcomes = known.map((event) => outcomeOf(event, judged, known));
  const falseFlags = judged
    .filter((flag) => !known.some((event) => event.rule === flag.rule && opensWithin(flag, event)))
    .map(({ rule, start, end, peak }) => ({
      rule,
      start,
      end,
      peak,
      duringOther: known.some((event) => start <= event.end && end >= event.start),
    }));
  const { found, missed, delays } = tally(outcomes);
  return {
    found,
    missed,
    false: falseFlags.length,
    delay: median(delays),
    wanted: events.length,
    outcomes,
    falseFlags,
  };
}

/**
 * Number of events found and missed, and the delay of every flagged event in seconds. Late events count as missed, but
 * their delay is included; otherwise the delays would look too short.
 */
export function tally(outcomes: readonly EventOutcome[]) {
  const found = outcomes.filter(({ outcome }) => outcome === 'found').length;
  return {
    found,
    missed: outcomes.length - found,
    delays: outcomes.flatMap(({ delay }) => delay ?? []),
  };
}

/**
 * How right the flags of some events are.
 * @returns precision: found ÷ (found + false), a late flag counts as neither; recall: found ÷ (found + missed), a late flag counts as
 *   missed; f1: their harmonic mean; delay and delay95: median and 95th percentile in seconds from onset to flag, late ones included
 */
export const ratesOf = ({ found, missed, delays, false: wrong }: ReturnType<typeof tally> & { false: number }) => ({
  precision: share(found, found + wrong),
  recall: share(found, found + missed),
  f1: share(2 * found, 2 * found + missed + wrong),
  delay: median(delays),
  delay95: percentile(delays, 0.95),
});

export type Rates = ReturnType<typeof ratesOf>;

/** `minutes`: scored time. */
type Scored = { events: EventScore; minutes: number };

/** The flags of many clips. */
export interface EventPool extends Rates {
  found: number;
  missed: number;
  false: number;
  /** Scored time of the clips without a compensation. */
  cleanMinutes: number;
  cleanFalsePerMinute: number | null;
}

/** The flags of many clips together. */
export function poolEvents(scores: readonly Scored[]): EventPool {
  const falseIn = (some: readonly Scored[]) => some.reduce((sum, { events }) => sum + events.falseFlags.length, 0);
  const clean = scores.filter(({ events }) => events.wanted === 0);
  const { delays, ...counts } = {
    ...tally(scores.flatMap(({ events }) => events.outcomes)),
    false: falseIn(scores),
  };
  const cleanMinutes = clean.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    ...counts,
    ...ratesOf({ ...counts, delays }),
    cleanMinutes,
    cleanFalsePerMinute: share(falseIn(clean), cleanMinutes),
  };
}

/** Whether a flag belongs to an event: it starts within the event, or within the tolerance at its onset. */
function opensWithin(flag: Pick<FlagRecord, 'start'>, event: TrueEvent) {
  return flag.start >= event.start - MAX_EARLY && flag.start <= Math.max(event.end, event.start + MAX_DELAY);
}

/** @param events all events of the clip */
function outcomeOf(event: TrueEvent, flags: readonly FlagRecord[], events: readonly TrueEvent[]): EventOutcome {
  const { rule, start } = event;
  const before = events.filter((other) => other.rule === rule && other.start < start);
  const stillOn = flags.some(
    (flag) => flag.rule === rule && flag.end >= start && before.some((other) => opensWithin(flag, other)),
  );
  if (stillOn) return { rule, start, outcome: 'found', delay: 0 };
  const first = flags
    .filter((flag) => flag.rule === rule && opensWithin(flag, event))
    .sort((a, b) => a.start - b.start)[0];
  if (!first) return { rule, start, outcome: 'missed', delay: null };
  const delay = first.start - start;
  return { rule, start, outcome: delay <= MAX_DELAY ? 'found' : 'late', delay };
}

/**
 * A spoken cue is right if its flag starts within a true event of its rule, and wrong otherwise. On a clip without
 * compensations every cue is wrong. A cue is not judged if the truth cannot tell: its rule is never listed, or it is a
 * drift outside a push.
 */
export function cueOutcomes(
  flags: readonly FlagRecord[],
  events: readonly TrueEvent[],
  phases: readonly TruthPhase[],
): CueOutcome[] {
  const happened = events.map(withAppRule);
  return flags
    .filter(({ spoken }) => spoken)
    .map((flag) => {
      const right = happened.some((event) => event.rule === flag.rule && opensWithin(flag, event));
      const judged = events.length === 0 || isInTruth(flag, phases);
      return { rule: flag.rule, start: flag.start, verdict: right ? 'right' : judged ? 'wrong' : 'untold' };
    });
}

function isInTruth({ rule, start }: FlagRecord, phases: readonly TruthPhase[]) {
  if (rule !== 'isometric-drift') return isKnownToTruth(rule);
  return phases.some((phase) => phase.kind === 'pails' && start >= phase.start && start < phase.end);
}
