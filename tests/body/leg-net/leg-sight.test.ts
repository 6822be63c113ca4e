import { describe, expect, it } from 'vitest';
import { type Landmarks, partnerOf } from '../../../src/body/landmarks.ts';
import type { LegAnswer, LegModel } from '../../../src/body/leg-net/leg-model.ts';
import { type LegLook, lookAtLegs, middlesOf, sightOf } from '../../../src/body/leg-net/leg-sight.ts';
import type { LegJoint } from '../../../src/body/measurement-plan.ts';
import { backwards, intoCrop } from '../../../src/body/pelvis-net/crop-window.ts';
import { landmarkAt, type PicturePoint } from '../../../src/body/picture-points.ts';
import type { Picture } from '../../../src/body/picture.ts';
import { legLandmark } from '../../../src/body/start-pose.ts';
import type { Side } from '../../../src/body/units.ts';
import { clipOf, EITHER_LEG, landmarksOf } from '../truth-landmarks.ts';

const GRID = 16;
const JOINTS: readonly LegJoint[] = [
  'working hip',
  'other hip',
  'working knee',
  'other knee',
  'working ankle',
  'other ankle',
];
const model: LegModel = {
  drill: 'supine-sleeper',
  version: 'test',
  window: { upright: false, unit: 'trunk', side: 1.9, above: -0.64, aside: -0.13 },
  size: 64,
  joints: JOINTS.map((name) => ({ name, spread: 2, guessedFrom: 0.06 })),
  fit: { spread: 1 },
  layers: [],
  answers: { maps: 'maps', spreads: 'spreads' },
  weights: { file: '', bytes: 0, sha256: '' },
};
const clip = clipOf('supine-sleeper-clean-far');
const picture: Picture = { width: 960, height: 540, rgba: new Uint8ClampedArray(4 * 960 * 540).fill(128) };

const stripes: Picture = {
  ...picture,
  rgba: picture.rgba.map((_, i) => 128 + 100 * Math.sin(i / 4 / 960 / 9 + ((i / 4) % 960) / 31)),
};

function correlation(a: Float32Array, b: Float32Array): number {
  const [p, q] = [a, b].map((v) => v.map((x) => x - v.reduce((sum, y) => sum + y, 0) / v.length));
  const dot = (x: Float32Array = a, y: Float32Array = b) =>
    x.reduce((sum, v, i) => sum + v * (y[i] ?? NaN), 0);
  return dot(p, q) / Math.sqrt(dot(p, p) * dot(q, q));
}

/** Maps that are certain of a place each, shares of the crop's width and height, between cells too. */
function answerAt(places: readonly PicturePoint[], spread = 0.5, rows = GRID): LegAnswer {
  const maps = new Float32Array(rows * GRID * places.length).fill(-50);
  places.forEach(([x, y], j) => {
    const [u, v] = [x * GRID - 0.5, y * rows - 0.5];
    const [column, row] = [Math.floor(u), Math.floor(v)];
    for (const [r, c] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ] as const) {
      const share = Math.abs(1 - c - (u - column)) * Math.abs(1 - r - (v - row));
      maps[((row + r) * GRID + column + c) * places.length + j] = Math.log(share + 1e-20);
    }
  });
  return { maps, spreads: new Float32Array(places.length).fill(Math.log(spread)) };
}

function lookAt(of: LegModel, side: Side, landmarks: Landmarks, at = picture): LegLook {
  const look = lookAtLegs(of, side, at, landmarks);
  if (!look) throw new Error('nothing to look at');
  return look;
}

/** Where the joints lie in what is looked at, shares of its width and height. */
function placesIn(look: LegLook, of: LegModel, side: Side, landmarks: Landmarks): readonly PicturePoint[] {
  return JOINTS.map((joint) => {
    const [u, v] = intoCrop(look.window, ...landmarkAt(landmarks.points, legLandmark(joint, side)));
    return [u / of.size, v / (of.rows ?? of.size)];
  });
}

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

describe('a crop that is wider than high', () => {
  const rows = 48;
  const wide: LegModel = { ...model, rows, window: { ...model.window, side: 2.4 } };

  it('is the middle of the square one', () => {
    const [all, middle] = [{ ...wide, rows: wide.size }, wide].map((of) =>
      lookAt(of, 'left', landmarksOf(clip, 0), stripes),
    );
    const above = ((wide.size - rows) / 2) * wide.size;
    expect(middle?.input).toHaveLength(rows * wide.size);
    const rest = all?.input.subarray(above, above + rows * wide.size) ?? new Float32Array();
    // Each is brought to mean 0 and spread 1 by itself: what is the same picture is a line of the other.
    expect(correlation(middle?.input ?? new Float32Array(), rest)).toBeGreaterThan(0.9999);
  });

  it.each(EITHER_LEG)('shows every joint where it lies, the %s leg working', (side, seen) => {
    const landmarks = landmarksOf(clip, 0, seen);
    const look = lookAt(wide, side, landmarks);
    const places = placesIn(look, wide, side, landmarks);
    const put = sightOf(wide, side, look, answerAt(places, 0.5, 12), landmarks);
    expect(put?.apart).toBeLessThan(1e-3);
    for (let c = 46; c < 58; c++) expect(put?.landmarks.points[c]).toBeCloseTo(landmarks.points[c] ?? NaN, 1);
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
    [
      'that the pose model does not see',
      { visibility: seen.visibility.map((v, l) => (l === ankle ? 0.1 : v)) },
    ],
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
    const [slants, maps] = [Float32Array.of(value), answer.maps.with(3, value)];
    expect(sightOf(model, 'left', look, { ...answer, slants }, landmarks)).toBeNull();
    expect(sightOf(model, 'left', look, { ...answer, maps }, landmarks)).toBeNull();
  });
});

describe('nobody', () => {
  it('is nothing to look at', () => {
    const nowhere = { ...landmarksOf(clip, 0), points: new Float32Array(66).fill(100) };
    expect(lookAtLegs(model, 'left', picture, nowhere)).toBeNull();
  });
});
