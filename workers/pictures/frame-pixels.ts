import type { Pixels } from '../../src/instrument/geometry/units.ts';
import { greyOf, isSameAspect, type Picture, type PictureSize } from '../../src/instrument/input/picture.ts';
import { codedError } from '../coded-error.ts';

/** A video frame as it was coded or captured: brightness, and colour at half the size. */
export interface VideoPlanes extends PictureSize {
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
export const canResize = (from: PictureSize, to: PictureSize): boolean =>
  from.width <= MOST_SMALLER * to.width && from.height <= MOST_SMALLER * to.height;

/** The grey picture in a size, see `canResize`. */
export function greyFrom(planes: VideoPlanes, size: PictureSize): Uint8ClampedArray<ArrayBuffer> {
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
export function rgbaFrom(planes: VideoPlanes, size: PictureSize, kept?: Bytes): Bytes {
  const length = 4 * size.width * size.height;
  const rgba = kept?.length === length ? kept : new Uint8ClampedArray(length);
  // Red is the first byte of a pixel. All processors with a browser keep the lowest byte of a number first.
  const pixels = new Int32Array(rgba.buffer);
  if (isSameSize(planes, size) && size.width % 2 === 0) paintPairs(planes, pixels);
  else paint(planes, size, pixels);
  return rgba;
}

/** A pixel of a brightness and the parts of its colour, all times 2 to the power of `BITS`. */
const pixelOf = (light: number, moreRed: number, lessGreen: number, moreBlue: number): number =>
  OPAQUE |
  ((LIMITED[(light + moreBlue) >> BITS] as number) << 16) |
  ((LIMITED[(light - lessGreen) >> BITS] as number) << 8) |
  (LIMITED[(light + moreRed) >> BITS] as number);

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
      pixels[i] = pixelOf(one, moreRed, lessGreen, moreBlue);
      pixels[i + 1] = pixelOf(two, moreRed, lessGreen, moreBlue);
    }
  }
}

function paint(planes: VideoPlanes, size: PictureSize, pixels: Int32Array): void {
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
      const lessGreen = (greenOfBlue[b] as number) + (greenOfRed[r] as number);
      pixels[i] = pixelOf(light, redOfRed[r] as number, lessGreen, blueOfBlue[b] as number);
    }
  }
}

const isHalf = (a: PictureSize, b: PictureSize): boolean => 2 * a.width === b.width && 2 * a.height === b.height;
const isSameSize = (a: PictureSize, b: PictureSize): boolean => a.width === b.width && a.height === b.height;

