import { FITTED_LANDMARKS } from '../../src/instrument/geometry/skeleton.ts';
import { mean } from '../../src/instrument/geometry/statistics.ts';
import { LANDMARK_COUNT, type Landmarks } from '../../src/instrument/input/landmarks.ts';
import { type PicturePoint, type Region, regionAbout, toPicture } from './detection.ts';

/** Side of the landmark model's input, pixels; its points come in these pixels. */
export const LANDMARK_SIDE = 256;
/** Below this score of the landmark model there is no person in the region. */
const LEAST_SCORE = 0.5;
/** Numbers for each point: x, y, z, visibility and presence (logits). */
const POINT = 5;
/** Two auxiliary points after the 33 landmarks: the mid-hip, and a point on the circle around the body. */
const HIPS = LANDMARK_COUNT;
const RIM = LANDMARK_COUNT + 1;

/** Output tensors of the landmark model. */
export interface LandmarkAnswer {
  /** 39 × (x, y, z, visibility, presence). */
  readonly points: Float32Array;
  /** Probability 0…1 that there is a person. */
  readonly score: number;
  /** 39 × (x, y, z), metres from the mid-hip, along the region's axes. */
  readonly world: Float32Array;
  /** 64 × 64 × 39, 0…1. */
  readonly heatmap: Float32Array;
  /** 256 × 256, 0…1: probability that a pixel of the region shows the person. Null or absent: not asked for. */
  readonly mask?: Float32Array | null;
}

export interface FoundPerson {
  readonly landmarks: Landmarks;
  readonly next: Region;
}

/** The landmarks in the picture, decoded from the answer for a region; null: there is no person. */
export const decodeLandmarks = (answer: LandmarkAnswer, region: Region): FoundPerson | null => {
  if (answer.score < LEAST_SCORE) return null;
  const points = new Float32Array(2 * LANDMARK_COUNT);
  const visibility = new Float32Array(LANDMARK_COUNT);
  for (let i = 0; i < LANDMARK_COUNT; i++) {
    const { x, y } = pointAt(answer, region, i);
    points[2 * i] = x;
    points[2 * i + 1] = y;
    visibility[i] = 1 / (1 + Math.exp(-(answer.points[POINT * i + 3] ?? Number.NaN)));
  }
  const sharpness = mean(FITTED_LANDMARKS.map((landmark) => highest(answer.heatmap, landmark)));
  const landmarks = { points, visibility, world: turnedWorld(answer.world, region), score: answer.score, sharpness };
  return { landmarks, next: regionAbout(pointAt(answer, region, HIPS), pointAt(answer, region, RIM)) };
};

const pointAt = (answer: LandmarkAnswer, region: Region, index: number): PicturePoint => {
  const rough: HeatmapPlace = {
    across: (answer.points[POINT * index] ?? Number.NaN) / LANDMARK_SIDE,
    along: (answer.points[POINT * index + 1] ?? Number.NaN) / LANDMARK_SIDE,
  };
  const { across, along } = refined(answer.heatmap, index, rough);
  return toPicture(region, across, along);
};

/** World coordinates rotated from the region's axes to the picture's. */
const turnedWorld = (world: Float32Array, { rotation }: Region): Float32Array => {
  const cos = Math.cos(rotation);
  const sin = Math.sin(rotation);
  const turned = world.slice(0, 3 * LANDMARK_COUNT);
  for (let i = 0; i < turned.length; i += 3) {
    const x = world[i] ?? Number.NaN;
    const y = world[i + 1] ?? Number.NaN;
    turned[i] = cos * x - sin * y;
    turned[i + 1] = sin * x + cos * y;
  }
  return turned;
};

/** Cells across a heat map of the landmark model. */
const SIDE = 64;
/** Number of heat maps, one for each point. */
const MAPS = 39;
/** Cells on each side of a point's cell that are used: 7 × 7 in all, as in MediaPipe. */
const REACH = 3;
/** A heat map whose maximum is lower is not used. */
const LEAST_CONFIDENCE = 0.5;

const highest = (heatmap: Float32Array, map: number): number => {
  let value = 0;
  for (let i = map; i < heatmap.length; i += MAPS) value = Math.max(value, heatmap[i] ?? 0);
  return value;
};

/** A position inside a region, 0…1 along each axis from its top left corner. */
interface HeatmapPlace {
  readonly across: number;
  readonly along: number;
}

/**
 * Refines a point by the centroid of its heat map around the rough position, which the model gives in another output.
 * Returns the rough position if the map is unsure or the point lies outside the region.
 */
const refined = (heatmap: Float32Array, map: number, rough: HeatmapPlace): HeatmapPlace => {
  const column = Math.trunc(rough.across * SIDE);
  const row = Math.trunc(rough.along * SIDE);
  if (!(column >= 0 && column < SIDE && row >= 0 && row < SIDE)) return rough;
  let sum = 0;
  let largest = 0;
  let across = 0;
  let along = 0;
  for (let y = Math.max(0, row - REACH); y <= Math.min(SIDE - 1, row + REACH); y++) {
    for (let x = Math.max(0, column - REACH); x <= Math.min(SIDE - 1, column + REACH); x++) {
      const confidence = heatmap[(y * SIDE + x) * MAPS + map] ?? 0;
      sum += confidence;
      largest = Math.max(largest, confidence);
      across += x * confidence;
      along += y * confidence;
    }
  }
  if (largest < LEAST_CONFIDENCE || sum <= 0) return rough;
  return { across: across / sum / SIDE, along: along / sum / SIDE };
};
