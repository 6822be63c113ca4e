/** Cells across the landmark model's heat map. */
const SIDE = 64;
/** Maps in it, one for each point. */
const MAPS = 39;
/** Cells to each side of a point's own cell that take part: 7 × 7 in all, as in MediaPipe. */
const REACH = 3;
/** Nowhere surer than this: the map says nothing about the point. */
const LEAST_CONFIDENCE = 0.5;

/** A position inside a region, 0…1 each way from its own top left. */
export interface HeatmapPlace {
  readonly across: number;
  readonly along: number;
}

/**
 * A point's place by the centre of gravity of its heat map about the rough place, which the model's other head gives; the rough
 * place itself where the map is unsure or the point lies outside.
 */
export const refined = (heatmap: Float32Array, map: number, rough: HeatmapPlace): HeatmapPlace => {
  const column = Math.trunc(rough.across * SIDE);
  const row = Math.trunc(rough.along * SIDE);
  if (!(column >= 0 && column < SIDE && row >= 0 && row < SIDE)) return rough;
  let sum = 0;
  let largest = 0;
  let across = 0;
  let along = 0;
  for (let y = Math.max(0, row - REACH); y <= Math.min(SIDE - 1, row + REACH); y++) {
    for (let x = Math.max(0, column - REACH); x <= Math.min(SIDE - 1, column + REACH); x++) {
      const confidence = heatmap[(y * SIDE + x) * MAPS + map] ?? 0;
      sum += confidence;
      largest = Math.max(largest, confidence);
      across += x * confidence;
      along += y * confidence;
    }
  }
  if (largest < LEAST_CONFIDENCE || sum <= 0) return rough;
  return { across: across / sum / SIDE, along: along / sum / SIDE };
};