/** The brightness as coded, in a size: between the middles of four pixels. */
function lumaAt(planes: VideoPlanes, size: PictureSize): Uint8ClampedArray<ArrayBuffer> {
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

/** For each of `to` positions, the two of `from` pixels whose middles it lies between, and the weight of the second, 0…255. */
function between(to: number, from: number) {
  const places = Float64Array.from({ length: to }, (_, i) =>
    Math.max(0, Math.min(from - 1, ((i + 0.5) * from) / to - 0.5)),
  );
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

const FORMATS: readonly (string | null)[] = ['I420', 'NV12'];

/** Ways to code a colour that are read here, as a `VideoFrame` calls them. A frame that does not say has that of HD video. */
const MATRICES: Readonly<Record<string, ColourCoding['matrix']>> = {
  bt709: 'bt709',
  smpte170m: 'bt601',
  bt470bg: 'bt601',
};

/**
 * Copies the planes of video frames. That costs an eighth of drawing a frame on a canvas and reading it back, because
 * nothing is converted that nobody looks at.
 */
export class PlaneReader {
  #bytes = new Uint8Array();
  #failed = false;

  /**
   * The planes; they are overwritten by the next frame's.
   * @param smallest size in which they are to be read
   * @returns null: the frame is kept otherwise (on a GPU, in red, green and blue), is too large for that size, or would have to be turned
   * or stretched
   */
  async read(frame: ImageBitmap | VideoFrame, smallest: PictureSize): Promise<VideoPlanes | null> {
    if (this.#failed || !('format' in frame) || !FORMATS.includes(frame.format) || !isPlain(frame)) return null;
    const coding = codingOf(frame.colorSpace);
    if (!coding || !frame.visibleRect || !canResize(frame.visibleRect, smallest)) return null;
    const { width, height } = frame.visibleRect;
    try {
      const size = frame.allocationSize();
      if (this.#bytes.length < size) this.#bytes = new Uint8Array(size);
      const [luma, second, third] = await frame.copyTo(this.#bytes);
      if (!luma || !second) return null;
      const red = third ?? { ...second, offset: second.offset + 1 };
      return { width, height, bytes: this.#bytes, luma, blue: second, red, colourStep: third ? 1 : 2, coding };
    } catch {
      // A browser that cannot copy one frame of a source cannot copy the others.
      this.#failed = true;
      return null;
    }
  }
}

/** Newer browsers tell whether a frame has to be turned to be upright. */
type TurnableFrame = VideoFrame & { readonly rotation?: number; readonly flip?: boolean };

function isPlain({ visibleRect, displayWidth, displayHeight, rotation = 0, flip = false }: TurnableFrame): boolean {
  // A browser that was asked for a smaller picture may leave the frame as it is and only tell how large to show it.
  const shown = { width: displayWidth, height: displayHeight };
  return !flip && rotation === 0 && visibleRect !== null && isSameAspect(visibleRect, shown);
}

function codingOf({ matrix, fullRange }: VideoColorSpace): ColourCoding | null {
  const known = MATRICES[matrix ?? 'bt709'];
  return known ? { matrix: known, fullRange: fullRange === true } : null;
}

/** Longest side of the measured picture; readings are in its pixels. */
export const LONGEST_SIDE: Pixels = 960;
/**
 * Longest side of the picture for the pose model. The model samples its 256 × 256 crop without smoothing, so a larger
 * picture aliases: at 640 the landmarks are as accurate as at 960, tremble a quarter less and take a fifth less time.
 */
export const MODEL_LONGEST_SIDE: Pixels = 640;

export interface FramePictures {
  readonly measured: Picture;
  /** The same picture in colour for the pose model. */
  readonly forModel: ImageData;
}

/** The size scaled down until its longest side fits, in whole pixels, at least one. Smaller sizes stay. */
export const fittedSize = (shown: PictureSize, longest: Pixels): PictureSize => {
  const scale = Math.min(1, longest / Math.max(shown.width, shown.height));
  return {
    width: Math.max(1, Math.round(shown.width * scale)),
    height: Math.max(1, Math.round(shown.height * scale)),
  };
};

/** Width and height as displayed: for a VideoFrame after its rotation and pixel aspect ratio are applied. */
export const shownSize = (frame: ImageBitmap | VideoFrame): PictureSize =>
  'displayWidth' in frame
    ? { width: frame.displayWidth, height: frame.displayHeight }
    : { width: frame.width, height: frame.height };

/** The pixels as bytes. The type also allows half floats, which this canvas never gives. */
const bytesOf = (image: ImageData): Uint8ClampedArray => {
  if (image.data instanceof Uint8ClampedArray) return image.data;
  throw codedError('unexpected', 'the canvas gave no bytes');
};

export class FramePixels {
  readonly #measured = new ReadableCanvas();
  readonly #forModel = new ReadableCanvas();
  readonly #planes = new PlaneReader();
  #colours: Uint8ClampedArray<ArrayBuffer> | undefined;
  #sizes = new MeasuredSizes();

  /** Reads a frame and closes it, even on error. The picture for the model is overwritten by the next frame's. */
  async read(frame: ImageBitmap | VideoFrame): Promise<FramePictures> {
    try {
      const shown = shownSize(frame);
      if (!(shown.width > 0 && shown.height > 0)) throw codedError('unexpected', 'the frame has no pixels');
      const size = this.#sizes.sizeFor(shown);
      const modelSize = fittedSize(size, MODEL_LONGEST_SIDE);
      const planes = await this.#planes.read(frame, modelSize);
      if (planes) {
        this.#colours = rgbaFrom(planes, modelSize, this.#colours);
        const forModel = new ImageData(this.#colours, modelSize.width, modelSize.height);
        return { measured: { ...size, grey: greyFrom(planes, size) }, forModel };
      }
      const measured = this.#measured.draw(frame, size);
      const isSmall = modelSize.width === size.width;
      return {
        measured: { ...size, grey: greyOf(bytesOf(measured)) },
        forModel: isSmall ? measured : this.#forModel.draw(this.#measured.canvas, modelSize),
      };
    } finally {
      frame.close();
    }
  }

  /** Forgets the sizes: a new measurement begins. */
  forget(): void {
    this.#sizes = new MeasuredSizes();
  }
}

/**
 * A camera that changes its resolution shows the same picture in another size. It is drawn in the size that the
 * measurement began with, so that everything that is counted from there stays valid.
 */
export class MeasuredSizes {
  /** One for each aspect ratio. */
  readonly #sizes: PictureSize[] = [];

  sizeFor(shown: PictureSize): PictureSize {
    const known = this.#sizes.find((size) => isSameAspect(size, shown));
    if (known) return known;
    const size = fittedSize(shown, LONGEST_SIDE);
    this.#sizes.push(size);
    return size;
  }
}

/**
 * Draws frames whose planes cannot be read. TensorFlow.js's canvas in a worker lacks `willReadFrequently`, which makes reading
 * three times as slow, and it does not accept VideoFrame.
 */
class ReadableCanvas {
  readonly canvas = new OffscreenCanvas(1, 1);
  readonly #context = this.canvas.getContext('2d', { willReadFrequently: true, alpha: false });

  draw(picture: CanvasImageSource, { width, height }: PictureSize): ImageData {
    const context = this.#context;
    if (!context) throw codedError('unexpected', 'no 2D canvas in this worker');
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    // 'low' skips lines when it scales down by more than a half.
    context.imageSmoothingQuality = 'medium';
    context.drawImage(picture, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  }
}
