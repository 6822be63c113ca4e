import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DRILLS } from '../../src/drills/index.ts';
import { root } from '../../tools/shared/paths.mjs';

const files = readdirSync(join(root, 'models'));
const names = files.filter((file) => file.startsWith('pelvis-') && file.endsWith('.json')).sort();

describe('the pelvis networks of the drills', () => {
  it('are exactly those that a drill asks for', () => {
    const asked = DRILLS.flatMap(({ measure }) => measure.pelvisModel ?? []).map((name) => `pelvis-${name}.json`);
    expect([...new Set(asked)].sort()).toEqual(names);
  });

  it('have weights and a card with their accuracy', () => {
    for (const name of names.map((file) => file.replace('.json', ''))) {
      expect(files).toContain(`${name}.bin`);
      expect(files).toContain(`${name}.md`);
    }
  });
});

it('leave a twist that they do not measure in the band of the sleeper and of hands and knees alone', () => {
  const adding = DRILLS.filter(({ measure }) => measure.twistAddsToRotation).map(({ id }) => id);
  expect(adding.sort()).toEqual(['quadruped-band-ir', 'supine-sleeper']);
});
