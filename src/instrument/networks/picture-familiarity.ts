import { mean } from '../geometry/statistics.ts';
import { pixelDistance, type PicturePoint } from '../geometry/picture-points.ts';
import { isWithin, type Seconds, type Share } from '../geometry/units.ts';

/** A crop that differs a little from the one that the leg network reads. */
export interface CropVariant {
  /** Factor on each side of the window. */
  readonly wider: number;
  /** Shift of the window along the crop's axes, in the window's unit (a trunk or a thigh). */
  readonly shift: readonly [x: Share, y: Share];
  /** Exponent on the brightness, 0…1: below 1 brighter, above 1 darker. */
  readonly gamma: number;
}

export const PLAIN_CROP: CropVariant = { wider: 1, shift: [0, 0], gamma: 1 };

/**
 * Changes that leave every joint where it is: scale ± 10 %, shift ± 7 % of the window's unit, brightness. The first half has one of
 * each kind.
 */
export const CROP_VARIANTS: readonly CropVariant[] = [
  { ...PLAIN_CROP, wider: 0.9 },
  { ...PLAIN_CROP, shift: [0.07, 0] },
  { ...PLAIN_CROP, shift: [0, 0.07] },
  { ...PLAIN_CROP, gamma: 0.7 },
  { ...PLAIN_CROP, wider: 1.1 },
  { ...PLAIN_CROP, shift: [-0.07, 0] },
  { ...PLAIN_CROP, shift: [0, -0.07] },
  { ...PLAIN_CROP, gamma: 1.4 },
];

/**
 * Limits of the joints' spread: a familiar picture becomes foreign from the first on, a foreign one familiar again below
 * the second. The spread is the mean of all joints but the one that spreads most, which may be hidden. Rendered people of
 * either renderer have 0.003–0.009 (5–95 %, at most 0.012, n = 53 clips), photographs of real people 0.014–0.045 (at
 * least 0.013, n = 53). In those photographs the network was worse than BlazePose (median error 10 % of the trunk against
 * 5 %), and a quarter of its joints were more than a fifth of the trunk away.
 */
const FOREIGN_SPREAD: Share = 0.0125;
const FAMILIAR_SPREAD: Share = 0.0115;
/** How many answers to each variant count: the latest ones. */
const KEPT = 2;
/** Most variants in one frame, because each takes as long as the network itself; and how many decide at first. */
const HALF = CROP_VARIANTS.length / 2;
/** Time between two variants once each has an answer: all that count are then from the last 2.4 s, the length of a hold. */
const EVERY: Seconds = 0.15;

/**
 * Tells whether a picture resembles those that the leg network was trained on. In a familiar picture the network finds
 * each joint at the same place of the picture, whichever crop it is shown. In a foreign picture the places scatter. Nothing
 * else in the network's answers tells the two apart: in foreign pictures its stated standard deviations are just as small.
 */
export class PictureFamiliarity {
  /** For each variant, how far its latest answers put each joint from where it is read. */
  readonly #distances: (readonly Share[])[][] = CROP_VARIANTS.map(() => []);
  #spreads: readonly Share[] = [];
  #next = 0;
  #askedAt: Seconds = -Infinity;
  #isFamiliar = true;

  /** False also while half of the variants have no answer yet. */
  get isFamiliar(): boolean {
    return this.#isFamiliar && this.#spreads.length > 0;
  }

  /** The variants to look at in the frame of this time: half of those without an answer, then now and then the next one. */
  wantedAt(time: Seconds): readonly number[] {
    const missing = this.#distances.flatMap((answers, k) => (answers.length === 0 ? [k] : []));
    if (missing.length === 0 && isWithin(time - this.#askedAt, EVERY)) return [];
    this.#askedAt = time;
    return missing.length > 0 ? missing.slice(0, HALF) : [this.#next];
  }

  /**
   * Takes the answer to one variant.
   * @param joints places of the joints in the picture, by the crop that is read and by the variant, in the same order
   * @param trunk length of the trunk, in the same pixels
   */
  add(variant: number, joints: readonly PicturePoint[], altered: readonly PicturePoint[], trunk: number): void {
    const answers = this.#distances[variant];
    if (!answers) return;
    answers.push(joints.map((joint, j) => pixelDistance(joint, altered[j] ?? joint) / trunk));
    if (answers.length > KEPT) answers.shift();
    this.#next = (variant + 1) % CROP_VARIANTS.length;
    this.#decide();
  }

  /**
   * Standard deviation of each joint's coordinates over the variants, share of the trunk. Empty: half of them have no answer
   * yet.
   */
  get spreads(): readonly Share[] {
    return this.#spreads;
  }

  /** Forgets what was seen: the network's posture has left the picture. */
  clear(): void {
    for (const answers of this.#distances) answers.length = 0;
    this.#spreads = [];
    this.#next = 0;
    this.#isFamiliar = true;
  }

  #decide(): void {
    if (this.#distances.filter((answers) => answers.length > 0).length < HALF) return;
    const all = this.#distances.flat();
    this.#spreads = (all[0] ?? []).map((_, j) => Math.sqrt(mean(all.map((answer) => (answer[j] ?? 0) ** 2)) / 2));
    const allButLargest = [...this.#spreads].sort((a, b) => a - b).slice(0, Math.max(1, this.#spreads.length - 1));
    this.#isFamiliar = mean(allButLargest) < (this.#isFamiliar ? FOREIGN_SPREAD : FAMILIAR_SPREAD);
  }
}
