import { type PicturePoint, vectorBetween } from './picture-points.ts';
import type { Share } from './units.ts';

/** Rotation and scale in the picture, as the complex number a + ib: its length is the factor, its angle the turn. */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  /** Share of the points' squared displacements against their centroid that rotation and scale leave. */
  readonly unexplained: Share;
}

/**
 * Least-squares rotation and scale that carry one set of points onto another about their centroids. Null if the first
 * set is a single place.
 */
export function similarity(from: readonly PicturePoint[], to: readonly PicturePoint[]): Similarity | null {
  const [fm, tm] = [centroid(from), centroid(to)];
  let [along, across, size, sizeAfter, moved] = [0, 0, 0, 0, 0];
  from.forEach((p, i) => {
    const [x, y] = vectorBetween(fm, p);
    const [u, v] = vectorBetween(tm, to[i] ?? tm);
    along += x * u + y * v;
    across += x * v - y * u;
    size += x * x + y * y;
    sizeAfter += u * u + v * v;
    moved += (u - x) ** 2 + (v - y) ** 2;
  });
  if (size === 0) return null;
  const left = Math.max(0, sizeAfter - (along ** 2 + across ** 2) / size);
  return { a: along / size, b: across / size, unexplained: moved > 0 ? left / moved : 0 };
}

const centroid = (points: readonly PicturePoint[]): PicturePoint => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
];
