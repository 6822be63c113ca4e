import { bodyBox, type PictureBox } from './person-check.ts';
import { FITTED_LANDMARKS } from '../geometry/skeleton.ts';
import { mean as meanOf } from '../geometry/statistics.ts';
import type { Share } from '../geometry/units.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { Picture } from '../input/picture.ts';
import type { LightCheck } from '../output/reading.ts';
import type { Reason } from '../output/reason.ts';

/** Pixels between two samples, across and down: about 3,000 samples in a frame 960 wide. */
const STRIDE = 13;
/** Mean brightness, 0…255, below which BlazePose is unreliable. At about 20 it misses people in dark clothes. */
const DARK = 40;
/** Mean brightness below which the numbers get worse. */
const DIM = 62;
/**
 * Mean brightness above which the picture is washed out, if hardly anything in it is darker than `DRAWN`. A white studio
 * is as bright, but a person in it has hair, skin and clothes.
 */
const BRIGHT = 230;
const DRAWN = 200;
const HARDLY_DRAWN: Share = 0.015;
/** A covered lens is darker than this, with a smaller standard deviation than `FLAT`. */
const COVERED = 16;
const FLAT = 8;
/** Standard deviation below which one surface fills the picture (a shutter, a thumb). A wall varies more. */
const ONE_COLOUR = 3.5;

/** Brightness of a window, and the share of it in the picture from which the camera darkens the person. */
const GLARE = 240;
const MUCH_GLARE: Share = 0.08;
/** With more glare than this the whole picture is bright, not a window behind the person. */
const MAX_GLARE: Share = 0.75;
/** Largest brightness of a person before a window, and the share as dark while nobody is found. */
const IN_SHADE = 52;
const MUCH_SHADE: Share = 0.3;
/** Glare and shade together leave little else in a picture against the light; in a lit room with a window half is neither. */
const NEITHER: Share = 0.3;
/**
 * A person is lit if their brightest quarter is at least this bright, whatever is behind them. Against a window even
 * the skin is darker; in dark clothes only the clothes are.
 */
const LIT = 70;
/** From this brightness of the person on, a dark room does not make the numbers less accurate. */
const WELL_LIT = 110;
/** Dark clothes: half of the joints are darker than this. Rendered people in bright clothes 71 to 197, in dark ones 18 to 59 (n = 30). */
const DARK_CLOTHES = 60;
/** Landmarks of the face and the hands, where a dressed person shows skin. */
const SKIN_LANDMARKS = [0, 2, 5, 7, 8, 15, 16, 19, 20] as const;
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
  /** Share of the picture that is darker than a washed-out surface. */
  readonly drawn: Share;
}

/**
 * Judges the light of a frame: a problem prevents the measurement, a remark only makes it less accurate. A person who is
 * found and lit is never told about the light, whether the room behind them is black or white.
 * @param person null: no person was found
 */
export function checkLight(picture: Picture, person: Landmarks | null = null): LightCheck {
  const brightness = brightnessOf(picture);
  const { mean, sd } = brightness;
  const body = person ? brightestAround(picture, person) : 0;
  const clothes = person ? lumasAround(picture, person, FITTED_LANDMARKS) : [];
  const problem = problemOf(brightness, { seen: person !== null, lit: body >= LIT });
  return {
    mean,
    sd,
    problem,
    remark: problem === null && person ? remarkOf(brightness, body) : null,
    darkClothes: (clothes[clothes.length >> 1] ?? 255) < DARK_CLOTHES,
  };
}

/** Brightness of every so many pixels of a part of a picture, across and down. */
function lumasIn({ width, height, grey }: Picture, part: PictureBox, stride: number): readonly number[] {
  const lumas: number[] = [];
  for (let y = Math.max(0, Math.floor(part.top)); y < Math.min(height, part.bottom); y += stride)
    for (let x = Math.max(0, Math.floor(part.left)); x < Math.min(width, part.right); x += stride)
      lumas.push(grey[y * width + x] as number);
  return lumas;
}

const shareOf = (lumas: readonly number[], counts: (luma: number) => boolean): Share =>
  lumas.filter(counts).length / Math.max(1, lumas.length);

function brightnessOf(picture: Picture): Brightness {
  const { width: right, height: bottom } = picture;
  const lumas = lumasIn(picture, { left: STRIDE >> 1, top: STRIDE >> 1, right, bottom }, STRIDE);
  const all = Math.max(1, lumas.length);
  const mean = lumas.reduce((sum, luma) => sum + luma, 0) / all;
  const squares = lumas.reduce((sum, luma) => sum + luma * luma, 0);
  return {
    mean,
    sd: Math.sqrt(Math.max(0, squares / all - mean * mean)),
    glare: shareOf(lumas, (luma) => luma >= GLARE),
    shade: shareOf(lumas, (luma) => luma < IN_SHADE),
    drawn: shareOf(lumas, (luma) => luma < DRAWN),
  };
}

function problemOf(
  { mean, sd, glare, shade, drawn }: Brightness,
  person: { readonly seen: boolean; readonly lit: boolean },
): LightCheck['problem'] {
  if (mean < COVERED && sd < FLAT) return 'lens-covered';
  if (mean < DARK) return person.lit ? null : 'too-dark';
  if (!person.seen && sd < ONE_COLOUR && mean <= BRIGHT) return 'lens-covered';
  if (mean > BRIGHT && drawn < HARDLY_DRAWN) return 'too-bright';
  return !person.seen && isGlaring(glare) && shade > MUCH_SHADE && 1 - glare - shade < NEITHER ? 'against-light' : null;
}

/** @param body brightness of the person, see `brightestAround` */
function remarkOf({ mean, glare }: Brightness, body: number): LightCheck['remark'] {
  if (isGlaring(glare) && body < LIT) return 'against-light';
  return mean < DIM && body < WELL_LIT ? 'dim' : null;
}

const isGlaring = (glare: Share): boolean => glare > MUCH_GLARE && glare < MAX_GLARE;

/** Brightness that a quarter of the patches around joints, face and hands exceed; 255: none is in view. */
function brightestAround(picture: Picture, person: Landmarks): number {
  const lumas = lumasAround(picture, person, [...FITTED_LANDMARKS, ...SKIN_LANDMARKS]);
  return lumas[Math.floor(lumas.length / 4)] ?? 255;
}

/** Brightness around each of these landmarks that is in the picture, the brightest first. */
function lumasAround(picture: Picture, { points }: Landmarks, landmarks: readonly number[]): readonly number[] {
  return landmarks
    .map((l) => patchLuma(picture, Math.round(points[2 * l] ?? -1), Math.round(points[2 * l + 1] ?? -1)))
    .filter((luma) => luma !== null)
    .toSorted((a, b) => b - a);
}

/** Mean brightness of the patch around a pixel; null: it lies outside the picture. */
function patchLuma(picture: Picture, cx: number, cy: number): number | null {
  const patch = { left: cx - PATCH, right: cx + PATCH + 1, top: cy - PATCH, bottom: cy + PATCH + 1 };
  const lumas = lumasIn(picture, patch, PATCH_STEP);
  return lumas.length === 0 ? null : meanOf(lumas);
}

/** Pixels between two samples, across and down. */
const BOX_STRIDE = 5;
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

function exposureIn(picture: Picture, box: PictureBox): Exposure | null {
  const lumas = lumasIn(picture, box, BOX_STRIDE);
  if (lumas.length === 0) return null;
  const [black, white] = [shareOf(lumas, (luma) => luma <= BLACK), shareOf(lumas, (luma) => luma >= WHITE)];
  return { mean: meanOf(lumas), black, white };
}
