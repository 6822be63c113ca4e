import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DRILLS_AND_TESTS } from '../../src/drills/index.ts';
import { JOINTS, type Label, SIDES } from '../scoring/leg-marks.ts';
import type { StartsFile } from '../scoring/score-starts.ts';

const read = (name: string) => JSON.parse(readFileSync(`lab/real/${name}`, 'utf8'));
const { pictures }: { pictures: readonly Label[] } = read('labels.json');
const starts: StartsFile = read('starts.json');

describe('the marks in photographs of real people', () => {
  it('are six places in each picture, which is told apart by its checksum', () => {
    expect(pictures).toHaveLength(161);
    for (const label of pictures) {
      for (const side of SIDES)
        for (const joint of JOINTS)
          expect(label[side][joint], label.name).toEqual([expect.any(Number), expect.any(Number)]);
      expect(label.sha256, label.name).toMatch(/^[0-9a-f]{64}$/);
      expect([label.series, label.source], label.name).not.toContain('');
    }
    expect(new Set(pictures.map(({ name }) => name)).size).toBe(pictures.length);
  });

  it('guess only joints that there are', () => {
    const names = SIDES.flatMap((side) => JOINTS.map((joint) => `${side} ${joint}`));
    for (const { guessed } of pictures) expect(names).toEqual(expect.arrayContaining([...guessed]));
  });
});

describe('the starts that a person saw in them', () => {
  it('are of marked pictures and of drills of the app that were looked for', () => {
    const known = DRILLS_AND_TESTS.map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining([...starts.drills]));
    const marked = pictures.map(({ name }) => name);
    expect(marked).toEqual(expect.arrayContaining(Object.keys(starts.pictures)));
    for (const { drill, side, verdict } of Object.values(starts.pictures).flat()) {
      expect(starts.drills).toContain(drill);
      expect(['left', 'right', 'both']).toContain(side);
      expect(['right', 'near']).toContain(verdict);
    }
  });
});
