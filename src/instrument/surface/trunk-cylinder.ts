import type { PinholeCamera } from '../geometry/pinhole-camera.ts';
import { apply, dot, type Mat3, subtract, transpose, type Vec3 } from '../geometry/rotation.ts';
import type { Metres } from '../geometry/units.ts';

/**
 * The lower trunk as an elliptic cylinder around the mid-hip, along the trunk. Body axes: x left, y to the head, z
 * front; metres, origin in the mid-hip.
 */
export interface CylinderShape {
  readonly halfWidth: Metres;
  readonly halfDepth: Metres;
}

/** Rigid motion of the trunk: a rotation about the mid-hip, then a shift in metres; both in body axes. */
export interface Motion {
  readonly rotation: Mat3;
  readonly shift: Vec3;
}

/** A point where a line of sight meets the surface. */
export interface SurfacePoint {
  /** Body axes, metres. */
  readonly point: Vec3;
  /** Cosine between the surface normal and the line of sight: 1 = frontal, 0 = edge on. */
  readonly facing: number;
}

export interface TrunkCylinder {
  /** Direction of the line of sight through a pixel, in body axes. */
  rayOf(x: number, y: number): Vec3;
  /** Where a line of sight meets the moved cylinder, in the coordinates it had before the motion; null: it misses. */
  meet(ray: Vec3, motion: Motion): SurfacePoint | null;
  /** A body point after a motion, in the picture: x and y in pixels, depth in metres. */
  project(point: Vec3, motion: Motion): Vec3;
  /** The camera's axes right, up and forward, each in body axes. */
  readonly view: readonly [Vec3, Vec3, Vec3];
  /** Focal length, pixels. */
  readonly focal: number;
  readonly centre: { readonly x: number; readonly y: number };
}

export function trunkCylinder(
  camera: PinholeCamera,
  centre: { readonly x: number; readonly y: number },
  midHip: Vec3,
  axes: Mat3,
  { halfWidth, halfDepth }: CylinderShape,
): TrunkCylinder {
  const intoBody = transpose(axes);
  const view: readonly [Vec3, Vec3, Vec3] = [
    apply(intoBody, camera.right),
    apply(intoBody, camera.up),
    apply(intoBody, camera.forward),
  ];
  const eye = apply(intoBody, subtract(camera.place, midHip));
  const f = camera.focalPixels;
  return {
    view,
    focal: f,
    centre,
    rayOf(x, y) {
      const u = (x - centre.x) / f;
      const v = (centre.y - y) / f;
      const [r, up, fw] = view;
      return [fw[0] + u * r[0] + v * up[0], fw[1] + u * r[1] + v * up[1], fw[2] + u * r[2] + v * up[2]];
    },
    meet(ray, { rotation, shift }) {
      const back = transpose(rotation);
      const d = apply(back, ray);
      const e = apply(back, subtract(eye, shift));
      const da = d[0] / halfWidth;
      const db = d[2] / halfDepth;
      const ea = e[0] / halfWidth;
      const eb = e[2] / halfDepth;
      const q = da * da + db * db;
      const h = da * ea + db * eb;
      const inside = h * h - q * (ea * ea + eb * eb - 1);
      if (inside <= 0 || q < 1e-12) return null;
      const k = (-h - Math.sqrt(inside)) / q;
      const point: Vec3 = [e[0] + k * d[0], e[1] + k * d[1], e[2] + k * d[2]];
      const nx = point[0] / halfWidth ** 2;
      const nz = point[2] / halfDepth ** 2;
      const facing = -(nx * d[0] + nz * d[2]) / (Math.hypot(nx, nz) * Math.hypot(d[0], d[1], d[2]));
      return { point, facing };
    },
    project(point, { rotation, shift }) {
      const moved = apply(rotation, point);
      const s: Vec3 = [moved[0] + shift[0] - eye[0], moved[1] + shift[1] - eye[1], moved[2] + shift[2] - eye[2]];
      const depth = Math.max(0.2, dot(view[2], s));
      return [centre.x + (f * dot(view[0], s)) / depth, centre.y - (f * dot(view[1], s)) / depth, depth];
    },
  };
}
