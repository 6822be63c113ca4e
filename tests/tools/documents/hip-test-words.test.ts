import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { root } from '../../../tools/shared/paths.mjs';

const PAGES = [
  'docs/validation/hip-test.md',
  'docs/hip-programme.md',
  'docs/constants.md',
  'docs/for-clinicians.md',
  'src/training/assessment/hip-test-of-set.ts',
];
const textOf = (page: string) => readFileSync(join(root, page), 'utf8');

/** The mean share of a hike that was read of all people, from the generated table. */
function measuredShare(): number {
  const rows = textOf('docs/validation/hip-test.md').split('\n');
  const column = rows
    .find((row) => row.includes('share of its hike that was read'))
    ?.split(' | ')
    .findIndex((cell) => cell.startsWith('share of its hike'));
  const cells = rows.findLast((row) => row.startsWith('| all: '))?.split(' | ');
  return Number(cells?.[column ?? -1]?.split(', ')[0]);
}

test.each(PAGES)('the share of a hike that the hip test reads %s tells what the table measured', (page) => {
  const told = /about (\S+) of a hike/i.exec(textOf(page))?.[1];
  expect(told).toBe(measuredShare().toFixed(1));
});

describe('the first table of the hip test’s page', () => {
  const rows = textOf('docs/validation/hip-test.md').split('\n');
  const cellsOf = (start: string): readonly string[] =>
    (rows.findLast((row) => row.startsWith(`| ${start}`)) ?? '').split('|').map((cell) => cell.trim());
  const columns = cellsOf('people | IR');
  const measured = cellsOf('nothing was: 24 ');

  it.each([
    ['where a try inwards ended', 'end inwards'],
    ['where a try outwards ended', 'end outwards'],
    ['unused range', 'gap: mean'],
    ['the hip’s turn all through the tries, inwards', 'IR, error'],
    ['the same, outwards', 'ER, error'],
  ])('says of "%s" what the generated table measured', (said, column) => {
    const figures = measured[columns.findIndex((cell) => cell.startsWith(column))];
    expect(cellsOf(said).slice(2, 5).join(', ')).toBe(figures);
    expect(figures).toMatch(/^[\d.]+°, [\d.]+°, [\d.]+°$/);
  });

  it('says in how many tries the end lay in its band', () => {
    const ends = measured[columns.findIndex((cell) => cell === 'ends in their band')];
    expect(textOf('docs/validation/hip-test.md')).toContain(`inside it in ${ends} tries`);
  });
});
