import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findDrill } from '../../src/drills/index.ts';
import { pageOf, resultLines, rowOf } from '../../tools/lab/run-real-clips.mjs';

const CATALOGUE = JSON.parse(readFileSync(new URL('real-clips.json', import.meta.url), 'utf8')) as readonly {
  readonly file: string;
  readonly drill: string;
  readonly side: 'left' | 'right';
  readonly seen: string;
}[];

describe('the catalogue of real clips', () => {
  it('names a drill of the app and what is seen for every file, and none twice with the same drill and side', () => {
    for (const { file, drill, side, seen } of CATALOGUE) {
      expect(findDrill(drill, null), file).not.toBeNull();
      expect(['left', 'right']).toContain(side);
      expect(seen.length).toBeGreaterThan(5);
    }
    const keys = CATALOGUE.map(({ file, drill, side }) => `${file} ${drill} ${side}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a row of the table', () => {
  const SUMMARY = [
    'Supine sleeper, right side, prep',
    '60 frames at 12 a second, 860×556; model full on wasm',
    'Reference pose held at 2.7 s; the view is good.',
    'Phases:',
    '  0–2.7 s  Hold still',
    '  2.7–5 s  Passive: not known clean',
    'Round 1, right: no range; read 0 % of the time, pelvis watched 97 %.',
    'Not read for 100% of the time. Your far knee is hidden.',
    'No compensation was flagged.',
    'Not watched:',
    '  Back arches: not seen from here',
  ];

  it('keeps what was held, read and flagged, and why not', () => {
    expect(resultLines(SUMMARY)).toEqual([SUMMARY[2], SUMMARY[6], SUMMARY[7], SUMMARY[8]]);
  });

  it('keeps the reason of a start that was never held', () => {
    expect(resultLines([...SUMMARY.slice(0, 2), 'No reference pose was held.'])).toEqual([
      'No reference pose was held.',
    ]);
  });

  it('is one line of a table', () => {
    const clip = { file: 'a.jpg', drill: 'supine-sleeper', side: 'left', seen: 'knees up' } as const;
    const row = rowOf(clip, 'Supine sleeper', ['One | two.', '  Three.']);
    expect(row).toBe('| a.jpg | knees up | Supine sleeper, left | One / two. Three. |');
    expect(pageOf([row], 2)).toContain(`${row}\n`);
    expect(pageOf([row], 2)).toContain('2 of its files were not there');
  });
});
