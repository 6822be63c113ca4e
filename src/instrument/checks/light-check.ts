import { FITTED_LANDMARKS } from '../geometry/skeleton.ts';
import type { Landmarks } from '../input/landmarks.ts';
import { lumaOf, type Picture } from '../input/picture.ts';
import type { LightCheck } from '../output/reading.ts';
import type { Share } from '../geometry/units.ts';

/** Pixels between two samples, across and down: about 3,000 samples in a frame 960 wide. */
const STRIDE = 13;
/** Mean brightness, 0…255, below which BlazePose is unreliable. At about 20 it misses people in dark clothes. */
const DARK = 40;
/** Mean brightness below which the numbers get worse. */
const DIM = 62;
/** Mean brightness above which the picture is washed out. */
const BRIGHT = 230;
/** A covered lens is darker than this, with a smaller standard deviation than `FLAT`. */
const COVERED = 16;
const FLAT = 8;
/**
 * Standard deviation below which the picture is one surface close to the lens (a shutter, a thumb). A bare wall varies
 * more.
 */
const ONE_COLOUR = 3.5;

/** Brightness of a window, and the share of it in the picture from which the camera darkens the person. */
const GLARE = 240;
const MUCH_GLARE: Share = 0.08;
/** With more glare than this the whole picture is bright, not a window behind the person. */
const MAX_GLARE: Share = 0.75;
/**
 * Largest brightness of a person in front of a window, and the share of the picture that is as dark while nobody is
 * found.
 */
const IN_SHADE = 52;
const MUCH_SHADE: Share = 0.3;
/** Half the side of the sampled patch around a joint, and the step within it, pixels. */
const PATCH = 6;
const PATCH_STEP = 3;

interface Brightness {
  /** Mean and standard deviation, 0…255. */
  readonly mean: number;
  readonly sd: number;
  /** Share of the picture as bright as a window, and as dark as a person in front of one. */
  readonly glare: Share;
  readonly shade: Share;
}

/**
 * Judges the light of a frame: a problem prevents the measurement, a remark only makes it less accurate. A person's own
 * brightness is never judged by itself, only against a window behind them.
 * @param person null: no person was found
 */
export function checkLight(picture: Picture, person: Landmarks | null = null): LightCheck {
  const brightness = brightnessOf(picture);
  const { mean, sd } = brightness;
  const problem = problemOf(brightness, person !== null);
  return {
    mean,
    sd,
    problem,
    remark: problem === null && person ? remarkOf(brightness, picture, person) : null,
  };
}

function brightnessOf({ width, height, rgba }: Picture): Brightness {
  let [count, sum, squares, glare, shade] = [0, 0, 0, 0, 0];
  for (let y = STRIDE >> 1; y < height; y += STRIDE) {
    for (let x = STRIDE >> 1; x < width; x += STRIDE) {
      const luma = lumaOf(rgba, 4 * (y * width + x));
      count++;
      sum += luma;
      squares += luma * luma;
      if (luma >= GLARE) glare++;
      if (luma < IN_SHADE) shade++;
    }
  }
  const all = Math.max(1, count);
  const mean = sum / all;
  const sd = Math.sqrt(Math.max(0, squares / all - mean * mean));
  return { mean, sd, glare: glare / all, shade: shade / all };
}

function problemOf({ mean, sd, glare, shade }: Brightness, personSeen: boolean): LightCheck['problem'] {
  if (mean < COVERED && sd < FLAT) return 'lens-covered';
  if (mean < DARK) return 'too-dark';
  if (!personSeen && sd < ONE_COLOUR && mean <= BRIGHT) return 'lens-covered';
  if (mean > BRIGHT) return 'too-bright';
  return !personSeen && isGlaring(glare) && shade > MUCH_SHADE ? 'against-light' : null;
}

function remarkOf({ mean, glare }: Brightness, picture: Picture, person: Landmarks): LightCheck['remark'] {
  if (isGlaring(glare) && lumaAround(picture, person) < IN_SHADE) return 'against-light';
  return mean < DIM ? 'dim' : null;
}

const isGlaring = (glare: Share): boolean => glare > MUCH_GLARE && glare < MAX_GLARE;

/** Mean brightness of the picture around the person's joints; 255 if none is in the picture. */
function lumaAround({ width, height, rgba }: Picture, { points }: Landmarks): number {
  let [count, sum] = [0, 0];
  for (const l of FITTED_LANDMARKS) {
    const cx = Math.round(points[2 * l] ?? -1);
    const cy = Math.round(points[2 * l + 1] ?? -1);
    for (let y = Math.max(0, cy - PATCH); y <= Math.min(height - 1, cy + PATCH); y += PATCH_STEP) {
      for (let x = Math.max(0, cx - PATCH); x <= Math.min(width - 1, cx + PATCH); x += PATCH_STEP) {
        sum += lumaOf(rgba, 4 * (y * width + x));
        count++;
      }
    }
  }
  return count === 0 ? 255 : sum / count;
}
