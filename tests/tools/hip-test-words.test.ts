import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../tools/shared/paths.mjs';

const PAGES = [
  'docs/validation/hip-test.md',
  'docs/hip-programme.md',
  'docs/constants-of-drills.md',
  'docs/for-clinicians.md',
  'src/coach/assessment/hip-test-of-set.ts',
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

describe('the share of a hike that the hip test reads', () => {
  test.each(PAGES)('%s tells what the table measured', (page) => {
    const told = /about (\S+) of a hike/i.exec(textOf(page))?.[1];
    expect(told).toBe(measuredShare().toFixed(1));
  });
});
