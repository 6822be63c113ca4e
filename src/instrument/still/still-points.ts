import type { Box, GreyPicture } from '../checks/grey-picture.ts';
import type { PicturePoint } from '../geometry/picture-points.ts';
import type { Pixels, Share } from '../geometry/units.ts';

/** A part of the frame: everything within `radius` pixels of one of the lines. A line may be a point. */
export interface Region {
  readonly lines: readonly (readonly [from: PicturePoint, to: PicturePoint])[];
  readonly radius: Pixels;
}

/** The frame's pixels that the region needs. */
export function boxOf({ lines, radius }: Region): Box {
  const [xs, ys] = [lines.flat().map(([x]) => x), lines.flat().map(([, y]) => y)];
  return {
    left: Math.floor(Math.min(...xs) - radius),
    top: Math.floor(Math.min(...ys) - radius),
    right: Math.ceil(Math.max(...xs) + radius),
    bottom: Math.ceil(Math.max(...ys) + radius),
  };
}

const isInside = ({ lines, radius }: Region, x: number, y: number): boolean =>
  lines.some(([from, to]) => distanceToLine(from, to, x, y) <= radius);

function distanceToLine([ax, ay]: PicturePoint, [bx, by]: PicturePoint, x: number, y: number): Pixels {
  const [vx, vy] = [bx - ax, by - ay];
  const along = ((x - ax) * vx + (y - ay) * vy) / (vx * vx + vy * vy || 1);
  const k = Math.max(0, Math.min(1, along));
  return Math.hypot(x - ax - k * vx, y - ay - k * vy);
}

/** Half the side of the window that is followed. */
export const WINDOW_REACH: Pixels = 5;
/** Most points of a region. More cost time, and say little more: their errors are alike. */
const MOST_POINTS = 24;
/** A point needs this share of the best point's texture. */
const LEAST_TEXTURE: Share = 0.02;
/** Texture below which a window shows noise, squared grey levels of local contrast, summed over the window. */
const NOISE_TEXTURE = 200;

/**
 * The corners of a region that can be followed best (Shi and Tomasi 1994, 10.1109/CVPR.1994.323794: smaller eigenvalue of the structure
 * tensor), the best first, no two nearer than `apart`.
 * @param picture in local contrast
 * @returns places in the frame, pixels
 */
export function pointsOf(picture: GreyPicture, region: Region, apart: Pixels): PicturePoint[] {
  const { left, top, width, height } = picture;
  const box = boxOf(region);
  const margin = WINDOW_REACH + 2;
  const found: { readonly x: number; readonly y: number; readonly texture: number }[] = [];
  const [lastX, lastY] = [Math.min(width - margin, box.right - left), Math.min(height - margin, box.bottom - top)];
  for (let y = Math.max(margin, box.top - top); y < lastY; y += 2) {
    for (let x = Math.max(margin, box.left - left); x < lastX; x += 2) {
      if (!isInside(region, x + left, y + top)) continue;
      const texture = textureAt(picture, x, y);
      if (texture > NOISE_TEXTURE) found.push({ x: x + left, y: y + top, texture });
    }
  }
  found.sort((a, b) => b.texture - a.texture);
  const least = (found[0]?.texture ?? 0) * LEAST_TEXTURE;
  const chosen: PicturePoint[] = [];
  for (const { x, y, texture } of found) {
    if (chosen.length === MOST_POINTS || texture < least) break;
    if (chosen.every(([u, v]) => Math.hypot(x - u, y - v) >= apart)) chosen.push([x, y]);
  }
  return chosen;
}

/** Smaller eigenvalue of the structure tensor of the window about a pixel. */
function textureAt({ width, data }: GreyPicture, x: number, y: number): number {
  let [xx, xy, yy] = [0, 0, 0];
  for (let v = -WINDOW_REACH; v <= WINDOW_REACH; v++) {
    let i = (y + v) * width + x - WINDOW_REACH;
    for (let u = -WINDOW_REACH; u <= WINDOW_REACH; u++, i++) {
      const gx = ((data[i + 1] as number) - (data[i - 1] as number)) / 2;
      const gy = ((data[i + width] as number) - (data[i - width] as number)) / 2;
      xx += gx * gx;
      xy += gx * gy;
      yy += gy * gy;
    }
  }
  const half = (xx + yy) / 2;
  return half - Math.sqrt(Math.max(0, half * half - (xx * yy - xy * xy)));
}
