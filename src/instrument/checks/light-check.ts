import { FITTED_LANDMARKS } from '../geometry/skeleton.ts';
import type { Landmarks } from '../input/landmarks.ts';
import { lumaOf, type Picture } from '../input/picture.ts';
import type { LightCheck } from '../output/reading.ts';
import type { Share } from '../geometry/units.ts';

/** Every so many pixels across and down: about 3,000 samples of a frame 960 wide. */
const STRIDE = 13;
/**
 * Mean brightness 0…255. BlazePose finds nobody in dark clothes at about 20 and is shaky below 40 (clips/real: `dark12`,
 * `dark04`); above 230 the picture is washed out. A covered lens is dark and flat, or of one colour (a white shutter, a thumb).
 */
const DARK = 40;
const DIM = 62;
const BRIGHT = 230;
const COVERED = 16;
const FLAT = 8;
/** Even a bare wall in even light varies more than this across a picture; a lid a millimetre before the lens does not. */
const ONE_COLOUR = 3.5;

/** A window: pixels at the top of the scale. As much of the picture as this makes a camera close its iris on the person. */
const GLARE = 240;
const MUCH_GLARE: Share = 0.08;
const MOST_GLARE: Share = 0.75;
/** What a camera leaves of somebody before a window; and how much of a picture is as dark as that while nobody is found. */
const IN_SHADE = 52;
const MUCH_SHADE: Share = 0.3;
/** Half the side of the patch that is looked at about a joint, and the steps in it, pixels. */
const PATCH = 6;
const PATCH_STEP = 3;

interface Sums {
  readonly mean: number;
  readonly spread: number;
  readonly glare: Share;
  readonly shade: Share;
}

/**
 * Brightness of a frame: whether it stands in the way, or only makes the numbers worse. Never judged by how light or dark a
 * person is: of the person only the difference to a window behind counts.
 * @param person whoever is believed to be seen; null: nobody
 */
export function checkLight(picture: Picture, person: Landmarks | null = null): LightCheck {
  const sums = sumsOf(picture);
  const { mean, spread } = sums;
  const problem = problemOf(sums, person !== null);
  return {
    mean,
    spread,
    problem,
    remark: problem === null && person ? remarkOf(sums, picture, person) : null,
  };
}

function sumsOf({ width, height, rgba }: Picture): Sums {
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
  const spread = Math.sqrt(Math.max(0, squares / all - mean * mean));
  return { mean, spread, glare: glare / all, shade: shade / all };
}

function problemOf({ mean, spread, glare, shade }: Sums, seen: boolean): LightCheck['problem'] {
  if (mean < COVERED && spread < FLAT) return 'lens-covered';
  if (mean < DARK) return 'too-dark';
  if (!seen && spread < ONE_COLOUR && mean <= BRIGHT) return 'lens-covered';
  if (mean > BRIGHT) return 'too-bright';
  return !seen && isGlaring(glare) && shade > MUCH_SHADE ? 'against-light' : null;
}

function remarkOf({ mean, glare }: Sums, picture: Picture, person: Landmarks): LightCheck['remark'] {
  if (isGlaring(glare) && lumaAbout(picture, person) < IN_SHADE) return 'against-light';
  return mean < DIM ? 'dim' : null;
}

const isGlaring = (glare: Share): boolean => glare > MUCH_GLARE && glare < MOST_GLARE;

/** Mean brightness of the picture about the person's joints. */
function lumaAbout({ width, height, rgba }: Picture, { points }: Landmarks): number {
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
