import { describe, expect, it } from 'vitest';
import { IDENTITY, rotationY } from '../../../src/instrument/geometry/rotation.ts';
import type { BodyMesh, BoneMotion } from '../contract.ts';
import type { Garment } from '../people/garments.ts';
import { cutFrom, slippedBones, slipShares, visibleSkin } from './cloth.ts';

const SHORTS: Garment = {
  trunk: [-1, 0.4],
  legs: 0.3,
  arms: 0,
  looseness: 0.01,
  colour: 0,
  pattern: 'plain',
};

/** Three triangles: low on the trunk, on the shank, on the hand. */
const mesh = (zones: readonly number[]): BodyMesh => ({
  name: 'cloth',
  positions: new Float32Array(zones.length * 3),
  uv: new Float32Array(zones.length * 2),
  triangles: Uint32Array.from(zones.keys()),
  weights: new Float32Array(zones.length * 4),
  bones: new Uint16Array(zones.length * 4),
  zone: Float32Array.from(zones),
  covered: null,
  texture: null,
});
const ZONES = [0.1, 0.2, 0.1, 2.6, 2.7, 2.8, 9, 9, 9];

describe('a garment', () => {
  it('contains the triangles with all corners inside its zones', () => {
    expect([...cutFrom(mesh(ZONES), SHORTS)]).toEqual([0, 1, 2]);
    expect([...cutFrom(mesh([0.1, 0.2, 0.5]), SHORTS)]).toEqual([]);
  });

  it('hides the skin under it except at its openings', () => {
    expect([...visibleSkin(mesh(ZONES), [SHORTS], false)]).toEqual([3, 4, 5, 6, 7, 8]);
    // Just above the hem of the legs.
    expect([...visibleSkin(mesh([2.28, 2.29, 2.27]), [SHORTS], false)]).toEqual([0, 1, 2]);
  });
});

describe('loose cloth', () => {
  const still: BoneMotion = { rotation: IDENTITY, pivot: [0, 0, 0], place: [0, 0, 0] };
  const turned: BoneMotion = { ...still, rotation: rotationY(20) };
  const names = ['pelvis.L', 'upperleg01.L', 'lowerleg01.L'];

  it('follows a pelvic rotation less by its slip over the pelvis, by half the slip over the thighs, and fully below', () => {
    const bones = [turned, turned, turned];
    const slipped = slippedBones(bones, slipShares(names), 0.25, IDENTITY, rotationY(20), [0, 0, 0]);
    const angle = ({ rotation }: BoneMotion) => (Math.atan2(rotation[2], rotation[0]) * 180) / Math.PI;
    const [pelvis = still, thigh = still, shank = still] = slipped;
    // Degrees, for a rotation by 20; exact except for rounding.
    expect(angle(pelvis)).toBeCloseTo(15, 6);
    expect(angle(thigh)).toBeCloseTo(17.5, 6);
    expect(angle(shank)).toBeCloseTo(20, 6);
  });

  it('does not slip while the pelvis is in the reference pose', () => {
    const bones = [still, still, still];
    expect(slippedBones(bones, slipShares(names), 0.4, IDENTITY, IDENTITY, [0, 0, 0])).toEqual(bones);
  });
});
