import { fixed, markdownTable, percent, UNKNOWN } from './table-text.mjs';
import { PHASE_TOLERANCE } from '../scoring/score-phases.mjs';

/**
 * Flags and spoken cues as Markdown: a short table of the drills, and a full table of all rules.
 *
 * @typedef {import('../scoring/pool-scores.mjs').Pooled} Pooled
 * @typedef {import('../scoring/pool-scores.mjs').DrillPool} DrillPool
 * @typedef {import('../scoring/rule-cells.mjs').RuleCell} RuleCell
 * @typedef {import('../scoring/rule-cells.mjs').Counts} Counts
 */

const NO_CLIP = 'no clip';
const NOT_SEEN = 'not seen from here';

/** @type {readonly (readonly [string, (drill: DrillPool) => string])[]} */
const DRILL_COLUMNS = [
  ['sets with a summary', summaryWords],
  ['phases as performed', ({ clips, phasesRight }) => ofAll(phasesRight, clips)],
  ['clean clips counted exactly', repetitions],
  ['compensations found', ({ counts }) => ofAll(counts.found, counts.found + counts.missed)],
  ['F1', ({ counts }) => fixed(counts.f1, 2)],
  ['spoken cues right', ({ counts }) => spoken(counts)],
  ['spoken a minute on clean clips', ({ counts }) => cleanWords(counts)],
  ['rules without a clip', (drill) => withoutClip(drill)],
];

/** @param {Pooled} pooled @returns {string[]} short table, one row a drill */
export function drillSummary({ drills, all }) {
  return [
    ...markdownTable(
      'drill',
      DRILL_COLUMNS.map(([title]) => title),
      drills.map((drill) => [
        drill.drill,
        ...DRILL_COLUMNS.map(([, cell]) => (drill.clips === 0 ? NO_CLIP : cell(drill))),
      ]),
    ),
    '',
    allWords(all),
    `Phases are as performed if they come in the same order and each begins within ${PHASE_TOLERANCE} s. A spoken cue is right if its flag opens within a true event of its rule. A clip from a good place that was not read counts as missed. Rules that the place does not show are not counted here.`,
  ];
}

/** @param {Counts} all @returns {string} a sentence on flags and cues over all rules that the place shows */
export const allWords = (all) =>
  `Rules that the place shows: F1 ${fixed(all.f1, 2)} (precision ${percent(all.precision)}, recall ${percent(all.recall)}); ${all.right} of ${all.right + all.wrong} spoken cues right (${percent(all.cuePrecision)}); ${fixed(all.cleanWrongPerMinute, 2)} spoken cues a minute on ${fixed(all.cleanMinutes)} clean minutes.`;

/** @type {readonly (readonly [string, (cell: RuleCell) => string])[]} */
const RULE_COLUMNS = [
  ['active in', ({ armed }) => armed.join(', ')],
  ['events, clips', ({ counts }) => `${counts.found + counts.missed}, ${counts.clips}`],
  ['found, missed, false', ({ counts }) => `${counts.found}, ${counts.missed}, ${counts.false}`],
  ['precision, recall', ({ counts }) => `${percent(counts.precision)}, ${percent(counts.recall)}`],
  ['F1', f1Words],
  ['delay, 95 %', delayWords],
  ['spoken: right of all', ({ counts }) => spoken(counts)],
  ['spoken a minute on clean clips', ({ counts }) => cleanWords(counts)],
];

/** Titles of the columns of `ruleRows`. */
export const RULE_HEAD = ['drill: rule', ...RULE_COLUMNS.map(([title]) => title)];

/** One row for every rule of every drill. @param {Pooled} pooled @returns {string[][]} */
export const ruleRows = ({ drills }) =>
  drills.flatMap(({ drill, rules, unarmed }) => [
    ...rules.map((cell) => [`${drill}: ${ruleText(cell.rule)}`, ...cellsOf(cell)]),
    ...unarmed.map(({ rule, events }) => [
      `${drill}: ${ruleText(rule)}`,
      'none',
      `no rule of this drill; happened ${events}×`,
      ...RULE_COLUMNS.slice(2).map(() => UNKNOWN),
    ]),
  ]);

/** @param {string} rule */
const ruleText = (rule) => rule.replaceAll('-', ' ');

/** @param {Pooled} pooled @returns {string[]} full table, one row a rule */
export const ruleTable = (pooled) => {
  const [first = '', ...titles] = RULE_HEAD;
  return markdownTable(first, titles, ruleRows(pooled));
};

/** @param {RuleCell} cell */
function cellsOf(cell) {
  if (cell.seen) return RULE_COLUMNS.map(([, words]) => words(cell));
  const happened = cell.counts.unwatched + cell.counts.missed;
  const note = happened > 0 ? `${NOT_SEEN}; happened ${happened}×` : NOT_SEEN;
  return [UNKNOWN, note, ...RULE_COLUMNS.slice(2).map(() => UNKNOWN)];
}

/** @param {RuleCell} cell */
function f1Words({ counts }) {
  const blind = counts.unwatched > 0 ? `${counts.unwatched} not watched, and said so` : '';
  if (counts.found + counts.missed > 0) return [fixed(counts.f1, 2), blind].filter(Boolean).join('; ');
  return blind === '' ? NO_CLIP : blind;
}

/** @param {RuleCell} cell */
function delayWords({ counts: { delay, delay95 } }) {
  return delay === null ? UNKNOWN : `${fixed(delay)} s, ${fixed(delay95)} s`;
}

/** @param {DrillPool} drill */
function repetitions({ cleanReps: { counted, clips, exact, true: real, found, extra } }) {
  if (!counted) return 'not counted';
  if (clips === 0) return NO_CLIP;
  return `${exact} of ${clips} (${found} of ${real}${extra > 0 ? `, ${extra} too many` : ''})`;
}

/** @param {DrillPool} drill */
function summaryWords({ clips, whole, refused, poor }) {
  return [
    ofAll(whole, clips),
    ...(refused > 0 ? [`${refused} not read`] : []),
    ...(poor > 0 ? [`${poor} refused with reason`] : []),
  ].join('; ');
}

/** @param {DrillPool} drill */
function withoutClip({ rules }) {
  const without = rules.filter(({ seen, counts }) => seen && counts.found + counts.missed + counts.unwatched === 0);
  return without.length === 0 ? 'none' : without.map(({ rule }) => ruleText(rule)).join(', ');
}

/** @param {Counts} counts */
const spoken = ({ right, wrong }) => (right + wrong === 0 ? 'none spoken' : ofAll(right, right + wrong));

/** @param {Counts} counts */
const cleanWords = ({ cleanWrongPerMinute, cleanMinutes }) =>
  cleanWrongPerMinute === null ? NO_CLIP : `${fixed(cleanWrongPerMinute, 2)} (${fixed(cleanMinutes)} min)`;

/** @param {number} some @param {number} all */
const ofAll = (some, all) => (all === 0 ? 'none in the clips' : `${some} of ${all}`);
