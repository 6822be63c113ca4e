import { formClipRecipes } from './form-clips.ts';
import { seatedFormRecipes } from './form-clips-seated.ts';
import { hipMovementSequenceRecipes } from './hip-movement-sequence.ts';
import { hipTestRecipes } from './hip-test.ts';
import { kneeToKneeRecipes } from './knee-to-knee.ts';
import type { LabRecipe } from './lab-recipe.ts';
import { loopRecipes } from './loops.ts';
import { ninetyNinetyLiftOffRecipes } from './ninety-ninety-lift-offs.ts';
import { ninetyNinetyStretchRecipes } from './ninety-ninety-stretches.ts';
import { quadrupedBandIrRecipes } from './quadruped-band-ir.ts';
import { sideCheckRecipes } from './side-checks.ts';
import { shortClipRecipes } from './short-clips.ts';
import { standingHamstringRecipes } from './standing-hamstring.ts';
import { supineIrPulsesRecipes } from './supine-ir-pulses.ts';
import { supineSleeperRecipes } from './supine-sleeper.ts';

/** All recipes, for the left side; `recipeById` mirrors the one-sided ones. */
export const RECIPES: readonly LabRecipe[] = [
  ...supineSleeperRecipes,
  ...supineIrPulsesRecipes,
  ...kneeToKneeRecipes,
  ...quadrupedBandIrRecipes,
  ...ninetyNinetyStretchRecipes,
  ...ninetyNinetyLiftOffRecipes,
  ...standingHamstringRecipes,
  ...hipMovementSequenceRecipes,
  ...hipTestRecipes,
  ...shortClipRecipes,
  ...sideCheckRecipes,
  ...formClipRecipes,
  ...seatedFormRecipes,
  ...loopRecipes,
];

const RIGHT = '-right';

/** A recipe by its id; "-right" after a one-sided recipe's id gives its mirror image. Undefined for an unknown id. */
export function recipeById(id: string): LabRecipe | undefined {
  const found = RECIPES.find((recipe) => recipe.id === id);
  if (found || !id.endsWith(RIGHT)) return found;
  const left = RECIPES.find((recipe) => `${recipe.id}${RIGHT}` === id);
  return left?.side === 'left' ? { ...left, id, side: 'right' } : undefined;
}
