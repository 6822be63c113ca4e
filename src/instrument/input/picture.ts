/** Pixels of one frame as the worker sees them: RGBA, row by row from the top left, 8 bits. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

/** ITU-R BT.601 luma of the pixel whose red stands at `i`, 0…255. */
export const lumaOf = (rgba: Uint8ClampedArray, i: number): number =>
  0.299 * (rgba[i] ?? 0) + 0.587 * (rgba[i + 1] ?? 0) + 0.114 * (rgba[i + 2] ?? 0);
