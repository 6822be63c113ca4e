import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../tools/shared/paths.mjs';

/** A test as the page names it: file below `tests` without its ending, and the title or its beginning. */
interface NamedTest {
  readonly file: string;
  readonly title: string;
}

/** Every row of the page's tables: its cells, and what the last of them names. */
const rowsOf = (
  page: string,
): readonly { readonly fault: string; readonly cells: readonly string[]; readonly tests: readonly NamedTest[] }[] =>
  page
    .split('\n')
    .filter((line) => /^\|(?! fault \||---)/.test(line))
    .map((line) => {
      const cells = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      const tests = [...(cells[3] ?? '').matchAll(/([\w/-]+) “([^”]+)”/g)];
      return { fault: cells[0] ?? '', cells, tests: tests.map(([, file = '', title = '']) => ({ file, title })) };
    });

const sourceOf = (file: string): string | null => {
  const path = ['test', 'spec'].map((kind) => join(root, 'tests', `${file}.${kind}.ts`)).find((one) => existsSync(one));
  return path === undefined ? null : readFileSync(path, 'utf8');
};

/** True when a test of that file has a title that begins so. */
const exists = ({ file, title }: NamedTest): boolean =>
  (sourceOf(file) ?? '').split(/\(\s*['"`]/).some((after, at) => at > 0 && after.startsWith(title));

const ENGLISH = join(root, 'src', 'i18n', 'en');
/** All English texts, with the apostrophe of a keyboard. */
const TEXTS = readdirSync(ENGLISH, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(ENGLISH, name), 'utf8'))
  .join('\n')
  .replaceAll('’', "'")
  .toLowerCase();

/** Words in quotes that a person cannot see or hear, because the app does not have them. */
const wordsMissing = (cell: string): readonly string[] =>
  [...cell.matchAll(/"([^"]+?)(?: …)?"/g)].flatMap(([, words = '']) =>
    TEXTS.includes(words.toLowerCase()) ? [] : [words],
  );

const ROWS = ['reliability.md', 'reliability-data.md'].flatMap((page) =>
  rowsOf(readFileSync(join(root, 'docs', page), 'utf8')),
);

describe('the pages of faults', () => {
  it.each(ROWS)('says what is seen and kept, and names a test, for: $fault', ({ cells, tests }) => {
    expect(cells).toHaveLength(4);
    expect(cells).not.toContain('');
    expect(tests).not.toEqual([]);
  });

  it('names only tests that exist', () => {
    expect(ROWS.flatMap(({ tests }) => tests).filter((one) => !exists(one))).toEqual([]);
  });

  it('quotes only words that the app has', () => {
    expect(ROWS.flatMap(({ cells }) => wordsMissing(cells[1] ?? ''))).toEqual([]);
    expect(ROWS.filter(({ cells }) => cells[1]?.includes('"')).length).toBeGreaterThan(10);
  });
});
