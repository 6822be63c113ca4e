/** Pixels of one frame as the worker sees them: RGBA, row by row from the top left, 8 bits. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}
