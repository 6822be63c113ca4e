import { describe, expect, it } from 'vitest';
import { drillsOf, mustHaveAll, tablesAnew } from '../../tools/lib/tables-anew.mjs';

const table = (head: string, rows: readonly string[]): string =>
  [`| ${head} | error |`, '| --- | --- |', ...rows.map((row) => `| ${row} |`)].join('\n');

const page = (crawl: readonly [seen: string, goals: string], others: readonly string[], f1: string) =>
  [
    table('drill and view', [
      `crawl, behind, 30 degrees off | ${crawl[0]}`,
      ...(others[0] ? [others[0]] : []),
    ]),
    table('drill, clips read', [crawl[1], ...others.slice(1)]),
    `All flags: F1 ${f1}.`,
  ].join('\n\n');

const OLD = page(['1.5°', 'crawl, 3 | 1.0°'], ['seat, before | 2.5°', 'seat, 2 (rough) | 3.0°'], '0.9');
const CRAWL = page(['0.6°', 'crawl, 4 | 0.5°'], [], '1.0');
const clips = (...names: string[]): string =>
  table(
    'clip',
    names.map((name) => `\`${name}\` | 1°`),
  );

describe('a drill that was measured anew', () => {
  it('has its own rows replaced, the others stay, and what is said of all is said to be from before', () => {
    const anew = tablesAnew(OLD, CRAWL, ['crawl'], '4 clips.');
    const rest = ['seat, before | 2.5°', 'seat, 2 (rough) | 3.0°'];
    const said =
      'Measured anew since the others: crawl; 4 clips. What is said of all of them together is from before.';
    const [first, ...others] = page(['0.6°', 'crawl, 4 | 0.5°'], rest, '0.9').split('\n\n');
    expect(anew).toBe([first, said, ...others].join('\n\n'));
  });

  it('is said once however often it is measured, and beside other drills', () => {
    const twice = tablesAnew(tablesAnew(OLD, CRAWL, ['crawl'], '4 clips.'), CRAWL, ['crawl'], '5 clips.');
    expect(twice.match(/Measured anew/g)).toHaveLength(1);
    expect(twice).toContain('5 clips.');
    const seat = table('drill, clips read', ['seat, 3 | 2.0°']);
    const both = tablesAnew(twice, seat, ['seat']);
    expect(both).toContain('| seat, 3 | 2.0° |');
    expect(both).toContain('5 clips.');
  });

  it('needs a row to replace', () => {
    const bridge = table('drill, clips read', ['bridge, 3 | 2.0°']);
    expect(() => tablesAnew(OLD, bridge, ['bridge'])).toThrow(/no row yet for bridge/);
  });

  it('has only the clips that were measured now, in the order of their names', () => {
    const old = clips('crawl-list-1', 'crawl-side-arch-1', 'seat-clean-1');
    expect(tablesAnew(old, clips('crawl-yaw-2', 'crawl-side-arch-2'), ['crawl'])).toBe(
      clips('crawl-side-arch-2', 'crawl-yaw-2', 'seat-clean-1'),
    );
  });

  it('is not taken for another whose clips are named alike', () => {
    const all = drillsOf(page(['', 'crawl, 3'], ['seat, before', 'crawl-side, 1', 'seat, 2 (rough)'], ''));
    expect(all).toEqual(['crawl', 'crawl-side', 'seat']);
    expect(() => mustHaveAll(['crawl'], all, ['crawl'])).toThrow(/crawl-side was not measured/);
    expect(() => mustHaveAll(['crawl'], all, ['crawl', 'crawl-side'])).not.toThrow();
    expect(() => mustHaveAll(['seat'], all, ['seat'])).not.toThrow();
  });
});
