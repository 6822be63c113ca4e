import { describe, expect, it } from 'vitest';
import { type Landmarks, partnerOf } from '../../../src/instrument/input/landmarks.ts';
import { lookAtLegs, middlesOf, sightOf } from '../../../src/instrument/networks/leg-keypoints.ts';
import type { LegJoint } from '../../../src/instrument/input/measurement-plan.ts';
import { backwards, intoCrop } from '../../../src/instrument/networks/crop-window.ts';
import { landmarkAt, type PicturePoint } from '../../../src/instrument/geometry/picture-points.ts';
import { legLandmark } from '../../../src/instrument/reference-pose/start-pose.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import { EITHER_LEG, landmarksOf } from '../truth-landmarks.ts';
import { answerAt, clip, JOINTS, lookAt, model, picture, placesIn } from './known-legs.ts';

/** What a network says that sees every joint `way` pixels of the picture from where the landmarks are. */
function sight(side: Side, landmarks: Landmarks, way: PicturePoint, spread?: number) {
  const look = lookAt(model, side, landmarks);
  const places = JOINTS.map((joint): PicturePoint => {
    const [x, y] = landmarkAt(landmarks.points, legLandmark(joint, side));
    const [u, v] = intoCrop(look.window, x + way[0], y + way[1]);
    return [u / model.size, v / model.size];
  });
  const seen = sightOf(model, side, look, answerAt(places, spread), landmarks);
  if (!seen) throw new Error('no sight');
  return seen;
}

describe('the middle of a joint’s map', () => {
  it('lies between the cells by how much each looks like the joint', () => {
    const places: readonly PicturePoint[] = [
      [0.31, 0.62],
      [0.5, 0.5],
    ];
    const [first, second] = middlesOf(answerAt(places), 2);
    expect(first?.[0]).toBeCloseTo(0.31, 6);
    expect(first?.[1]).toBeCloseTo(0.62, 6);
    expect(second?.[0]).toBeCloseTo(0.5, 6);
  });

  it('is the same however strongly the whole map is lit', () => {
    const plain = answerAt([[0.4, 0.3]]);
    const bright = { ...plain, maps: plain.maps.map((v) => v + 300) };
    expect(middlesOf(bright, 1)[0]?.[0]).toBeCloseTo(0.4, 4);
  });
});

describe('a joint’s name', () => {
  it('is a landmark of the side that works, or of the other', () => {
    expect(legLandmark('working knee', 'left')).toBe(25);
    expect(legLandmark('other knee', 'left')).toBe(26);
    expect(legLandmark('working ankle', 'right')).toBe(28);
    expect(legLandmark('other hip', 'right')).toBe(23);
  });
});

describe.each(EITHER_LEG)('legs of which the %s one works, seen by the network', (side, seen) => {
  const landmarks = landmarksOf(clip, 0, seen);

  it('lie where it sees them, and nothing else moves', () => {
    const { points } = sight(side, landmarks, [7, -4]).landmarks;
    for (let l = 0; l < 33; l++) {
      const [x, y] = landmarkAt(landmarks.points, l);
      const legs = l >= 23 && l <= 28;
      // Pixels; a thousandth of them is lost in single precision.
      expect(points[2 * l]).toBeCloseTo(x + (legs ? 7 : 0), 2);
      expect(points[2 * l + 1]).toBeCloseTo(y + (legs ? -4 : 0), 2);
    }
  });

  it('are as far from the pose model’s as they are, in lengths of the trunk', () => {
    const trunk = (model.size / model.window.side) * pixelOf(side, landmarks);
    expect(sight(side, landmarks, [0.2 * trunk, 0]).apart).toBeCloseTo(0.2, 3);
  });

  it('agree with the pose model that has lost one foot, and not with one that sees both feet elsewhere', () => {
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
      const look = lookAt(model, side, landmarks);
      const places = placesIn(look, model, side, landmarks);
      return sightOf(model, side, look, answerAt(places), shown)?.apart;
    };
    expect(apartFrom(moved(['working ankle']))).toBeLessThan(0.01);
    expect(apartFrom(moved(['working ankle', 'other ankle']))).toBeGreaterThan(0.3);
  });

  it('are the same legs where the pose model has left and right mixed up', () => {
    const points = landmarks.points.slice();
    for (let l = 23; l <= 28; l++) points.set(landmarkAt(landmarks.points, partnerOf(l)), 2 * l);
    const look = lookAt(model, side, { ...landmarks, points });
    const places = placesIn(look, model, side, landmarks);
    const mixed = sightOf(model, side, look, answerAt(places), { ...landmarks, points });
    expect(mixed?.apart).toBeLessThan(0.01);
    expect(mixed?.landmarks.points[50]).toBeCloseTo(landmarks.points[50] ?? NaN, 2);
  });

  it('are seen well where it is sure, half guessed at the stated spread, and never out of the picture', () => {
    const at = (share: number): number => {
      // The network states hundredths of the crop's side, and errs twice as much.
      const spread = (100 * share) / model.window.side / 2;
      return sight(side, landmarks, [0, 0], spread).landmarks.visibility[25] ?? NaN;
    };
    expect(at(0.02)).toBeCloseTo(0.95, 3);
    expect(at(0.06)).toBeCloseTo(0.5, 3);
    expect(at(0.055)).toBeGreaterThan(at(0.06));
    // Below .3 a hip counts as out of the picture (`person-check.ts`).
    expect(at(1)).toBeGreaterThan(0.3);
  });
});

/** Pixels of the picture in one of the crop. */
function pixelOf(side: Side, landmarks: Landmarks): number {
  const { a, b } = backwards(lookAt(model, side, landmarks).window);
  return Math.hypot(a, b);
}

describe('a foot', () => {
  const seen = landmarksOf(clip, 0);
  const ankle = 28;

  it.each([
    ['that the pose model does not see', { visibility: seen.visibility.map((v, l) => (l === ankle ? 0.1 : v)) }],
    ['that it sees outside the picture', { points: seen.points.map((p, c) => (c === 2 * ankle ? 970 : p)) }],
  ])('%s stays out of sight: the network sees one in every crop', (_, unseen) => {
    const landmarks = { ...seen, ...unseen };
    const put = sight('left', landmarks, [3, 3]).landmarks;
    expect(put.visibility[ankle]).toBe(landmarks.visibility[ankle]);
    expect(put.points[2 * ankle]).toBe(landmarks.points[2 * ankle]);
    expect(put.points[2 * ankle - 2]).not.toBe(landmarks.points[2 * ankle - 2]);
  });
});

describe('an answer that is none', () => {
  it.each([Number.NaN, Infinity])('(%s) is no sight', (value) => {
    const landmarks = landmarksOf(clip, 0);
    const look = lookAt(model, 'left', landmarks);
    const answer = answerAt(JOINTS.map(() => [0.5, 0.5]));
    const [outOfPlaneAngles, maps] = [Float32Array.of(value), answer.maps.with(3, value)];
    expect(sightOf(model, 'left', look, { ...answer, slants: outOfPlaneAngles }, landmarks)).toBeNull();
    expect(sightOf(model, 'left', look, { ...answer, maps }, landmarks)).toBeNull();
  });
});

describe('nobody', () => {
  it('is nothing to look at', () => {
    const nowhere = { ...landmarksOf(clip, 0), points: new Float32Array(66).fill(100) };
    expect(lookAtLegs(model, 'left', picture, nowhere)).toBeNull();
  });
});
