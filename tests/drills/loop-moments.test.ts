import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loopMoments } from '../../src/drills/loop-moments.ts';
import { momentAt } from '../../src/ui/home-and-drill/th-loop.ts';
import { loopRecipes } from '../../lab/subjects/recipes/loops.ts';

const folder = fileURLToPath(new URL('../../src/app/assets/loops/', import.meta.url));
const loops = readdirSync(folder)
  .filter((name) => name.endsWith('.webm'))
  .map((name) => name.replace('.webm', ''));

/** Words per second that a person can read while watching a movement. */
const SHORTEST = 0.6;

const momentsOf = (loop: string) => {
  const [, drill = '', kind = ''] = /^(.+)-(right|cheat)$/.exec(loop) ?? [];
  return loopMoments(drill, kind);
};
const recipeOf = (loop: string) => {
  const recipe = loopRecipes.find(({ id }) => id === `loop-${loop}`);
  if (!recipe) throw new Error(`no recipe makes ${loop}`);
  return recipe;
};
const lengthOf = (loop: string): number => recipeOf(loop).phases.at(-1)?.end ?? 0;

describe.each(loops)('%s', (loop) => {
  const moments = momentsOf(loop);

  it('has captions from its start on, in order, within its length, each shown long enough to be read', () => {
    expect(moments.length).toBeGreaterThanOrEqual(3);
    expect(moments[0]?.at).toBe(0);
    const ends = [...moments.slice(1).map(({ at }) => at), lengthOf(loop)];
    // The start pose is shown again at the end of the loop.
    for (const [index, { at, text }] of moments.entries())
      expect((ends[index] ?? 0) - at, text).toBeGreaterThanOrEqual(index === 0 ? 0.35 : SHORTEST);
  });

  it('has captions of at most five words, on one line, without left or right', () => {
    for (const { text } of moments) {
      // 1.25 em bold within 304 px, the width of a loop beside another one; a second line would shift the page.
      expect(text.length, text).toBeLessThanOrEqual(26);
      expect(text.split(' ').length, text).toBeLessThanOrEqual(5);
      expect(text).toMatch(/^[A-Z][^]*[a-z]$/);
      expect(text).not.toMatch(/\b(left|right)\b/i);
    }
  });

  it('names the fault from its start on, where it shows one', () => {
    if (!loop.endsWith('-cheat')) return;
    const right = momentsOf(loop.replace('-cheat', '-right')).map(({ text }) => text);
    expect(right).not.toContain(moments[0]?.text);
  });

  it('changes its caption when the recipe changes the movement', () => {
    const turns = Object.values(recipeOf(loop).keys).flatMap((keys) => keys.map(([time]) => time));
    for (const { at, text } of moments.slice(1)) {
      const nearest = Math.min(...turns.map((time) => Math.abs(time - at)));
      // In an isometric press only the caption changes.
      const pressing = /^(Pull in|Now try)/.test(text);
      expect(nearest, text).toBeLessThanOrEqual(pressing ? 1.7 : 0.25);
    }
  });
});

it('an unknown loop has no captions', () => {
  expect(loopMoments('no-such-drill', 'right')).toEqual([]);
  expect(momentAt([], 1)).toBe(-1);
});

it('a caption is shown until the next one begins', () => {
  const moments = momentsOf('hip-movement-sequence-right');
  const [, second, third] = moments;
  const at = (time: number) => moments[momentAt(moments, time)]?.text;
  expect([at(0), at(second?.at ?? 0), at((third?.at ?? 0) - 0.01), at(99)]).toEqual([
    moments[0]?.text,
    second?.text,
    second?.text,
    moments.at(-1)?.text,
  ]);
});
