import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { type Region, RegionTracker } from '../../../src/instrument/still/region-tracker.ts';
import { texture } from '../../../lab/made/noise.ts';
import { noisy, paint, plain, room } from '../../../lab/made/paint.ts';

const [WIDTH, HEIGHT] = [320, 240];
const CENTRE = [160, 120] as const;
const RADIUS = 24;
const PART: Region = { lines: [[CENTRE, CENTRE]], radius: RADIUS };

/** A textured knee before a furnished room. @param light factor on the brightness */
const scene = (dx: number, dy: number, { light = 1, cloth = 1 } = {}): Picture =>
  paint(WIDTH, HEIGHT, (x, y) => {
    const isPart = Math.hypot(x - dx - CENTRE[0], y - dy - CENTRE[1]) < RADIUS + 4;
    return light * (isPart ? 40 + cloth * 90 * texture((x - dx) / 5 + 11, (y - dy) / 5 + 17) : room(x, y));
  });

const start = scene(0, 0);
/** No limit to how far a part can have moved. */
const ANYWHERE = Number.POSITIVE_INFINITY;

/** Where the part is found after a slow way there, in steps of 3 pixels, as a person moves. */
function follow(dx: number, dy: number, seen = (picture: Picture) => picture) {
  const tracker = new RegionTracker([start], PART);
  const steps = Math.max(1, Math.ceil(Math.hypot(dx, dy) / 3));
  let found = null;
  for (let i = 1; i <= steps; i++) found = tracker.step(seen(scene((dx * i) / steps, (dy * i) / steps)), [], ANYWHERE);
  return found;
}

describe('a textured part', () => {
  it('that cannot have moved so far is lost, and found where it can be', () => {
    const tracker = new RegionTracker([start], PART);
    expect(tracker.step(scene(6, 0), [], 4)).toBeNull();
    expect(tracker.step(scene(3, 0), [], 4)?.shift[0]).toBeCloseTo(3, 0);
    expect(tracker.step(scene(6, 0), [], 4)?.shift[0]).toBeCloseTo(6, 0);
  });

  it.each([
    [0, 0],
    [4.5, -2.5],
    [-20, 12],
  ])('that has moved by (%s, %s) pixels is found there, within half a pixel', (dx, dy) => {
    const found = follow(dx, dy);
    expect(Math.hypot((found?.shift[0] ?? NaN) - dx, (found?.shift[1] ?? NaN) - dy)).toBeLessThan(0.5);
    expect(found?.sd).toBeLessThan(0.6);
  });

  it('is found in noise of 4 grey levels', () => {
    const found = follow(9, 6, (picture) => noisy(picture, 4, 7));
    expect(Math.hypot((found?.shift[0] ?? NaN) - 9, (found?.shift[1] ?? NaN) - 6)).toBeLessThan(1);
  });

  it.each([0.7, 1.3])('does not move when the light changes to %s of its brightness', (light) => {
    const found = new RegionTracker([start], PART).step(scene(0, 0, { light }), [], ANYWHERE);
    expect(Math.hypot(...(found?.shift ?? [NaN, NaN]))).toBeLessThan(0.3);
  });

  it('is lost, not still, when something else covers it', () => {
    const covered = paint(WIDTH, HEIGHT, (x, y) =>
      Math.abs(x - CENTRE[0]) < 60 && Math.abs(y - CENTRE[1]) < 60
        ? 60 + 120 * texture(x / 6 + 90, y / 6 + 3)
        : room(x, y),
    );
    const tracker = new RegionTracker([start], PART);
    expect(tracker.step(covered, [[0, 0]], ANYWHERE)).toBeNull();
    expect(Math.hypot(...(tracker.step(start, [[0, 0]], ANYWHERE)?.shift ?? [NaN, NaN]))).toBeLessThan(0.3);
  });

  it('that was lost and is elsewhere is found where its neighbour has moved to', () => {
    const tracker = new RegionTracker([start], PART);
    const there = scene(40, 0);
    expect(tracker.step(there, [], ANYWHERE)).toBeNull();
    expect(tracker.step(there, [[39, 1]], ANYWHERE)?.shift[0]).toBeCloseTo(40, 0);
  });
});

it('follows nothing on an even surface', () => {
  const tracker = new RegionTracker([plain(WIDTH, HEIGHT, 90)], PART);
  expect(tracker.canFollow).toBe(false);
  expect(tracker.step(start, [], ANYWHERE)).toBeNull();
});

it('starts from the mean of a hold: 20 noisy pictures are followed as one clean picture is, and none is not', () => {
  const hold = Array.from({ length: 20 }, (_, seed) => noisy(start, 8, seed));
  const found = new RegionTracker(hold, PART).step(scene(3, 2), [], ANYWHERE);
  expect(Math.hypot((found?.shift[0] ?? NaN) - 3, (found?.shift[1] ?? NaN) - 2)).toBeLessThan(0.5);
  expect(new RegionTracker([], PART).canFollow).toBe(false);
});

it('bears a region at the border and beyond it', () => {
  const [above, below, guess, far] = [
    [-5, 2],
    [4, 300],
    [0, 0],
    [500, 500],
  ] as const;
  const tracker = new RegionTracker([start], { lines: [[above, below]], radius: 20 });
  expect(() => tracker.step(scene(3, 3), [guess, far], ANYWHERE)).not.toThrow();
});
