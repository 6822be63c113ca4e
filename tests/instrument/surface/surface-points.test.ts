import { describe, expect, it } from 'vitest';
import { greyCrop } from '../../../src/instrument/checks/grey-picture.ts';
import {
  chooseSurfacePoints,
  covers,
  type Limb,
  smoothed,
  surfaceMask,
} from '../../../src/instrument/surface/surface-points.ts';
import { motionOf, STILL_VECTOR } from '../../../src/instrument/surface/surface-solve.ts';
import { paintGrey } from '../support/paint.ts';
import { pictureOf, trunkScene } from '../support/synthetic-trunk.ts';

const scene = trunkScene();
const { cylinder, area } = scene;
const REGION = [0, 0.16] as const;
const mask = surfaceMask(cylinder, area, REGION, []);
const grey = smoothed(greyCrop(pictureOf(scene), area));

describe('a limb', () => {
  const limb: Limb = { from: [100, 100], to: [200, 100], reach: 10, start: -1 };

  it('covers everything within its reach, beyond both ends as well', () => {
    expect(covers(limb, 150, 109)).toBe(true);
    expect(covers(limb, 150, 111)).toBe(false);
    expect(covers(limb, 92, 100)).toBe(true);
    expect(covers(limb, 89, 100)).toBe(false);
    expect(covers(limb, 209, 100)).toBe(true);
  });

  it('that starts at 0, a thigh, covers only from the hip joint on', () => {
    const thigh = { ...limb, start: 0 };
    expect(covers(thigh, 99, 100)).toBe(false);
    expect(covers(thigh, 101, 100)).toBe(true);
  });

  it('that starts at a share of its length leaves the part before it', () => {
    const half = { ...limb, start: 0.5 };
    expect(covers(half, 140, 100)).toBe(false);
    expect(covers(half, 160, 100)).toBe(true);
  });

  it('of no length covers its place', () => {
    const spot: Limb = { from: [100, 100], to: [100, 100], reach: 5, start: -1 };
    expect([covers(spot, 103, 100), covers(spot, 106, 100)]).toEqual([true, false]);
  });
});

describe('the mask of the lower trunk', () => {
  const inside = (m: typeof mask) => m.inside.reduce((a, b) => a + b, 0);

  it('contains the pixels from the hips to 16 cm above that are seen frontally enough', () => {
    expect(inside(mask)).toBeGreaterThan(500);
    mask.inside.forEach((there, i) => {
      if (!there) return;
      const ray = cylinder.rayOf(mask.left + (i % mask.width), mask.top + Math.floor(i / mask.width));
      const hit = cylinder.meet(ray, motionOf(STILL_VECTOR));
      expect(hit?.facing).toBeGreaterThanOrEqual(0.3);
      expect(hit?.point[1]).toBeGreaterThanOrEqual(0);
      expect(hit?.point[1]).toBeLessThanOrEqual(0.16);
    });
  });

  it('leaves out what a limb covers', () => {
    const y = (area.top + area.bottom) / 2;
    const arm: Limb = { from: [area.left, y], to: [area.right, y], reach: 12, start: -1 };
    const left = surfaceMask(cylinder, area, REGION, [arm]);
    expect(inside(left)).toBeLessThan(inside(mask));
    expect(inside(surfaceMask(cylinder, area, REGION, [{ ...arm, reach: 900 }]))).toBe(0);
  });

  it('is empty where there is no trunk', () => {
    expect(inside(surfaceMask(cylinder, { left: 0, top: 0, right: 30, bottom: 30 }, REGION, []))).toBe(0);
  });
});

describe('the tracked points', () => {
  const points = chooseSurfacePoints(grey, mask, cylinder);

  it('are at most one per cell of five pixels, on the surface, inside the mask', () => {
    expect(points.length).toBeGreaterThan(60);
    const cells = new Set(
      points.map(({ x, y }) => `${Math.floor((x - mask.left) / 5)} ${Math.floor((y - mask.top) / 5)}`),
    );
    expect(cells.size).toBe(points.length);
    for (const { x, y, body } of points) {
      expect(mask.inside[(y - mask.top) * mask.width + x - mask.left]).toBe(1);
      const [px, py] = cylinder.project(body, motionOf(STILL_VECTOR));
      expect(Math.hypot(px - x, py - y)).toBeLessThan(1e-6);
    }
  });

  it('have an information matrix that is finite, positive and at most 1/0.36 per square pixel', () => {
    for (const { information } of points) {
      const [xx, xy, yy] = information;
      expect(xx * yy - xy * xy).toBeGreaterThan(0);
      expect(xx + yy).toBeLessThanOrEqual(2 / 0.36 + 1e-9);
    }
  });

  it('on a vertical edge are certain across it and hardly along it', () => {
    const edge = {
      ...paintGrey(grey.width, grey.height, (x) => (Math.floor(x / 9) % 2 === 0 ? 60 : 180)),
      left: grey.left,
      top: grey.top,
    };
    const onEdges = chooseSurfacePoints(edge, mask, cylinder);
    expect(onEdges.length).toBeGreaterThan(20);
    for (const { information } of onEdges) expect(information[0]).toBeGreaterThan(20 * information[2]);
  });

  it('are none on plain cloth, with or without faint noise', () => {
    const flat = { ...paintGrey(grey.width, grey.height, () => 120), left: grey.left, top: grey.top };
    expect(chooseSurfacePoints(flat, mask, cylinder)).toEqual([]);
    const bare = greyCrop(pictureOf(scene, { cloth: 'plain', room: 'bare', noise: 1 }), area);
    expect(chooseSurfacePoints(smoothed(bare), mask, cylinder)).toEqual([]);
  });
});

describe('smoothing', () => {
  it('keeps the mean and reduces noise', () => {
    const spike = smoothed(paintGrey(9, 9, (x, y) => (x === 4 && y === 4 ? 160 : 0)));
    expect(spike.data[4 * 9 + 4]).toBeCloseTo(40, 3);
    expect(spike.data.reduce((a, b) => a + b, 0)).toBeCloseTo(160, 1);
    expect(smoothed(paintGrey(9, 9, () => 77)).data.every((v) => Math.abs(v - 77) < 1e-3)).toBe(true);
  });
});
