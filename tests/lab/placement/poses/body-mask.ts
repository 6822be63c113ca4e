import { cross, dot, subtract, unit, type Vec3 } from '../../../../src/instrument/geometry/rotation.ts';
import type { Pixels } from '../../../../src/instrument/geometry/units.ts';
import type { CameraView } from '../../motion/performance.ts';

/** Pixels that a person covers, row by row: 1 covered. */
export interface BodyMask {
  readonly width: Pixels;
  readonly height: Pixels;
  readonly covered: Uint8Array;
}

/**
 * Projects a mesh into the picture.
 * @param positions x, y, z of each vertex in the room, metres
 * @returns x, y of each vertex, pixels; NaN behind the lens
 */
export function projectAll(view: CameraView, positions: Float32Array, lift: number): Float32Array {
  const ahead = unit(subtract(view.target, view.eye));
  const right = unit(cross(ahead, [0, 1, 0]));
  const up = cross(right, ahead);
  const out = new Float32Array((positions.length / 3) * 2);
  for (let from = 0, to = 0; from < positions.length; from += 3, to += 2) {
    const away: Vec3 = [
      (positions[from] ?? 0) - view.eye[0],
      (positions[from + 1] ?? 0) + lift - view.eye[1],
      (positions[from + 2] ?? 0) - view.eye[2],
    ];
    const depth = dot(away, ahead);
    const size = depth > 0.02 ? view.focalLength / depth : Number.NaN;
    out[to] = view.width / 2 + size * dot(away, right);
    out[to + 1] = view.height / 2 - size * dot(away, up);
  }
  return out;
}

/** x at which the edge from a to b crosses the middle of a row; null if it does not. */
function crossing(ax: number, ay: number, bx: number, by: number, row: number): number | null {
  if (ay < row === by < row) return null;
  return ax + ((row - ay) / (by - ay)) * (bx - ax);
}

function fillTriangle(mask: BodyMask, points: Float32Array, a: number, b: number, c: number): void {
  const x = [points[a * 2] ?? 0, points[b * 2] ?? 0, points[c * 2] ?? 0] as const;
  const y = [points[a * 2 + 1] ?? 0, points[b * 2 + 1] ?? 0, points[c * 2 + 1] ?? 0] as const;
  const low = Math.max(0, Math.floor(Math.min(...y)));
  const high = Math.min(mask.height - 1, Math.ceil(Math.max(...y)));
  // NaN: a corner lies behind the lens.
  if (!(low <= high)) return;
  for (let row = low; row <= high; row++) {
    const middle = row + 0.5;
    let from = Infinity;
    let until = -Infinity;
    for (const [i, j] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      const at = crossing(x[i], y[i], x[j], y[j], middle);
      if (at === null) continue;
      from = Math.min(from, at);
      until = Math.max(until, at);
    }
    const first = Math.max(0, Math.ceil(from - 0.5));
    const last = Math.min(mask.width - 1, Math.floor(until - 0.5));
    if (first <= last) mask.covered.fill(1, row * mask.width + first, row * mask.width + last + 1);
  }
}

/** The mask of projected triangles. */
export function maskOf(
  points: Float32Array,
  triangles: Uint32Array,
  { width, height }: { readonly width: Pixels; readonly height: Pixels },
): BodyMask {
  const mask = { width, height, covered: new Uint8Array(width * height) };
  for (let i = 0; i + 2 < triangles.length; i += 3) {
    fillTriangle(mask, points, triangles[i] ?? 0, triangles[i + 1] ?? 0, triangles[i + 2] ?? 0);
  }
  return mask;
}

/** True if a background pixel lies within `within` pixels of a place. */
export function isNearFree(mask: BodyMask, x: number, y: number, within: number): boolean {
  const [left, top] = [Math.round(x - within), Math.round(y - within)];
  for (let row = top; row <= top + 2 * within; row++) {
    for (let column = left; column <= left + 2 * within; column++) {
      const inside = row >= 0 && row < mask.height && column >= 0 && column < mask.width;
      if (inside && mask.covered[row * mask.width + column] === 0) return true;
    }
  }
  return false;
}
