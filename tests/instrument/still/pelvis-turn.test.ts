import { describe, expect, it } from 'vitest';
import { benchFor } from '../../../lab/made/follow-clip.ts';
import { clipOf } from '../../../lab/made/truth-landmarks.ts';
import { add, apply, fromRotationVector, multiply, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import { middleOf, ROOT } from '../../../src/instrument/geometry/skeleton.ts';
import type { PicturePoint } from '../../../src/instrument/geometry/picture-points.ts';
import { PelvisTurn } from '../../../src/instrument/still/pelvis-turn.ts';

const { referencePose } = benchFor(clipOf('supine-sleeper-clean-far'));
const { camera, body } = referencePose;
const turn = new PelvisTurn(referencePose);

/** Places on the front of the pelvis: pelvis axes from mid-hip, metres. */
const FRONT: readonly Vec3[] = [
  [-0.09, 0.03, 0.093],
  [-0.03, 0.03, 0.108],
  [0.03, 0.03, 0.108],
  [-0.03, 0.1, 0.108],
];

/** Where the picture shows a place of a pelvis that has turned about its long axis (degrees) and risen (metres). */
function seenAt(at: Vec3, twist: number, lift: number): PicturePoint {
  const turned = multiply(body.pelvis, fromRotationVector(0, twist, 0));
  const [x, y] = camera.project(add(add(middleOf(body.joints, 'hip'), [0, lift, 0]), apply(turned, at)));
  return [x, y];
}

function patchesOf(twist: number, lift: number, places = FRONT) {
  return places.map((at) => {
    const place = seenAt(at, 0, 0);
    const [x, y] = seenAt(at, twist, lift);
    return { place, shift: [x - place[0], y - place[1]] as const, sd: 0.3 };
  });
}

/** The start, risen by so much (metres). */
function risen(lift: number) {
  const pose = referencePose.pose.slice();
  pose[ROOT + 1] = (pose[ROOT + 1] ?? 0) + lift;
  return pose;
}

describe('the turn of the pelvis by patches on it', () => {
  // Skin follows 0.62 of a turn (`FOLLOWS`), so a rigid pelvis reads 1.6 of it. A third either way: priors and the curve of the surface.
  it.each([-15, -10, 12])('reads a twist of %i° with its sign and within its band', (degrees) => {
    const read = turn.step(patchesOf(0.62 * degrees, 0), risen(0));
    expect(Math.sign(read?.twist.value ?? 0)).toBe(Math.sign(degrees));
    expect(Math.abs((read?.twist.value ?? 0) / degrees)).toBeGreaterThan(0.67);
    expect(Math.abs((read?.twist.value ?? 0) / degrees)).toBeLessThan(1.33);
    expect(Math.abs((read?.twist.value ?? 0) - degrees)).toBeLessThan(1.645 * (read?.twist.sd ?? 0));
  });

  it('reads no turn of a pelvis that stays', () => {
    expect(Math.abs(turn.step(patchesOf(0, 0), risen(0))?.twist.value ?? 9)).toBeLessThan(0.01);
  });

  it('takes a lift that the landmarks show for a lift', () => {
    const [told, untold] = [turn.step(patchesOf(0, 0.05), risen(0.05)), turn.step(patchesOf(0, 0.05), risen(0))];
    expect(Math.abs(told?.twist.value ?? 99)).toBeLessThan(Math.abs(untold?.twist.value ?? 0));
    // A quarter of what is left after half a centimetre: 4° of turn move the patches by 1 cm.
    expect(Math.abs(told?.twist.value ?? 99)).toBeLessThan(8);
  });

  it('believes no lift of the landmarks while the patches stay', () => {
    const read = turn.step(patchesOf(0, 0), risen(0.04));
    expect(read?.mostLift).toBeLessThan(0.001);
    expect(Math.abs(read?.twist.value ?? 99)).toBeLessThan(0.5);
  });

  it('is not turned by one patch that the thigh drags', () => {
    const dragged = patchesOf(0, 0).map((patch, k) => (k === 2 ? { ...patch, shift: [2, 9] as const } : patch));
    expect(Math.abs(turn.step(dragged, risen(0))?.twist.value ?? 99)).toBeLessThan(2);
  });

  it('is not known by two patches', () => {
    expect(turn.step(patchesOf(-10, 0, FRONT.slice(0, 2)), risen(0))).toBeNull();
  });
});
