import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import type { LegAnswer, LegModel } from '../../../src/instrument/networks/leg-model.ts';
import { type LegCrop, cropLegs } from '../../../src/instrument/networks/leg-keypoints.ts';
import type { LegJoint } from '../../../src/instrument/input/measurement-plan.ts';
import { toCrop } from '../../../src/instrument/networks/crop-window.ts';
import { landmarkAt, type PicturePoint } from '../../../src/instrument/geometry/picture-points.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { legLandmark } from '../../../src/instrument/reference-pose/start-pose.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import { clipOf } from '../support/truth-landmarks.ts';

/** A leg network with known answers, for a lying person. */

const GRID = 16;
/** In the order of the network’s maps. */
export const JOINTS: readonly LegJoint[] = [
  'working hip',
  'other hip',
  'working knee',
  'other knee',
  'working ankle',
  'other ankle',
];
/** A network with the crop window of the sleeper. */
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
  grey: new Uint8ClampedArray(960 * 540).fill(128),
};

/** Maps with one certain place each, as shares of the crop’s width and height; places may lie between cells. */
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

/** @throws {Error} when there is no crop */
export function cropOf(of: LegModel, side: Side, landmarks: Landmarks, at = picture): LegCrop {
  const crop = cropLegs(of, side, at, landmarks);
  if (!crop) throw new Error('no crop');
  return crop;
}

/** Places of the joints in the crop, as shares of its width and height. */
export function placesIn(crop: LegCrop, of: LegModel, side: Side, landmarks: Landmarks): readonly PicturePoint[] {
  return JOINTS.map((joint) => {
    const [u, v] = toCrop(crop.window, ...landmarkAt(landmarks.points, legLandmark(joint, side)));
    return [u / of.size, v / (of.rows ?? of.size)];
  });
}
