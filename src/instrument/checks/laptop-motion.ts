import { isWithin, type Pixels, type Seconds } from '../geometry/units.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { Picture } from '../input/picture.ts';
import { type BackgroundWatch, backgroundWatch } from './background-watch.ts';

/** Before the reference pose: time between two looks at the background; one costs some milliseconds. */
const EVERY: Seconds = 0.5;
/**
 * Before the reference pose: shift between two looks that means a moved laptop, pixels in a picture 960 wide. More than
 * compression noise.
 */
const MOVED: Pixels = 4;
/** Looks without a shift after which the laptop counts as standing still. */
const CALM_LOOKS = 2;

/** Tells whether the laptop is being moved, from the background, while there is no reference pose yet. */
export class LaptopMotion {
  #room: BackgroundWatch | null = null;
  /** True until a second picture has told the room's texture from sensor noise. */
  #isFresh = false;
  #lookedAt: Seconds = -Infinity;
  #calm = CALM_LOOKS;

  /** True while the laptop is being moved. A background without texture counts as still. */
  get moves(): boolean {
    return this.#calm < CALM_LOOKS;
  }

  step(picture: Picture, person: Landmarks | null, time: Seconds): void {
    if (this.#isFresh) this.#room = this.#room?.steady([picture]) ?? null;
    this.#isFresh = false;
    if (time >= this.#lookedAt && time - this.#lookedAt < EVERY) return;
    const shift = this.#room?.shift(picture) ?? null;
    this.#calm = shift !== null && shift > (MOVED * picture.width) / 960 ? 0 : this.#calm + 1;
    this.#room = backgroundWatch(picture, person);
    this.#isFresh = true;
    this.#lookedAt = time;
  }
}

/** After the reference pose: time between two looks. */
const ROOM_EVERY: Seconds = 0.35;
/** After the reference pose: shift that is more than compression noise, pixels in a picture 960 wide. */
const ROOM_SHIFT = 2.5;
/** Looks in a row that must see the shift. */
const ROOM_TIMES = 3;
/**
 * The 95 % bound of the shift between two moments of a swaying laptop, over its root mean square (Rayleigh
 * distribution).
 */
const SWAY_BOUND = 1.73;

/**
 * Tells whether the laptop has been moved since the reference pose. A laptop on a soft seat sways by itself: shifts as
 * large as those within the still hold do not count.
 * @param hold pictures of the still hold; the watch was made from the last one
 * @returns a function of the frame; it is true from the moment the move is certain, and stays so
 */
export function roomShift(
  watch: BackgroundWatch | null,
  width: Pixels,
  hold: readonly Picture[],
): (picture: Picture, time: Seconds) => boolean {
  const room = watch?.steady(hold.slice(0, -1)) ?? null;
  const limit = room === null ? 0 : Math.max((ROOM_SHIFT * width) / 960, SWAY_BOUND * swayOf(room, hold));
  let looked: Seconds = -Infinity;
  let times = 0;
  return (picture, time) => {
    if (!room || times >= ROOM_TIMES || isWithin(time - looked, ROOM_EVERY)) return times >= ROOM_TIMES;
    looked = time;
    const shift = room.shift(picture);
    times = shift !== null && shift > limit ? times + 1 : 0;
    return times >= ROOM_TIMES;
  };
}

/**
 * Root mean square shift of the hold's earlier pictures against its last, pixels; 0 if fewer than two can be compared.
 */
function swayOf(room: BackgroundWatch, hold: readonly Picture[]): Pixels {
  const shifts = hold.slice(0, -1).flatMap((picture) => {
    const shift = room.shift(picture);
    return shift === null || !Number.isFinite(shift) ? [] : [shift];
  });
  if (shifts.length < 2) return 0;
  return Math.sqrt(shifts.reduce((sum, shift) => sum + shift ** 2, 0) / shifts.length);
}
