import { expect, test } from 'vitest';
import { DRILLS_AND_TESTS } from '../../../src/drills/index.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { cameraView, goodSectors, placeFromAbove, startFigure, viewAzimuth } from '../../../src/ui/charts/figure.ts';

const points = (drill: (typeof DRILLS_AND_TESTS)[number], side: 'left' | 'right') => {
  const figure = startFigure(drill, side);
  return [...figure.torso, figure.head.centre, ...figure.limbs.flatMap((limb) => limb.points)];
};

test('places every figure on the floor', () => {
  for (const drill of DRILLS_AND_TESTS) {
    const heights = points(drill, 'left').map(([, y]) => y);
    // Metres. Joint centres of a person on the floor lie above it; the lowest is at most 0.15 m high.
    expect(Math.min(...heights), drill.id).toBeGreaterThan(-0.05);
    expect(Math.min(...heights), drill.id).toBeLessThan(0.15);
  }
});

test('mirrors the figure for the right side', () => {
  for (const drill of DRILLS_AND_TESTS) {
    const left = startFigure(drill, 'left');
    const right = startFigure(drill, 'right');
    const foot = (figure: typeof left) => figure.limbs.find(({ part }) => part === 'working leg')?.points.at(-1);
    const [x = 0, y = 0, z = 0] = foot(left) ?? [];
    const mirrored = foot(right) ?? [];
    // Metres; equal up to rounding.
    expect(mirrored[0], drill.id).toBeCloseTo(-x, 6);
    expect(mirrored[1], drill.id).toBeCloseTo(y, 6);
    expect(mirrored[2], drill.id).toBeCloseTo(z, 6);
    expect(viewAzimuth(drill, 'right')).toBe((360 - viewAzimuth(drill, 'left')) % 360);
  }
});

test('places the laptop of the supine sleeper beside the resting leg', () => {
  // The person lies face up with the head at the top, so their left is on the right of the drawing.
  expect(placeFromAbove(viewAzimuth(supineSleeper, 'left'), 2)[0]).toBeLessThan(-100);
  expect(placeFromAbove(viewAzimuth(supineSleeper, 'right'), 2)[0]).toBeGreaterThan(100);
});

test('places the laptop inside a sector that is drawn as good', () => {
  for (const drill of DRILLS_AND_TESTS)
    for (const side of ['left', 'right'] as const) {
      const azimuth = viewAzimuth(drill, side);
      const inside = goodSectors(drill, side).some(([from, to]) =>
        [azimuth, azimuth - 360, azimuth + 360].some((turned) => turned >= from && turned <= to),
      );
      expect(inside, `${drill.id} ${side}`).toBe(true);
    }
});

test('shows the whole person from the recommended camera place', () => {
  for (const drill of DRILLS_AND_TESTS) {
    const project = cameraView(drill, 'left', 1280, 720, false);
    for (const point of points(drill, 'left')) {
      const [x, y] = project(point);
      expect(x >= 0 && x <= 1280 && y >= 0 && y <= 720, drill.id).toBe(true);
    }
  }
});
