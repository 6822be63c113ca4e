import type { Share } from '../geometry/units.ts';
import type { Landmarks } from '../input/landmarks.ts';
import { lumaOf, type Picture } from '../input/picture.ts';
import type { Reason } from '../output/reason.ts';
import { bodyBox, type PictureBox } from './body-box.ts';

/** Pixels between two samples, across and down. */
const STRIDE = 5;
/** Brightness (0…255) at which the picture shows nothing any more. */
const BLACK = 4;
const WHITE = 251;
/**
 * Share of the place of the person that may become black or white since the reference pose. In 59 rendered sets whose
 * light drifts by itself it was 0.06 at most; a false twist of 10° came with 0.6.
 */
const LOST: Share = 0.12;
/** How much darker and brighter it may become; in the same sets 0.88 to 1.16. */
const DARKER = 0.5;
const BRIGHTER = 3;

interface Exposure {
  readonly mean: number;
  readonly black: Share;
  readonly white: Share;
}

/**
 * Tells when the exposure has run away since the reference pose, so that what is compared with it drifts: clothes turn
 * black or white without any movement.
 */
export class ExposureWatch {
  #place: { readonly box: PictureBox; readonly first: Exposure } | null = null;

  /** Counts from this picture on. */
  begin(picture: Picture, person: Landmarks): void {
    const box = bodyBox(person);
    const first = exposureIn(picture, box);
    this.#place = first && { box, first };
  }

  /** What the light has become too much of for a comparison; null: nothing. */
  check(picture: Picture): Extract<Reason, 'too-dark' | 'too-bright'> | null {
    const now = this.#place && exposureIn(picture, this.#place.box);
    if (!this.#place || !now) return null;
    const { first } = this.#place;
    if (now.black - first.black > LOST || now.mean < DARKER * first.mean) return 'too-dark';
    return now.white - first.white > LOST || now.mean > BRIGHTER * first.mean ? 'too-bright' : null;
  }
}

function exposureIn({ width, height, rgba }: Picture, box: PictureBox): Exposure | null {
  let [count, sum, black, white] = [0, 0, 0, 0];
  for (let y = Math.max(0, Math.floor(box.top)); y < Math.min(height, box.bottom); y += STRIDE) {
    for (let x = Math.max(0, Math.floor(box.left)); x < Math.min(width, box.right); x += STRIDE) {
      const luma = lumaOf(rgba, 4 * (y * width + x));
      count++;
      sum += luma;
      if (luma <= BLACK) black++;
      if (luma >= WHITE) white++;
    }
  }
  return count === 0 ? null : { mean: sum / count, black: black / count, white: white / count };
}
