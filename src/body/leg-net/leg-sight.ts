import { JOINT_LANDMARKS, type Landmarks, partnerOf } from '../landmarks.ts';
import { median } from '../median.ts';
import { cropPixels } from '../pelvis-net/crop-pixels.ts';
import { backwards, type CropWindow, cropWindow, intoCrop } from '../pelvis-net/crop-window.ts';
import type { Picture } from '../picture.ts';
import { EDGE, LEAST_VISIBILITY } from '../person-check.ts';
import { landmarkAt, type PicturePoint, pixelsApart } from '../picture-points.ts';
import type { Pixels, Share, Side } from '../units.ts';
import { legInput } from './leg-input.ts';
import type { LegAnswer, LegJoint, LegModel } from './leg-model.ts';

/** One look at the legs: what the network is to be shown, and where in the picture that lies. */
export interface LegLook {
  readonly input: Float32Array;
  readonly window: CropWindow;
  readonly picture: Picture;
}

/** Landmarks with the legs where the network sees them. */
export interface LegSight {
  readonly landmarks: Landmarks;
  /** How far network and pose model are apart, in the median of the joints, of the trunk's length in the picture; whichever leg is which. */
  readonly apart: Share;
}

/** Visibility of a joint of which the network is sure, of one from where it only guesses, and of any that is in the picture at all. */
const SEEN = 0.95;
const GUESSED = 0.5;
const LEAST = 0.35;

/** @returns null when the landmarks lie on one spot */
export function lookAtLegs(
  model: LegModel,
  side: Side,
  picture: Picture,
  landmarks: Landmarks,
): LegLook | null {
  const window = cropWindow(landmarks.points, model.window, side, model.size);
  return window && { window, picture, input: legInput(cropPixels(picture, window, model.size)) };
}

/** The landmark that a joint of the network is. */
export function landmarkOf(joint: LegJoint, working: Side): number {
  const [leg, part] = joint.split(' ') as ['working' | 'other', 'hip' | 'knee' | 'ankle'];
  const side = (leg === 'working') === (working === 'left') ? 'left' : 'right';
  return JOINT_LANDMARKS[side][part];
}

/** Middle of each joint's map as shares of the crop's side: every place weighs by how much it looks like the joint. */
export function middlesOf({ maps }: LegAnswer, joints: number): readonly PicturePoint[] {
  const side = Math.sqrt(maps.length / joints);
  return Array.from({ length: joints }, (_, j): PicturePoint => {
    let most = -Infinity;
    for (let k = j; k < maps.length; k += joints) most = Math.max(most, maps[k] as number);
    let [sum, x, y] = [0, 0, 0];
    for (let k = j, cell = 0; k < maps.length; k += joints, cell++) {
      const weight = Math.exp((maps[k] as number) - most);
      sum += weight;
      x += weight * ((cell % side) + 0.5);
      y += weight * (Math.floor(cell / side) + 0.5);
    }
    return [x / sum / side, y / sum / side];
  });
}

/** Falls evenly from a sure joint's visibility on, so that one that is half guessed has half the say. */
function visibilityOf(spread: Share, guessedFrom: Share): number {
  const doubt = Math.max(0, spread / guessedFrom - 0.5) / 0.5;
  return Math.max(LEAST, SEEN - (SEEN - GUESSED) * doubt);
}

/** Whether a foot is in the picture, the pose model tells: the network sees one in every crop. */
const isOutOfSight = ({ points, visibility }: Landmarks, l: number, { width, height }: Picture): boolean => {
  const [x, y] = landmarkAt(points, l);
  const beyond = (at: Pixels, size: Pixels): boolean => at < -EDGE * size || at > size * (1 + EDGE);
  return (visibility[l] ?? 0) < LEAST_VISIBILITY || beyond(x, width) || beyond(y, height);
};

/**
 * Puts what the network said of a look in the place of the pose model's points of hips, knees and ankles.
 * @returns null when its numbers are none
 */
export function sightOf(
  model: LegModel,
  side: Side,
  { window, picture }: LegLook,
  answer: LegAnswer,
  landmarks: Landmarks,
): LegSight | null {
  if (![...answer.spreads, ...answer.maps].every(Number.isFinite)) return null;
  const points = landmarks.points.slice();
  const visibility = landmarks.visibility.slice();
  const back = backwards(window);
  const middles = middlesOf(answer, model.joints.length);
  const trunk = model.size / model.window.side;
  const joints = model.joints.map(({ name, spread, guessedFrom }, j) => {
    const l = landmarkOf(name, side);
    const [u, v] = middles[j] ?? [0.5, 0.5];
    const here: PicturePoint = [u * model.size, v * model.size];
    if (!name.endsWith('ankle') || !isOutOfSight(landmarks, l, picture)) {
      points.set(intoCrop(back, ...here), 2 * l);
      const said = (Math.exp(answer.spreads[j] ?? Infinity) / 100) * model.window.side * spread;
      visibility[l] = visibilityOf(said, guessedFrom);
    }
    return { l, here };
  });
  // The pose model mixes up the legs now and then; then it sees the same ones all the same.
  const apart = [(l: number): number => l, partnerOf].map((asSeen) =>
    median(
      joints.map(({ l, here }) =>
        pixelsApart(here, intoCrop(window, ...landmarkAt(landmarks.points, asSeen(l)))),
      ),
    ),
  );
  return {
    landmarks: { ...landmarks, points, visibility, sharpLegs: true },
    apart: Math.min(...apart.map((way) => way ?? Infinity)) / trunk,
  };
}
