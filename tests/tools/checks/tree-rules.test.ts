import { describe, expect, it } from 'vitest';
import { treeBreaches } from '../../../tools/checks/tree-rules.ts';

const one = (file: string, lines = 100, bytes = 1000) => ({ file, lines, bytes });
const many = (count: number, folder: string, lines = 100) =>
  Array.from({ length: count }, (_, i) => one(`${folder}/part-${i}.ts`, lines));

const good = [
  one('README.md', 0, 6000),
  one('docs/page.md', 0, 10_000),
  one('src/README.md'),
  one('src/coach/README.md'),
  one('src/training/README.md'),
  ...many(30, 'src/training/review', 500),
  one('src/training/review/deeper/part.ts'),
  one('src/ui/README.md'),
  one('src/ui/assets/picture.webp', 0, 1_000_000),
  one('tests/README.md'),
  one('tests/coach/README.md'),
  one('tests/training/README.md'),
  one('tests/training/review/part.test.ts', 900),
];

describe('the shape of the tree', () => {
  it('passes with full folders, long files and long pages that are just within their limits', () => {
    expect(treeBreaches(good)).toEqual([]);
  });

  it.each([
    ['a file that is too long', [one('src/coach/long.ts', 501)], 'src/coach/long.ts: 501 lines'],
    ['a layer without a README', [one('src/plans/week.ts')], 'src/plans: no README.md'],
    ['a room of tests without a README', [one('tests/golden-eggs/one.test.ts')], 'tests/golden-eggs: no README.md'],
    ['a room of the lab without a README', [one('lab/README.md'), one('lab/cloth/a.ts')], 'lab/cloth: no README.md'],
    [
      'a page of docs that is too long',
      [one('docs/decisions/long.md', 0, 10_001)],
      'docs/decisions/long.md: 10001 bytes',
    ],
    [
      'too much to read',
      Array.from({ length: 16 }, (_, i) => one(`docs/decisions/${i}.md`, 0, 9_999)),
      'docs: 169984 bytes',
    ],
  ])('refuses %s', (_, more, says) => {
    expect(treeBreaches([...good, ...more])).toEqual([expect.stringContaining(says)]);
  });

  it('refuses a README that is too long', () => {
    expect(treeBreaches([one('README.md', 0, 6001)])).toEqual(['README.md: 6001 bytes; at most 6000']);
  });

  it('refuses many small files, except commands and contracts', () => {
    const small = [...many(20, 'src/coach', 24), ...many(19, 'src/ui', 24)];
    const exempt = [one('tools/README.md'), one('workers/README.md')];
    exempt.push(one('tools/start.mjs', 3), one('workers/pose.api.ts', 9));
    expect(treeBreaches([...good, ...small, ...exempt])).toEqual([]);
    const breaches = treeBreaches([...good, ...small, ...exempt, one('src/ui/tiny.ts', 24)]);
    expect(breaches).toEqual([expect.stringContaining('fewer than 40 files under 25 lines; there are 40')]);
  });
});
