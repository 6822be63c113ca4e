import type { PictureSize as Size } from '../../src/instrument/checks/picture-size.ts';

/** A video frame as it was coded or captured: brightness, and colour at half the size. */
export interface VideoPlanes extends Size {
  readonly bytes: Uint8Array;
  readonly luma: PlanarLayout;
  /** Colour differences of blue and of red. */
  readonly blue: PlanarLayout;
  readonly red: PlanarLayout;
  /** Bytes from one colour value to the next: 1, or 2 where both differences lie in turns. */
  readonly colourStep: 1 | 2;
  readonly coding: ColourCoding;
}

export interface PlanarLayout {
  readonly offset: number;
  /** Bytes from one row to the next. */
  readonly stride: number;
}

/** How the three values of a pixel make red, green and blue. */
export interface ColourCoding {
  /** ITU-R recommendation. */
  readonly matrix: 'bt601' | 'bt709';
  /** False: black is 16 and white 235. */
  readonly fullRange: boolean;
}

type Bytes = Uint8ClampedArray<ArrayBuffer>;

/** More than twice as large would alias: neighbours are averaged two by two. */
const MOST_SMALLER = 2;

/** Whether planes of this size can be read at another size. */
export const canResize = (from: Size, to: Size): boolean =>
  from.width <= MOST_SMALLER * to.width && from.height <= MOST_SMALLER * to.height;

/** The grey picture in a size, see `canResize`. */
export function greyFrom(planes: VideoPlanes, size: Size): Uint8ClampedArray<ArrayBuffer> {
  const grey = lumaAt(planes, size);
  if (planes.coding.fullRange) return grey;
  for (let i = 0; i < grey.length; i++) grey[i] = SHADES[grey[i] as number] as number;
  return grey;
}

/** Brightness 0…255 of each coded value, where black is 16 and white 235. */
const SHADES = Uint8ClampedArray.from({ length: 256 }, (_, v) => (255 / 219) * (v - 16));

/** Sums of colours have this many bits behind the point. */
const BITS = 6;
/** Signed, because an array of signed numbers is written faster than one of unsigned ones, or byte by byte. */
const OPAQUE = 0xff000000 | 0;
/** Added to every brightness, so that no sum is negative. */
const LIFT = 512;
/** Sums of a lifted brightness and colours, limited to 0…255. */
const LIMITED = Uint8ClampedArray.from({ length: 3 * LIFT }, (_, sum) => sum - LIFT);

/**
 * The picture in colour, in a size, see `canResize`.
 * @param kept is written if it has the right length; fresh memory costs a quarter of the work
 */
export function rgbaFrom(planes: VideoPlanes, size: Size, kept?: Bytes): Bytes {
  const length = 4 * size.width * size.height;
  const rgba = kept?.length === length ? kept : new Uint8ClampedArray(length);
  // Red is the first byte of a pixel. All processors with a browser keep the lowest byte of a number first.
  const pixels = new Int32Array(rgba.buffer);
  if (isSameSize(planes, size) && size.width % 2 === 0) paintPairs(planes, pixels);
  else paint(planes, size, pixels);
  return rgba;
}

/** Paints pixels at the size of the planes. Two neighbours share a colour, so its parts are looked up once for both. */
function paintPairs(planes: VideoPlanes, pixels: Int32Array): void {
  const { bytes, luma, blue, red, colourStep, width, height } = planes;
  const { shade, redOfRed, greenOfBlue, greenOfRed, blueOfBlue } = colourTables(planes.coding);
  for (let row = 0, i = 0; row < height; row++) {
    let left = luma.offset + row * luma.stride;
    let blueAt = blue.offset + (row >> 1) * blue.stride;
    let redAt = red.offset + (row >> 1) * red.stride;
    const end = i + width;
    for (; i < end; i += 2, left += 2, blueAt += colourStep, redAt += colourStep) {
      const b = bytes[blueAt] as number;
      const r = bytes[redAt] as number;
      const moreRed = redOfRed[r] as number;
      const lessGreen = (greenOfBlue[b] as number) + (greenOfRed[r] as number);
      const moreBlue = blueOfBlue[b] as number;
      const one = shade[bytes[left] as number] as number;
      const two = shade[bytes[left + 1] as number] as number;
      pixels[i] =
        OPAQUE |
        ((LIMITED[(one + moreBlue) >> BITS] as number) << 16) |
        ((LIMITED[(one - lessGreen) >> BITS] as number) << 8) |
        (LIMITED[(one + moreRed) >> BITS] as number);
      pixels[i + 1] =
        OPAQUE |
        ((LIMITED[(two + moreBlue) >> BITS] as number) << 16) |
        ((LIMITED[(two - lessGreen) >> BITS] as number) << 8) |
        (LIMITED[(two + moreRed) >> BITS] as number);
    }
  }
}

