import { type Landmarks, partnerOf } from '../input/landmarks.ts';
import { cropPixels } from './crop-pixels.ts';
import { backwards, type CropWindow, cropWindow, intoCrop, isTurnedRound } from './crop-window.ts';
import type { Picture } from '../input/picture.ts';
import { isLandmarkSeen } from '../checks/person-check.ts';
import { landmarkAt, type PicturePoint, pixelsApart } from '../geometry/picture-points.ts';
import { legLandmark } from '../reference-pose/start-pose.ts';
import type { Pixels, Share, Side } from '../geometry/units.ts';
import { legInput } from './leg-input.ts';
import type { LegAnswer, LegModel } from './leg-model.ts';
import { outOfPlaneAnglesFrom } from './out-of-plane-answer.ts';

/** One look at the legs: what the network is to be shown, and where in the picture that lies. */
export interface LegLook {
  readonly input: Float32Array;
  readonly window: CropWindow;
  readonly picture: Picture;
}

/** Landmarks with the legs where the network sees them. */
export interface LegSight {
  readonly landmarks: Landmarks;
  /**
   * How far network and pose model are apart in the joint that is second farthest, of the trunk's length in the picture, whichever leg
   * is which. The pose model may lose one foot; where two joints lie elsewhere, it is another posture: in a seat with the other leg
   * behind, hips and knees still agree.
   */
  readonly apart: Share;
}

/** Visibility of a joint of which the network is sure, of one from where it only guesses, and of any that is in the picture at all. */
const SEEN = 0.95;
const GUESSED = 0.5;
const LEAST = 0.35;

const NONE = new Float32Array();

/**
 * @param unit of the window, where the card wants that of another moment (`WindowUnit`); else these landmarks'
 * @returns null when the landmarks lie on one spot
 */
export function lookAtLegs(
  model: LegModel,
  side: Side,
  picture: Picture,
  landmarks: Landmarks,
  unit?: Pixels,
): LegLook | null {
  const { size, rows = size } = model;
  const square = cropWindow(landmarks.points, model.window, side, size, 1, unit);
  if (!square) return null;
  const window = { ...square, f: square.f - (size - rows) / 2 };
  return { window, picture, input: legInput(cropPixels(picture, window, size, rows)) };
}

/**
 * Middle of each joint's map as shares of the crop's width and height: every place weighs by how much it looks like the joint.
 * @param wide how many times as wide as high the crop is
 */
export function middlesOf({ maps }: LegAnswer, joints: number, wide = 1): readonly PicturePoint[] {
  const columns = Math.round(Math.sqrt((maps.length / joints) * wide));
  return Array.from({ length: joints }, (_, j): PicturePoint => {
    let most = -Infinity;
    for (let k = j; k < maps.length; k += joints) most = Math.max(most, maps[k] as number);
    let [sum, x, y] = [0, 0, 0];
    for (let k = j, cell = 0; k < maps.length; k += joints, cell++) {
      const weight = Math.exp((maps[k] as number) - most);
      sum += weight;
      x += weight * ((cell % columns) + 0.5);
      y += weight * (Math.floor(cell / columns) + 0.5);
    }
    return [x / sum / columns, (y / sum / columns) * wide];
  });
}

/** Falls evenly from a sure joint's visibility on, so that one that is half guessed has half the say. */
function visibilityOf(spread: Share, guessedFrom: Share): number {
  const doubt = Math.max(0, spread / guessedFrom - 0.5) / 0.5;
  return Math.max(LEAST, SEEN - (SEEN - GUESSED) * doubt);
}

/** Where both legs work, crops with the floor below show the leg farther from the lens as the working one, from either side. */
const workingIn = (window: CropWindow, { window: { alike } }: LegModel, side: Side): Side => {
  if (alike !== 'both-sides') return side;
  return isTurnedRound(window) ? 'right' : 'left';
};

/**
 * Puts what the network said of a look in the place of the pose model's points of hips, knees and ankles, and its slants beside them.
 * @returns null when its numbers are none
 */
export function sightOf(
  model: LegModel,
  side: Side,
  { window, picture }: LegLook,
  answer: LegAnswer,
  landmarks: Landmarks,
): LegSight | null {
  const { maps, spreads, slants: outOfPlaneAngles = NONE } = answer;
  if (![maps, spreads, outOfPlaneAngles].every((numbers) => numbers.every(Number.isFinite))) return null;
  const points = landmarks.points.slice();
  const visibility = landmarks.visibility.slice();
  const back = backwards(window);
  const { size, rows = size, trunk: units = 1 } = model;
  const working = workingIn(window, model, side);
  const middles = middlesOf(answer, model.joints.length, size / rows);
  const trunk = (units * size) / model.window.side;
  const joints = model.joints.map(({ name, spread, guessedFrom }, j) => {
    const l = legLandmark(name, working);
    const [u, v] = middles[j] ?? [0.5, 0.5];
    const here: PicturePoint = [u * size, v * rows];
    // Whether a foot is in the picture, the pose model tells: the network sees one in every crop.
    if (!name.endsWith('ankle') || isLandmarkSeen(landmarks, l, picture)) {
      points.set(intoCrop(back, ...here), 2 * l);
      const said = (Math.exp(answer.spreads[j] ?? Infinity) / 100) * (size / trunk) * spread;
      visibility[l] = visibilityOf(said, guessedFrom);
    }
    return { l, here };
  });
  // The pose model mixes up the legs now and then; then it sees the same ones all the same.
  const apart = [(l: number): number => l, partnerOf].map((asSeen) =>
    secondFarthest(
      joints.map(({ l, here }) => pixelsApart(here, intoCrop(window, ...landmarkAt(landmarks.points, asSeen(l))))),
    ),
  );
  const told = model.slants && { outOfPlaneAngles: outOfPlaneAnglesFrom(model.slants, outOfPlaneAngles) };
  return {
    landmarks: { ...landmarks, points, visibility, legsFromNetwork: true, ...told },
    apart: Math.min(...apart) / trunk,
  };
}

function secondFarthest(distances: readonly Pixels[]): Pixels {
  const [farthest = Infinity, second = farthest] = [...distances].sort((a, b) => b - a);
  return second;
}
