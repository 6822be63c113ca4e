import { beforeAll, describe, expect, it } from 'vitest';
import { length, subtract } from '../../../src/instrument/geometry/rotation.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import { averageBody } from '../kinematics/average-body.ts';
import { jointOf, type JointName } from '../kinematics/joint-landmarks.ts';
import { labRecipe, type LabRecipe, phases } from '../recipes/lab-recipe.ts';
import { recipeById } from '../recipes/all-recipes.ts';
import { perform } from './perform.ts';
import type { Performance } from './performance.ts';

/** A recipe at a few frames per second, which is enough to check contacts. */
function slow(id: string, fps = 3): LabRecipe {
  const recipe = recipeById(id);
  if (!recipe) throw new Error(`There is no recipe "${id}".`);
  return { ...recipe, fps };
}

/** Largest distance of a joint from its place in the reference pose, metres. */
const slip = ({ frames, referencePose }: Performance, joint: JointName, side: Side): number =>
  Math.max(
    ...frames.map(({ solved }) => length(subtract(jointOf(solved, joint, side), jointOf(referencePose, joint, side)))),
  );

const short = labRecipe({
  id: 'short',
  drill: 'supine-sleeper',
  shows: 'a twist',
  phases: phases(['neutral', 1], ['passive', 3]),
  fps: 4,
  keys: {
    rotation: [
      [1, 0],
      [3, 20],
    ],
    twist: [
      [1, 0],
      [3, -12],
    ],
  },
});

describe('a performance', () => {
  let once: Performance;
  beforeAll(() => {
    once = perform(short, averageBody, 1);
  });

  it('is the same for the same recipe, body and seed', () => {
    expect(perform(short, averageBody, 1).frames).toEqual(once.frames);
  });

  it('has a different tremor for another seed, of less than 2° around the recipe', () => {
    const other = perform(short, averageBody, 2);
    const rotation = ({ frames }: Performance): number[] => frames.map(({ truth }) => truth.hip.left.internalRotation);
    expect(rotation(other)).not.toEqual(rotation(once));
    once.frames.forEach(({ asked }, index) => {
      // Six sine waves with a total sd of 0.3° never add up to more.
      expect(Math.abs((rotation(other)[index] ?? 0) - asked.rotation)).toBeLessThan(2);
    });
  });

  it('is mirrored for work of the right side', () => {
    const right = perform({ ...short, side: 'right' }, averageBody, 1);
    once.frames.forEach(({ truth, solved }, index) => {
      const mirrored = right.frames[index];
      expect(mirrored?.truth.hip.right).toEqual(truth.hip.left);
      expect(mirrored?.truth.pelvis.twist).toBeCloseTo(-truth.pelvis.twist, 9);
      expect(mirrored?.truth.pelvis.lift).toBeCloseTo(truth.pelvis.lift, 9);
      expect(mirrored?.truth.chase).toBe(truth.chase);
      const knee = mirrored && jointOf(mirrored.solved, 'knee', 'right');
      expect(knee?.[0]).toBeCloseTo(-jointOf(solved, 'knee', 'left')[0], 9);
    });
  });

  it('refuses an unknown channel and an unknown drill', () => {
    const odd = { ...short, keys: { wobble: [[0, 1]] as const } };
    expect(() => perform(odd, averageBody, 1)).toThrow('"wobble"');
    expect(() => perform({ ...short, drill: 'juggling' }, averageBody, 1)).toThrow('"juggling"');
  });

  it('refuses keys that run backwards in time', () => {
    const keys = {
      rotation: [
        [2, 0],
        [1, 5],
      ] as const,
    };
    expect(() => perform({ ...short, keys }, averageBody, 1)).toThrow('in order of time');
  });
});

