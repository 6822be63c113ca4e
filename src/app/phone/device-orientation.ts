import type { Degrees } from '../../instrument/geometry/units.ts';

/** w, x, y, z. */
export type Quaternion = readonly [number, number, number, number];

/**
 * The orientation of a `deviceorientation` event: turns about the phone's z by alpha, then its x by beta, then its y by gamma
 * (W3C, Device Orientation and Motion, worked example "quaternion"). It turns the phone's axes into a room with z up.
 */
export function quaternionOf(alpha: Degrees, beta: Degrees, gamma: Degrees): Quaternion {
  const [x, y, z] = [beta, gamma, alpha].map((angle) => (angle * Math.PI) / 360) as [number, number, number];
  const [cx, cy, cz] = [Math.cos(x), Math.cos(y), Math.cos(z)];
  const [sx, sy, sz] = [Math.sin(x), Math.sin(y), Math.sin(z)];
  return [
    cx * cy * cz - sx * sy * sz,
    sx * cy * cz - cx * sy * sz,
    cx * sy * cz + sx * cy * sz,
    cx * cy * sz + sx * sy * cz,
  ];
}
