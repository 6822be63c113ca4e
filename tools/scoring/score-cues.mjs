import { asTheApp, isKnownToTruth, opensWithin } from './score-events.mjs';

/**
 * What the coach said aloud, against what truly happened.
 *
 * @typedef {import('../../src/coach/record/set-record.ts').FlagRecord} FlagRecord
 * @typedef {import('./score-events.mjs').TrueEvent} TrueEvent
 * @typedef {import('./clip-truth.mjs').TruthPhase} TruthPhase
 * @typedef {{ rule: string, start: number, verdict: 'right' | 'wrong' | 'untold' }} CueOutcome
 */

/**
 * A spoken cue is right when its flag opens within a true event of its rule. It is wrong elsewhere, and any is wrong on a clip in
 * which nothing compensates. What the truth does not tell is neither: a rule that it never lists, or drift outside of a push.
 * @param {readonly FlagRecord[]} flags
 * @param {readonly TrueEvent[]} events
 * @param {readonly TruthPhase[]} phases
 * @returns {CueOutcome[]}
 */
export function cueOutcomes(flags, events, phases) {
  const happened = events.map(asTheApp);
  return flags
    .filter(({ spoken }) => spoken)
    .map((flag) => {
      const right = happened.some((event) => event.rule === flag.rule && opensWithin(flag, event));
      const told = events.length === 0 || isTold(flag, phases);
      return { rule: flag.rule, start: flag.start, verdict: right ? 'right' : told ? 'wrong' : 'untold' };
    });
}

/** @param {FlagRecord} flag @param {readonly TruthPhase[]} phases */
function isTold({ rule, start }, phases) {
  if (rule !== 'isometric-drift') return isKnownToTruth(rule);
  return phases.some((phase) => phase.kind === 'pails' && start >= phase.start && start < phase.end);
}
