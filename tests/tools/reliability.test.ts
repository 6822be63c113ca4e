import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../tools/shared/paths.mjs';

/** A test as the page names it: file below `tests` without its ending, and the title or its beginning. */
interface NamedTest {
  readonly file: string;
  readonly title: string;
}

/** Every row of the page's tables, with what its last cell names. */
const rowsOf = (page: string): readonly { readonly fault: string; readonly tests: readonly NamedTest[] }[] =>
  page
    .split('\n')
    .filter((line) => /^\| (?!fault|---)/.test(line))
    .map((line) => {
      const cells = line.split('|').slice(1, -1);
      const tests = [...(cells.at(-1) ?? '').matchAll(/([\w/-]+) “([^”]+)”/g)];
      return {
        fault: (cells[0] ?? '').trim(),
        tests: tests.map(([, file = '', title = '']) => ({ file, title })),
      };
    });

const sourceOf = (file: string): string | null => {
  const path = ['test', 'spec'].map((kind) => join(root, 'tests', `${file}.${kind}.ts`)).find((one) => existsSync(one));
  return path === undefined ? null : readFileSync(path, 'utf8');
};

/** True when a test of that file has a title that begins so. */
const exists = ({ file, title }: NamedTest): boolean => {
  const source = sourceOf(file);
  return source !== null && ["'", '"', '`'].some((quote) => source.includes(`(${quote}${title}`));
};

const ROWS = rowsOf(readFileSync(join(root, 'docs', 'reliability.md'), 'utf8'));

describe('the page of faults', () => {
  it.each(ROWS)('names a test for: $fault', ({ tests }) => {
    expect(tests).not.toEqual([]);
  });

  it('names only tests that exist', () => {
    expect(ROWS.flatMap(({ tests }) => tests).filter((one) => !exists(one))).toEqual([]);
  });

  it('would be found out if it named another', () => {
    const [row] = rowsOf('| a fault | seen | kept | e2e/kills “a browser that is never killed” |');
    expect(row?.fault).toBe('a fault');
    expect(row?.tests.filter((one) => !exists(one))).toHaveLength(1);
    expect(exists({ file: 'e2e/none', title: 'a' })).toBe(false);
  });
});
