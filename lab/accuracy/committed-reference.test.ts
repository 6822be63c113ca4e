import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clipsWithTruth } from './accuracy-clips.ts';
import { EVERYTHING, type Reference } from './accuracy-reference.ts';
import { root } from '../../tools/shared/paths.mjs';

const FILE = join(root, 'lab', 'accuracy', 'reference.json');

describe('the committed reference', () => {
  it('was made with the committed clips of its drills, so that every figure is compared', () => {
    const { groups, tolerances } = JSON.parse(readFileSync(FILE, 'utf8')) as Reference;
    for (const { figures } of Object.values(groups))
      expect(Object.keys(tolerances)).toEqual(expect.arrayContaining(Object.keys(figures)));
    const known = groups[EVERYTHING]?.clips ?? {};
    const clips = clipsWithTruth([join(root, 'tests', 'clips')], null);
    // A new drill has clips before the reference has figures of it.
    const drills = new Set(clips.flatMap(({ name, truth }) => (name in known ? [truth.drill] : [])));
    const comparedClips = clips.filter(({ truth }) => drills.has(truth.drill));
    expect(drills.size).toBeGreaterThan(0);
    expect(known).toEqual(Object.fromEntries(comparedClips.map(({ name, fingerprint }) => [name, fingerprint])));
  });
});
