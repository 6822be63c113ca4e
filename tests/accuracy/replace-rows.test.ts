import { describe, expect, it } from 'vitest';
import { drillsInGoals, requireAllRows, replaceRows } from '../../tools/accuracy/replace-rows.mjs';

const table = (head: string, rows: readonly string[]): string =>
  [`| ${head} | error |`, '| --- | --- |', ...rows.map((row) => `| ${row} |`)].join('\n');

/** A page with three tables: by drill and view, of the goals, by drill. */
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
// The third table has a row also for a drill without a clip.
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

describe('a drill that was measured again', () => {
  it('gets new rows for itself and its variants; other rows and the totals stay', () => {
    const [first, ...others] = page(
      [
        ['crawl, behind, 30 degrees off | 0.5°', 'crawl, from above | 0.7°', 'seat, before | 2.5°'],
        ['crawl, 4 | 0.5°', 'seat, 2 (range shown as rough) | 3.0°', 'crawl-side, 2 | 0.6°'],
        ['crawl | 4 of 4', 'crawl-side | 2 of 2', 'seat | 2 of 2'],
      ],
      '0.9',
    ).split('\n\n');
    const said = 'Measured anew since the others: crawl; 6 clips. What is said of all of them together is from before.';
    expect(replaceRows(OLD, CRAWL, ['crawl'], '6 clips.')).toBe([first, said, ...others].join('\n\n'));
  });

  it('is named in one remark, beside the remarks on other drills', () => {
    const both = replaceRows(OLD, CRAWL, ['crawl', 'seat'], '8 clips.');
    expect(remarks(both).map((line) => line.slice(0, 55))).toEqual([
      'Measured anew since the others: crawl, seat; 8 clips. W',
    ]);
    expect(remarks(replaceRows(both, CRAWL, ['crawl'], '6 clips.')).map((line) => line.slice(0, 50))).toEqual([
      'Measured anew since the others: crawl; 6 clips. Wh',
      'Measured anew since the others: seat; 8 clips. Wha',
    ]);
  });

  it('gives the same page if it is measured twice', () => {
    const once = replaceRows(OLD, CRAWL, ['crawl'], '6 clips.');
    expect(replaceRows(once, CRAWL, ['crawl'], '6 clips.')).toBe(once);
    const old = clips('crawl-clean', 'seat-clean');
    const list = replaceRows(old, clips('crawl-clean'), ['crawl'], '1 clip.');
    expect(replaceRows(list, clips('crawl-clean'), ['crawl'], '1 clip.')).toBe(list);
  });

  it('lists only the new clips, at the place of the old ones', () => {
    const old = clips('crawl-clean-8', 'crawl-clean', 'crawl-side-arch-1', 'seat-clean-1', 'seat-clean');
    expect(replaceRows(old, clips('crawl-yaw-2', 'crawl-side-arch-2'), ['crawl'], '').split('\n\n')[0]).toBe(
      clips('crawl-yaw-2', 'crawl-side-arch-2', 'seat-clean-1', 'seat-clean'),
    );
  });

  it('is refused if the tables have other columns', () => {
    expect(() => replaceRows(clips('crawl-clean'), OLD, ['crawl'], '')).toThrow(/other columns/);
  });

  it('is refused if a drill with the same start of its name would lose its rows', () => {
    const standing = drillsInGoals(OLD);
    expect(standing).toEqual(['crawl', 'seat', 'crawl-side']);
    expect(() => requireAllRows(['crawl'], standing, ['crawl'])).toThrow(/no clip of crawl-side/);
    expect(() => requireAllRows(['crawl'], standing, ['crawl', 'crawl-side'])).not.toThrow();
    expect(() => requireAllRows(['seat'], standing, ['seat'])).not.toThrow();
    expect(() => requireAllRows(['seat', 'craw'], standing, ['seat'])).toThrow(/no clip of craw\./);
  });
});
