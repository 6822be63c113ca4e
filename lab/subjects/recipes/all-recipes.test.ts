import { describe, expect, it } from 'vitest';
import { length, subtract } from '../../../src/instrument/geometry/rotation.ts';
import { averageBody } from '../kinematics/average-body.ts';
import { placeCamera } from '../motion/camera.ts';
import { perform } from '../motion/perform.ts';
import type { Performance } from '../motion/performance.ts';
import { recommendedPlace } from '../motion/recommended-place.ts';
import { type TruthFile, truthOf } from '../motion/truth-file.ts';
import { RECIPES, recipeById } from './all-recipes.ts';
import type { LabRecipe } from './lab-recipe.ts';

/** A recipe at a low frame rate, to save time. Only the rule about speed needs the full rate. */
const coarse = (recipe: LabRecipe): LabRecipe => ({
  ...recipe,
  fps: recipe.compensations.some(({ rule }) => rule === 'too-fast') ? recipe.fps : 4,
});

function performed(recipe: LabRecipe): { readonly performance: Performance; readonly truth: TruthFile } {
  const performance = perform(coarse(recipe), averageBody, 1);
  const place = recipe.camera ?? recommendedPlace(recipe.drill, recipe.variant);
  const camera = placeCamera(performance, place);
  return { performance, truth: truthOf(performance, camera, { clothes: '', placement: '' }) };
}

/** Allowed difference from the stated size: tremor adds up to 2°, and in proportion metres and degrees per second. */
function sizeTolerance(rule: string): number {
  if (rule === 'pelvis-lift' || rule === 'sit-bone-lift') return 0.006;
  return rule === 'too-fast' ? 12 : 2;
}

/** Speed of the fastest landmark while the person is in the drill, metres per second. */
function topSpeed({ frames, recipe }: Performance): number {
  const inDrill = frames.filter(({ asked }) => asked.walk === 0 && asked.gone === 0);
  const speeds = inDrill.flatMap(({ solved, time }, index) => {
    const before = inDrill[index - 1];
    if (!before || time - before.time > 1.5 / recipe.fps) return [];
    return solved.landmarks.map((place, landmark) => {
      const from = before.solved.landmarks[landmark] ?? place;
      return length(subtract(place, from)) * recipe.fps;
    });
  });
  return Math.max(...speeds);
}

describe.each(RECIPES.map((recipe) => [recipe.id, recipe] as const))('%s', (_, recipe) => {
  it('shows exactly the stated compensations, and its joint centres give the input angles', () => {
    const { performance, truth } = performed(recipe);
    expect(performance.worstDifference).toBeLessThan(0.001);
    for (const { rule, start, end, size } of recipe.compensations) {
      const found = truth.events.filter((event) => event.rule === rule && event.start >= start && event.end <= end);
      expect(found.length, `${rule} happens`).toBeGreaterThan(0);
      for (const event of found) expect(Math.abs(event.peak - size)).toBeLessThan(sizeTolerance(rule));
    }
    const isStated = ({ rule, start, end }: TruthFile['events'][number]): boolean =>
      recipe.compensations.some((one) => one.rule === rule && start >= one.start && end <= one.end);
    expect(truth.events.filter((event) => !isStated(event))).toEqual([]);
    // A solver that jumps between two solutions would move a limb across the room in one frame.
    expect(topSpeed(performance)).toBeLessThan(2);
  }, 60_000);
});

describe('small motions that must not be flagged', () => {
  const twist = ({ truth }: Performance['frames'][number]): number => truth.pelvis.twist;
  it.each([
    ['supine-sleeper-twist-chase', twist, 5.4, 8.2],
    ['knee-to-knee-wall-twist', twist, 8, 10.8],
    ['quadruped-band-ir-list', twist, 10, 13.4],
    ['ninety-ninety-pails-rails-lean', ({ truth }: Performance['frames'][number]) => truth.lean, 4.2, 8],
    ['ninety-ninety-lift-off-lean', ({ truth }: Performance['frames'][number]) => truth.lean, 7, 12],
  ] as const)('%s stays a little below its threshold', (id, read, from, to) => {
    const recipe = recipeById(id);
    const frames = recipe ? performed(recipe).performance.frames : [];
    const sizes = frames.filter(({ time }) => time > from && time < to).map((frame) => Math.abs(read(frame)));
    expect(Math.max(...sizes)).toBeGreaterThan(3.9);
    expect(Math.max(...sizes)).toBeLessThan(6);
  });

  it('the small lift of the sleeper stays below two centimetres', () => {
    const recipe = recipeById('supine-sleeper-lift');
    const frames = recipe ? performed(recipe).performance.frames : [];
    const lifts = frames.filter(({ time }) => time > 14 && time < 18).map(({ truth }) => truth.pelvis.lift);
    expect(Math.max(...lifts)).toBeGreaterThan(0.01);
    expect(Math.max(...lifts)).toBeLessThan(0.02);
  });
});

describe('the list of recipes', () => {
  it('has every recipe once', () => {
    expect(new Set(RECIPES.map(({ id }) => id)).size).toBe(RECIPES.length);
  });

  it('starts every measured recipe with at least three seconds in the reference pose', () => {
    for (const { phases, keys } of RECIPES.filter(({ id }) => !id.startsWith('loop-'))) {
      expect(phases[0]).toMatchObject({ kind: 'neutral', start: 0 });
      expect(phases[0]?.end).toBeGreaterThanOrEqual(3);
      for (const [channel, list] of Object.entries(keys)) {
        const before = list.filter(([time]) => time < 3).map(([, value]) => value);
        expect(channel === 'heading' ? [] : before.filter((value) => value !== 0)).toEqual([]);
      }
    }
  });

  it('has a clean recipe and at least two with compensations for every drill', () => {
    // A hip test has tries, with and without the pelvis, in each recipe.
    const drills = RECIPES.map((recipe) => recipe.drill).filter((drill) => drill !== 'hip-test');
    for (const drill of new Set(drills)) {
      const ofDrill = RECIPES.filter((recipe) => recipe.drill === drill);
      expect(
        ofDrill.some(({ id }) => id.endsWith('-clean')),
        drill,
      ).toBe(true);
      expect(ofDrill.filter(({ compensations }) => compensations.length > 0).length, drill).toBeGreaterThan(1);
    }
  });

  it('gives the mirrored recipe for "-right", and nothing for an unknown name', () => {
    expect(recipeById('supine-sleeper-lift-right')?.side).toBe('right');
    expect(recipeById('supine-sleeper-lift')?.side).toBe('left');
    expect(recipeById('supine-ir-pulses-clean-right')).toBeUndefined();
    expect(recipeById('nothing')).toBeUndefined();
  });

  it('a mirrored recipe shows the same compensation on the other side', () => {
    const recipe = recipeById('supine-sleeper-twist-chase-right');
    const events = recipe ? performed(recipe).truth.events : [];
    expect(events.map(({ rule, side }) => [rule, side])).toEqual([
      ['knee-chase', 'right'],
      ['pelvis-twist', 'left'],
    ]);
  });
});
