import { type KneeWitness, type Landmarks, type LegSd, oppositeSideLandmark } from '../input/landmarks.ts';
import { cropPixels, MIN_CONTRAST, sqrtBrightness, meanAndSd, type Crop } from './crop-pixels.ts';
import { inverseOf, type CropWindow, cropWindow, toCrop, isCropMirrored } from './crop-window.ts';
import type { Picture } from '../input/picture.ts';
import { kneesAsWitnessed } from '../checks/knee-sight.ts';
import { isLandmarkSeen } from '../checks/person-check.ts';
import { landmarkAt, type PicturePoint, pixelDistance } from '../geometry/picture-points.ts';
import { legLandmark } from '../reference-pose/start-pose.ts';
import type { LegJoint } from '../input/measurement-plan.ts';
import { networkLegSd, poseModelLegSd } from './leg-sd.ts';
import { type BySide, otherSide, type Pixels, type Share, type Side } from '../geometry/units.ts';
import type { LegAnswer, LegModel, SlantScale } from './leg-model.ts';
import { type CropVariant, PLAIN_CROP } from './picture-familiarity.ts';
import { OUT_OF_PLANE_SEGMENTS, type OutOfPlaneAngles } from '../geometry/out-of-plane-angles.ts';

/** The part of a picture that a leg network looks at. */
export interface LegLook {
  readonly window: CropWindow;
  readonly picture: Picture;
}

/** A look with its crop. */
export interface LegCrop extends LegLook {
  /** The network's input, row by row, see `legInput`. */
  readonly input: Float32Array;
}

/** The result of a leg network. */
export interface LocatedLegs {
  /** The pose model's landmarks with hips, knees and ankles replaced by the network's. */
  readonly landmarks: Landmarks;
  /**
   * Distance between the network's and the pose model's joints, as a share of the trunk's length in the picture: the
   * second largest of the six, whichever way the pose model has the legs. The pose model may lose one foot; two joints
   * elsewhere mean another posture.
   */
  readonly distance: Share;
  /** See `Landmarks.kneeWitness`. */
  readonly kneeWitness: BySide<KneeWitness>;
}

/**
 * Visibility of a joint that the network is sure of, of one it only guesses, and the least of a joint inside the
 * picture.
 */
const SEEN_VISIBILITY = 0.95;
const GUESSED_VISIBILITY = 0.5;
const LEAST_VISIBILITY = 0.35;

const NONE = new Float32Array();

type VariantWindow = Pick<CropVariant, 'wider' | 'shift'>;

/**
 * Where a leg network looks.
 * @param unit length of the window's unit, see `CropScaleFilter`. Absent: as these landmarks show it.
 * @param variant how the window differs from the one that is read
 * @returns null: the landmarks lie on one point
 */
export function legWindow(
  model: LegModel,
  side: Side,
  landmarks: Landmarks,
  unit?: Pixels,
  { wider, shift: [x, y] }: VariantWindow = PLAIN_CROP,
): CropWindow | null {
  const { size, rows = size } = model;
  const square = cropWindow(landmarks.points, model.window, side, size, wider, unit);
  if (!square) return null;
  const unitInCrop = size / model.window.side;
  return { ...square, e: square.e + x * unitInCrop, f: square.f + y * unitInCrop - (size - rows) / 2 };
}

/** Input of a leg network for a look. @param gamma exponent on the brightness */
export function legInputOf(
  { size, rows = size }: Pick<LegModel, 'size' | 'rows'>,
  { window, picture }: LegLook,
  gamma = 1,
): Float32Array {
  const crop = cropPixels(picture, window, size, rows);
  return legInput(gamma === 1 ? crop : crop.map((v) => WHITE * (v / WHITE) ** gamma));
}

/** Cuts the crop for a leg network; see `legWindow`. */
export function cropLegs(
  model: LegModel,
  side: Side,
  picture: Picture,
  landmarks: Landmarks,
  unit?: Pixels,
  variant: CropVariant = PLAIN_CROP,
): LegCrop | null {
  const window = legWindow(model, side, landmarks, unit, variant);
  return window && { window, picture, input: legInputOf(model, { window, picture }, variant.gamma) };
}

/** The brightest grey of a crop. */
const WHITE = 255;

/** The network's joints in the picture, in the order of `LegModel.joints`. */
export function jointsInPicture(model: LegModel, window: CropWindow, answer: LegAnswer): readonly PicturePoint[] {
  const { size, rows = size } = model;
  const back = inverseOf(window);
  return jointCentroids(answer, model.joints.length, size / rows).map(([u, v]) => toCrop(back, u * size, v * rows));
}

/** Length of the trunk in the crop, and in the picture as the window shows it. */
const trunkInCrop = ({ trunk: units = 1, size, window: { side } }: LegModel): Pixels => (units * size) / side;
export const trunkInPicture = (model: LegModel, { a, b }: CropWindow): Pixels => trunkInCrop(model) / Math.hypot(a, b);

/**
 * Centroid of each joint's map (soft argmax): x and y as shares of the crop's width and height.
 * @param wide width of the crop over its height
 */
