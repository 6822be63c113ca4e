import { type GreyPicture, sample } from '../checks/grey-picture.ts';
import type { Vec3 } from '../geometry/rotation.ts';
import type { Motion, TrunkCylinder } from './trunk-cylinder.ts';

/** A point of cloth or skin that is tracked. */
export interface SurfacePointTrack {
  /** Place in the picture of the reference pose, pixels. */
  readonly x: number;
  readonly y: number;
  /** Place on the cylinder, body axes, metres. */
  readonly body: Vec3;
  /**
   * Information matrix (inverse covariance) of its place in the picture, 1/pixel²: xx, xy, yy. An edge fixes a point only across the edge.
   */
  readonly information: readonly [number, number, number];
}

/** The pixels that show the lower trunk. */
export interface SurfaceMask {
  /** The mask's box in the picture, pixels. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Row by row within the box; 1 = shows the trunk. */
  readonly inside: Uint8Array;
}

/** A limb segment that may cover the trunk: everything within `reach` pixels of it counts as covered. */
export interface Limb {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly reach: number;
  /**
   * Share of the segment at which covering begins: 0 for thighs, which cover from the hip joint on; −1: the ends are
   * round.
   */
  readonly start: number;
}

/** A surface seen more edge on than this (`SurfacePoint.facing`) is not tracked. */
const LEAST_FACING = 0.3;
/** One point is chosen per cell of this many pixels, so that the points spread over the whole trunk. */
const CELL = 5;
/** Half the width of the window about a pixel, without its middle. */
const REACH = 6;
const WINDOW = (2 * REACH + 1) ** 2;
/** Smallest mean squared gradient in the stronger direction, grey levels² per pixel². */
const LEAST_GRADIENT = 0.75;
/**
 * Matching error in pixels that remains with the strongest texture, and the part of its square that grey noise adds.
 */
const PLACE_SD = 0.6;
const GREY_NOISE = 24;
const STILL: Motion = { rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1], shift: [0, 0, 0] };

/**
 * Finds the pixels of a box that show the lower trunk, frontally enough and not covered by a limb.
 * @param axial range along the trunk, metres above the mid-hip
 */
export function surfaceMask(
  cylinder: TrunkCylinder,
  box: { left: number; top: number; right: number; bottom: number },
  axial: readonly [number, number],
  limbs: readonly Limb[],
): SurfaceMask {
  const left = Math.floor(box.left);
  const top = Math.floor(box.top);
  const width = Math.max(0, Math.ceil(box.right) - left);
  const height = Math.max(0, Math.ceil(box.bottom) - top);
  const inside = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const hit = cylinder.meet(cylinder.rayOf(left + x, top + y), STILL);
      if (!hit || hit.facing < LEAST_FACING || hit.point[1] < axial[0] || hit.point[1] > axial[1]) continue;
      if (limbs.some((limb) => covers(limb, left + x, top + y))) continue;
      inside[y * width + x] = 1;
    }
  }
  return { left, top, width, height, inside };
}

/** Whether a limb covers a position of the picture. */
export function covers({ from, to, reach, start }: Limb, x: number, y: number): boolean {
  const vx = to[0] - from[0];
  const vy = to[1] - from[1];
  const along = ((x - from[0]) * vx + (y - from[1]) * vy) / (vx * vx + vy * vy + 1e-9);
  if (along < start && start > 0) return false;
  if (start === 0 && along < 0) return false;
  const k = Math.max(0, Math.min(1, along));
  return Math.hypot(x - from[0] - k * vx, y - from[1] - k * vy) < reach;
}

/** Structure tensor, summed over the window about each pixel: xx, xy, yy. */
function structure(grey: GreyPicture): { xx: Float32Array; xy: Float32Array; yy: Float32Array } {
  const { width, height, data } = grey;
  const size = width * height;
  const planes = { xx: new Float32Array(size), xy: new Float32Array(size), yy: new Float32Array(size) };
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const gx = ((data[i + 1] as number) - (data[i - 1] as number)) / 2;
      const gy = ((data[i + width] as number) - (data[i - width] as number)) / 2;
      planes.xx[i] = gx * gx;
      planes.xy[i] = gx * gy;
      planes.yy[i] = gy * gy;
    }
  }
  return {
    xx: summed(planes.xx, width, height),
    xy: summed(planes.xy, width, height),
    yy: summed(planes.yy, width, height),
  };
}

