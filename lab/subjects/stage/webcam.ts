import type { Seconds } from '../../../src/instrument/geometry/units.ts';
import { chanceOf } from '../chance.ts';
import type { WebcamFlaws } from '../contract.ts';
import { exposureAt, shakeAt } from '../clips/webcam-motion.ts';

/** Number of noise values. A prime, so that the noise of neighbouring lines is not aligned. */
const GRAINS = 524_287;

/** Normal noise with standard deviation 1, computed once. */
function makeGrains(seed: string): Float32Array {
  const chance = chanceOf(`${seed}/grain`);
  return Float32Array.from({ length: GRAINS + APART }, () => chance.normal());
}

/** Factor on the noise at black and at white: dark parts are noisier. */
const GRAIN_AT = { black: 1.25, white: 0.6 };

/** Chroma noise as a share of luma noise. Luma noise is the same for all three colours, chroma noise differs. */
const CHROMA = 0.35;
/** Offset in the noise table between luma and chroma noise of a pixel. */
const APART = 7919;

function spoil(pixels: Uint8ClampedArray, grains: Float32Array, start: number, noise: number, gain: number) {
  const sizes = Float32Array.from(
    { length: 256 },
    (_, light) => noise * (GRAIN_AT.black + ((GRAIN_AT.white - GRAIN_AT.black) * light) / 255),
  );
  let grain = start;
  for (let i = 0; i < pixels.length; i += 4) {
    const green = pixels[i + 1] ?? 0;
    const size = sizes[green] ?? 0;
    const together = (grains[grain] ?? 0) * size;
    const apart = (grains[grain + APART] ?? 0) * size * CHROMA;
    pixels[i] = (pixels[i] ?? 0) * gain + together + apart;
    pixels[i + 1] = green * gain + together;
    pixels[i + 2] = (pixels[i + 2] ?? 0) * gain + together - apart;
    grain = grain === GRAINS - 1 ? 0 : grain + 1;
  }
}

/** A canvas in main memory, because its pixels are read often. */
function sheet(width: number, height: number): { canvas: HTMLCanvasElement; brush: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
  const brush = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!brush) throw new Error('this browser has no 2D canvas');
  return { canvas, brush };
}

/** Turns a rendered picture into a webcam picture: shake, blur, exposure, noise, JPEG. */
export interface Webcam {
  /** @returns a JPEG, base64 */
  readonly take: (picture: HTMLCanvasElement, time: Seconds) => string;
}

export function createWebcam(width: number, height: number, flaws: WebcamFlaws, seed: string, quality: number): Webcam {
  const { canvas, brush } = sheet(width, height);
  // A cheap lens resolves less than the sensor, so the picture is reduced and enlarged again.
  const coarse = 1 + flaws.blur;
  const lens = coarse > 1.05 ? sheet(width / coarse, height / coarse) : null;
  const grains = makeGrains(seed);
  return {
    take(picture, time) {
      const [x, y] = shakeAt(flaws, seed, time);
      lens?.brush.drawImage(picture, 0, 0, lens.canvas.width, lens.canvas.height);
      const seen = lens?.canvas ?? picture;
      // The unshifted picture fills the edge that the shifted one leaves empty.
      if (x !== 0 || y !== 0) brush.drawImage(seen, 0, 0, width, height);
      brush.drawImage(seen, x, y, width, height);
      const image = brush.getImageData(0, 0, width, height);
      const start = Math.floor(chanceOf(`${seed}/frame ${time.toFixed(4)}`).share() * GRAINS);
      spoil(image.data, grains, start, flaws.noise, exposureAt(flaws, seed, time));
      brush.putImageData(image, 0, 0);
      return canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '';
    },
  };
}
