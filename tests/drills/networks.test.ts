import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DRILLS } from '../../src/drills/index.ts';
import { root } from '../../tools/shared/paths.mjs';

const files = readdirSync(join(root, 'models'));
const namesOf = (kind: 'pelvis' | 'legs'): readonly string[] =>
  files.filter((file) => file.startsWith(`${kind}-`) && file.endsWith('.json')).sort();

describe('the networks of the drills', () => {
  it.each([
    ['pelvis', 'pelvisModel'],
    ['legs', 'legsModel'],
  ] as const)('%s: exactly those that a drill asks for exist', (kind, key) => {
    const asked = DRILLS.flatMap(({ measure }) => measure[key] ?? []).map((name) => `${kind}-${name}.json`);
    expect([...new Set(asked)].sort()).toEqual(namesOf(kind));
  });

  it('have weights and a card with their accuracy', () => {
    for (const name of [...namesOf('pelvis'), ...namesOf('legs')].map((file) => file.replace('.json', ''))) {
      expect(files).toContain(`${name}.bin`);
      expect(files).toContain(`${name}.md`);
    }
  });
});
