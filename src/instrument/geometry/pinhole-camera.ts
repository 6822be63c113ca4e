import type { Vec3 } from './rotation.ts';
import type { Degrees, Metres, Pixels } from './units.ts';

/**
 * Place and direction of the laptop's lens. ROOM AXES, used everywhere in the instrument: metres; x to the right in the
 * picture, y up from the floor, z towards the lens (right-handed). The lens stands at (0, height, 0) and looks along
 * −z, pitched up (positive) or down (negative) and rolled about its line of sight.
 */
export interface LensPlace {
  readonly height: Metres;
  readonly pitch: Degrees;
  readonly roll: Degrees;
  /** Focal length over the picture's width. A usual webcam has 0.77: 66° across. */
  readonly focal: number;
}

export type PinholeCamera = ReturnType<typeof pinholeCamera>;

/** Points nearer than this, or behind the lens, are projected as if they had this depth. */
const NEAREST: Metres = 0.2;

/**
 * @param width of the picture, pixels
 * @param height of the picture, pixels
 */
export function pinholeCamera(lens: LensPlace, width: number, height: number) {
  const f = lens.focal * width;
  const cp = Math.cos((lens.pitch * Math.PI) / 180);
  const sp = Math.sin((lens.pitch * Math.PI) / 180);
  const cr = Math.cos((lens.roll * Math.PI) / 180);
  const sr = Math.sin((lens.roll * Math.PI) / 180);
  return {
    focalPixels: f,
    place: [0, lens.height, 0] as const,
    /** Projects a room point: x, y in pixels (origin top left, y down), and its depth along the line of sight in metres. */
    project([x, py, z]: Vec3): Vec3 {
      const y = py - lens.height;
      const depth = Math.max(NEAREST, y * sp - z * cp);
      const up = y * cp + z * sp;
      const u = cr * x + sr * up;
      const v = cr * up - sr * x;
      return [width / 2 + (f * u) / depth, height / 2 - (f * v) / depth, depth];
    },
    /** The room vector, parallel to the picture, that moves a point at this depth by (dx, dy) pixels. */
    shift(dx: Pixels, dy: Pixels, depth: Metres): Vec3 {
      const u = (dx * depth) / f;
      const v = (-dy * depth) / f;
      const x = cr * u - sr * v;
      const up = sr * u + cr * v;
      return [x, up * cp, up * sp];
    },
    /** Room direction of the line of sight through a pixel. Its component along the optical axis is 1. */
    ray(px: Pixels, py: Pixels): Vec3 {
      const u = (px - width / 2) / f;
      const v = -(py - height / 2) / f;
      const x = cr * u - sr * v;
      const up = sr * u + cr * v;
      return [x, sp + up * cp, -cp + up * sp];
    },
  };
}
