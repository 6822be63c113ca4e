import { tally } from './score-events.mjs';
import { median, percentile, share } from './statistics.mjs';

/**
 * Flags against true compensations over many clips.
 *
 * @typedef {import('./score-events.mjs').EventScore} EventScore
 * @typedef {{ events: EventScore, minutes: number }} Scored
 *
 * @typedef {object} EventPool
 * @property {number} found
 * @property {number} missed
 * @property {number} false
 * @property {number | null} precision found ÷ (found + false); a late flag is neither
 * @property {number | null} recall found ÷ (found + missed); a late flag counts as missed
 * @property {number | null} f1 harmonic mean of the two
 * @property {number | null} delay median seconds from a true onset to its flag, also a late one
 * @property {number | null} delay95 95th percentile of the same
 * @property {number} minutes scored time
 * @property {number | null} falsePerMinute
 * @property {number} cleanMinutes of the clips in which nothing compensates
 * @property {number} cleanFalse flags in those
 * @property {number | null} cleanFalsePerMinute
 */

/**
 * @param {readonly Scored[]} scores
 * @param {string | null} rule only this one; null: all together
 * @returns {EventPool}
 */
export function poolEvents(scores, rule = null) {
  const ofRule = (/** @type {{ rule: string }} */ one) => rule === null || one.rule === rule;
  const outcomes = scores.flatMap(({ events }) => events.outcomes.filter(ofRule));
  const falseIn = (/** @type {readonly Scored[]} */ some) =>
    some.reduce((sum, { events }) => sum + events.falseFlags.filter(ofRule).length, 0);
  const minutesOf = (/** @type {readonly Scored[]} */ some) => some.reduce((sum, { minutes }) => sum + minutes, 0);
  const clean = scores.filter(({ events }) => events.wanted === 0);
  const { found, missed, delays } = tally(outcomes);
  const falseFlags = falseIn(scores);
  return {
    found,
    missed,
    false: falseFlags,
    precision: share(found, found + falseFlags),
    recall: share(found, outcomes.length),
    f1: share(2 * found, found + outcomes.length + falseFlags),
    delay: median(delays),
    delay95: percentile(delays, 0.95),
    minutes: minutesOf(scores),
    falsePerMinute: share(falseFlags, minutesOf(scores)),
    cleanMinutes: minutesOf(clean),
    cleanFalse: falseIn(clean),
    cleanFalsePerMinute: share(falseIn(clean), minutesOf(clean)),
  };
}

/**
 * Every rule that truly happened or was flagged.
 * @param {readonly Scored[]} scores
 * @returns {{ rule: string, pool: EventPool }[]} by name
 */
export function poolByRule(scores) {
  const rules = new Set(scores.flatMap(({ events }) => Object.keys(events.rules)));
  return [...rules].sort().map((rule) => ({ rule, pool: poolEvents(scores, rule) }));
}
