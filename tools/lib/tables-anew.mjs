import { EXIT, ExitError } from './exit-error.mjs';

/**
 * Tables in which some drills were measured anew: an hour of painting is not to be done again for drills that nothing touched, and
 * a figure of code that has gone is not to stand for code that has changed.
 */

const isRow = (/** @type {string} */ line) => line.startsWith('| ');
const CLIPS = '| clip |';
const GOALS = '| drill, clips read |';
const SAID = 'Measured anew since the others: ';

/** @param {string} row @returns {string} what a row is about: its first cell, without how many clips that are */
const subjectOf = (row) =>
  (row.split('|')[1] ?? '')
    .trim()
    .replace(/^`|`$/g, '')
    .replace(/, \d+( \(.*\))?$/, '');

/**
 * @param {readonly string[]} lines
 * @returns {{ from: number, rows: readonly string[] }[]} the tables, each with the line of its head
 */
function tablesIn(lines) {
  const heads = lines.flatMap((line, i) => (isRow(line) && !isRow(lines[i - 1] ?? '') ? [i] : []));
  return heads.map((from) => {
    const end = lines.findIndex((line, i) => i > from && !isRow(line));
    return { from, rows: lines.slice(from, end < 0 ? lines.length : end) };
  });
}

/** @param {string} block @returns {readonly string[]} the drills that have a row of their own among its goals */
export const drillsOf = (block) =>
  tablesIn(block.split('\n'))
    .filter(({ rows }) => rows[0]?.startsWith(GOALS))
    .flatMap(({ rows }) => rows.slice(2).map(subjectOf));

/** @param {string} clip @param {readonly string[]} drills as the names of their clips begin */
const isOfOne = (clip, drills) => drills.some((drill) => clip.startsWith(`${drill}-`));

/**
 * Rows by drill or by rule: the measured ones in the place of those that stand.
 * @param {readonly string[]} old
 * @param {readonly string[]} anew
 */
function replaced(old, anew) {
  const measured = new Map(anew.slice(2).map((row) => [subjectOf(row), row]));
  const standing = new Set(old.map(subjectOf));
  const strangers = [...measured.keys()].filter((subject) => !standing.has(subject));
  if (strangers.length > 0)
    throw new ExitError(EXIT.usage, `there is no row yet for ${strangers.join(', ')}: measure every drill.`);
  return old.map((row, i) => (i < 2 ? row : (measured.get(subjectOf(row)) ?? row)));
}

/**
 * Rows by clip: those of the measured drills give way, whatever their clips were.
 * @param {readonly string[]} old
 * @param {readonly string[]} anew
 * @param {readonly string[]} drills
 */
function exchanged(old, anew, drills) {
  const kept = old.slice(2).filter((row) => !isOfOne(subjectOf(row), drills));
  const rows = [...kept, ...anew.slice(2)].sort((a, b) => (subjectOf(a) < subjectOf(b) ? -1 : 1));
  return [...anew.slice(0, 2), ...rows];
}

/**
 * @param {string} old what stands between the marks
 * @param {string} anew the same of the drills that were measured
 * @param {readonly string[]} drills as the names of their clips begin
 * @param {string} [closing] what ran, where that is to be said: what is said of all drills together stays, and is said to be from before
 * @throws {ExitError} a drill has no row to replace
 */
export function tablesAnew(old, anew, drills, closing) {
  const said = `${SAID}${drills.join(', ')}; ${closing} What is said of all of them together is from before.`;
  const lines = old.split('\n').filter((line) => !line.startsWith(`${SAID}${drills.join(', ')};`));
  const measured = tablesIn(anew.split('\n'));
  const standing = tablesIn(lines);
  for (const [k, { from, rows }] of [...standing.entries()].reverse()) {
    const other = measured.find((table) => table.rows[0] === rows[0]);
    if (!other) continue;
    const next = rows[0]?.startsWith(CLIPS)
      ? exchanged(rows, other.rows, drills)
      : replaced(rows, other.rows);
    lines.splice(from, rows.length, ...next, ...(k === 0 && closing !== undefined ? ['', said] : []));
  }
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
}

/**
 * @param {readonly string[]} drills that were asked for
 * @param {readonly string[]} all that have a row of their own
 * @param {readonly string[]} measured of those
 * @throws {ExitError} a drill whose clips are named alike was not measured: its rows would go
 */
export function mustHaveAll(drills, all, measured) {
  const left = all.filter((drill) => isOfOne(`${drill}-`, drills) && !measured.includes(drill));
  if (left.length > 0)
    throw new ExitError(EXIT.usage, `${left.join(', ')} was not measured, and its clips are named alike.`);
}
