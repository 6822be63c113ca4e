import type { Pixels } from '../../src/instrument/geometry/units.ts';
import { isSameAspect, type PictureSize } from '../../src/instrument/checks/picture-size.ts';
import { greyOf, type Picture } from '../../src/instrument/input/picture.ts';
import { codedError } from '../coded-error.ts';
import { PlaneReader } from './plane-reader.ts';
import { greyFrom, rgbaFrom } from './video-planes.ts';

/** Longest side of the measured picture; readings are in its pixels. */
export const LONGEST_SIDE: Pixels = 960;
/**
 * Longest side of the picture for the pose model. The model samples its 256 × 256 crop without smoothing, so a larger
 * picture aliases: at 640 the landmarks are as accurate as at 960, tremble a quarter less and take a fifth less time.
 */
export const MODEL_LONGEST_SIDE: Pixels = 640;

export type Size = PictureSize;

export interface FramePictures {
  readonly measured: Picture;
  /** The same picture in colour for the pose model. */
  readonly forModel: ImageData;
}

/** The size scaled down until its longest side fits, in whole pixels, at least one. Smaller sizes stay. */
export const fittedSize = (shown: Size, longest: Pixels): Size => {
  const scale = Math.min(1, longest / Math.max(shown.width, shown.height));
  return {
    width: Math.max(1, Math.round(shown.width * scale)),
    height: Math.max(1, Math.round(shown.height * scale)),
  };
};

/** Width and height as displayed: for a VideoFrame after its rotation and pixel aspect ratio are applied. */
export const shownSize = (frame: ImageBitmap | VideoFrame): Size =>
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
  readonly #sizes: Size[] = [];

  sizeFor(shown: Size): Size {
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

  draw(picture: CanvasImageSource, { width, height }: Size): ImageData {
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
