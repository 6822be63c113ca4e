import { EXIT, ExitError } from '../shared/exit-error.mjs';
import { GOALS_OF } from '../report/goals-markdown.mjs';

/**
 * Tables in which some drills were measured anew: an hour of painting is not to be done again for drills that nothing touched, and
 * a figure of code that has gone is not to stand for code that has changed.
 */

const SAID = 'Measured anew since the others: ';

const isRow = (/** @type {string} */ line) => line.startsWith('| ');

/** @param {string} row @returns {string} the drill, or the clip, that a row is about: what its first cell begins with */
const subjectOf = (row) =>
  (row.split('|')[1] ?? '')
    .trim()
    .replaceAll('`', '')
    .replace(/[:,].*$/, '');

/** @param {string} name of a drill, a variant of one or a clip @param {readonly string[]} drills */
const isOfOne = (name, drills) => drills.some((drill) => `${name}-`.startsWith(`${drill}-`));

/**
 * @param {readonly string[]} lines
 * @returns {{ from: number, head: string, rows: readonly string[] }[]} the tables, each with the line of its head
 */
function tablesIn(lines) {
  const heads = lines.flatMap((line, i) => (isRow(line) && !isRow(lines[i - 1] ?? '') ? [i] : []));
  return heads.map((from) => {
    const end = lines.findIndex((line, i) => i > from && !isRow(line));
    return { from, head: lines[from] ?? '', rows: lines.slice(from + 2, end < 0 ? lines.length : end) };
  });
}

/** @param {string} block @returns {readonly string[]} the drills that have a row of their own among its goals */
export const drillsOf = (block) =>
  tablesIn(block.split('\n'))
    .filter(({ head }) => head.startsWith(`| ${GOALS_OF} |`))
    .flatMap(({ rows }) => rows.map(subjectOf));

/**
 * What was measured stands where rows of the same drills stood, whatever placements, rules or clips those were of: each drill in its
 * own place, what had none before where the first of them stood.
 * @param {readonly string[]} old
 * @param {readonly string[]} anew
 * @param {readonly string[]} drills
 */
function laidOver(old, anew, drills) {
  const isMeasured = (/** @type {string} */ row) => isOfOne(subjectOf(row), drills);
  const standing = [...new Set(old.filter(isMeasured).map(subjectOf))];
  const measured = anew.filter(isMeasured);
  const first = old.findIndex(isMeasured);
  const placed = old.flatMap((row, i) => {
    if (!isMeasured(row)) return [row];
    const isFirst = old.findIndex((other) => subjectOf(other) === subjectOf(row)) === i;
    const own = isFirst ? measured.filter((one) => subjectOf(one) === subjectOf(row)) : [];
    return [...(i === first ? measured.filter((one) => !standing.includes(subjectOf(one))) : []), ...own];
  });
  return first < 0 ? [...old, ...measured] : placed;
}

/**
 * An older remark without the drills that were measured again.
 * @param {string} line
 * @param {readonly string[]} drills
 */
function remarkWithout(line, drills) {
  if (!line.startsWith(SAID)) return [line];
  const end = line.indexOf(';');
  const left = line
    .slice(SAID.length, end)
    .split(', ')
    .filter((drill) => !drills.includes(drill));
  return left.length > 0 ? [`${SAID}${left.join(', ')}${line.slice(end)}`] : [];
}

/**
 * @param {string} old what stands between the marks
 * @param {string} anew the same of the drills that were measured; rows of others in it count for nothing
 * @param {readonly string[]} drills as the truth files call them: their variants and clips are named after them
 * @param {string} closing what ran; what is said of all drills together stays, and is said to be from before
 * @throws {ExitError} the tables that stand are not laid out as these are
 */
export function tablesAnew(old, anew, drills, closing) {
  const lines = old.split('\n').flatMap((line) => remarkWithout(line, drills));
  const [standing, measured] = [tablesIn(lines), tablesIn(anew.split('\n'))];
  const heads = (/** @type {ReturnType<typeof tablesIn>} */ tables) => tables.map(({ head }) => head).join('\n');
  if (heads(standing) !== heads(measured))
    throw new ExitError(EXIT.usage, 'the tables have other columns now: measure every drill.');
  const said = `${SAID}${drills.join(', ')}; ${closing} What is said of all of them together is from before.`;
  for (const [k, { from, rows }] of [...standing.entries()].reverse()) {
    const next = laidOver(rows, measured[k]?.rows ?? [], drills);
    lines.splice(from + 2, rows.length, ...next, ...(k === 0 ? ['', said] : []));
  }
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd();
}

/**
 * Asked before the run: rows that would go and have nothing to stand in their place.
 * @param {readonly string[]} drills that were asked for
 * @param {readonly string[]} standing drills, each variant by itself, that have rows
 * @param {readonly string[]} measured the same of the clips that are to be measured
 * @throws {ExitError}
 */
export function mustHaveAll(drills, standing, measured) {
  const none = drills.filter((drill) => !measured.some((name) => isOfOne(name, [drill])));
  if (none.length > 0) throw new ExitError(EXIT.usage, `there is no clip of ${none.join(', ')}.`);
  const left = standing.filter((name) => isOfOne(name, drills) && !measured.includes(name));
  if (left.length > 0) {
    throw new ExitError(
      EXIT.usage,
      `there is no clip of ${left.join(', ')}, whose rows go with those of ${drills.join(', ')}.`,
    );
  }
}
