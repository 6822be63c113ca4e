import { describe, expect, it } from 'vitest';
import { clipsAnew, goalsAnew, subjectsOf } from '../../tools/lib/tables-anew.mjs';

const GOALS = `| drill, clips read | error |
| --- | --- |
| crawl, 3 | 1.0° |
| crawl-side, 1 | 2.0° |
| seat, 2 (range shown as rough) | 3.0° |

Bold: not what it must be.

All flags: F1 0.9.`;
const CRAWL = `| drill, clips read | error |
| --- | --- |
| crawl, 4 | 0.5° |

Bold: not what it must be.

All flags: F1 1.0.`;

const clips = (...names: string[]): string =>
  ['| clip | error |', '| --- | --- |', ...names.map((name) => `| \`${name}\` | 1° |`)].join('\n');

describe('a drill that was measured anew', () => {
  it('has its own row replaced, the others stay, and what is said of all is said to be from before', () => {
    const lines = goalsAnew(GOALS, CRAWL, '4 clips.').split('\n');
    expect(lines.slice(2, 5)).toEqual([
      '| crawl, 4 | 0.5° |',
      '| crawl-side, 1 | 2.0° |',
      '| seat, 2 (range shown as rough) | 3.0° |',
    ]);
    expect(lines[6]).toBe(
      'Measured anew since the others: crawl; 4 clips. What is said of all of them below is from before.',
    );
    expect(lines.at(-1)).toBe('All flags: F1 0.9.');
  });

  it('is said once however often it is measured, and beside other drills', () => {
    const twice = goalsAnew(goalsAnew(GOALS, CRAWL, '4 clips.'), CRAWL, '5 clips.');
    expect(twice.match(/Measured anew/g)).toHaveLength(1);
    expect(twice).toContain('5 clips.');
    const seat = CRAWL.replace('crawl, 4', 'seat, 3');
    expect(goalsAnew(twice, seat, '3 clips.').match(/Measured anew/g)).toHaveLength(2);
  });

  it('needs a row to replace', () => {
    expect(() => goalsAnew(GOALS, CRAWL.replace('crawl,', 'bridge,'), '')).toThrow(/bridge has no row yet/);
  });

  it('has only the clips that were measured now, in the order of their names', () => {
    const old = clips('crawl-list-1', 'crawl-side-arch-1', 'seat-clean-1');
    const by = { drills: ['crawl'], all: subjectsOf(GOALS), measured: ['crawl', 'crawl-side'] };
    expect(clipsAnew(old, clips('crawl-yaw-2', 'crawl-side-arch-2'), by)).toBe(
      clips('crawl-side-arch-2', 'crawl-yaw-2', 'seat-clean-1'),
    );
  });

  it('is not taken for another whose clips are named alike', () => {
    const by = { drills: ['crawl'], all: subjectsOf(GOALS), measured: ['crawl'] };
    expect(() => clipsAnew(clips('crawl-side-arch-1'), clips('crawl-yaw-2'), by)).toThrow(
      /crawl-side was not measured/,
    );
  });
});
