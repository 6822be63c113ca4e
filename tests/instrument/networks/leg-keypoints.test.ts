import { describe, expect, it } from 'vitest';
import { type Landmarks, oppositeSideLandmark } from '../../../src/instrument/input/landmarks.ts';
import {
  cropLegs,
  jointCentroids,
  locateLegs,
  legInput,
  outOfPlaneAnglesOf,
} from '../../../src/instrument/networks/leg-keypoints.ts';
import type { LegJoint } from '../../../src/instrument/input/measurement-plan.ts';
import { inverseOf, toCrop } from '../../../src/instrument/networks/crop-window.ts';
import { landmarkAt, type PicturePoint } from '../../../src/instrument/geometry/picture-points.ts';
import { legLandmark } from '../../../src/instrument/reference-pose/start-pose.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import { EITHER_LEG, landmarksOf } from '../support/truth-landmarks.ts';
import { answerAt, clip, JOINTS, cropOf, model, picture, placesIn } from './known-legs.ts';

/** Answer of a network that sees every joint `way` pixels of the picture away from its landmark. */
function locate(side: Side, landmarks: Landmarks, way: PicturePoint, spread?: number) {
  const crop = cropOf(model, side, landmarks);
  const places = JOINTS.map((joint): PicturePoint => {
    const [x, y] = landmarkAt(landmarks.points, legLandmark(joint, side));
    const [u, v] = toCrop(crop.window, x + way[0], y + way[1]);
    return [u / model.size, v / model.size];
  });
  const seen = locateLegs(model, side, crop, answerAt(places, spread), landmarks);
  if (!seen) throw new Error('no legs');
  return seen;
}

describe('the centroid of a joint’s map', () => {
  it('lies between the cells according to their weights', () => {
    const places: readonly PicturePoint[] = [
      [0.31, 0.62],
      [0.5, 0.5],
    ];
    const [first, second] = jointCentroids(answerAt(places), 2);
    expect(first?.[0]).toBeCloseTo(0.31, 6);
    expect(first?.[1]).toBeCloseTo(0.62, 6);
    expect(second?.[0]).toBeCloseTo(0.5, 6);
  });

  it('does not depend on an offset of the whole map', () => {
    const plain = answerAt([[0.4, 0.3]]);
    const bright = { ...plain, maps: plain.maps.map((v) => v + 300) };
    expect(jointCentroids(bright, 1)[0]?.[0]).toBeCloseTo(0.4, 4);
  });
});

describe('the name of a joint', () => {
  it('means a landmark of the working or the other side', () => {
    expect(legLandmark('working knee', 'left')).toBe(25);
    expect(legLandmark('other knee', 'left')).toBe(26);
    expect(legLandmark('working ankle', 'right')).toBe(28);
    expect(legLandmark('other hip', 'right')).toBe(23);
  });
});

describe.each(EITHER_LEG)('located legs, %s leg working', (side, seen) => {
  const landmarks = landmarksOf(clip, 0, seen);

  it('replace the hips, knees and ankles and no other landmark', () => {
    const { points } = locate(side, landmarks, [7, -4]).landmarks;
    for (let l = 0; l < 33; l++) {
      const [x, y] = landmarkAt(landmarks.points, l);
      const legs = l >= 23 && l <= 28;
      // Pixels; a thousandth is lost in single precision.
      expect(points[2 * l]).toBeCloseTo(x + (legs ? 7 : 0), 2);
      expect(points[2 * l + 1]).toBeCloseTo(y + (legs ? -4 : 0), 2);
    }
  });

  it('state their distance from the pose model in lengths of the trunk', () => {
    const trunk = (model.size / model.window.side) * pixelOf(side, landmarks);
    expect(locate(side, landmarks, [0.2 * trunk, 0]).distance).toBeCloseTo(0.2, 3);
  });

  it('are near the pose model if it has lost one foot, and far if it sees both feet elsewhere', () => {
    const trunk = (model.size / model.window.side) * pixelOf(side, landmarks);
    const moved = (joints: readonly LegJoint[]): Landmarks => {
      const points = landmarks.points.slice();
      for (const joint of joints) {
        const x = 2 * legLandmark(joint, side);
        points[x] = (points[x] ?? NaN) + 0.8 * trunk;
      }
      return { ...landmarks, points };
    };
    const apartFrom = (shown: Landmarks) => {
      const crop = cropOf(model, side, landmarks);
      const places = placesIn(crop, model, side, landmarks);
      return locateLegs(model, side, crop, answerAt(places), shown)?.distance;
    };
    expect(apartFrom(moved(['working ankle']))).toBeLessThan(0.01);
    expect(apartFrom(moved(['working ankle', 'other ankle']))).toBeGreaterThan(0.3);
  });

  it('are near the pose model if it has swapped left and right', () => {
    const points = landmarks.points.slice();
    for (let l = 23; l <= 28; l++) points.set(landmarkAt(landmarks.points, oppositeSideLandmark(l)), 2 * l);
    const crop = cropOf(model, side, { ...landmarks, points });
    const places = placesIn(crop, model, side, landmarks);
    const mixed = locateLegs(model, side, crop, answerAt(places), { ...landmarks, points });
    expect(mixed?.distance).toBeLessThan(0.01);
    expect(mixed?.landmarks.points[50]).toBeCloseTo(landmarks.points[50] ?? NaN, 2);
  });

  it('have a visibility that falls with the standard deviation, down to that of a joint inside the picture', () => {
    const at = (share: number): number => {
      // The network states hundredths of the crop’s side; the card doubles them.
      const spread = (100 * share) / model.window.side / 2;
      return locate(side, landmarks, [0, 0], spread).landmarks.visibility[25] ?? NaN;
    };
    expect(at(0.02)).toBeCloseTo(0.95, 3);
    expect(at(0.06)).toBeCloseTo(0.5, 3);
    expect(at(0.055)).toBeGreaterThan(at(0.06));
    // Below 0.3 a hip counts as out of the picture (`person-check.ts`).
    expect(at(1)).toBeGreaterThan(0.3);
  });
});