describe('the random motion of a person', () => {
  it('a twist rolls the mid-hip on the mat by radius times angle, to the side that it turns to', () => {
    const seeds = [1, 2, 3, 4, 5, 6];
    const radii = seeds.map((seed) => {
      const { frames, liveliness } = perform(short, averageBody, seed);
      const last = frames.at(-1);
      const [x = 0] = last ? [last.pose.base.x] : [];
      const angle = ((last?.truth.pelvis.twist ?? 0) * Math.PI) / 180;
      // The true twist is relative to the pelvis' reference axes; it differs from the input by a few hundredths of its
      // size.
      expect(x).toBeCloseTo(liveliness.rollRadius * angle, 3);
      return liveliness.rollRadius;
    });
    expect(Math.max(...radii)).toBeLessThanOrEqual(0.06);
    expect(Math.max(...radii) - Math.min(...radii)).toBeGreaterThan(0.01);
  });

  it('the thorax follows at most three tenths of a pelvic twist', () => {
    const shares = [1, 2, 3, 4, 5, 6].map((seed) => perform(short, averageBody, seed).liveliness.thoraxFollows);
    expect(Math.max(...shares)).toBeLessThanOrEqual(0.3);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    expect(new Set(shares).size).toBe(6);
  });

  it('the still knee sways and the arms move, but only by centimetres', () => {
    const performance = perform(slow('supine-sleeper-clean'), averageBody, 3);
    // The knee has an sd of at most 8 mm; a hand moves by 5° of an arm's length.
    expect(slip(performance, 'knee', 'right')).toBeGreaterThan(0.001);
    expect(slip(performance, 'knee', 'right')).toBeLessThan(0.03);
    expect(slip(performance, 'wrist', 'left')).toBeGreaterThan(0.005);
    expect(slip(performance, 'wrist', 'left')).toBeLessThan(0.08);
  });
});

describe('contacts', () => {
  const CENTIMETRE = 0.01;

  it.each(['supine-sleeper-mixture', 'knee-to-knee-floor-twist', 'knee-to-knee-wall-lift'])(
    'keep both planted feet within a centimetre: %s',
    (id) => {
      const performance = perform(slow(id), averageBody, 1);
      expect(slip(performance, 'ankle', 'left')).toBeLessThan(CENTIMETRE);
      expect(slip(performance, 'ankle', 'right')).toBeLessThan(CENTIMETRE);
    },
  );

  it('keep knees, hands and the still foot on all fours within a centimetre', () => {
    const performance = perform(slow('quadruped-band-ir-clean'), averageBody, 1);
    for (const side of ['left', 'right'] as const) {
      expect(slip(performance, 'knee', side)).toBeLessThan(CENTIMETRE);
      expect(slip(performance, 'wrist', side)).toBeLessThan(CENTIMETRE);
    }
    expect(slip(performance, 'ankle', 'right')).toBeLessThan(CENTIMETRE);
  });

  it('let the knees under a listing pelvis move two to three centimetres, because the thighs are rigid', () => {
    const performance = perform(slow('quadruped-band-ir-list'), averageBody, 1);
    expect(slip(performance, 'knee', 'left')).toBeLessThan(3 * CENTIMETRE);
    expect(slip(performance, 'knee', 'right')).toBeLessThan(3 * CENTIMETRE);
  });

  it('keep both lying legs of 90/90 in place while the pelvis rolls between them', () => {
    const performance = perform(slow('ninety-ninety-pails-rails-clean'), averageBody, 1);
    for (const side of ['left', 'right'] as const) {
      expect(slip(performance, 'knee', side)).toBeLessThan(CENTIMETRE);
      expect(slip(performance, 'ankle', side)).toBeLessThan(CENTIMETRE);
      // The random motion of the hands is up to 5° times 4 mm.
      expect(slip(performance, 'wrist', side)).toBeLessThan(3 * CENTIMETRE);
    }
  });

  it('keep the heel on the box and the standing foot in place', () => {
    const performance = perform(slow('standing-hamstring-rounded'), averageBody, 1);
    expect(slip(performance, 'ankle', 'left')).toBeLessThan(CENTIMETRE);
    expect(slip(performance, 'ankle', 'right')).toBeLessThan(CENTIMETRE);
  });
});