function paint(planes: VideoPlanes, size: Size, pixels: Int32Array): void {
  const { bytes, blue, red, colourStep, width, height } = planes;
  const { shade, redOfRed, greenOfBlue, greenOfRed, blueOfBlue } = colourTables(planes.coding);
  const luma = lumaAt(planes, size);
  const columns = nearest(size.width, width, (width + 1) >> 1).map((column) => column * colourStep);
  const rows = nearest(size.height, height, (height + 1) >> 1);
  for (let row = 0, i = 0; row < size.height; row++) {
    const blueRow = blue.offset + (rows[row] as number) * blue.stride;
    const redRow = red.offset + (rows[row] as number) * red.stride;
    for (let column = 0; column < size.width; column++, i++) {
      const at = columns[column] as number;
      const light = shade[luma[i] as number] as number;
      const b = bytes[blueRow + at] as number;
      const r = bytes[redRow + at] as number;
      pixels[i] =
        OPAQUE |
        ((LIMITED[(light + (blueOfBlue[b] as number)) >> BITS] as number) << 16) |
        ((LIMITED[(light - (greenOfBlue[b] as number) - (greenOfRed[r] as number)) >> BITS] as number) << 8) |
        (LIMITED[(light + (redOfRed[r] as number)) >> BITS] as number);
    }
  }
}

const isHalf = (a: Size, b: Size): boolean => 2 * a.width === b.width && 2 * a.height === b.height;
const isSameSize = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;

/** The brightness as coded, in a size: between the middles of four pixels. */
function lumaAt(planes: VideoPlanes, size: Size): Uint8ClampedArray<ArrayBuffer> {
  const { bytes, luma, width, height } = planes;
  const scaled = new Uint8ClampedArray(size.width * size.height);
  if (isSameSize(planes, size)) {
    for (let row = 0; row < height; row++) {
      const start = luma.offset + row * luma.stride;
      scaled.set(bytes.subarray(start, start + width), row * width);
    }
    return scaled;
  }
  if (isHalf(size, planes)) return halved(planes, scaled);
  const { first, second, share } = between(size.width, width);
  const down = between(size.height, height);
  for (let row = 0, i = 0; row < size.height; row++) {
    const above = bytes.subarray(luma.offset + (down.first[row] as number) * luma.stride);
    const below = bytes.subarray(luma.offset + (down.second[row] as number) * luma.stride);
    const lower = down.share[row] as number;
    const upper = 256 - lower;
    for (let column = 0; column < size.width; column++, i++) {
      const left = first[column] as number;
      const right = second[column] as number;
      const from = upper * (above[left] as number) + lower * (below[left] as number);
      const to = upper * (above[right] as number) + lower * (below[right] as number);
      scaled[i] = ((from << 8) + (share[column] as number) * (to - from) + HALF) >> 16;
    }
  }
  return scaled;
}

const HALF = 1 << 15;

/** The same at half the size: the mean of four, rounded. */
function halved({ bytes, luma, width, height }: VideoPlanes, scaled: Bytes): Bytes {
  for (let row = 0, i = 0; row < height; row += 2) {
    let above = luma.offset + row * luma.stride;
    let below = above + luma.stride;
    for (let column = 0; column < width; column += 2, i++, above += 2, below += 2)
      scaled[i] =
        ((bytes[above] as number) +
          (bytes[above + 1] as number) +
          (bytes[below] as number) +
          (bytes[below + 1] as number) +
          2) >>
        2;
  }
  return scaled;
}

interface Neighbours {
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Weight of the second, 0…255. */
  readonly share: Int32Array;
}

/** For each of `to` positions, the two of `from` pixels whose middles it lies between. */
function between(to: number, from: number): Neighbours {
  const places = Float64Array.from({ length: to }, (_, i) => within(((i + 0.5) * from) / to - 0.5, from - 1));
  const first = Int32Array.from(places, Math.floor);
  return {
    first,
    second: first.map((at) => Math.min(at + 1, from - 1)),
    share: Int32Array.from(places, (place, i) => Math.min(255, Math.round(256 * (place - (first[i] as number))))),
  };
}

/** For each of `to` positions, the colour value of the pixel there: `from` pixels share `colours` values. */
const nearest = (to: number, from: number, colours: number): Int32Array =>
  Int32Array.from({ length: to }, (_, i) => Math.min(colours - 1, Math.floor(((i + 0.5) * from) / to / 2)));

const within = (value: number, most: number): number => Math.max(0, Math.min(most, value));

/** Weights of red and blue in the brightness. */
const WEIGHTS = { bt601: { red: 0.299, blue: 0.114 }, bt709: { red: 0.2126, blue: 0.0722 } } as const;

/** Parts of a colour, times 2 to the power of `BITS`. */
function colourTables({ matrix, fullRange }: ColourCoding) {
  const { red, blue } = WEIGHTS[matrix];
  const green = 1 - red - blue;
  const table = (gain: number, zero: number): Int32Array =>
    Int32Array.from({ length: 256 }, (_, v) => Math.round(2 ** BITS * gain * (v - zero)));
  const colour = fullRange ? 1 : 255 / 224;
  return {
    shade: table(fullRange ? 1 : 255 / 219, fullRange ? 0 : 16).map((v) => v + (LIFT << BITS) + (1 << (BITS - 1))),
    redOfRed: table(colour * 2 * (1 - red), 128),
    blueOfBlue: table(colour * 2 * (1 - blue), 128),
    greenOfRed: table((colour * 2 * (1 - red) * red) / green, 128),
    greenOfBlue: table((colour * 2 * (1 - blue) * blue) / green, 128),
  };
}
