import { tally } from '../scoring/score-events.mjs';
import { median, percentile, share } from '../scoring/statistics.mjs';

/**
 * For each drill and each rule that it arms: what happened, what was flagged and what was said. Pure.
 *
 * @typedef {import('../scoring/score.mjs').ClipScore} ClipScore
 * @typedef {import('../accuracy/drill-catalogue.mjs').DrillInBrief} DrillInBrief
 * @typedef {import('../accuracy/drill-catalogue.mjs').RuleInDrill} RuleInDrill
 *
 * @typedef {object} Counts
 * @property {number} clips in which the rule's compensation happened and could be watched
 * @property {number} found events whose flag opened in time
 * @property {number} missed
 * @property {number} false flags without an event
 * @property {number | null} precision
 * @property {number | null} recall
 * @property {number | null} f1
 * @property {number | null} delay median seconds from onset to flag, also a late one
 * @property {number | null} delay95
 * @property {number} unwatched events while the record itself says that the rule was not watched, or in a place that is refused
 *   with reason. A refusal of a place that the drill calls good is a miss
 * @property {number} right spoken cues
 * @property {number} wrong
 * @property {number | null} cuePrecision right ÷ (right + wrong)
 * @property {number} cleanMinutes of clips in which nothing compensates and the rule was watched
 * @property {number} cleanWrong spoken cues in those
 * @property {number | null} cleanWrongPerMinute
 *
 * @typedef {RuleInDrill & { counts: Counts }} RuleCell
 * @typedef {object} DrillCells
 * @property {string} drill
 * @property {number} clips
 * @property {number} refused clips from a good place in which nothing was measured
 * @property {number} poor clips from a place that the drill does not call good, refused with reason
 * @property {number} whole clips that came from the start to a summary
 * @property {number} phasesRight clips whose record shows the phases of the truth
 * @property {{ counted: boolean, clips: number, exact: number, true: number, found: number, extra: number }} cleanReps of the
 *   clips from a good place in which nothing compensates; `exact`: with the very count
 * @property {readonly RuleCell[]} rules
 * @property {readonly { rule: string, events: number }[]} unarmed what happened in its clips and no rule of it asks for
 * @property {Counts} counts of all rules that are seen
 */

/**
 * @param {readonly DrillInBrief[]} catalogue
 * @param {readonly ClipScore[]} scores
 * @returns {DrillCells[]} in the order of the catalogue, those without a clip among them
 */
export function ruleCells(catalogue, scores) {
  return catalogue.map((drill) => {
    const { id, counted, rules } = drill;
    const own = ownOf(drill, scores);
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

/** All drills as one. @param {readonly DrillInBrief[]} catalogue @param {readonly ClipScore[]} scores @returns {Counts} */
export const allCounts = (catalogue, scores) =>
  summed(catalogue.flatMap((drill) => ownOf(drill, scores).map((score) => countClip(score, seenRules(drill.rules)))));

/** @typedef {ClipScore & { poor: boolean }} OwnScore `poor`: not from a place that the drill calls good */

/** @param {DrillInBrief} drill @param {readonly ClipScore[]} scores @returns {OwnScore[]} */
const ownOf = ({ id, good }, scores) =>
  scores
    .filter(({ drillId }) => drillId === id)
    .map((score) => ({ ...score, poor: score.azimuth !== null && !isWithin(good, score.azimuth) }));

/** @param {DrillInBrief['good']} ranges @param {number} azimuth */
const isWithin = (ranges, azimuth) =>
  ranges.some(([from, to]) => [azimuth - 360, azimuth, azimuth + 360].some((one) => from <= one && one <= to));

/** @param {readonly RuleInDrill[]} rules */
const seenRules = (rules) => new Set(rules.flatMap(({ rule, seen }) => (seen ? [rule] : [])));

/** @param {readonly OwnScore[]} own @param {readonly string[]} rules */
const countOf = (own, rules) => summed(own.map((score) => countClip(score, new Set(rules))));

/** @param {readonly ClipScore[]} own @param {ReadonlySet<string>} armed */
function unarmedIn(own, armed) {
  const others = own.flatMap(({ events }) => events.outcomes.filter(({ rule }) => !armed.has(rule)));
  return [...new Set(others.map(({ rule }) => rule))].map((rule) => ({
    rule,
    events: others.filter((one) => one.rule === rule).length,
  }));
}

/** @typedef {Omit<Counts, 'precision' | 'recall' | 'f1' | 'delay' | 'delay95' | 'cuePrecision' | 'cleanWrongPerMinute'> & { delays: number[] }} Raw */

/** @param {OwnScore} score @param {ReadonlySet<string>} rules @returns {Raw} */
function countClip({ events, cues, unwatched, refused, poor, minutes }, rules) {
  const blind = (/** @type {string} */ rule) => (refused && poor) || unwatched.includes(rule);
  const asked = (/** @type {{ rule: string }} */ { rule }) => rules.has(rule) && !blind(rule);
  const happened = events.outcomes.filter(({ rule }) => rules.has(rule));
  const outcomes = happened.filter(asked);
  const said = cues.filter(({ rule }) => rules.has(rule));
  const wrong = said.filter(({ verdict }) => verdict === 'wrong').length;
  const clean = events.wanted === 0 && !refused && [...rules].some((rule) => !blind(rule));
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

/** @param {readonly Raw[]} parts @returns {Counts} */
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
    NOTHING,
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

/** @type {Raw} */
const NOTHING = {
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

/** What a refusal of a good place has left uncounted is missing. @param {readonly OwnScore[]} own */
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
