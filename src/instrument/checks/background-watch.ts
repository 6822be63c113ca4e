import { boxAround, grown, longestSide, type PictureBox } from './person-check.ts';
import {
  alignLevels,
  cellScores,
  LEVELS,
  meanGrey,
  NO_MOTION,
  onlyCells,
  roomPoints,
  type RoomPoints,
  searchWarp,
  shrinkFactor,
  smallGrey,
  type Warp,
  warpSize,
} from './picture-alignment.ts';
import type { PicturePoint } from '../geometry/picture-points.ts';
import { mean, median } from '../geometry/statistics.ts';
import { isWithin, type Pixels, type Seconds, type Share } from '../geometry/units.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { GreyPicture, Picture, PictureSize } from '../input/picture.ts';

/** What one look at the room has found. */
export type RoomLook =
  /** The room is recognised, moved and zoomed by so much since the start of the watch. */
  | {
      readonly kind: 'seen';
      /** Root mean square shift of the watched places, pixels. */
      readonly size: Pixels;
      /** The same for the zoom alone, and for the turn about the line of sight alone. */
      readonly zoomSize: Pixels;
      readonly turnSize: Pixels;
      /** The same without the zoom: what has slid and turned. */
      readonly shiftSize: Pixels;
      /** 1: as at the start; above: the room looks larger. */
      readonly zoom: number;
      /**
       * True if many parts of the room agree that the picture has moved and hardly any disagrees. Otherwise `size` may
       * be an error, as in a room with few edges or with edges in one direction only.
       */
      readonly agreed: boolean;
      /** How far the room has moved at this place of the start picture, pixels. A direction about which the room tells nothing stays 0. */
      readonly shiftAt: (place: PicturePoint) => PicturePoint;
    }
  /** Most of what can be seen is not the room of the start. */
  | { readonly kind: 'gone' }
  /** Too little can be seen: covered lens, dark room, bare wall, a picture of another size. */
  | { readonly kind: 'unclear' };

/** Share by which the person's box is enlarged, because arms and shadows reach out of it. */
const PERSON_MARGIN: Share = 0.25;
/** The same in a later picture, where only what the body covers is left out. */
const COVER_MARGIN: Share = 0.1;
/** Fewest cells of the room from which a motion can be told. */
const FEWEST_CELLS = 5;
/** Normalised cross-correlation from which a cell is found again; a cell of sensor noise stays below it. */
const SAME = 0.6;
/** Share of the cells that must be found again. */
const RECOGNISED: Share = 0.5;
/** Gain in correlation by which a cell speaks for or against a motion. */
const VOTE = 0.03;
/** A motion needs at least this share and number of cells, and `MAJORITY` times as many as are against it. */
const VOTES: Share = 0.2;
const FEWEST_VOTES = 3;
const MAJORITY = 3;
/** Mean grey level (square-root scale) below which a picture shows only noise; 8 of 255. */
const DARK = 45;
/** After a motion larger than this (pixels) the next look starts its search from there. */
const FOLLOWED: Pixels = 2;

/**
 * Watches the room behind the person, to tell whether the camera has moved or zoomed: then changes since the reference
 * pose are no longer valid. The whole room is aligned with its own picture, so that a floor of planks is enough; each
 * cell of the picture has one vote, so that a person who moves is outvoted.
 */
export class BackgroundWatch {
  readonly #size: PictureSize;
  readonly #levels: readonly RoomPoints[];
  #last: Warp = NO_MOTION;

  private constructor(size: PictureSize, levels: readonly RoomPoints[]) {
    this.#size = size;
    this.#levels = levels;
  }

