import { tally } from './score-events.mjs';
import { median, percentile, share } from './statistics.mjs';

/**
 * Counts, for each drill and each of its rules, what happened, what was flagged and what was said. Pure.
 *
 * @typedef {import('./score.mjs').ClipScore} ClipScore
 * @typedef {import('../accuracy/drill-catalogue.mjs').DrillOutline} DrillOutline
 * @typedef {import('../accuracy/drill-catalogue.mjs').RuleInDrill} RuleInDrill
 *
 * @typedef {object} Counts
 * @property {number} clips in which the rule's compensation happened and could be watched
 * @property {number} found events with a flag in time
 * @property {number} missed
 * @property {number} false flags without an event
 * @property {number | null} precision
 * @property {number | null} recall
 * @property {number | null} f1
 * @property {number | null} delay median seconds from onset to flag; late flags included
 * @property {number | null} delay95
 * @property {number} unwatched events while the rule was not watched according to the record, or from a poor camera
 *   place that was refused. If a good place was refused, its events count as missed
 * @property {number} right spoken cues
 * @property {number} wrong
 * @property {number | null} cuePrecision right ÷ (right + wrong)
 * @property {number} cleanMinutes time of clips without a compensation in which the rule was watched
 * @property {number} cleanWrong spoken cues in these clips
 * @property {number | null} cleanWrongPerMinute
 *
 * @typedef {RuleInDrill & { counts: Counts }} RuleCell
 * @typedef {object} DrillCells
 * @property {string} drill
 * @property {number} clips
 * @property {number} refused clips from a good camera place in which nothing was measured
 * @property {number} poor refused clips from a place that the drill does not call good
 * @property {number} whole clips that reached a summary
 * @property {number} phasesRight clips with the phases of the truth
 * @property {{ counted: boolean, clips: number, exact: number, true: number, found: number, extra: number }} cleanReps
 *   of clips from a good place without a compensation; `exact`: clips with the exact count
 * @property {readonly RuleCell[]} rules
 * @property {readonly { rule: string, events: number }[]} unarmed events for which the drill has no rule
 * @property {Counts} counts of all rules that the place shows
 */

/**
 * @param {readonly DrillOutline[]} catalogue
 * @param {readonly ClipScore[]} scores
 * @returns {DrillCells[]} in the order of the catalogue, including drills without a clip
 */
export function ruleCells(catalogue, scores) {
  return catalogue.map((drill) => {
    const { id, counted, rules } = drill;
    const own = scoresOf(drill, scores);
    const cells = rules.map((rule) => ({ ...rule, counts: countOf(own, [rule.rule]) }));
    return {
      drill: id,
      clips: own.length,
      refused: own.filter(({ refused, poor }) => refused && !poor).length,
      poor: own.filter(({ refused, poor }) => refused && poor).length,
      whole: own.filter(({ whole }) => whole).length,
      phasesRight: own.filter(({ phases }) => phases.right).length,
      cleanReps: { counted, ...cleanReps(own) },
      rules: cells,
      unarmed: unarmedIn(own, new Set(rules.map(({ rule }) => rule))),
      counts: countOf(own, [...seenRules(rules)]),
    };
  });
}

/**
 * Counts over all drills.
 * @param {readonly DrillOutline[]} catalogue
 * @param {readonly ClipScore[]} scores
 * @returns {Counts}
 */
export const allCounts = (catalogue, scores) =>
  summed(
    catalogue.flatMap((drill) => scoresOf(drill, scores).map((score) => countClip(score, seenRules(drill.rules)))),
  );

/** @typedef {ClipScore & { poor: boolean }} PlacedScore `poor`: from a place that the drill does not call good */

/** @param {DrillOutline} drill @param {readonly ClipScore[]} scores @returns {PlacedScore[]} */
const scoresOf = ({ id, good }, scores) =>
  scores
    .filter(({ drillId }) => drillId === id)
    .map((score) => ({ ...score, poor: score.azimuth !== null && !isWithin(good, score.azimuth) }));

/** @param {DrillOutline['good']} ranges @param {number} azimuth */
const isWithin = (ranges, azimuth) =>
  ranges.some(([from, to]) => [azimuth - 360, azimuth, azimuth + 360].some((one) => from <= one && one <= to));

