/**
 * Scores which pictures the app takes as the start of a drill, against what a person sees in them. Pure.
 *
 * @typedef {'right' | 'near'} Verdict `right`: a coach would say yes. `near`: a limb or the view lies somewhat outside
 *
 * @typedef {object} SeenStart
 * @property {string} drill
 * @property {'left' | 'right' | 'both'} side `both` for a drill of one side: either
 * @property {Verdict} verdict
 *
 * @typedef {object} StartsFile pictures that are not named were not judged
 * @property {readonly string[]} drills that were looked for; the others are tried, but not scored
 * @property {Readonly<Record<string, readonly SeenStart[]>>} pictures
 *
 * @typedef {object} TriedStart what the app says to a picture as the start of a drill on one side
 * @property {string} drill
 * @property {'left' | 'right' | 'both'} side
 * @property {string | null} cause why it is not taken; null: it is
 * @property {import('./score-joints.mjs').StartJoints | null} joints null: it is not taken
 *
 * @typedef {object} StartOutcome one picture and one drill
 * @property {string} picture
 * @property {string} drill
 * @property {Verdict | 'other' | 'unjudged'} verdict `other`: the picture shows no start of this drill
 * @property {boolean} taken on any side; for a start that is seen on one side, on that side
 * @property {string | null} cause on the side that was seen; null: taken
 *
 * @typedef {object} StartScore each as taken of all
 * @property {readonly [number, number]} right
 * @property {readonly [number, number]} near
 * @property {readonly [number, number]} other
 * @property {Readonly<Record<string, number>>} causes why right and near starts were refused, and how many of them
 */

const VERDICTS = /** @type {const} */ (['right', 'near', 'other']);

const SIDES = ['left', 'right', 'both'];

/**
 * A file of starts out of its text.
 * @param {string} text
 * @returns {StartsFile}
 * @throws {Error} with a clause that says what is wrong
 */
export function parseStarts(text) {
  /** @type {{ drills?: unknown, pictures?: unknown } | null} */
  const file = JSON.parse(text);
  const { drills, pictures } = file ?? {};
  if (!Array.isArray(drills)) throw new Error('it has no list "drills"');
  if (pictures === null || typeof pictures !== 'object') throw new Error('it has no "pictures"');
  for (const [name, seen] of Object.entries(pictures)) {
    if (!Array.isArray(seen)) throw new Error(`"${name}" has no list of starts`);
    const wrong = seen.find(
      ({ drill, side, verdict }) =>
        !drills.includes(drill) || !SIDES.includes(side) || !['right', 'near'].includes(verdict),
    );
    if (wrong) throw new Error(`"${name}" has a start that names no judged drill, no side or no verdict`);
  }
  return /** @type {StartsFile} */ (file);
}

/**
 * One outcome for each drill that was tried.
 * @param {string} picture
 * @param {readonly TriedStart[]} tried
 * @param {StartsFile} starts
 * @returns {StartOutcome[]}
 */
export function startOutcomes(picture, tried, starts) {
  const seen = starts.pictures[picture];
  return [...new Set(tried.map(({ drill }) => drill))].map((drill) => {
    const start = seen?.find((one) => one.drill === drill);
    const ofDrill = tried.filter((one) => one.drill === drill);
    const ofSide = ofDrill.filter(({ side }) => side === start?.side);
    const counted = ofSide.length > 0 ? ofSide : ofDrill;
    const isTaken = counted.some(({ cause }) => cause === null);
    return {
      picture,
      drill,
      verdict: seen === undefined || !starts.drills.includes(drill) ? 'unjudged' : (start?.verdict ?? 'other'),
      taken: isTaken,
      cause: isTaken ? null : (counted[0]?.cause ?? null),
    };
  });
}

/**
 * One score for each drill that was judged, and one for all.
 * @param {readonly StartOutcome[]} outcomes
 * @returns {{ readonly drills: Readonly<Record<string, StartScore>>, readonly all: StartScore }}
 */
export function scoreStarts(outcomes) {
  const judged = outcomes.filter(({ verdict }) => verdict !== 'unjudged');
  const names = [...new Set(judged.map(({ drill }) => drill))].sort();
  return {
    drills: Object.fromEntries(names.map((name) => [name, scoreOf(judged.filter(({ drill }) => drill === name))])),
    all: scoreOf(judged),
  };
}

/** @param {readonly StartOutcome[]} outcomes @returns {StartScore} */
function scoreOf(outcomes) {
  const [right, near, other] = VERDICTS.map((wanted) => {
    const some = outcomes.filter(({ verdict }) => verdict === wanted);
    return /** @type {const} */ ([some.filter(({ taken }) => taken).length, some.length]);
  });
  const refused = outcomes.filter(({ verdict, taken }) => verdict !== 'other' && !taken);
  return {
    right: right ?? [0, 0],
    near: near ?? [0, 0],
    other: other ?? [0, 0],
    causes: countsOf(refused.map(({ cause }) => cause ?? 'unknown')),
  };
}

/** How often each text comes, the most frequent first. @param {readonly string[]} texts */
const countsOf = (texts) =>
  Object.fromEntries(
    [...new Set(texts)]
      .map((text) => /** @type {const} */ ([text, texts.filter((one) => one === text).length]))
      .sort(([, a], [, b]) => b - a),
  );

/**
 * The scores as a table: taken of all.
 * @param {readonly StartOutcome[]} outcomes
 * @returns {string}
 */
export function startsTable(outcomes) {
  const { drills, all } = scoreStarts(outcomes);
  return [
    '| drill | right, taken | near, taken | no start, taken | why right and near ones are refused |',
    '|---|---|---|---|---|',
    ...Object.entries(drills).map(rowOf),
    rowOf(['**all**', all]),
  ].join('\n');
}

/** @param {readonly [string, StartScore]} named */
function rowOf([name, { right, near, other, causes }]) {
  const ofAll = (/** @type {readonly [number, number]} */ [taken, n]) => (n === 0 ? '–' : `${taken} of ${n}`);
  const why = Object.entries(causes).map(([cause, n]) => `${cause} ${n}`);
  return `| ${[name, ofAll(right), ofAll(near), ofAll(other), why.join(', ') || '–'].join(' | ')} |`;
}
