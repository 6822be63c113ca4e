import { describe, expect, it } from 'vitest';
import { refuse } from './fake-lab.ts';
import { recipeList, recipeNamed } from './main.ts';
import { nearNames } from './near-names.ts';
import { RECIPES } from './recipes/all-recipes.ts';

const NAMES = ['supine-sleeper-clean', 'supine-sleeper-lift', 'standing-hamstring-clean'];

describe('names that somebody may have meant', () => {
  it('are those with few letters wrong, nearest first', () => {
    expect(nearNames('supine-slepper-clean', NAMES)[0]).toBe('supine-sleeper-clean');
  });

  it('are those that hold what was typed', () => {
    expect(nearNames('hamstring', NAMES)).toEqual(['standing-hamstring-clean']);
  });

  it('are those whose beginning was mistyped', () => {
    expect(nearNames('supine-slepr', NAMES)).toContain('supine-sleeper-lift');
  });

  it('are none when nothing is like it', () => {
    expect(nearNames('zzz', NAMES)).toEqual([]);
  });
});

describe('recipes by name', () => {
  it('are found by their id, and mirrored with "-right"', () => {
    expect(recipeNamed('supine-sleeper-clean', refuse).side).toBe('left');
    expect(recipeNamed('supine-sleeper-clean-right', refuse).side).toBe('right');
  });

  it('that do not exist are refused with near ones, or with the way to the list', () => {
    expect(() => recipeNamed('supine-sleper-clean', refuse)).toThrow(/did you mean supine-sleeper-clean/);
    expect(() => recipeNamed('zzzzzz', refuse)).toThrow(/--list/);
  });

  it('are listed one a line', () => {
    const lines = recipeList();
    expect(lines).toHaveLength(RECIPES.length);
    for (const { id } of RECIPES) expect(lines.some((line) => line.startsWith(`${id} `))).toBe(true);
  });
});
