import { isWithin, type Pixels, type Seconds } from '../geometry/units.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { Picture } from '../input/picture.ts';
import { BackgroundWatch } from './background-watch.ts';

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
    const moved = look?.kind === 'gone' || (look?.kind === 'seen' && look.agreed && look.size > limitOf(picture));
    this.#calm = moved ? 0 : this.#calm + 1;
    this.#room = BackgroundWatch.of([picture], person);
    this.#isFresh = true;
    this.#lookedAt = time;
  }
}

const limitOf = ({ width, height }: Picture): Pixels => (MOVED * Math.max(width, height)) / 960;
