import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findDrill } from '../../src/drills/index.ts';
import { answerOf, pageOf, resultLines } from './run-real-clips.ts';

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
});

const CLIP = { file: 'a.jpg', drill: 'supine-sleeper', side: 'left', seen: 'knees up' } as const;

describe('what the app says', () => {
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

  it('is one line of a table where a start was held, and is counted by its first sentence where it was not', () => {
    const held = answerOf(CLIP, 'Supine sleeper', ['Reference pose held | here.', '  Three.']);
    const refused = answerOf(CLIP, 'Supine sleeper', [
      'No reference pose was held, so nothing was measured: Hips up. More.',
    ]);
    const page = pageOf([held, refused, refused], 2);
    expect(page).toContain('| knees up | Supine sleeper, left | Reference pose held / here. Three. |\n');
    expect(page).toContain('| Hips up. | 2 | knees up |');
    expect(page).toContain('2 of the files were not there');
  });
});
