import type { Pixels } from '../../src/instrument/geometry/units.ts';
import { codedError } from '../coded-error.ts';

/** Longest side of the picture that is measured and that readings are given in. */
export const LONGEST_SIDE: Pixels = 960;
/**
 * Longest side of the picture the pose model gets. The model samples its 256 × 256 crop without smoothing, so a large
 * picture aliases: at 640 its landmarks lie as true as at 960, tremble a quarter less and cost a fifth less time
 * (three rendered clips of 150 frames).
 */
export const MODEL_LONGEST_SIDE: Pixels = 640;

export interface Size {
  readonly width: Pixels;
  readonly height: Pixels;
}

export interface FramePictures {
  readonly measured: ImageData;
  /** The same picture for the pose model; the very same object when the frame is small. */
  readonly forModel: ImageData;
}

/** A size scaled down evenly until its longest side fits; whole pixels, at least one; small pictures stay as they are. */
export const fittedSize = (shown: Size, longest: Pixels): Size => {
  const scale = Math.min(1, longest / Math.max(shown.width, shown.height));
  return {
    width: Math.max(1, Math.round(shown.width * scale)),
    height: Math.max(1, Math.round(shown.height * scale)),
  };
};

/** Width and height as shown: for a VideoFrame after its rotation and pixel shape have been applied. */
export const shownSize = (frame: ImageBitmap | VideoFrame): Size =>
  'displayWidth' in frame
    ? { width: frame.displayWidth, height: frame.displayHeight }
    : { width: frame.width, height: frame.height };

/** A canvas that was not asked for half floats gives bytes; the types allow for both. */
export const bytesOf = (image: ImageData): Uint8ClampedArray => {
  if (image.data instanceof Uint8ClampedArray) return image.data;
  throw codedError('unexpected', 'the canvas gave no bytes');
};

/**
 * Reads frames into ImageData through canvases of its own. TensorFlow.js' own canvas in a worker lacks
 * `willReadFrequently`, and reading it back costs three times as much; it also refuses VideoFrame.
 */
export class FramePixels {
  readonly #measured = new ReadableCanvas();
  readonly #forModel = new ReadableCanvas();

  /** Closes the frame, whatever happens. */
  read(frame: ImageBitmap | VideoFrame): FramePictures {
    try {
      const shown = shownSize(frame);
      if (!(shown.width > 0 && shown.height > 0)) throw codedError('unexpected', 'the frame has no pixels');
      const size = fittedSize(shown, LONGEST_SIDE);
      const measured = this.#measured.draw(frame, size);
      const modelSize = fittedSize(size, MODEL_LONGEST_SIDE);
      if (modelSize.width === size.width) return { measured, forModel: measured };
      return { measured, forModel: this.#forModel.draw(this.#measured.canvas, modelSize) };
    } finally {
      frame.close();
    }
  }
}

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
    // 'low' drops lines when it scales down by more than a half.
    context.imageSmoothingQuality = 'medium';
    context.drawImage(picture, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  }
}