/** Pixels of the picture per pixel of the crop. */
function pixelOf(side: Side, landmarks: Landmarks): number {
  const { a, b } = inverseOf(cropOf(model, side, landmarks).window);
  return Math.hypot(a, b);
}

describe('an ankle', () => {
  const seen = landmarksOf(clip, 0);
  const ankle = 28;

  it.each([
    ['that the pose model does not see', { visibility: seen.visibility.map((v, l) => (l === ankle ? 0.1 : v)) }],
    ['that it sees outside the picture', { points: seen.points.map((p, c) => (c === 2 * ankle ? 970 : p)) }],
  ])('%s is not replaced, since the network finds one in every crop', (_, unseen) => {
    const landmarks = { ...seen, ...unseen };
    const put = locate('left', landmarks, [3, 3]).landmarks;
    expect(put.visibility[ankle]).toBe(landmarks.visibility[ankle]);
    expect(put.points[2 * ankle]).toBe(landmarks.points[2 * ankle]);
    expect(put.points[2 * ankle - 2]).not.toBe(landmarks.points[2 * ankle - 2]);
  });
});

describe('an answer that is not finite', () => {
  it.each([Number.NaN, Infinity])('(%s) gives no legs', (value) => {
    const landmarks = landmarksOf(clip, 0);
    const crop = cropOf(model, 'left', landmarks);
    const answer = answerAt(JOINTS.map(() => [0.5, 0.5]));
    const [outOfPlaneAngles, maps] = [Float32Array.of(value), answer.maps.with(3, value)];
    expect(locateLegs(model, 'left', crop, { ...answer, slants: outOfPlaneAngles }, landmarks)).toBeNull();
    expect(locateLegs(model, 'left', crop, { ...answer, maps }, landmarks)).toBeNull();
  });
});

describe('a picture without a person', () => {
  it('gives no crop', () => {
    const nowhere = { ...landmarksOf(clip, 0), points: new Float32Array(66).fill(100) };
    expect(cropLegs(model, 'left', picture, nowhere)).toBeNull();
  });
});

const crop = Float32Array.from({ length: 64 }, (_, i) => 40 + ((i * 37) % 64));

describe('the input of the leg network', () => {
  it('has mean 0 and a standard deviation of nearly 1', () => {
    const input = legInput(crop);
    const mean = input.reduce((sum, v) => sum + v, 0) / input.length;
    const sd = Math.sqrt(input.reduce((sum, v) => sum + (v - mean) ** 2, 0) / input.length);
    expect(mean).toBeCloseTo(0, 5);
    expect(sd).toBeGreaterThan(0.6);
    expect(sd).toBeLessThan(1);
  });

  it('hardly changes with exposure and is finite in the dark', () => {
    const dim = legInput(crop.map((v) => 0.7 * v));
    for (const [i, v] of legInput(crop).entries()) expect(Math.abs((dim[i] ?? NaN) - v)).toBeLessThan(0.2);
    expect(legInput(new Float32Array(64)).every((v) => v === 0)).toBe(true);
  });

  it('is clipped in very bright places', () => {
    const shining = Float32Array.from({ length: 400 }, (_, i) => (i === 7 ? 255 : 20 + (i % 3)));
    expect(Math.max(...legInput(shining))).toBe(4);
  });
});

describe('the out-of-plane angles of the network', () => {
  const scales = [
    { name: 'hips', spread: 2, leastSd: 0.03 },
    { name: 'working thigh', spread: 1, leastSd: 0.03 },
  ] as const;
  const [thigh, shin, hips] = outOfPlaneAnglesOf(scales, Float32Array.of(-0.6, 0.25, Math.log(0.5), Math.log(0.1)));

  it('are in the fixed order of the segments, whatever the order in the model card', () => {
    expect(hips?.value).toBeCloseTo(-0.6, 6);
    expect(thigh?.value).toBeCloseTo(0.25, 6);
  });

  it('have the card’s factor and lower limit on their standard deviations', () => {
    // Half a tenth, doubled; one hundredth is below the limit.
    expect(hips?.sd).toBeCloseTo(0.1, 6);
    expect(thigh?.sd).toBeCloseTo(0.03, 6);
  });

  it('are null for a segment that the network does not have', () => {
    expect(shin).toBeNull();
  });
});
