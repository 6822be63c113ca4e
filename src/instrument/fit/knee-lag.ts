import { scale, subtract, type Vec3 } from '../geometry/rotation.ts';
import type { Body } from '../geometry/skeleton.ts';
import type { Share } from '../geometry/units.ts';

/**
 * How far the knee's landmark has fallen behind the knee since the neutral, metres in the room. BlazePose knows knees that point
 * up better than ones that have fallen in, and its point stays behind: with the true pelvis given, hips are read to turn .92 ± .07 of what
 * they do on nine people with the feet on a wall, .90 ± .10 on five on the floor. Knees that fall outwards were not looked at.
 * @param share of the way that the knee has come since the neutral
 * @param rest the body in the neutral
 */
export function kneeLag(body: Body, rest: Body, joint: number, share: Share): Vec3 {
  return scale(subtract(body.joints[joint] as Vec3, rest.joints[joint] as Vec3), -share);
}
