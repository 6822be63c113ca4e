import type { Landmarks } from '../input/landmarks.ts';
import type { Picture } from '../input/picture.ts';
import { type BackgroundWatch, backgroundWatch } from './background-watch.ts';
import type { Pixels, Seconds } from '../geometry/units.ts';

/** The room is looked at this often; a look costs some milliseconds. */
const EVERY: Seconds = 0.5;
/** Shift of the room between two looks, pixels at 960 wide, that is a hand at the laptop and no compression noise. */
const MOVED: Pixels = 4;
/** Looks without a shift until it stands still again. */
const CALM_LOOKS = 2;

/** Whether somebody is still moving the laptop, told by the room behind the person; for the time before there is a neutral. */
export class LaptopMotion {
  #room: BackgroundWatch | null = null;
  /** Nothing has been told from noise yet: that takes a second picture. */
  #isFresh = false;
  #lookedAt: Seconds = -Infinity;
  #calm = CALM_LOOKS;

  /** True while it is being moved; a room without anything to hold on to counts as still. */
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
