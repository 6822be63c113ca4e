import type { LabRecipe } from './lab-recipe.ts';
import { seatedLoops } from './loops-seated.ts';
import { standingLoops } from './loops-standing.ts';
import { supineLoops } from './loops-supine.ts';

/**
 * Short performances for the pages of the app: the correct movement, and the usual compensation. They end as they begin
 * and are well lit. The camera stands where a beginner sees the movement best, which may not be where the app measures
 * best.
 */
export const loopRecipes: readonly LabRecipe[] = [...supineLoops, ...seatedLoops, ...standingLoops];
