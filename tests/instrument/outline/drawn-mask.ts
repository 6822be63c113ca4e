import type { PersonMask } from '../../../src/instrument/outline/trunk-contour.ts';

const SIDE = 256;

/** A mask over a picture of 960 × 540, from a function of the picture’s pixels; soft at the edges like a model’s. */
export function drawnMask(
  inside: (x: number, y: number) => number,
  square: Pick<PersonMask, 'x' | 'y' | 'size' | 'rotation'> = { x: 480, y: 270, size: 600, rotation: 0 },
): PersonMask {
  const values = new Float32Array(SIDE * SIDE);
  const cos = Math.cos(square.rotation);
  const sin = Math.sin(square.rotation);
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const right = ((column + 0.5) / SIDE - 0.5) * square.size;
      const down = ((row + 0.5) / SIDE - 0.5) * square.size;
      const depth = inside(square.x + cos * right - sin * down, square.y + sin * right + cos * down);
      values[row * SIDE + column] = 1 / (1 + Math.exp(-depth / 1.5));
    }
  }
  return { values, side: SIDE, ...square };
}

/** 33 landmarks with the shoulders at the first place and the hips at the second. */
export function trunkPoints(
  [shoulderX, shoulderY]: readonly [number, number],
  [hipX, hipY]: readonly [number, number],
): Float32Array {
  const points = new Float32Array(66);
  for (const landmark of [11, 12]) points.set([shoulderX, shoulderY], 2 * landmark);
  for (const landmark of [23, 24]) points.set([hipX, hipY], 2 * landmark);
  return points;
}
