import type { LabRecipe } from './lab-recipe.ts';
import { seatedLoops } from './loops-seated.ts';
import { standingLoops } from './loops-standing.ts';
import { supineLoops } from './loops-supine.ts';

/**
 * Short performances for the app's own pages: the movement done right, and the usual cheat. They end as they begin, are well
 * lit, and are seen from where a beginner understands them, which is not always where the app measures.
 */
export const loopRecipes: readonly LabRecipe[] = [...supineLoops, ...seatedLoops, ...standingLoops];
