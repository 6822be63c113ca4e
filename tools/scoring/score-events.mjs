import { median } from './statistics.mjs';

/**
 * Matches the flags a set raised with the compensations that truly happened.
 *
 * @typedef {import('../../src/coach/record/set-record.ts').FlagRecord} FlagRecord
 * @typedef {{ rule: string, start: number, end: number, peak: number }} TrueEvent
 *
 * @typedef {object} EventOutcome
 * @property {string} rule
 * @property {number} start of the true event, seconds
 * @property {'found' | 'late' | 'missed'} outcome
 * @property {number | null} delay seconds from the true onset to the flag
 *
 * @typedef {object} RuleCount
 * @property {number} found
 * @property {number} missed true events without a flag inside the onset window
 * @property {number} false flags with no true event behind them
 *
 * @typedef {object} EventScore
 * @property {number} found
 * @property {number} missed
 * @property {number} false
 * @property {number | null} falsePerMinute
 * @property {number | null} delay median delay of all that were told, late ones too, seconds
 * @property {number} wanted true events of any rule, also of those that no flag can be judged by
 * @property {Record<string, RuleCount>} rules
 * @property {EventOutcome[]} outcomes
 * @property {{ rule: string, start: number, end: number, peak: number, duringOther: boolean }[]} falseFlags
 *   `duringOther`: while a true event of another rule was on, i.e. the right moment and the wrong name
 */

/** A flag may open this long before the true value crosses its threshold (seconds): both are measured with some error. */
const EARLY = 0.3;

/** The latest a flag may open after the true onset, seconds (issue 4): a cue later than that corrects the wrong thing. */
const LATE = 1;

/** Compensations that every truth can tell. A flag of any other rule is neither right nor wrong here. */
const KNOWN_TO_TRUTH = new Set([
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
]);

/** What some truths tell and others do not: judged in the clips in which it happened. */
const TOLD_BY_SOME = new Set(['isometric-drift', 'grip', 'too-fast', 'back-round']);

/**
 * The app's word for what the truth calls by the axis or the bone: on hands and knees a turn about the vertical is the pelvis
 * twisting, in the 90/90 seat the sit bone is what lifts.
 */
const SAME_RULE = new Map([
  ['pelvis-yaw', 'pelvis-twist'],
  ['sit-bone-lift', 'pelvis-lift'],
]);

/** Whether a truth lists this rule, at least in the drills that arm it. @param {string} rule */
export const isKnownToTruth = (rule) => KNOWN_TO_TRUTH.has(rule) || TOLD_BY_SOME.has(rule);

/** @param {TrueEvent} event */
export const asTheApp = (event) => ({ ...event, rule: SAME_RULE.get(event.rule) ?? event.rule });

/**
 * A true event is found when a flag of its rule opens from 0.3 s before to 1 s after its onset, or is still open then from the
 * event of that rule before it. A later flag of that rule inside the event is late: the event counts as missed, the flag not as
 * false. So does a second flag of an event already found. Every other flag is false.
 * @param {readonly FlagRecord[]} flags
 * @param {readonly TrueEvent[]} events
 * @param {number} minutes scored time
 * @returns {EventScore}
 */
export function matchEvents(flags, events, minutes) {
  const known = events.map(asTheApp).filter(({ rule }) => isKnownToTruth(rule));
  const judged = flags.filter(({ rule }) => KNOWN_TO_TRUTH.has(rule) || known.some((event) => event.rule === rule));
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
    falsePerMinute: minutes > 0 ? falseFlags.length / minutes : null,
    delay: median(delays),
    wanted: events.length,
    rules: countByRule(outcomes, falseFlags),
    outcomes,
    falseFlags,
  };
}

/**
 * How many events were found and missed, and how long each told one waited for its flag, seconds: also a late one, which counts as
 * missed and would else make the rest look quick.
 * @param {readonly EventOutcome[]} outcomes
 */
export function tally(outcomes) {
  const found = outcomes.filter(({ outcome }) => outcome === 'found').length;
  return {
    found,
    missed: outcomes.length - found,
    delays: outcomes.flatMap(({ delay }) => delay ?? []),
  };
}

/**
 * @param {Pick<FlagRecord, 'start'>} flag
 * @param {TrueEvent} event
 */
export function opensWithin(flag, event) {
  return flag.start >= event.start - EARLY && flag.start <= Math.max(event.end, event.start + LATE);
}

/**
 * @param {TrueEvent} event
 * @param {readonly FlagRecord[]} flags
 * @param {readonly TrueEvent[]} events all of the clip
 * @returns {EventOutcome}
 */
function outcomeOf(event, flags, events) {
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
  return { rule, start, outcome: delay <= LATE ? 'found' : 'late', delay };
}

/**
 * @param {readonly EventOutcome[]} outcomes
 * @param {readonly { rule: string }[]} falseFlags
 */
function countByRule(outcomes, falseFlags) {
  /** @type {Record<string, RuleCount>} */
  const rules = {};
  const row = (/** @type {string} */ rule) => {
    rules[rule] ??= { found: 0, missed: 0, false: 0 };
    return rules[rule];
  };
  for (const { rule, outcome } of outcomes) row(rule)[outcome === 'found' ? 'found' : 'missed'] += 1;
  for (const { rule } of falseFlags) row(rule).false += 1;
  return rules;
}
