import { JOINT_LANDMARKS, type Landmarks } from '../input/landmarks.ts';
import type { Share } from '../geometry/units.ts';
import { CROP_SIZE } from './crop-pixels.ts';
import { type CropWindow, intoCrop } from './crop-window.ts';

/** Below this a forearm is one that the model only guesses, behind the body. */
const VISIBLE: Share = 0.5;
/** The middle of the crop, about the pelvis itself: a share of its side left out all round. */
const BORDER: Share = 0.27;
const STEPS = 8;

/** An arm that has moved by less, a share of the crop's side, lies where it lay: four pixels over the border hide nothing. */
const MOVED: Share = 0.1;

type Seen = Pick<Landmarks, 'points' | 'visibility'>;
type Spot = readonly [x: number, y: number];

/** Spots along a forearm with its hand, in the crop. */
function forearm(seen: Seen, window: CropWindow, side: 'left' | 'right'): readonly Spot[] {
  const { elbow, index } = JOINT_LANDMARKS[side];
  const at = (l: number) => intoCrop(window, seen.points[2 * l] ?? 0, seen.points[2 * l + 1] ?? 0);
  const [from, to] = [at(elbow), at(index)];
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const along = step / STEPS;
    return [from[0] + along * (to[0] - from[0]), from[1] + along * (to[1] - from[1])] as const;
  });
}

const isInside = (spot: Spot): boolean => spot.every((v) => v > BORDER * CROP_SIZE && v < (1 - BORDER) * CROP_SIZE);

/** How much of it lies over the middle of the crop. */
const shareInside = (spots: readonly Spot[]): Share => spots.filter(isInside).length / spots.length;

/**
 * True when a forearm or a hand that was elsewhere at the neutral lies before the pelvis: what it hides, the network can only
 * guess. One that lies there all the time belongs to the neutral crop as well.
 */
export function isCovered(now: Seen, referencePose: Seen, window: CropWindow): boolean {
  return (['left', 'right'] as const).some((side) => {
    if ((now.visibility[JOINT_LANDMARKS[side].wrist] ?? 0) < VISIBLE) return false;
    const [here, before] = [forearm(now, window, side), forearm(referencePose, window, side)];
    const moved = here.some(
      ([x, y], i) => Math.hypot(x - (before[i]?.[0] ?? x), y - (before[i]?.[1] ?? y)) > MOVED * CROP_SIZE,
    );
    return moved && shareInside(here) > shareInside(before) + 0.15;
  });
}
