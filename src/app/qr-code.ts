import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';

// Draws and reads QR codes, by the package `qr`. Loaded with the first code.

/** Light modules round a code, without which no camera finds it. */
const BORDER = 4;

/** The rows of a code, its light border included; true is dark. */
export const codeRows = (text: string): readonly (readonly boolean[])[] =>
  encodeQR(text, 'raw', { ecc: 'low', border: BORDER });

/** The dark modules of rows as one path of an SVG, a unit each. */
export const codePath = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');

/** A picture is searched at no more than this many pixels a side. */
const MOST_PIXELS = 2000;

/** How often the camera's picture is searched, milliseconds. */
const LOOK_EVERY = 200;

/** Looks for codes in the picture of a camera. @param found gets the text of each, a code that stays in view again and again @returns ends it */
export function lookForCodes(video: HTMLVideoElement, found: (text: string) => void): () => void {
  const reader = new CodeReader();
  const timer = setInterval(() => {
    const text = reader.read(video, video.videoWidth, video.videoHeight);
    if (text !== null) found(text);
  }, LOOK_EVERY);
  return () => clearInterval(timer);
}

/** Reads codes, again and again by the same canvas. */
class CodeReader {
  readonly #canvas = document.createElement('canvas');

  /** The text of a code in the picture; null: none was found. @param patient true: no other picture will come */
  read(picture: CanvasImageSource, width: number, height: number): string | null {
    const scale = Math.min(1, MOST_PIXELS / Math.max(width, height, 1));
    this.#canvas.width = Math.round(width * scale);
    this.#canvas.height = Math.round(height * scale);
    const context = this.#canvas.getContext('2d', { willReadFrequently: true });
    if (context === null || this.#canvas.width === 0 || this.#canvas.height === 0) return null;
    context.drawImage(picture, 0, 0, this.#canvas.width, this.#canvas.height);
    const pixels = context.getImageData(0, 0, this.#canvas.width, this.#canvas.height);
    try {
      return decodeQR(pixels);
    } catch {
      return null;
    }
  }
}
