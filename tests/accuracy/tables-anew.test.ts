import { describe, expect, it } from 'vitest';
import { drillsOf, mustHaveAll, tablesAnew } from '../../tools/accuracy/tables-anew.mjs';

const table = (head: string, rows: readonly string[]): string =>
  [`| ${head} | error |`, '| --- | --- |', ...rows.map((row) => `| ${row} |`)].join('\n');

/** The README's tables: by drill and view, by goal, by drill. */
const page = (rows: readonly (readonly string[])[], f1: string) =>
  [
    table('drill and view', rows[0] ?? []),
    table('drill, clips read', rows[1] ?? []),
    table('drill', rows[2] ?? []),
    `All flags: F1 ${f1}.`,
  ].join('\n\n');

const OLD = page(
  [
    ['crawl, behind, 30 degrees off | 1.5°', 'crawl, from the side | 1.7°', 'seat, before | 2.5°'],
    ['crawl, 3 | 1.0°', 'seat, 2 (range shown as rough) | 3.0°', 'crawl-side, 1 | 2.0°'],
    ['crawl | 3 of 3', 'crawl-side | 1 of 1', 'seat | 2 of 2'],
  ],
  '0.9',
);
// A drill without a clip has a row in the third table all the same.
const CRAWL = page(
  [
    ['crawl, behind, 30 degrees off | 0.5°', 'crawl, from above | 0.7°'],
    ['crawl, 4 | 0.5°', 'crawl-side, 2 | 0.6°'],
    ['crawl | 4 of 4', 'crawl-side | 2 of 2', 'seat | no clip'],
  ],
  '1.0',
);
const clips = (...names: string[]): string =>
  table(
    'clip',
    names.map((name) => `\`${name}\` | 1°`),
  );
const remarks = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.startsWith('Measured anew'));

describe('a drill that was measured anew', () => {
  it('has its own rows and those of its variants replaced; the others stay, and so does what is said of all', () => {
    const [first, ...others] = page(
      [
        ['crawl, behind, 30 degrees off | 0.5°', 'crawl, from above | 0.7°', 'seat, before | 2.5°'],
        ['crawl, 4 | 0.5°', 'seat, 2 (range shown as rough) | 3.0°', 'crawl-side, 2 | 0.6°'],
        ['crawl | 4 of 4', 'crawl-side | 2 of 2', 'seat | 2 of 2'],
      ],
      '0.9',
    ).split('\n\n');
    const said = 'Measured anew since the others: crawl; 6 clips. What is said of all of them together is from before.';
    expect(tablesAnew(OLD, CRAWL, ['crawl'], '6 clips.')).toBe([first, said, ...others].join('\n\n'));
  });

  it('is said once, with what ran last, beside what was said of other drills', () => {
    const both = tablesAnew(OLD, CRAWL, ['crawl', 'seat'], '8 clips.');
    expect(remarks(both).map((line) => line.slice(0, 55))).toEqual([
      'Measured anew since the others: crawl, seat; 8 clips. W',
    ]);
    expect(remarks(tablesAnew(both, CRAWL, ['crawl'], '6 clips.')).map((line) => line.slice(0, 50))).toEqual([
      'Measured anew since the others: crawl; 6 clips. Wh',
      'Measured anew since the others: seat; 8 clips. Wha',
    ]);
  });

  it('stands as it was after being measured once more', () => {
    const once = tablesAnew(OLD, CRAWL, ['crawl'], '6 clips.');
    expect(tablesAnew(once, CRAWL, ['crawl'], '6 clips.')).toBe(once);
    const old = clips('crawl-clean', 'seat-clean');
    const list = tablesAnew(old, clips('crawl-clean'), ['crawl'], '1 clip.');
    expect(tablesAnew(list, clips('crawl-clean'), ['crawl'], '1 clip.')).toBe(list);
  });

  it('has only the clips that were measured now, where its clips stood', () => {
    const old = clips('crawl-clean-8', 'crawl-clean', 'crawl-side-arch-1', 'seat-clean-1', 'seat-clean');
    expect(tablesAnew(old, clips('crawl-yaw-2', 'crawl-side-arch-2'), ['crawl'], '').split('\n\n')[0]).toBe(
      clips('crawl-yaw-2', 'crawl-side-arch-2', 'seat-clean-1', 'seat-clean'),
    );
  });

  it('is not laid into tables of other columns', () => {
    expect(() => tablesAnew(clips('crawl-clean'), OLD, ['crawl'], '')).toThrow(/other columns/);
  });

  it('takes nobody’s rows away: what is named alike is measured with it', () => {
    const standing = drillsOf(OLD);
    expect(standing).toEqual(['crawl', 'seat', 'crawl-side']);
    expect(() => mustHaveAll(['crawl'], standing, ['crawl'])).toThrow(/no clip of crawl-side/);
    expect(() => mustHaveAll(['crawl'], standing, ['crawl', 'crawl-side'])).not.toThrow();
    expect(() => mustHaveAll(['seat'], standing, ['seat'])).not.toThrow();
    expect(() => mustHaveAll(['seat', 'craw'], standing, ['seat'])).toThrow(/no clip of craw\./);
  });
});
