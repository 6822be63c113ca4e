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

it('are not asked for a turn of the pelvis that only the shift of the hips shows: that of the sleeper and of hands and knees', () => {
  const bounded = DRILLS.filter(({ measure }) => measure.turnByShift);
  expect(bounded.map(({ id }) => id).sort()).toEqual(['quadruped-band-ir', 'supine-sleeper']);
  for (const { measure } of bounded) {
    expect(measure.pelvisModel).toBeUndefined();
    expect(measure.still?.map(({ channel }) => channel)).toContain('hips-shift');
  }
});