  /**
   * @param pictures of one moment; their mean has less noise
   * @param person the person in them, who is no part of the room
   * @returns null: the room has too few edges to be watched
   */
  static of(pictures: readonly Picture[], person: Landmarks | null): BackgroundWatch | null {
    const [first] = pictures;
    if (!first) return null;
    const small = pictures.map(smallGrey);
    const avoid = personBox(person, PERSON_MARGIN);
    const levels = Array.from({ length: LEVELS }, (_, level) => {
      const grey = meanGrey(small.flatMap((one) => one[level] ?? []));
      return grey && roomPoints(grey, level, inLevel(avoid, first, level));
    });
    return BackgroundWatch.#with(
      first,
      levels.flatMap((points) => points ?? []),
    );
  }

  /** Null: too few cells can be compared. */
  static #with({ width, height }: PictureSize, levels: readonly RoomPoints[]): BackgroundWatch | null {
    const enough = levels.length === LEVELS && new Set(levels[0]?.cell).size >= FEWEST_CELLS;
    return enough ? new BackgroundWatch({ width, height }, levels) : null;
  }

  /**
   * The same watch without the cells that are not found again in other pictures of the same moments: their texture is
   * sensor noise. Null if too few remain.
   */
  steady(others: readonly Picture[]): BackgroundWatch | null {
    if (others.length === 0) return this;
    const scores = others
      .filter((other) => this.#fits(other))
      .map((other) => {
        const grey = smallGrey(other);
        return this.#scores(
          grey,
          alignLevels(this.#levels, grey, NO_MOTION, () => null),
          null,
        );
      });
    const kept = new Set<number>();
    for (const cell of new Set(this.#levels[0]?.cell)) {
      const found = scores.map((score) => score[cell] ?? 0).filter((score) => !Number.isNaN(score));
      if ((median(found) ?? 0) >= SAME) kept.add(cell);
    }
    const levels = this.#levels.map((points) => onlyCells(points, kept));
    return BackgroundWatch.#with(this.#size, levels);
  }

  /**
   * Looks for the room in a later picture.
   * @param person the person in that picture: what the body covers now says nothing. Null: nobody is seen
   */
  look(picture: Picture, person: Landmarks | null = null): RoomLook {
    return this.#judge(picture, person, () => (this.#last === NO_MOTION ? [] : [this.#last]));
  }

  /** As `look`, with a wide search, for a room that `look` calls gone: it may have moved far between two looks. */
  search(picture: Picture, person: Landmarks | null): RoomLook {
    return this.#judge(picture, person, (grey, cover) => {
      const [points, coarse] = [this.#levels.at(-1) as RoomPoints, grey.at(-1) as GreyPicture];
      return searchWarp(points, coarse, inLevel(cover, this.#size, LEVELS - 1));
    });
  }

  /** @param others where to look besides the room's first place */
  #judge(
    picture: Picture,
    person: Landmarks | null,
    others: (grey: readonly GreyPicture[], cover: PictureBox | null) => readonly Warp[],
  ): RoomLook {
    if (!this.#fits(picture)) return { kind: 'unclear' };
    const grey = smallGrey(picture);
    const cover = personBox(person, COVER_MARGIN);
    if (mean([...(grey.at(-1)?.data ?? [])]) < DARK) return { kind: 'unclear' };
    const boxes = (level: number) => inLevel(cover, this.#size, level);
    const before = this.#scores(grey, NO_MOTION, cover);
    const found = [NO_MOTION, ...others(grey, cover)].map((start) => {
      const warp = alignLevels(this.#levels, grey, start, boxes);
      const scores = this.#scores(grey, warp, cover);
      return { warp, scores, ...tally(scores, before) };
    });
    const best = found.reduce((a, b) => (b.same > a.same ? b : a));
    if (best.all < FEWEST_CELLS) return { kind: 'unclear' };
    if (best.same < RECOGNISED * best.all) return { kind: 'gone' };
    const [fine] = this.#levels;
    const by = shrinkFactor(this.#size);
    const { size, zoomSize, turnSize, shiftSize, zoom } = warpSize(fine as RoomPoints, best.warp);
    this.#last = by * size > FOLLOWED ? best.warp : NO_MOTION;
    const agreed = best.pro >= Math.max(FEWEST_VOTES, VOTES * best.all) && best.pro >= MAJORITY * best.con;
    return {
      kind: 'seen',
      size: by * size,
      zoomSize: by * zoomSize,
      turnSize: by * turnSize,
      shiftSize: by * shiftSize,
      zoom,
      agreed,
      shiftAt: (place) => this.#shiftAt(best.warp, place),
    };
  }

  #shiftAt({ ar, ai, br, bi }: Warp, [x, y]: PicturePoint): PicturePoint {
    const by = shrinkFactor(this.#size);
    const [px, py] = [x - (this.#size.width - 1) / 2, y - (this.#size.height - 1) / 2];
    return [(ar - 1) * px - ai * py + by * br, ai * px + (ar - 1) * py + by * bi];
  }

  #scores(grey: readonly GreyPicture[], warp: Warp, cover: PictureBox | null): Float32Array {
    return cellScores(this.#levels[0] as RoomPoints, grey[0] as GreyPicture, warp, inLevel(cover, this.#size, 0));
  }

  #fits({ width, height }: Picture): boolean {
    return width === this.#size.width && height === this.#size.height;
  }
}

/**
 * Counts the cells that can be compared (`all`), those found again (`same`), and those found better (`pro`) or worse
 * (`con`) with the motion than without it.
 */
function tally(scores: Float32Array, before: Float32Array) {
  const counts = { all: 0, same: 0, pro: 0, con: 0 };
  scores.forEach((score, cell) => {
    const gain = score - (before[cell] ?? Number.NaN);
    if (gain > VOTE) counts.pro++;
    if (gain < -VOTE) counts.con++;
    if (Number.isNaN(score)) return;
    counts.all++;
    if (score >= SAME) counts.same++;
  });
  return counts;
}

/** A box of the frame in pixels of a level. */
function inLevel(box: PictureBox | null, size: PictureSize, level: number): PictureBox | null {
  if (!box) return null;
  const by = shrinkFactor(size) * 2 ** level;
  return { left: box.left / by, right: box.right / by, top: box.top / by, bottom: box.bottom / by };
}

/** The box around all landmarks of a person, enlarged on every side by this share of its longer side. */
function personBox(person: Landmarks | null, share: Share): PictureBox | null {
  if (!person) return null;
  const box = boxAround(person.points, [...person.visibility.keys()]);
  return grown(box, share * longestSide(box));
}

/** Time between two looks at the background; one costs some milliseconds. */
const EVERY: Seconds = 0.5;
/** Shift between two looks that means a moved laptop, pixels in a picture 960 wide. More than compression noise. */
const MOVED: Pixels = 4;
/** A room that is gone for a shorter time was hidden by a broken picture or two. */
const GONE_FOR: Seconds = 0.32;
/** Looks without a shift after which the laptop counts as standing still. */
const CALM_LOOKS = 2;

/** Tells whether the laptop is being moved, from the background, while there is no reference pose yet. */
export class LaptopMotion {
  #room: BackgroundWatch | null = null;
  /** True until a second picture has told the room's texture from sensor noise. */
  #isFresh = false;
  #lookedAt: Seconds = -Infinity;
  #calm = CALM_LOOKS;
  /** Since when the room is gone; null: it is there. */
  #goneSince: Seconds | null = null;

  /** True while the laptop is being moved or the camera zooms. A background without texture counts as still. */
  get moves(): boolean {
    return this.#calm < CALM_LOOKS;
  }

  step(picture: Picture, person: Landmarks | null, time: Seconds): void {
    if (this.#isFresh) this.#room = this.#room?.steady([picture]) ?? null;
    this.#isFresh = false;
    if (this.#goneSince === null && isWithin(time - this.#lookedAt, EVERY)) return;
    const look = this.#room?.look(picture, person);
    this.#goneSince = look?.kind === 'gone' ? (this.#goneSince ?? time) : null;
    if (this.#goneSince !== null && isWithin(time - this.#goneSince, GONE_FOR)) return;
    this.#goneSince = null;
    const limit = (MOVED * Math.max(picture.width, picture.height)) / 960;
    const moved = look?.kind === 'gone' || (look?.kind === 'seen' && look.agreed && look.size > limit);
    this.#calm = moved ? 0 : this.#calm + 1;
    this.#room = BackgroundWatch.of([picture], person);
    this.#isFresh = true;
    this.#lookedAt = time;
  }
}
