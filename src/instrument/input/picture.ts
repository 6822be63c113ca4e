/** The pixels of one frame: RGBA, 8 bits each, row by row from the top left. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

/** Luma (ITU-R BT.601), 0…255, of the pixel whose red value has index `i`, which lies inside the picture. */
export const lumaOf = (rgba: Uint8ClampedArray, i: number): number =>
  0.299 * (rgba[i] as number) + 0.587 * (rgba[i + 1] as number) + 0.114 * (rgba[i + 2] as number);
