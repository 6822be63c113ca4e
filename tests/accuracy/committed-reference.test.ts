import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clipsWithTruth } from '../../tools/lib/accuracy-clips.mjs';
import { EVERYTHING } from '../../tools/lib/accuracy-figures.mjs';
import { asReference } from '../../tools/lib/accuracy-reference.mjs';
import { root } from '../../tools/lib/paths.mjs';

const FILE = join(root, 'tests', 'accuracy', 'reference.json');
const present = existsSync(FILE);
if (!present) console.info('tests/accuracy/reference.json is absent: the committed figures are not checked.');

describe.runIf(present)('the committed reference', () => {
  it('was made with the very clips that are committed, so that every figure of it is compared', () => {
    const reference = asReference(JSON.parse(readFileSync(FILE, 'utf8')));
    const clips = clipsWithTruth([join(root, 'tests', 'clips')], null);
    expect(reference?.groups[EVERYTHING]?.clips).toEqual(
      Object.fromEntries(clips.map(({ name, fingerprint }) => [name, fingerprint])),
    );
  });
});
