import { type Landmarks, partnerOf } from '../../src/instrument/input/landmarks.ts';
import type { PersonMask } from '../../src/instrument/outline/person-mask.ts';
import type { Pixels } from '../../src/instrument/geometry/units.ts';

/** The picture as a mirror shows it: left and right exchanged. */
export function mirrorPicture({ width, height, data }: ImageData): ImageData {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height).slice();
  reverseRows(pixels, width);
  return new ImageData(new Uint8ClampedArray(pixels.buffer), width, height);
}

/** Landmarks found in a mirrored picture of this width, as they lie in the picture itself, on the person's own sides. */
export function mirrorLandmarksBack(found: Landmarks, width: Pixels): Landmarks {
  const points = new Float32Array(found.points.length);
  const world = new Float32Array(found.world.length);
  const visibility = new Float32Array(found.visibility.length);
  for (let i = 0; i < visibility.length; i++) {
    const to = partnerOf(i);
    visibility[to] = found.visibility[i] ?? 0;
    points.set([width - (found.points[2 * i] ?? 0), found.points[2 * i + 1] ?? 0], 2 * to);
    const [x = 0, y = 0, z = 0] = found.world.subarray(3 * i, 3 * i + 3);
    world.set([-x, y, z], 3 * to);
  }
  return { ...found, points, world, visibility };
}

/** A mask over a mirrored picture of this width, as it lies over the picture itself. */
export function mirrorMaskBack(mask: PersonMask, width: Pixels): PersonMask {
  const values = mask.values.slice();
  reverseRows(values, mask.side);
  return { ...mask, values, x: width - mask.x, rotation: -mask.rotation };
}

/** In place. */
function reverseRows(cells: Uint32Array | Float32Array, width: number): void {
  for (let row = 0; row < cells.length; row += width) cells.subarray(row, row + width).reverse();
}
