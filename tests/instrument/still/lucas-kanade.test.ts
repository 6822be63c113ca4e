import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GreyPicture, pyramid } from '../../../src/instrument/input/picture.ts';
import { PointFlow } from '../../../src/instrument/still/lucas-kanade.ts';
import { seededNormal, texture } from '../../../lab/made/noise.ts';
import { paintGrey } from '../../../lab/made/paint.ts';

const SIZE = 96;
const LEVELS = 3;
const cloth = (dx = 0, dy = 0) => paintGrey(SIZE, SIZE, (x, y) => 200 * texture((x - dx) / 7 + 30, (y - dy) / 7 + 30));
const levelsOf = (grey: (x: number, y: number) => number) => pyramid(paintGrey(SIZE, SIZE, grey), LEVELS);
const still = pyramid(cloth(), LEVELS);
const flow = new PointFlow();

function follow(
  from: readonly GreyPicture[],
  into: readonly GreyPicture[],
  at: readonly [number, number] = [48, 48],
  guess: readonly [number, number] = at,
): { readonly x: number; readonly y: number; readonly ok: boolean } {
  const found = flow.follow(from, into, at[0], at[1], guess[0], guess[1]);
  return { x: found?.[0] ?? Number.NaN, y: found?.[1] ?? Number.NaN, ok: found !== null };
}

describe('a textured spot', () => {
  it('is found again to 0.05 pixels after a shift of up to 8 pixels', () => {
    const shift = fc.double({ min: -8, max: 8, noNaN: true });
    fc.assert(
      fc.property(shift, shift, (dx, dy) => {
        const { x, y, ok } = follow(still, pyramid(cloth(dx, dy), LEVELS));
        expect(ok).toBe(true);
        expect(Math.abs(x - 48 - dx)).toBeLessThan(0.05);
        expect(Math.abs(y - 48 - dy)).toBeLessThan(0.05);
      }),
      { numRuns: 25 },
    );
  });

  it('does not move in the same picture', () => {
    const { x, y, ok } = follow(still, still);
    expect(ok).toBe(true);
    expect(Math.hypot(x - 48, y - 48)).toBeLessThan(1e-6);
  });

  it('is found to 0.25 pixels despite sensor noise', () => {
    const normal = seededNormal(9);
    const { data, ...rest } = cloth(2.4, -3.1);
    const noisy = { ...rest, data: data.map((v) => v + 5 * normal()) };
    const { x, y } = follow(still, pyramid(noisy, LEVELS));
    expect(Math.hypot(x - 50.4, y - 44.9)).toBeLessThan(0.25);
  });

  it('is found from a good guess after a shift that is too large otherwise', () => {
    const far = pyramid(cloth(22, 0), LEVELS);
    const { x, ok } = follow(still, far, [40, 48], [61, 48]);
    expect(ok).toBe(true);
    expect(Math.abs(x - 62)).toBeLessThan(0.05);
  });
});

describe('a window at the border', () => {
  it.each([
    [3, 48],
    [48, 3],
    [SIZE - 4, 48],
    [48, SIZE - 4],
    [-10, 48],
    [500, 500],
  ])('of the picture it comes from is not followed (%i, %i)', (x, y) => {
    expect(follow(still, still, [x, y]).ok).toBe(false);
  });

  it('is followed from its reach plus two pixels on', () => {
    expect(follow(still, still, [8, 48]).ok).toBe(true);
    expect(follow(still, still, [SIZE - 9, 48]).ok).toBe(true);
  });

  it('of the second picture is reported as lost', () => {
    const gone = pyramid(cloth(40, 0), LEVELS);
    expect(follow(still, gone, [80, 48], [120, 48]).ok).toBe(false);
  });
});

describe('a flat patch', () => {
  const flat = levelsOf(() => 90);

  it('stays where it was', () => {
    expect(follow(flat, flat)).toEqual({ x: 48, y: 48, ok: true });
  });

  it('does not move in a picture of another brightness either', () => {
    const { x, y } = follow(
      flat,
      levelsOf(() => 140),
    );
    expect([x, y]).toEqual([48, 48]);
  });

  it('with a little noise ends at a finite place', () => {
    const normal = seededNormal(4);
    const faint = () => levelsOf(() => 90 + 0.5 * normal());
    for (let i = 0; i < 20; i++) {
      const { x, y, ok } = follow(faint(), faint());
      expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
      if (ok) expect(Math.max(Math.abs(x - 48), Math.abs(y - 48))).toBeLessThan(SIZE);
    }
  });
});

describe('an edge', () => {
  const edge = (dx: number, noise: number) => {
    const normal = seededNormal(12);
    const step = (x: number) => 200 / (1 + Math.exp(-(x - 48 - dx) / 2));
    return levelsOf((x) => step(x) + noise * normal());
  };

  it('with camera noise is followed across itself', () => {
    expect(Math.abs(follow(edge(0, 1), edge(3, 1)).x - 51)).toBeLessThan(0.3);
  });
});

describe('the work space', () => {
  it('gives the same result whatever points were followed before', () => {
    const now = pyramid(cloth(1.7, 0.4), LEVELS);
    const alone = follow(still, now, [40, 40]);
    follow(still, now, [60, 52]);
    follow(still, now, [2, 2]);
    expect(follow(still, now, [40, 40])).toEqual(alone);
  });

  it('works for pictures of a single level and of size 0', () => {
    const none = [paintGrey(0, 0, () => 0)];
    expect(follow([cloth()], [cloth(0.4, 0)]).x).toBeCloseTo(48.4, 1);
    expect(follow([cloth()], none).ok).toBe(false);
    expect(follow(none, none).ok).toBe(false);
  });
});
