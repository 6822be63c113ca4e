import { beforeAll, describe, expect, it } from 'vitest';
import { add, length, subtract } from '../../../src/instrument/geometry/rotation.ts';
import type { Truth } from '../../scoring/clip-truth.ts';
import { scoreClip } from '../../scoring/score.ts';
import { aRecord } from '../../accuracy/fixtures.ts';
import { averageBody } from '../kinematics/average-body.ts';
import { midpointOf } from '../kinematics/joint-landmarks.ts';
import { RECIPES, recipeById } from '../recipes/all-recipes.ts';
import { placeCamera, project, verticalFieldOfView } from './camera.ts';
import { perform } from './perform.ts';
import type { Performance } from './performance.ts';
import { recommendedPlace } from './recommended-place.ts';
import { picturesOf, truthOf, viewsOf } from './truth-file.ts';

function performed(id: string): Performance {
  const recipe = recipeById(id);
  if (!recipe) throw new Error(`There is no recipe "${id}".`);
  return perform({ ...recipe, fps: 3 }, averageBody, 1);
}

const words = { clothes: 'none', placement: 'recommended' };

describe('the camera', () => {
  it('has a recommended place for every drill of the recipes', () => {
    for (const { drill, variant } of RECIPES) expect(recommendedPlace(drill, variant).placement).not.toBe('');
  });

  it.each([
    'supine-sleeper-clean',
    'supine-ir-pulses-clean',
    'knee-to-knee-wall-clean',
    'quadruped-band-ir-clean',
    'ninety-ninety-lift-off-clean',
    'standing-hamstring-clean',
  ])('keeps the whole body in the picture: %s', (id) => {
    const performance = performed(id);
    const { drill, variant, width, height } = performance.recipe;
    const { view } = placeCamera(performance, recommendedPlace(drill, variant));
    for (const frame of performance.frames) {
      for (const [x, y] of picturesOf(frame, view, performance.floorLift)) {
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(height);
      }
    }
  });

  it('stands at its azimuth, height and distance, mirrored for work of the right side', () => {
    const [left, right] = [performed('supine-sleeper-clean'), performed('supine-sleeper-clean-right')];
    const place = recommendedPlace('supine-sleeper', 'default');
    const [here, there] = [placeCamera(left, place), placeCamera(right, place)];
    expect(there.view.eye[0]).toBeCloseTo(-here.view.eye[0], 6);
    expect(here.view.eye[1]).toBe(place.height);
    const hip = add(midpointOf(left.referencePose, 'hip'), [0, left.floorLift, 0]);
    expect(length(subtract(here.view.eye, hip))).toBeCloseTo(here.distance, 9);
    // 255° lies on the person's right, a little towards the head.
    expect(here.view.eye[0]).toBeLessThan(-1);
    expect(here.view.eye[2]).toBeLessThan(0);
  });

  it('shows a point in front of the lens in the middle of the picture', () => {
    const performance = performed('supine-sleeper-clean');
    const { view } = placeCamera(performance, recommendedPlace('supine-sleeper', 'default'));
    const [x, y] = project(view, view.target);
    expect(x).toBeCloseTo(480, 9);
    expect(y).toBeCloseTo(270, 9);
    // 66° over 960 pixels correspond to 40° over 540.
    expect(verticalFieldOfView(view)).toBeCloseTo(40.1, 1);
  });
});

describe('the truth file', () => {
  let performance: Performance;
  beforeAll(() => {
    performance = performed('supine-sleeper-laptop-moved');
  });

  it('follows a moved laptop', () => {
    const camera = placeCamera(performance, recommendedPlace('supine-sleeper', 'default'));
    const views = viewsOf(performance, camera);
    const [first, last] = [views.at(0), views.at(-1)];
    expect(first).toEqual(camera.view);
    expect(length(subtract(last?.eye ?? [0, 0, 0], camera.view.eye))).toBeCloseTo(0.28, 2);
    const truth = truthOf(performance, camera, words);
    const nose = truth.frames.map(({ landmarks }) => landmarks[0]?.[0] ?? 0);
    expect(Math.abs((nose.at(-1) ?? 0) - (nose[0] ?? 0))).toBeGreaterThan(10);
  });

  it('has one entry per frame and every field that the scorer reads', () => {
    const camera = placeCamera(performance, recommendedPlace('supine-sleeper', 'default'));
    const truth = truthOf(performance, camera, words);
    expect(truth.frames).toHaveLength(truth.frameCount);
    expect(truth.frames[0]?.landmarks).toHaveLength(33);
    expect(truth.phases.at(-1)?.end).toBe(23);
    expect(Object.keys(truth.camera)).toEqual([
      'azimuthDegrees',
      'heightMetres',
      'distanceMetres',
      'pitchDegrees',
      'horizontalFovDegrees',
      'placement',
    ]);
    expect(truth.camera['azimuthDegrees']).toBe(-105);
    expect(truth.subject['thighMetres']).toBeCloseTo(0.43, 2);
  });

  it('is accepted by the scorer, which reports a missed lift for a record without flags', () => {
    const done = performed('supine-sleeper-lift');
    const camera = placeCamera(done, recommendedPlace('supine-sleeper', 'default'));
    const truth = JSON.parse(JSON.stringify(truthOf(done, camera, words))) as Truth;
    const score = scoreClip(aRecord(truth), truth);
    expect(score.drillId).toBe('supine-sleeper');
    expect(score.events.outcomes.map(({ rule, outcome }) => [rule, outcome])).toEqual([['pelvis-lift', 'missed']]);
    expect(truth.frames.every(({ trunkLean, kneeChase }) => trunkLean !== undefined && kneeChase !== undefined)).toBe(
      true,
    );
  });

  it('states how long the end range of a repetition was held', () => {
    const [long, hasty] = ['quadruped-band-ir-clean', 'quadruped-band-ir-short-hold'].map((id) => {
      const done = performed(id);
      return truthOf(done, placeCamera(done, recommendedPlace('quadruped-band-ir', 'default')), words).reps;
    });
    // Three frames per second, so a tolerance of a third of a second.
    for (const { hold, amplitude } of long ?? []) {
      expect(hold).toBeGreaterThan(1.4);
      expect(amplitude).toBeGreaterThan(38);
    }
    for (const { hold } of hasty ?? []) expect(hold).toBeLessThan(1.1);
  });
});
