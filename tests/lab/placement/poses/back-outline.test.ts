import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../../src/instrument/geometry/rotation.ts';
import type { BodyMesh, SolvedPose, SubjectBody } from '../../contract.ts';
import type { CameraView } from '../../motion/performance.ts';
import { backOutline, lumbarSlices } from './back-outline.ts';

/** Levels of an upright trunk 0.6 m high, 0.3 m wide and 0.2 m deep, with a ring of eight vertices every 2 cm. */
const LEVELS = 31;
const RING: readonly (readonly [number, number])[] = [
  [0, -0.1],
  [0.05, -0.1],
  [0.15, -0.1],
  [0.15, 0.1],
  [0.05, 0.1],
  [-0.15, 0.1],
  [-0.15, -0.1],
  [-0.05, -0.1],
];

function trunk(): BodyMesh {
  const positions: number[] = [];
  const zone: number[] = [];
  const triangles: number[] = [];
  for (let level = 0; level < LEVELS; level++) {
    for (const [x, z] of RING) {
      positions.push(x, level * 0.02, z);
      zone.push((0.999 * level) / (LEVELS - 1));
    }
  }
  for (let level = 0; level + 1 < LEVELS; level++) {
    for (let i = 0; i < RING.length; i++) {
      const a = level * RING.length + i;
      const b = level * RING.length + ((i + 1) % RING.length);
      triangles.push(a, b, a + RING.length, b, b + RING.length, a + RING.length);
    }
  }
  const vertices = zone.length;
  const weights = new Float32Array(vertices * 4);
  const bones = new Uint16Array(vertices * 4);
  for (let vertex = 0; vertex < vertices; vertex++) {
    weights[vertex * 4] = 1;
    // The lower back has its own bone.
    bones[vertex * 4] = (zone[vertex] ?? 0) > 0.28 && (zone[vertex] ?? 0) < 0.52 ? 1 : 0;
  }
  return {
    name: 'body',
    positions: Float32Array.from(positions),
    uv: new Float32Array(vertices * 2),
    triangles: Uint32Array.from(triangles),
    weights,
    bones,
    zone: Float32Array.from(zone),
    covered: null,
    texture: null,
  };
}

const skin = trunk();
const body: SubjectBody = {
  id: 'box',
  sex: 'female',
  height: 1.7,
  dorsal: 0.1,
  boneNames: ['trunk', 'lower back'],
  joints: {},
  skinPoints: {},
  meshes: [skin],
};
const slices = lumbarSlices(skin);

/** A pose with the lower back shifted; forward is an arch. */
const posed = (forward: number): SolvedPose => ({
  bones: [0, forward].map((z) => ({
    rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    pivot: [0, 0, 0],
    place: [0, 0, z],
  })),
  landmarks: [],
  pelvis: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  thorax: [1, 0, 0, 0, 1, 0, 0, 0, 1],
});

const from = (eye: Vec3, target: Vec3): CameraView => ({
  eye,
  target,
  yaw: 0,
  pitch: 0,
  focalLength: 740,
  width: 960,
  height: 540,
});
const atTheSide = from([2.5, 0.3, 0], [1.5, 0.3, 0]);
const behind = from([0, 0.3, -2.5], [0, 0.3, -1.5]);

describe('the outline of the lower back', () => {
  it('is visible from the side and hidden from behind', () => {
    const poses = [posed(0), posed(0)] as const;
    expect(backOutline(body, slices, poses, atTheSide, 0).free).toBe(1);
    expect(backOutline(body, slices, poses, behind, 0).free).toBe(0);
  });

  it('does not move if the back does not move', () => {
    const outline = backOutline(body, slices, [posed(0), posed(0)], atTheSide, 0);
    expect(outline).toMatchObject({ sweptPixels: 0, shiftPixels: 0 });
  });

  it('moves by about as much as the back, averaged over the searched outline', () => {
    // 2 cm are 6 pixels at 2.5 m; the searched outline is longer than the moved part, which lowers the mean.
    const { sweptPixels, shiftPixels } = backOutline(body, slices, [posed(0), posed(0.02)], atTheSide, 0);
    expect(sweptPixels).toBeGreaterThan(150);
    expect(shiftPixels).toBeGreaterThan(2);
    expect(shiftPixels).toBeLessThan(7);
  });

  it('shows no movement that is hidden', () => {
    const { sweptPixels } = backOutline(body, slices, [posed(0), posed(0.02)], behind, 0);
    expect(sweptPixels).toBe(0);
  });

  it('requires a skin with zones', () => {
    const bare = { ...body, meshes: [] };
    expect(() => backOutline(bare, slices, [posed(0), posed(0)], behind, 0)).toThrow('no skin');
  });
});
