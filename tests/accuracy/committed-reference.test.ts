import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clipsWithTruth } from '../../tools/accuracy/accuracy-clips.mjs';
import { EVERYTHING } from '../../tools/accuracy/accuracy-figures.mjs';
import { asReference } from '../../tools/accuracy/accuracy-reference.mjs';
import { root } from '../../tools/shared/paths.mjs';

const FILE = join(root, 'tests', 'accuracy', 'reference.json');
const present = existsSync(FILE);
if (!present) console.info('tests/accuracy/reference.json is absent: the committed figures are not checked.');

describe.runIf(present)('the committed reference', () => {
  it('was made with the very clips that are committed of the drills it speaks of, so that every figure of it is compared', () => {
    const reference = asReference(JSON.parse(readFileSync(FILE, 'utf8')));
    const known = reference?.groups[EVERYTHING]?.clips ?? {};
    const clips = clipsWithTruth([join(root, 'tests', 'clips')], null);
    // A drill that the app learns later has its clips before it has figures.
    const drills = new Set(clips.flatMap(({ name, truth }) => (name in known ? [truth.drill] : [])));
    const spokenOf = clips.filter(({ truth }) => drills.has(truth.drill));
    expect(drills.size).toBeGreaterThan(0);
    expect(known).toEqual(Object.fromEntries(spokenOf.map(({ name, fingerprint }) => [name, fingerprint])));
  });
});