export function jointCentroids({ maps }: LegAnswer, joints: number, wide = 1): readonly PicturePoint[] {
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

/**
 * Visibility of a joint, falling linearly with its standard deviation from half of `guessedFrom` on; both are shares of
 * the trunk.
 */
function visibilityOf(sd: Share, guessedFrom: Share): number {
  const uncertainty = Math.max(0, sd / guessedFrom - 0.5) / 0.5;
  return Math.max(LEAST_VISIBILITY, SEEN_VISIBILITY - (SEEN_VISIBILITY - GUESSED_VISIBILITY) * uncertainty);
}

/**
 * The side that the network's "working" joints belong to. For `both-sides` cards it is the side farther from the lens.
 */
const workingIn = (window: CropWindow, { window: { alike } }: LegModel, side: Side): Side => {
  if (alike !== 'both-sides') return side;
  return isCropMirrored(window) ? 'right' : 'left';
};

/**
 * Replaces the pose model's hips, knees and ankles by the network's answer, and adds its out-of-plane angles.
 * @param cropSpreads see `PictureFamiliarity.spreads`; they widen the stated standard deviations
 * @returns null: the answer is not finite
 */
export function locateLegs(
  model: LegModel,
  side: Side,
  { window, picture }: LegLook,
  answer: LegAnswer,
  landmarks: Landmarks,
  cropSpreads: readonly Share[] = [],
): LocatedLegs | null {
  const { maps, spreads, slants: outOfPlaneAngles = NONE } = answer;
  if (![maps, spreads, outOfPlaneAngles].every((numbers) => numbers.every(Number.isFinite))) return null;
  const points = landmarks.points.slice();
  const visibility = landmarks.visibility.slice();
  const legSd = poseModelLegSd(landmarks.visibility);
  const working = workingIn(window, model, side);
  const places = jointsInPicture(model, window, answer);
  const joints = model.joints.map(({ name, spread, guessedFrom }, j) => {
    const l = legLandmark(name, working);
    const here = places[j] ?? landmarkAt(landmarks.points, l);
    // The network finds a foot in every crop, so the pose model decides whether it is in the picture.
    if (!name.endsWith('ankle') || isLandmarkSeen(landmarks, l, picture)) {
      points.set(here, 2 * l);
      const sd = (Math.exp(answer.spreads[j] ?? Infinity) / 100) * (model.size / trunkInCrop(model)) * spread;
      visibility[l] = visibilityOf(sd, guessedFrom);
      legSd[sideOf(name, working)][partOf(name)] = networkLegSd(sd, cropSpreads[j] ?? 0);
    }
    return { l, here };
  });
  // If the pose model has swapped the legs, it still sees the same ones: the smaller of the two distances counts.
  const distance = [(l: number): number => l, oppositeSideLandmark].map((asSeen) =>
    secondFarthest(joints.map(({ l, here }) => pixelDistance(here, landmarkAt(landmarks.points, asSeen(l))))),
  );
  const trunk = trunkInPicture(model, window);
  const segmentAngles = model.slants && { outOfPlaneAngles: outOfPlaneAnglesOf(model.slants, outOfPlaneAngles) };
  return {
    landmarks: {
      ...landmarks,
      points,
      visibility,
      legSd,
      legsFromNetwork: true,
      poseModelPoints: landmarks.points,
      ...segmentAngles,
    },
    kneeWitness: kneesAsWitnessed({ points, visibility }, landmarks, trunk),
    distance: Math.min(...distance) / trunk,
  };
}

const sideOf = (joint: LegJoint, working: Side): Side => (joint.startsWith('working') ? working : otherSide(working));

const partOf = (joint: LegJoint): keyof LegSd => {
  if (joint.endsWith('hip')) return 'hip';
  return joint.endsWith('knee') ? 'knee' : 'ankle';
};

function secondFarthest(distances: readonly Pixels[]): Pixels {
  const [farthest = Infinity, second = farthest] = [...distances].sort((a, b) => b - a);
  return second;
}

/** Input values are clipped to ± this. */
const LARGEST_INPUT = 4;

/** The crop as in training: independent of exposure, mean 0 and standard deviation 1. */
export function legInput(crop: Crop): Float32Array {
  const brightness = sqrtBrightness(crop);
  const [mean, sd] = meanAndSd(brightness);
  const scale = 1 / (sd + MIN_CONTRAST);
  return brightness.map((v) => Math.max(-LARGEST_INPUT, Math.min(LARGEST_INPUT, (v - mean) * scale)));
}

/** Unit of the network's standard deviations of out-of-plane angles, as a share of `SlantScale.spread`. */
const SD_UNIT = 0.1;

/**
 * The network's out-of-plane angles, in the order of `OUT_OF_PLANE_SEGMENTS`.
 * @param answer values in the order of `scales`, then the logs of their standard deviations
 */
export function outOfPlaneAnglesOf(
  scales: readonly SlantScale[],
  answer: NonNullable<LegAnswer['slants']>,
): OutOfPlaneAngles {
  return OUT_OF_PLANE_SEGMENTS.map((segment) => {
    const k = scales.findIndex(({ name }) => name === segment);
    const [scale, value] = [scales[k], answer[k]];
    if (!scale || value === undefined) return null;
    const sd = SD_UNIT * Math.exp(answer[k + scales.length] ?? Infinity) * scale.spread;
    return { value, sd: Math.max(scale.leastSd, sd) };
  });
}
