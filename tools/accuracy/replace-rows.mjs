import { EXIT, ExitError } from '../shared/exit-error.mjs';
import { GOALS_HEAD } from '../report/goals-markdown.mjs';

/**
 * Replaces the rows of some drills in the Markdown tables of a page. So a change of one drill needs no new run of all
 * clips.
 */

const REMARK = 'Measured anew since the others: ';

const isRow = (/** @type {string} */ line) => line.startsWith('| ');

/** @param {string} row @returns {string} the drill or clip of a row: the start of its first cell */
const subjectOf = (row) =>
  (row.split('|')[1] ?? '')
    .trim()
    .replaceAll('`', '')
    .replace(/[:,].*$/, '');

/**
 * Whether a drill, variant or clip belongs to one of the drills.
 * @param {string} name
 * @param {readonly string[]} drills
 */
const isOfOne = (name, drills) => drills.some((drill) => `${name}-`.startsWith(`${drill}-`));

/**
 * @param {readonly string[]} lines
 * @returns {{ from: number, head: string, rows: readonly string[] }[]} the tables, each with the number and the text of
 *   its head line
 */
function tablesIn(lines) {
  const heads = lines.flatMap((line, i) => (isRow(line) && !isRow(lines[i - 1] ?? '') ? [i] : []));
  return heads.map((from) => {
    const end = lines.findIndex((line, i) => i > from && !isRow(line));
    return { from, head: lines[from] ?? '', rows: lines.slice(from + 2, end < 0 ? lines.length : end) };
  });
}

/** @param {string} block @returns {readonly string[]} drills with a row in the table of goals */
export const drillsInGoals = (block) =>
  tablesIn(block.split('\n'))
    .filter(({ head }) => head.startsWith(`| ${GOALS_HEAD} |`))
    .flatMap(({ rows }) => rows.map(subjectOf));

/**
 * Puts the new rows of each drill at the place of its old rows. New rows without old ones go to the place of the first
 * old row.
 * @param {readonly string[]} old
 * @param {readonly string[]} updated
 * @param {readonly string[]} drills
 */
function replacedRows(old, updated, drills) {
  const isMeasured = (/** @type {string} */ row) => isOfOne(subjectOf(row), drills);
  const standing = [...new Set(old.filter(isMeasured).map(subjectOf))];
  const measured = updated.filter(isMeasured);
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
 * Removes the drills from an older remark; an empty remark is dropped.
 * @param {string} line
 * @param {readonly string[]} drills
 */
function remarkWithout(line, drills) {
  if (!line.startsWith(REMARK)) return [line];
  const end = line.indexOf(';');
  const left = line
    .slice(REMARK.length, end)
    .split(', ')
    .filter((drill) => !drills.includes(drill));
  return left.length > 0 ? [`${REMARK}${left.join(', ')}${line.slice(end)}`] : [];
}

/**
 * @param {string} old text between the marks
 * @param {string} updated new text; only rows of `drills` are used
 * @param {readonly string[]} drills names in the truth files; names of variants and clips start with them
 * @param {string} closing sentence on what was run. Figures over all drills stay, and a remark says that they are older
 * @throws {ExitError} if the tables have different columns
 */
export function replaceRows(old, updated, drills, closing) {
  const lines = old.split('\n').flatMap((line) => remarkWithout(line, drills));
  const [standing, measured] = [tablesIn(lines), tablesIn(updated.split('\n'))];
  const heads = (/** @type {ReturnType<typeof tablesIn>} */ tables) => tables.map(({ head }) => head).join('\n');
  if (heads(standing) !== heads(measured))
    throw new ExitError(EXIT.usage, 'the tables have other columns now: measure every drill.');
  const remark = `${REMARK}${drills.join(', ')}; ${closing} What is said of all of them together is from before.`;
  for (const [k, { from, rows }] of [...standing.entries()].reverse()) {
    const next = replacedRows(rows, measured[k]?.rows ?? [], drills);
    lines.splice(from + 2, rows.length, ...next, ...(k === 0 ? ['', remark] : []));
  }
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd();
}

/**
 * Checks before the run that every row to be replaced gets a new one.
 * @param {readonly string[]} drills selected
 * @param {readonly string[]} standing drills and variants that have rows
 * @param {readonly string[]} measured drills and variants of the clips to be measured
 * @throws {ExitError}
 */
export function requireAllRows(drills, standing, measured) {
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
