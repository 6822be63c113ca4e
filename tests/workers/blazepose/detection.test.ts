import { describe, expect, it } from 'vitest';
import { detectedRegions, DETECTOR_SIDE, detectorAnchors, wholePicture } from '../../../workers/blazepose/detection.ts';

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
