import { describe, expect, it } from 'vitest';
import { cropRegion, type CropSource, type Region, toPicture } from '../../../workers/blazepose/detection.ts';

const BYTES = { black: 0, white: 255 };

/** A picture whose pixel (x, y) has red x, green y and blue 200. */
const ramp = (width: number, height: number): CropSource => ({
  width,
  height,
  data: Uint8ClampedArray.from({ length: 4 * width * height }, (_, i) => {
    const pixel = Math.floor(i / 4);
    return [pixel % width, Math.floor(pixel / width), 200, 255][i % 4] ?? 0;
  }),
});

const cropOf = (source: CropSource, region: Region, side: number, range = BYTES) => {
  const out = new Float32Array(3 * side * side).fill(Number.NaN);
  cropRegion(source, region, side, range, out);
  const at = (column: number, row: number) => Array.from(out.slice(3 * (row * side + column)).slice(0, 3));
  return { out, at };
};

describe('cutting a region out', () => {
  it('copies the pixels when the region is the picture itself', () => {
    const source = ramp(4, 4);
    const { at } = cropOf(source, { x: 2, y: 2, size: 4, rotation: 0 }, 4);
    expect(at(0, 0)).toEqual([0, 0, 200]);
    expect(at(3, 1)).toEqual([3, 1, 200]);
  });

  it('keeps every position at any angle, without a shift of half a pixel', () => {
    const region = { x: 52, y: 47, size: 30, rotation: 0.7 };
    const side = 8;
    const { at } = cropOf(ramp(100, 100), region, side);
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        const { x, y } = toPicture(region, (column + 0.5) / side, (row + 0.5) / side);
        const [red, green] = at(column, row);
        // The ramp’s value at the middle of a pixel is the pixel’s index.
        expect(red).toBeCloseTo(x - 0.5, 3);
        expect(green).toBeCloseTo(y - 0.5, 3);
      }
    }
  });

  it('gives black outside the picture and fades over half a pixel at its edge', () => {
    const { at } = cropOf(ramp(2, 2), { x: 1, y: 1, size: 4, rotation: 0 }, 8);
    expect(at(0, 4)).toEqual([0, 0, 0]);
    expect(at(7, 4)).toEqual([0, 0, 0]);
    // A quarter of a pixel beyond the edge: a quarter of the way from the last pixel’s middle to black is left.
    expect(at(1, 3)[2]).toBeCloseTo(200 * 0.25, 3);
    expect(at(2, 3)[2]).toBeCloseTo(200 * 0.75, 3);
  });

  it('gives values in the network’s range', () => {
    const white: CropSource = { width: 1, height: 1, data: Uint8ClampedArray.of(255, 0, 51, 255) };
    const { out } = cropOf(white, { x: 0.5, y: 0.5, size: 1, rotation: 0 }, 1, { black: -1, white: 1 });
    expect(out[0]).toBeCloseTo(1, 6);
    expect(out[1]).toBeCloseTo(-1, 6);
    expect(out[2]).toBeCloseTo(-0.6, 6);
  });

  it('fills every number, even if the whole region lies outside', () => {
    const { out } = cropOf(ramp(4, 4), { x: -50, y: -50, size: 10, rotation: 2 }, 5);
    expect(out.every((value) => value === 0)).toBe(true);
  });
});
