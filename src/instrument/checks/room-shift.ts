import type { Picture } from '../input/picture.ts';
import type { BackgroundWatch } from './background-watch.ts';
import { isWithin, type Pixels, type Seconds } from '../geometry/units.ts';

const ROOM_EVERY: Seconds = 0.35;
/** A shift of the room in pixels at 960 wide that is no compression noise, and how often in a row it must be seen. */
const ROOM_SHIFT = 2.5;
const ROOM_TIMES = 3;
/** Bound that 95 % of the shifts between two moments of a swaying laptop keep, over their root mean square (Rayleigh). */
const SWAY_BOUND = 1.73;

/**
 * Looks now and then whether the room has shifted for good. A laptop on a soft seat sways while nobody touches it: what it did
 * in the still hold itself is no move.
 * @param hold pictures of the still hold, the watch's own among them
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

/** Root mean square shift of the earlier pictures against the newest, pixels; 0 where too few tell. */
function swayOf(room: BackgroundWatch, hold: readonly Picture[]): Pixels {
  const shifts = hold.slice(0, -1).flatMap((picture) => {
    const shift = room.shift(picture);
    return shift === null || !Number.isFinite(shift) ? [] : [shift];
  });
  if (shifts.length < 2) return 0;
  return Math.sqrt(shifts.reduce((sum, shift) => sum + shift ** 2, 0) / shifts.length);
}
