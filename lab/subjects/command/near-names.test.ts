import { describe, expect, it } from 'vitest';
import { recipeList, recipeNamed } from './run-subject.ts';
import { nearNames } from './near-names.ts';
import { RECIPES } from '../recipes/all-recipes.ts';

const NAMES = ['supine-sleeper-clean', 'supine-sleeper-lift', 'standing-hamstring-clean'];

describe('suggestions for a mistyped name', () => {
  it('are names with few wrong letters, nearest first', () => {
    expect(nearNames('supine-slepper-clean', NAMES)[0]).toBe('supine-sleeper-clean');
  });

  it('are names that contain the typed text', () => {
    expect(nearNames('hamstring', NAMES)).toEqual(['standing-hamstring-clean']);
  });

  it('are names whose beginning was mistyped', () => {
    expect(nearNames('supine-slepr', NAMES)).toContain('supine-sleeper-lift');
  });

  it('are none if no name is similar', () => {
    expect(nearNames('zzz', NAMES)).toEqual([]);
  });
});

describe('recipes by name', () => {
  it('are found by their id, and mirrored with "-right"', () => {
    expect(recipeNamed('supine-sleeper-clean').side).toBe('left');
    expect(recipeNamed('supine-sleeper-clean-right').side).toBe('right');
  });

  it('that do not exist are refused with suggestions, or with a hint at the list', () => {
    expect(() => recipeNamed('supine-sleper-clean')).toThrow(/did you mean supine-sleeper-clean/);
    expect(() => recipeNamed('zzzzzz')).toThrow(/--list/);
  });

  it('are listed one per line', () => {
    const lines = recipeList();
    expect(lines).toHaveLength(RECIPES.length);
    for (const { id } of RECIPES) expect(lines.some((line) => line.startsWith(`${id} `))).toBe(true);
  });
});