/** @param {readonly RuleInDrill[]} rules */
const seenRules = (rules) => new Set(rules.flatMap(({ rule, seen }) => (seen ? [rule] : [])));

/** @param {readonly PlacedScore[]} own @param {readonly string[]} rules */
const countOf = (own, rules) => summed(own.map((score) => countClip(score, new Set(rules))));

/** @param {readonly ClipScore[]} own @param {ReadonlySet<string>} armed */
function unarmedIn(own, armed) {
  const others = own.flatMap(({ events }) => events.outcomes.filter(({ rule }) => !armed.has(rule)));
  return [...new Set(others.map(({ rule }) => rule))].map((rule) => ({
    rule,
    events: others.filter((one) => one.rule === rule).length,
  }));
}

/**
 * @typedef {Omit<Counts, 'precision' | 'recall' | 'f1' | 'delay' | 'delay95' | 'cuePrecision' | 'cleanWrongPerMinute'>
 *   & { delays: number[] }} CountSums
 */

/** @param {PlacedScore} score @param {ReadonlySet<string>} rules @returns {CountSums} */
function countClip({ events, cues, unwatched, refused, poor, minutes }, rules) {
  const isHidden = (/** @type {string} */ rule) => (refused && poor) || unwatched.includes(rule);
  const isJudged = (/** @type {{ rule: string }} */ { rule }) => rules.has(rule) && !isHidden(rule);
  const happened = events.outcomes.filter(({ rule }) => rules.has(rule));
  const outcomes = happened.filter(isJudged);
  const said = cues.filter(({ rule }) => rules.has(rule));
  const wrong = said.filter(({ verdict }) => verdict === 'wrong').length;
  const clean = events.wanted === 0 && !refused && [...rules].some((rule) => !isHidden(rule));
  return {
    clips: outcomes.length > 0 ? 1 : 0,
    ...tally(outcomes),
    false: events.falseFlags.filter(({ rule }) => rules.has(rule)).length,
    unwatched: happened.length - outcomes.length,
    right: said.filter(({ verdict }) => verdict === 'right').length,
    wrong,
    cleanMinutes: clean ? minutes : 0,
    cleanWrong: events.wanted === 0 ? wrong : 0,
  };
}

/** @param {readonly CountSums[]} parts @returns {Counts} */
function summed(parts) {
  const { delays, ...raw } = parts.reduce(
    (total, part) => ({
      clips: total.clips + part.clips,
      found: total.found + part.found,
      missed: total.missed + part.missed,
      false: total.false + part.false,
      unwatched: total.unwatched + part.unwatched,
      right: total.right + part.right,
      wrong: total.wrong + part.wrong,
      cleanMinutes: total.cleanMinutes + part.cleanMinutes,
      cleanWrong: total.cleanWrong + part.cleanWrong,
      delays: [...total.delays, ...part.delays],
    }),
    ZERO_COUNTS,
  );
  return {
    ...raw,
    precision: share(raw.found, raw.found + raw.false),
    recall: share(raw.found, raw.found + raw.missed),
    f1: share(2 * raw.found, 2 * raw.found + raw.missed + raw.false),
    delay: median(delays),
    delay95: percentile(delays, 0.95),
    cuePrecision: share(raw.right, raw.right + raw.wrong),
    cleanWrongPerMinute: share(raw.cleanWrong, raw.cleanMinutes),
  };
}

/** @type {CountSums} */
const ZERO_COUNTS = {
  clips: 0,
  found: 0,
  missed: 0,
  false: 0,
  unwatched: 0,
  right: 0,
  wrong: 0,
  cleanMinutes: 0,
  cleanWrong: 0,
  delays: [],
};

/** Repetitions in a refused clip from a good place count as not found. @param {readonly PlacedScore[]} own */
function cleanReps(own) {
  const read = own.filter(
    ({ events, reps, refused, poor }) =>
      events.wanted === 0 && !(refused && poor) && reps.true + reps.unread + reps.extra > 0,
  );
  const sum = (/** @type {'true' | 'found' | 'extra' | 'unread'} */ key) =>
    read.reduce((total, { reps }) => total + reps[key], 0);
  return {
    clips: read.length,
    exact: read.filter(({ reps }) => reps.found === reps.true + reps.unread && reps.extra === 0).length,
    true: sum('true') + sum('unread'),
    found: sum('found'),
    extra: sum('extra'),
  };
}
