import type { Share } from '../geometry/units.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { Picture } from '../input/picture.ts';
import type { Reason } from '../output/reason.ts';
import { bodyBox, type PictureBox } from './body-box.ts';

/** Pixels between two samples, across and down. */
const STRIDE = 5;
/** Brightness (0…255) at which the picture shows nothing any more. */
const BLACK = 4;
const WHITE = 251;
/**
 * Share of the person's box that may become black or white since the reference pose. In 59 rendered sets whose light
 * drifts by itself it was at most 0.06; where the twist was falsely 10°, it was 0.6.
 */
const LOST: Share = 0.12;
/** Factors between which the mean brightness of the box may change; in the same sets it was 0.88 to 1.16. */
const DARKER = 0.5;
const BRIGHTER = 3;

interface Exposure {
  readonly mean: number;
  readonly black: Share;
  readonly white: Share;
}

/**
 * Tells when the exposure has changed too much since the reference pose to compare with it: clothes turn black or white
 * without any movement, and the measured angles drift.
 */
export class ExposureWatch {
  #place: { readonly box: PictureBox; readonly first: Exposure } | null = null;

  /** Later pictures are compared with this one. */
  begin(picture: Picture, person: Landmarks): void {
    const box = bodyBox(person);
    const first = exposureIn(picture, box);
    this.#place = first && { box, first };
  }

  /** Whether the place of the person has become too dark or too bright to compare; null: neither. */
  check(picture: Picture): Extract<Reason, 'too-dark' | 'too-bright'> | null {
    const now = this.#place && exposureIn(picture, this.#place.box);
    if (!this.#place || !now) return null;
    const { first } = this.#place;
    if (now.black - first.black > LOST || now.mean < DARKER * first.mean) return 'too-dark';
    return now.white - first.white > LOST || now.mean > BRIGHTER * first.mean ? 'too-bright' : null;
  }
}

function exposureIn({ width, height, grey }: Picture, box: PictureBox): Exposure | null {
  let [count, sum, black, white] = [0, 0, 0, 0];
  for (let y = Math.max(0, Math.floor(box.top)); y < Math.min(height, box.bottom); y += STRIDE) {
    for (let x = Math.max(0, Math.floor(box.left)); x < Math.min(width, box.right); x += STRIDE) {
      const luma = grey[y * width + x] as number;
      count++;
      sum += luma;
      if (luma <= BLACK) black++;
      if (luma >= WHITE) white++;
    }
  }
  return count === 0 ? null : { mean: sum / count, black: black / count, white: white / count };
}
