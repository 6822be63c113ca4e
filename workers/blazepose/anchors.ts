/** Side of the detector's input in pixels. */
export const DETECTOR_SIDE = 224;

/** Grids of the detector's output: cells across and anchors in each cell (strides of 8, 16 and three times 32 pixels). */
const GRIDS: readonly (readonly [cells: number, anchorsPerCell: number])[] = [
  [DETECTOR_SIDE / 8, 2],
  [DETECTOR_SIDE / 16, 2],
  [DETECTOR_SIDE / 32, 6],
];

/** Middle (x, y) of every anchor as a share of the detector's input, in the order of its rows. They all have the same size. */
export const detectorAnchors = (): Float32Array => {
  const middles: number[] = [];
  for (const [cells, anchorsPerCell] of GRIDS) {
    for (let row = 0; row < cells; row++) {
      for (let column = 0; column < cells; column++) {
        for (let i = 0; i < anchorsPerCell; i++) middles.push((column + 0.5) / cells, (row + 0.5) / cells);
      }
    }
  }
  return Float32Array.from(middles);
};
