import type { Recipe } from '../contract.ts';
import { recommendedPlace } from '../motion/recommended-place.ts';
import { drawCamera, drawFrameRate, drawScene, type Scene, seedOf } from './variety.ts';

/** A recipe with all that its seed decides: person, room and camera place. */
export interface Cast {
  /** File name without extension. */
  readonly name: string;
  readonly recipe: Recipe & { readonly camera: NonNullable<Recipe['camera']> };
  readonly seed: number;
  readonly scene: Scene;
}

export interface Wanted {
  readonly seed: number;
  readonly body: string | null;
  /** Half the size and few frames. */
  readonly preview: boolean;
}

const PREVIEW = { fps: 5, smaller: 2 } as const;

/** @throws {Error} when the recipe's look or the body names something that does not exist */
export function cast(recipe: Recipe, { seed, body, preview }: Wanted): Cast {
  const text = seedOf(recipe, seed);
  const scene = drawScene(text, body === null ? recipe.look : { ...recipe.look, body });
  const camera = recipe.camera ?? drawCamera(text, recommendedPlace(recipe.drill, recipe.variant));
  const size = preview
    ? {
        fps: PREVIEW.fps,
        width: Math.round(recipe.width / PREVIEW.smaller),
        height: Math.round(recipe.height / PREVIEW.smaller),
      }
    : { fps: recipe.keepsRate ? recipe.fps : drawFrameRate(text) };
  const endings = [String(seed), ...(body === null ? [] : [body]), ...(preview ? ['preview'] : [])];
  return {
    name: [recipe.id, ...endings].join('-'),
    recipe: { ...recipe, ...size, camera },
    seed,
    scene,
  };
}