/** Box sum over the window, rows then columns. */
function summed(plane: Float32Array, width: number, height: number): Float32Array {
  const rows = new Float32Array(plane.length);
  for (let y = 0; y < height; y++) {
    for (let x = REACH; x < width - REACH; x++) {
      let s = 0;
      for (let k = -REACH; k <= REACH; k++) s += plane[y * width + x + k] as number;
      rows[y * width + x] = s;
    }
  }
  const out = new Float32Array(plane.length);
  for (let y = REACH; y < height - REACH; y++) {
    for (let x = REACH; x < width - REACH; x++) {
      let s = 0;
      for (let k = -REACH; k <= REACH; k++) s += rows[(y + k) * width + x] as number;
      out[y * width + x] = s;
    }
  }
  return out;
}

/** Eigenvalues of a symmetric 2 × 2 matrix and the unit vector of the large one. */
function eigen(xx: number, xy: number, yy: number): { small: number; large: number; cos: number; sin: number } {
  const half = (xx + yy) / 2;
  const root = Math.sqrt(Math.max(0, half * half - (xx * yy - xy * xy)));
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  return { small: half - root, large: half + root, cos: Math.cos(angle), sin: Math.sin(angle) };
}

/** Chooses the points to track: the best of each cell. Edges serve too, with little information along the edge. */
export function chooseSurfacePoints(
  grey: GreyPicture,
  mask: SurfaceMask,
  cylinder: TrunkCylinder,
): SurfacePointTrack[] {
  const tensor = structure(grey);
  const points: SurfacePointTrack[] = [];
  for (let cellY = 0; cellY < mask.height; cellY += CELL) {
    for (let cellX = 0; cellX < mask.width; cellX += CELL) {
      const best = bestOfCell(cellX, cellY, grey, mask, tensor);
      if (!best) continue;
      const hit = cylinder.meet(cylinder.rayOf(best.x, best.y), STILL);
      if (hit) points.push({ x: best.x, y: best.y, body: hit.point, information: informationOf(best.tensor) });
    }
  }
  return points;
}

function bestOfCell(
  cellX: number,
  cellY: number,
  grey: GreyPicture,
  mask: SurfaceMask,
  tensor: ReturnType<typeof structure>,
) {
  let best: { x: number; y: number; tensor: [number, number, number] } | null = null;
  let bestScore = 0;
  for (let y = cellY; y < Math.min(mask.height, cellY + CELL); y++) {
    for (let x = cellX; x < Math.min(mask.width, cellX + CELL); x++) {
      if (!mask.inside[y * mask.width + x]) continue;
      const gx = mask.left + x - grey.left;
      const gy = mask.top + y - grey.top;
      if (gx < 0 || gy < 0 || gx >= grey.width || gy >= grey.height) continue;
      const i = gy * grey.width + gx;
      const t: [number, number, number] = [tensor.xx[i] as number, tensor.xy[i] as number, tensor.yy[i] as number];
      const e = eigen(...t);
      const score = e.small + 0.2 * e.large;
      if (score <= bestScore || e.large < LEAST_GRADIENT * WINDOW) continue;
      bestScore = score;
      best = { x: mask.left + x, y: mask.top + y, tensor: t };
    }
  }
  return best;
}

function informationOf([xx, xy, yy]: readonly [number, number, number]): [number, number, number] {
  const e = eigen(xx, xy, yy);
  const along = 1 / (PLACE_SD ** 2 + GREY_NOISE / Math.max(e.large, 1e-3));
  const across = 1 / (PLACE_SD ** 2 + GREY_NOISE / Math.max(e.small, 1e-3));
  const { cos, sin } = e;
  return [along * cos * cos + across * sin * sin, (along - across) * cos * sin, along * sin * sin + across * cos * cos];
}

/** Smooths with the kernel (1 2 1) in both directions, so that sensor noise is not taken for texture. */
export function smoothed(grey: GreyPicture): GreyPicture {
  const { width, height } = grey;
  const data = new Float32Array(grey.data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let j = -1; j <= 1; j++) {
        for (let i = -1; i <= 1; i++) sum += (2 - Math.abs(i)) * (2 - Math.abs(j)) * sample(grey, x + i, y + j);
      }
      data[y * width + x] = sum / 16;
    }
  }
  return { ...grey, data };
}
