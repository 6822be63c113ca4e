import { describe, expect, it } from 'vitest';
import {
  detectedRegions,
  DETECTOR_SIDE,
  detectorAnchors,
  wholePicture,
  regionAbout,
  toPicture,
  worthLookingAt,
  cropRegion,
  type CropSource,
  type Region,
} from '../../../workers/blazepose/detection.ts';

const ROWS = 2254;
const anchors = detectorAnchors();
const seen = wholePicture({ width: 224, height: 112 });

interface Row {
  readonly row: number;
  readonly logit: number;
  /** In pixels of the detector’s input. */
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly hips: readonly [number, number];
  readonly rim: readonly [number, number];
}

/** Output of the network with these rows; all others have a low score. */
const outputOf = (...rows: readonly Row[]): Float32Array => {
  const output = new Float32Array(13 * ROWS);
  for (let row = 0; row < ROWS; row++) output[13 * row] = -20;
  for (const { row, logit, box, hips, rim } of rows) {
    const anchor = [0, 1].map((axis) => (anchors[2 * row + axis] ?? 0) * DETECTOR_SIDE);
    const fromAnchor = (point: readonly [number, number]) => point.map((value, axis) => value - (anchor[axis] ?? 0));
    const [x, y, width, height] = box;
    output.set([logit, ...fromAnchor([x, y]), width, height, ...fromAnchor(hips), ...fromAnchor(rim)], 13 * row);
  }
  return output;
};

const person: Row = { row: 700, logit: 2, box: [100, 60, 20, 20], hips: [100, 110], rim: [100, 50] };

describe('the anchors of the detector', () => {
  it('are the 2254 middles of cells on grids of 28, 14 and 7', () => {
    expect(anchors).toHaveLength(2 * ROWS);
    expect(Array.from(anchors.slice(0, 4))).toEqual([0.5 / 28, 0.5 / 28, 0.5 / 28, 0.5 / 28].map(Math.fround));
    expect(anchors[2 * 1568]).toBeCloseTo(0.5 / 14, 6);
    expect(anchors[2 * (1568 + 392)]).toBeCloseTo(0.5 / 7, 6);
    expect(anchors.at(-1)).toBeCloseTo(6.5 / 7, 6);
  });
});

describe('the detection of a person', () => {
  it('finds nobody if no row scores above 0.5', () => {
    expect(detectedRegions(outputOf(), seen, 1)).toEqual([]);
    expect(detectedRegions(outputOf({ ...person, logit: -0.1 }), seen, 1)).toEqual([]);
  });

  it('gives the region around the hips in pixels of the picture, without the black bars', () => {
    const [region] = detectedRegions(outputOf(person), seen, 1);
    expect(region?.x).toBeCloseTo(100, 3);
    expect(region?.y).toBeCloseTo(110 - 56, 3);
    expect(region?.size).toBeCloseTo(2.5 * 60, 3);
    expect(region?.rotation).toBeCloseTo(0, 6);
  });

  it('averages the rows of one person by their scores and leaves others out', () => {
    const logitOf = (score: number) => Math.log(score / (1 - score));
    const rows = outputOf(
      { ...person, logit: logitOf(0.9) },
      { ...person, row: 702, logit: logitOf(0.6), box: [102, 60, 20, 20], hips: [105, 110], rim: [105, 50] },
      { ...person, row: 50, logit: logitOf(0.8), box: [10, 10, 20, 20], hips: [10, 90], rim: [10, 50] },
    );
    expect(detectedRegions(rows, seen, 1)[0]?.x).toBeCloseTo(100 + 5 * (0.6 / 1.5), 3);
  });

  it('skips boxes of negative size and scores that are not numbers', () => {
    expect(detectedRegions(outputOf({ ...person, box: [100, 60, -20, 20] }), seen, 1)).toEqual([]);
    expect(detectedRegions(outputOf({ ...person, logit: Number.NaN }), seen, 1)).toEqual([]);
  });

  it('gives all people once, highest score first', () => {
    const far: Row = { row: 50, logit: 3, box: [30, 60, 20, 20], hips: [30, 100], rim: [30, 60] };
    const rows = outputOf(person, { ...person, row: 702, logit: 1 }, far, { ...far, row: 52, logit: 2 });
    expect(detectedRegions(rows, seen).map(({ x }) => Math.round(x))).toEqual([30, 100]);
    expect(detectedRegions(outputOf(), seen)).toEqual([]);
  });
});

const SIZE = { width: 640, height: 360 };

describe('the region around a person', () => {
  it('is upright for a standing person, with a margin of a quarter on every side', () => {
    const region = regionAbout({ x: 300, y: 200 }, { x: 300, y: 100 });
    expect(region).toEqual({ x: 300, y: 200, size: 250, rotation: 0 });
  });

  it('rotates with the person, so that the head is up inside it', () => {
    const head = { x: 400, y: 200 };
    const region = regionAbout({ x: 300, y: 200 }, head);
    expect(region.rotation).toBeCloseTo(Math.PI / 2, 10);
    // The circle point: above the middle, a quarter of the margin below the upper edge.
    const above = toPicture(region, 0.5, 0.5 - 100 / 250);
    expect(above.x).toBeCloseTo(head.x, 10);
    expect(above.y).toBeCloseTo(head.y, 10);
  });

  it('is a square around the whole picture', () => {
    const whole = wholePicture(SIZE);
    expect(toPicture(whole, 0, 0)).toEqual({ x: 0, y: -140 });
    expect(toPicture(whole, 1, 1)).toEqual({ x: 640, y: 500 });
  });
});

describe('following a person', () => {
  const about = (change: object) => ({ x: 300, y: 200, size: 250, rotation: 1, ...change });

  it('goes on inside the picture and in a region that reaches beyond its edge', () => {
    expect(worthLookingAt(about({}), SIZE)).toBe(true);
    expect(worthLookingAt(about({ x: 5, size: 900 }), SIZE)).toBe(true);
  });

  it('ends when the middle of the region has left the picture', () => {
    expect(worthLookingAt(about({ x: -1 }), SIZE)).toBe(false);
    expect(worthLookingAt(about({ y: 361 }), SIZE)).toBe(false);
  });

  it('ends when the region collapses, grows too large or is not a number', () => {
    expect(worthLookingAt(about({ size: 3 }), SIZE)).toBe(false);
    expect(worthLookingAt(about({ size: 5000 }), SIZE)).toBe(false);
    expect(worthLookingAt(about({ size: Number.NaN }), SIZE)).toBe(false);
    expect(worthLookingAt(about({ x: Number.NaN }), SIZE)).toBe(false);
  });
});

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
