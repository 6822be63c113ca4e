import { LANDMARK_COUNT, type Landmarks } from '../../src/instrument/input/landmarks.ts';
import { type HeatmapPlace, refined } from './heatmap.ts';
import { type PicturePoint, type Region, regionAbout, toPicture } from './region.ts';

/** Side of the landmark model's input in pixels; its points come in pixels of that input. */
export const LANDMARK_SIDE = 256;
/** The landmark model's own doubt: under this score there is no person in the region. */
const LEAST_SCORE = 0.5;
/** Numbers for each point: x, y, z, visibility and presence (logits). */
const POINT = 5;
/** The two points behind the 33: the middle of the hips, and the rim of the circle about the body. */
const HIPS = LANDMARK_COUNT;
const RIM = LANDMARK_COUNT + 1;

/** What the landmark model answers, as it stands in its four output tensors. */
export interface LandmarkAnswer {
  /** 39 × (x, y, z, visibility, presence). */
  readonly points: Float32Array;
  /** 0…1: there is a person. */
  readonly score: number;
  /** 39 × (x, y, z) in metres from the middle of the hips, in the region's directions. */
  readonly world: Float32Array;
  /** 64 × 64 × 39, 0…1. */
  readonly heatmap: Float32Array;
  /** 256 × 256, 0…1: how surely a pixel of the region is the person. Null or absent: not asked for. */
  readonly mask?: Float32Array | null;
}

export interface FoundPerson {
  readonly landmarks: Landmarks;
  /** Where to look in the next frame. */
  readonly next: Region;
}

/** The person in a region as lying in the picture, or null when the model sees none there. */
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
  const landmarks = { points, visibility, world: turnedWorld(answer.world, region), score: answer.score };
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

/** The 3-D hints turned from the region's directions to the picture's. */
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
