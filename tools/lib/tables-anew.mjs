import { EXIT, ExitError } from './exit-error.mjs';

/**
 * Tables in which some drills were measured anew: an hour of painting is not to be done again for drills that nothing touched, and
 * a figure of code that has gone is not to stand for one that has changed.
 */

const ROW = /^\| /;
const SAID = 'Measured anew since the others: ';

/** @param {string} row @returns {string} what a row is about: its first cell, without how many clips that are */
const subjectOf = (row) => (row.split('|')[1] ?? '').trim().replace(/^`|`$|,.*$/g, '');

/** @param {string} block @returns {string[]} its table's rows, without the head */
const rowsOf = (block) =>
  block
    .split('\n')
    .filter((line) => ROW.test(line))
    .slice(2);

/** @param {string} block @returns {string[]} what the rows of its table are about */
export const subjectsOf = (block) => rowsOf(block).map(subjectOf);

/** @param {string} clip @param {readonly string[]} drills */
const isOfOne = (clip, drills) => drills.some((drill) => clip.startsWith(`${drill}-`));

/**
 * The README's table by drill. What is said below it of all drills together stays, and that it is of before is said.
 * @param {string} old between the marks
 * @param {string} anew the same of the drills that were measured
 * @param {string} closing what ran
 * @throws {ExitError} a drill has no row to replace
 */
export function goalsAnew(old, anew, closing) {
  const measured = new Map(rowsOf(anew).map((row) => [subjectOf(row), row]));
  const standing = new Set(subjectsOf(old));
  const strangers = [...measured.keys()].filter((drill) => !standing.has(drill));
  if (strangers.length > 0)
    throw new ExitError(EXIT.usage, `${strangers.join(', ')} has no row yet: measure every drill.`);
  const drills = [...measured.keys()].join(', ');
  const said = `${SAID}${drills}; ${closing} What is said of all of them below is from before.`;
  const lines = old.split('\n').filter((line) => !line.startsWith(`${SAID}${drills};`));
  const lastRow = lines.findLastIndex((line) => ROW.test(line));
  const [above, below] = [lines.slice(0, lastRow + 1), lines.slice(lastRow + 1)];
  const table = above.map((line) => (ROW.test(line) ? (measured.get(subjectOf(line)) ?? line) : line));
  return [...table, '', said, ...below].join('\n');
}

/**
 * The details' table by clip: rows of the drills that were measured give way, whatever their clips were.
 * @param {string} old between the marks
 * @param {string} anew the same of the clips that were measured
 * @param {{ drills: readonly string[], all: readonly string[], measured: readonly string[] }} by `drills`: as the names of the clips
 * begin; `all` drills that have a row of their own in the README, and those `measured`
 * @throws {ExitError} a drill whose clips are named alike was not measured
 */
export function clipsAnew(old, anew, { drills, all, measured }) {
  const left = all.filter((drill) => isOfOne(`${drill}-`, drills) && !measured.includes(drill));
  if (left.length > 0)
    throw new ExitError(EXIT.usage, `${left.join(', ')} was not measured, and its clips are named alike.`);
  const kept = rowsOf(old).filter((row) => !isOfOne(subjectOf(row), drills));
  const rows = [...kept, ...rowsOf(anew)].sort((a, b) => (subjectOf(a) < subjectOf(b) ? -1 : 1));
  return [...anew.split('\n').slice(0, 2), ...rows].join('\n');
}
