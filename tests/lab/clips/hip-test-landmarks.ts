import type { TestPosition } from '../../../src/coach/assessment/hip-test.ts';
import type { FrameRecord } from '../../../src/coach/record/set-record.ts';
import { INTERNAL_ROTATION, LEG_START, PELVIS } from '../../../src/instrument/geometry/skeleton.ts';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import { follow } from '../../instrument/support/follow-clip.ts';
import type { Clip } from '../../instrument/support/truth-landmarks.ts';
import { chanceOf } from '../chance.ts';
import type { Recipe } from '../contract.ts';
import { averageBody } from '../kinematics/average-body.ts';
import { placeCamera } from '../motion/camera.ts';
import { perform } from '../motion/perform.ts';
import { recommendedPlace } from '../motion/recommended-place.ts';
import { truthOf } from '../motion/truth-file.ts';
import { recipeById } from '../recipes/all-recipes.ts';
import { TEST_MEASURES } from './hip-test-plans.ts';
import { type PersonScore, positionTable, scorePerson, type TestTruth } from './hip-test-study.ts';

/** What each position can show at best: the fit reads landmarks, without a picture and a pose model. */

/**
 * Error of a landmark, pixels in a picture 1280 wide: what changes from frame to frame, and what drifts over seconds. About
 * what BlazePose shows on people near the lens.
 */
const JITTER = 2;
const DRIFT = 3;
/** Share of the drift that is left after a frame of six a second. */
const KEPT = 0.93;

/** The landmarks of a clip with the errors of a pose model. */
function errorsOf(name: string, width: number): (points: Float32Array) => Float32Array {
  const chance = chanceOf(name);
  const scale = width / 1280;
  const drift = Array.from({ length: 66 }, () => chance.normal() * DRIFT);
  return (points) =>
    points.map((value, at) => {
      drift[at] = KEPT * (drift[at] ?? 0) + Math.sqrt(1 - KEPT ** 2) * chance.normal() * DRIFT;
      return value + scale * ((drift[at] ?? 0) + chance.normal() * JITTER);
    });
}

/** The test of an average body, read by the fit from landmarks alone. */
export function readFromLandmarks(id: string, position: TestPosition, noisy: boolean): PersonScore {
  const recipe = recipeById(id);
  if (recipe === undefined) throw new Error(`no recipe "${id}"`);
  return readRecipe(recipe, position, noisy);
}

export function readRecipe(recipe: Recipe, position: TestPosition, noisy: boolean): PersonScore {
  const { id } = recipe;
  const performance = perform(recipe, averageBody, 1);
  const camera = placeCamera(performance, recommendedPlace('hip-test', position));
  const truth = truthOf(performance, camera, { clothes: '', placement: '' });
  const clip = { ...truth, name: id } as unknown as Clip;
  const edit = noisy ? errorsOf(id, recipe.width) : (points: Float32Array) => points;
  const measure = TEST_MEASURES[position];
  const plan: MeasurementPlan = {
    drill: id,
    side: 'left',
    subjectHeight: Number(truth.subject['heightMetres']),
    ...measure,
    // These landmarks have none of the pose model's biases.
    motion: { ...measure.motion, hipLag: 0, ankleLagOutwards: 0 },
  };
  const { frames } = follow(clip, 'as filmed', edit, () => undefined, plan);
  const read = frames.map(({ fit, rotation }, index): FrameRecord => {
    const estimate = { value: rotation, sd: fit.sd[LEG_START.left + INTERNAL_ROTATION] ?? 0 };
    return {
      t: index / recipe.fps,
      phase: null,
      valid: true,
      reasons: [],
      hipInternalRotation: { left: estimate, right: null },
      hipFlexion: { left: null, right: null },
      hipAbduction: { left: null, right: null },
      kneeFlexion: { left: null, right: null },
      pelvis: {
        twist: { value: fit.pelvis.twist, sd: fit.sd[PELVIS + 1] ?? 0 },
        obliquity: { value: fit.pelvis.obliquity, sd: fit.sd[PELVIS + 2] ?? 0 },
        tilt: null,
        lift: null,
      },
      trunkLean: null,
      kneeChase: null,
      lumbarExtension: null,
    };
  });
  return scorePerson({ frames: read }, truth as unknown as TestTruth);
}

const LETTERS = ['a', 'b', 'c', 'd'];

/** Four performances of an average body. */
export const peopleOf = (position: TestPosition, noisy: boolean) =>
  LETTERS.map((letter) => readFromLandmarks(`hip-test-${position}-${letter}`, position, noisy));

const POSITIONS: readonly TestPosition[] = ['seated', 'supine', 'prone'];

/** The tables of the landmark study: true landmarks, and landmarks with the errors of a pose model. */
export const landmarkTables = (): string =>
  [false, true]
    .map((noisy) => {
      const title = noisy ? 'Landmarks with made errors' : 'True landmarks';
      return `### ${title}\n\n${positionTable(POSITIONS.flatMap((position) => peopleOf(position, noisy)))}`;
    })
    .join('\n\n');
