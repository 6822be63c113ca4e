import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findDrill } from '../../src/drills/index.ts';
import { pageOf, resultLines, rowOf, seatRowOf, seatsPageOf } from '../../tools/lab/run-real-clips.mjs';

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

const SEATS = JSON.parse(readFileSync(new URL('real-seats.json', import.meta.url), 'utf8')) as {
  readonly commit: string;
  readonly pictures: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly seen: string;
    readonly says: string;
  }[];
};

describe('the photographs for the start of the hip test', () => {
  it('have a commit, a path, a checksum, what is seen and what the app says, and none stands twice', () => {
    expect(SEATS.commit).toMatch(/^[0-9a-f]{40}$/);
    for (const { file, sha256, seen, says } of SEATS.pictures) {
      expect(file).toMatch(/^exercises\/[\w-]+\/[01]\.jpg$/);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(seen.length).toBeGreaterThan(5);
      expect(says).toMatch(/^(Reference pose held|That is not|I can’t|I see you|You are|Your)/);
    }
    expect(new Set(SEATS.pictures.map(({ file }) => file)).size).toBe(SEATS.pictures.length);
  });

  it('fill a page of which each row tells only whether the start was taken', () => {
    const clip = { file: 'a.jpg', drill: 'hip-test-seated', side: 'left', seen: 'a bench' } as const;
    const refused = seatRowOf(clip, '', ['No reference pose was held, so nothing was measured: Sit tall.', 'More.']);
    expect(refused).toBe('| a.jpg | a bench | Sit tall. |');
    expect(seatsPageOf([refused], 1)).toContain('1 pictures were not there');
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
