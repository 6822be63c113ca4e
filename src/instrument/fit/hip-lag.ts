import { subtract, type Vec3 } from '../geometry/rotation.ts';
import type { Body } from '../geometry/skeleton.ts';
import type { Share } from '../geometry/units.ts';

/**
 * How far the hip's landmark has fallen behind the hip since the neutral, metres in the room: upwards and downwards only. As a
 * pelvis rolls over a thigh that lies, its hip joint rises inside the buttock, and BlazePose's point goes about half of that
 * way: .37 to .65 of it on nine people in the 90/90 seat who sat upright, within a pixel of a line. Sideways both move too little to tell.
 * @param share of the way that the hip has come since the neutral
 * @param rest the body in the neutral
 */
export function hipLag(body: Body, rest: Body, joint: number, share: Share): Vec3 {
  const [, risen] = subtract(body.joints[joint] as Vec3, rest.joints[joint] as Vec3);
  return [0, -share * risen, 0];
}
