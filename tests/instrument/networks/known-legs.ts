import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import type { LegAnswer, LegModel } from '../../../src/instrument/networks/leg-model.ts';
import { type LegLook, lookAtLegs } from '../../../src/instrument/networks/leg-keypoints.ts';
import type { LegJoint } from '../../../src/instrument/input/measurement-plan.ts';
import { intoCrop } from '../../../src/instrument/networks/crop-window.ts';
import { landmarkAt, type PicturePoint } from '../../../src/instrument/geometry/picture-points.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { legLandmark } from '../../../src/instrument/reference-pose/start-pose.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import { clipOf } from '../truth-landmarks.ts';

/** A network that says what a test wants, about the legs of somebody who lies. */

const GRID = 16;
/** In the order of the known network's maps. */
export const JOINTS: readonly LegJoint[] = [
  'working hip',
  'other hip',
  'working knee',
  'other knee',
  'working ankle',
  'other ankle',
];
/** A network of the sleeper's window. */
export const model: LegModel = {
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
export const clip = clipOf('supine-sleeper-clean-far');
export const picture: Picture = {
  width: 960,
  height: 540,
  rgba: new Uint8ClampedArray(4 * 960 * 540).fill(128),
};

/** Maps that are certain of a place each, shares of the crop's width and height, between cells too. */
export function answerAt(places: readonly PicturePoint[], spread = 0.5, rows = GRID): LegAnswer {
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

/** @throws {Error} when there is nothing to look at */
export function lookAt(of: LegModel, side: Side, landmarks: Landmarks, at = picture): LegLook {
  const look = lookAtLegs(of, side, at, landmarks);
  if (!look) throw new Error('nothing to look at');
  return look;
}

/** Where the joints lie in what is looked at, shares of its width and height. */
export function placesIn(look: LegLook, of: LegModel, side: Side, landmarks: Landmarks): readonly PicturePoint[] {
  return JOINTS.map((joint) => {
    const [u, v] = intoCrop(look.window, ...landmarkAt(landmarks.points, legLandmark(joint, side)));
    return [u / of.size, v / (of.rows ?? of.size)];
  });
}
